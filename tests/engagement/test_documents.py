"""Documents: the state each is in, old records as they always read, two who write at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import load_catalogue
from coach_tui.engagement.change import Draft
from coach_tui.engagement.documents.kinds import (
    KINDS,
    NINE,
    RETURNING,
    is_document,
    kept_under,
    recorded_as,
)
from coach_tui.engagement.documents.merge import LIMIT, merge
from coach_tui.engagement.documents.record import (
    Document,
    digest,
    document_of,
    document_shown,
    written_documents,
)
from coach_tui.engagement.documents.save import (
    describe_document,
    link_document,
    send_document,
    verify_document,
    write_document,
)
from coach_tui.engagement.rhythm.reports import keep_report, reports_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.dossier import dossier_of, write_section
from coach_tui.language import Refusal
from tests.engagement.recording import after, refused

DAY = date(2026, 3, 12)


def written(engagement: Engagement, text: str, author: str = "Ann", **more: Any) -> Engagement:
    return after(engagement, write_document(engagement, "scope", author, DAY, text=text, **more))


def verified(engagement: Engagement, by: str = "Tom", **more: Any) -> Engagement:
    return after(engagement, verify_document(engagement, "scope", by, DAY, DAY, **more))


def test_the_kinds_are_those_of_the_catalogue() -> None:
    entries = load_catalogue("documents")[0]
    assert {each.id for each in entries} == {*KINDS, "other"}
    assert tuple(each.id for each in entries if each.fields["nine"]) == NINE
    for entry in entries:
        each = {"once": None, "own": None}.get(entry.fields["each"], entry.fields["each"])
        assert RETURNING.get(entry.id) == each, entry.id
        assert kept_under(f"{entry.id}/2026-03")[0] == entry.fields["store"], entry.id


def test_which_ids_are_documents() -> None:
    good = ("strategy", "plan-90/2026-Q1", "weekly-agenda/2026-03-05", "monthly-report/2026-03",
            "decision-memo/0190aa-7", "other/brief", "section/kpis")  # fmt: skip
    bad = ("", "poem", "monthly-report", "monthly-report/2026-13", "section/poem", "other/",
           "other/Ö", "strategy/../x", "plan-90/soon", "scope/2026-03-05-06")  # fmt: skip
    assert [each for each in good if not is_document(each)] == []
    assert [each for each in bad if is_document(each)] == []
    for each in good:
        assert recorded_as(*kept_under(each)) == each


def test_a_text_is_a_draft_until_it_differs_then_written_then_verified() -> None:
    blank = "# Scope\n\n{inside}\n"
    begun = written(Engagement(), blank, draft=blank)
    assert document_of(Engagement(), "scope").state == "missing"
    assert document_of(begun, "scope").state == "draft"
    assert refused(verify_document(begun, "scope", "Tom", DAY, DAY)) == "refusal.record.not-written"
    spaces = written(begun, "# Scope\n\n\n{inside}  \n")
    assert document_of(spaces, "scope").state == "draft", "white space is no writing"
    own = written(begun, "# Scope\n\nAds.\n")
    assert document_of(own, "scope").state == "written"
    assert refused(verify_document(own, "scope", "ANN ", DAY, DAY)) == "refusal.record.own-document"
    assert document_of(verified(own), "scope").state == "verified"


def test_a_check_is_of_the_words_that_were_read() -> None:
    checked = verified(written(Engagement(), "# Scope\n\nAds.\n"))
    respaced = written(checked, "# Scope\n\n\nAds.")
    assert document_of(respaced, "scope").verified
    changed = written(checked, "# Scope\n\nAds and mail.\n")
    document = document_of(changed, "scope")
    assert (document.state, document.was_verified) == ("written", True)
    assert document_of(verified(changed), "scope").verified
    linked = after(
        Engagement(), write_document(Engagement(), "scope", "Ann", DAY, link="https://a")
    )
    moved = write_document(linked, "scope", "Ann", DAY, link="https://b")
    assert document_of(verified(linked), "scope").verified
    assert not document_of(after(verified(linked), moved), "scope").verified


def test_a_document_with_a_question_left_is_not_checked() -> None:
    asked = written(Engagement(), "# Scope\n\nAds.\n\n{finished}\n\n{board}\n")
    names = {"inside": "In", "finished": "Finished means"}
    decision = verify_document(asked, "scope", "Tom", DAY, DAY, asked=names)
    assert refused(decision) == "refusal.document.standing"
    assert isinstance(decision, Refusal)
    assert decision.values == {"n": 1, "what": "Finished means"}, "in words, not by its id"
    assert document_of(verified(asked, asked={"inside": "In"}), "scope").verified


def test_a_day_that_has_not_come_and_a_link_that_leads_nowhere_are_refused() -> None:
    begun, ahead = written(Engagement(), "# Scope\n\nAds.\n"), date(2999, 1, 1)
    future = "refusal.record.future"
    assert refused(verify_document(begun, "scope", "Tom", ahead, DAY)) == future
    assert refused(send_document(begun, "scope", ahead, DAY)) == future
    fields = {"author": "Ann", "verified_by": "Tom", "verified_on": ahead}
    assert refused(describe_document(begun, "strategy", fields, DAY)) == future
    for link in ("//", ".", "javascript:alert(1)", "https://a b", "https://", "notion"):
        made = link_document(begun, "scope", "Ann", DAY, link, None)
        assert refused(made) == "refusal.document.link", link
    for link in ("javascript:alert(1)", "https://a b"):
        made = describe_document(begun, "strategy", {"author": "Ann", "link": link}, DAY)
        assert refused(made) == "refusal.document.link", link
    assert describe_document(begun, "strategy", {"author": "Ann", "link": "wiki"}, DAY)
    long = link_document(begun, "scope", "Ann", DAY, f"https://a.example/{'a' * 2_000}", None)
    assert refused(long) == "refusal.record.long"
    long = describe_document(
        begun, "strategy", {"author": "Ann", "link": f"wiki/{'a' * 2_000}"}, DAY
    )
    assert refused(long) == "refusal.record.long"


def test_old_records_read_the_same() -> None:
    old = after(
        Engagement(),
        [
            Draft("document", "strategy", {"author": "Ada"}),
            Draft("document", "kpi-thresholds", {"link": "the drive"}),
            Draft("document", "budget-vendors", {"author": "Ada", "verified_by": "Tom"}),
            Draft("document", "decision-log", {"author": "Ada", "verified_by": "ADA"}),
        ],
    )
    old = after(old, keep_report("2026-02", "On track.", "team", DAY))
    old = after(old, write_section("risks", {"text": "None.", "trust": "B", "private": "Hm."}))
    states = {name: each.state for name, each in written_documents(old).items()}
    assert states == {
        "strategy": "written", "kpi-thresholds": "written", "budget-vendors": "verified",
        "decision-log": "written", "monthly-report/2026-02": "written", "section/risks": "written",
    }  # fmt: skip
    assert document_of(old, "strategy").nowhere
    assert not document_of(old, "kpi-thresholds").nowhere
    later = after(old, [Draft("document", "budget-vendors", {"text": "New."})])
    assert document_of(later, "budget-vendors").state == "written", "the text came later"


def test_todays_decoders_read_what_is_written_now() -> None:
    report = write_document(Engagement(), "monthly-report/2026-02", "Ann", DAY, text="On track.")
    section = write_document(Engagement(), "section/risks", "Ann", DAY, text="None.")
    both = after(after(Engagement(), report), section)
    both = after(both, send_document(both, "monthly-report/2026-02", DAY, DAY))
    assert reports_of(both)["2026-02"][1:4] == ("On track.", "cmo", DAY)
    assert dossier_of(both)["risks"].text == "None."


def test_nobody_verifies_what_they_wrote_whichever_name_came_first() -> None:
    two = written(written(Engagement(), "One."), "One, two.", "Tom", seen="One.")
    assert document_of(two, "scope").authors == ("Ann", "Tom")
    assert refused(verify_document(two, "scope", "tom", DAY, DAY)) == "refusal.record.own-document"
    strategy = after(
        Engagement(), write_document(Engagement(), "strategy", "Ann", DAY, text="Ours.")
    )
    fields = {"author": "Zoé", "verified_by": "ann"}
    decision = describe_document(strategy, "strategy", fields, DAY)
    assert refused(decision) == "refusal.transition.own-document"


def test_what_can_not_be_kept_is_refused() -> None:
    def reason(**said: Any) -> str:
        return refused(write_document(Engagement(), "scope", "Ann", DAY, **said))

    assert reason() == "refusal.record.no-text"
    assert reason(text="x" * 100_001) == "refusal.document.long"
    assert reason(text="a " * 8_990 + "password: Tr0ub4dor&3") == "refusal.secret.password"
    assert reason(link="https://a\nb") == "refusal.document.link"
    assert reason(text="x", written_on=date(2026, 3, 13)) == "refusal.record.future"


def test_a_passage_that_is_answered_is_enough_for_its_step() -> None:
    text = written(Engagement(), "# Scope\n\n## Decisions\n\nAnn.\n\n{inside}\n")
    assert document_shown(text, "scope", "written", "decisions")
    assert not document_shown(text, "scope", "written", "inside")


def test_two_who_write_at_once_are_merged_or_told() -> None:
    base = "# Scope\n\nAds.\n\nMail.\n\nEnd.\n"
    theirs = written(written(Engagement(), base), base.replace("Ads.", "Ads, no video."), "Nora")
    mine = written(theirs, base.replace("End.", "In June."), seen=base)
    both = base.replace("Ads.", "Ads, no video.").replace("End.", "In June.")
    assert document_of(mine, "scope").text == both
    crossing = write_document(
        theirs, "scope", "Ann", DAY, text=base.replace("Ads.", "No ads."), seen=base
    )
    assert refused(crossing) == "refusal.document.crossed"
    over = written(theirs, "No ads.\n", seen=document_of(theirs, "scope").text)
    assert document_of(over, "scope").text == "No ads.\n"


LINES = st.lists(st.sampled_from("abcd"), max_size=7).map(
    lambda found: "".join(f"{x}\n" for x in found)
)


@given(LINES, LINES, LINES)
def test_merging_keeps_what_each_did(base: str, mine: str, theirs: str) -> None:
    both = merge(base, mine, theirs)
    for side, text in (("base", base), ("mine", mine), ("theirs", theirs)):
        assert "".join(line for piece in both.pieces for line in getattr(piece, side)) == text
    other = merge(base, theirs, mine)
    assert len(both.crossed) == len(other.crossed)
    if not both.crossed:
        assert both.text == other.text


@given(LINES, LINES)
def test_merging_with_who_did_nothing_gives_the_other(base: str, mine: str) -> None:
    for both in (merge(base, mine, base), merge(base, base, mine), merge(base, mine, mine)):
        assert (both.crossed, both.text) == ((), mine)
    assert merge(mine, base, base).text == base


def test_texts_too_long_to_merge_are_shown_whole() -> None:
    long = "a\n" * (LIMIT + 1)
    both = merge(long, f"{long}b\n", f"c\n{long}")
    assert len(both.crossed) == 1


def test_a_digest_folds_white_space_and_nothing_else() -> None:
    assert digest("a\n\n b") == digest("a b")
    assert digest("a b") != digest("ab")
    assert len(digest("")) == 16
    assert Document("scope").state == "missing"


@pytest.mark.parametrize("field", ["report", "dossier-section"])
def test_taking_out_a_record_takes_out_the_document(field: str) -> None:
    identity = {"report": "2026-02", "dossier-section": "risks"}[field]
    there = after(Engagement(), [Draft(field, identity, {"text": "x"})])
    gone = after(there, [Draft(field, identity, {"_deleted": True})])
    assert [*written_documents(there)] == [recorded_as(field, identity)]
    assert [*written_documents(gone)] == []


def test_who_wrote_only_what_was_undone_is_no_author_and_may_check_it() -> None:
    theirs = written(written(Engagement(), "Theirs.", "Tom"), "Mine.", "Ann")
    undone = after(theirs, [Draft("document", "scope", {"wrote:Ann": None, "text": "Theirs."})])
    assert document_of(undone, "scope").authors == ("Tom",)
    assert document_of(verified(undone, "Ann"), "scope").verified_by == "Ann"


def test_where_it_is_is_an_address_or_a_path_and_what_was_said_long_ago_may_stay() -> None:
    for place in ("the drive", "javascript:alert(1)"):
        made = write_document(Engagement(), "scope", "Ann", DAY, link=place)
        assert refused(made) == "refusal.document.link", place
    old = after(Engagement(), [Draft("document", "scope", {"link": "the drive"})])
    again = written(old, "Its text.", link="the drive")
    assert document_of(again, "scope").link == "the drive"


@pytest.mark.parametrize(("added", "state"), [
    ("budget", "draft"), ("12 000", "draft"), ("Media: 12,000 a month", "written"),
])  # fmt: skip
def test_a_page_of_no_kind_with_a_word_or_two_is_a_draft(added: str, state: str) -> None:
    page, begun = "other/budget-marketing", "# Alma: Define a budget\n"
    text = f"{begun}\n{added}\n"
    kept = after(Engagement(), write_document(Engagement(), page, "Ann", DAY, text=text,
                                              draft=begun))  # fmt: skip
    assert document_of(kept, page).state == state
    if state == "draft":
        assert refused(verify_document(kept, page, "Tom", DAY, DAY)) == "refusal.record.not-written"
