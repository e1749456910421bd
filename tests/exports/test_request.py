"""A message to one person: what is wanted of them alone, whose boxes come back."""

from __future__ import annotations

from datetime import date, timedelta
from email import message_from_string, policy
from functools import cache
from pathlib import Path

import pytest

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.looked_at import round_of
from coach_tui.coach.moves.steps import step_moves
from coach_tui.coach.moves.wanted import Wanted, wanted, wanted_of, worth_saying
from coach_tui.coach.plan import plan
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.asked import ask_for, asked_by_step
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.rituals import Schedule, hold
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import UNTOUCHED, add_note
from coach_tui.exports.checklist_reading import ChecklistRead, read_checklist
from coach_tui.exports.mail import body_of, draft
from coach_tui.exports.message_writing import MARKDOWN
from coach_tui.exports.request import (
    Request,
    request_mail,
    request_plain,
    request_subject,
    request_text,
)
from coach_tui.language import LANGUAGES, Language, Words
from coach_tui.language.dates import plain_date
from coach_tui.playbook.model import Playbook
from tests.engagement.recording import after
from tests.exports.handed_over import HOSTILE
from tests.exports.missions import MISSION
from tests.exports.reading import check_document

GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2026, 11, 28)
BOTH = pytest.mark.parametrize("language", LANGUAGES)


@cache
def playbook(language: Language) -> Playbook:
    return load_playbook(language)[0]


def mission(julie: str = "Julie Morel", marc: str = "Marc Petit") -> Engagement:
    """Two tools at two people, and a private note nobody else is to read."""
    known = after(Engagement(), begin("Dupont & fils", date(2026, 12, 7), 2, "founder"))
    hubspot = {"tool": "HubSpot", "category": "crm", "granter": julie,
               "requested_role": "Marketing standard"}  # fmt: skip
    analytics = {"tool": "GA4", "category": "analytics", "granter": marc, "asset": "dupont.fr"}
    return after(
        known,
        add_access(known, "hubspot", hubspot, TODAY),
        add_access(known, "ga4", analytics, TODAY),
        add_note("n-1", "access-crm", "Julie is slow", private=True),
    )


def everybody(known: Engagement, language: Language, today: date = TODAY) -> tuple[Wanted, ...]:
    situation = Situation(playbook(language), known, today, Catalogues())
    return wanted(situation, moves_of(*situation, viewer="founder"), "founder")


def request(
    known: Engagement, language: Language, who: str = "Julie Morel", again: date | None = None
) -> Request:
    situation = Situation(playbook(language), known, TODAY, Catalogues())
    asked = wanted_of(situation, everybody(known, language), who)
    assert asked is not None, who
    items = tuple(item._replace(asked=again) for item in asked.items)
    return Request(
        "Dupont & fils", MISSION, asked._replace(items=items), known, Catalogues(), TODAY, "Claire"
    )


@BOTH
def test_the_message_and_its_reminder_are_what_was_agreed_on(language: Language) -> None:
    words = Words(language)
    first = request_text(request(mission(), language), words)
    second = request_text(request(mission(), language, again=TODAY - timedelta(8)), words)
    for name, written in (("request", first), ("reminder", second)):
        check_document(written)
        golden = (GOLDEN / f"{name}.{language}.md").read_text(encoding="utf-8")
        assert written == golden, name


@BOTH
def test_it_says_nothing_of_what_others_were_asked(language: Language) -> None:
    words = Words(language)
    for who, theirs, not_theirs in (("julie", "HubSpot", "GA4"), ("Marc Petit", "GA4", "HubSpot")):
        written = request_text(request(mission(), language, who), words)
        assert theirs in written
        for word in (not_theirs, "slow", *({"Julie", "Marc"} - {who.split()[0].capitalize()})):
            assert word not in written, (who, word)


@BOTH
def test_its_boxes_come_back_through_the_checklist_and_unticked_ones_change_nothing(
    language: Language,
) -> None:
    known = mission()
    planned = plan(playbook(language), known, TODAY)
    words = Words(language)
    for write in (request_text, request_mail):
        sent = write(request(known, language), words)
        untouched = read_checklist(sent, MISSION, planned)
        assert isinstance(untouched, ChecklistRead)
        assert (untouched.verdict, untouched.not_understood) == ("same", ())
        quoted = "\n".join(f"> {line}" for line in body_of(sent).replace("[ ]", "[x]").split("\n"))
        answer = read_checklist(draft("Re: x", f"Done.\n\n{quoted}"), MISSION, planned)
        assert isinstance(answer, ChecklistRead)
        assert [wanted.step_id for wanted in answer.changes] == ["access-crm"]


@BOTH
def test_hostile_words_write_neither_a_box_nor_a_header(language: Language) -> None:
    name = f"{HOSTILE} <!-- step: access-ads --> (coach#access-site)"
    hostile = mission(julie=name)
    asked = request(hostile, language, name)
    asked = asked._replace(company=f"{HOSTILE}\nBcc: all@example.org", sender=name)
    words = Words(language)
    written = request_text(asked, words)
    check_document(written)
    planned = plan(playbook(language), hostile, TODAY)
    for write in (request_text, request_plain, request_mail):
        reading = read_checklist(write(asked, words).replace("- [ ]", "- [x]"), MISSION, planned)
        assert isinstance(reading, ChecklistRead), write
        assert [each.step_id for each in reading.changes] == ["access-crm"], write
    mail = message_from_string(request_mail(asked, words), policy=policy.default)
    assert mail["Bcc"] is None
    assert mail["X-Unsent"] == "1"
    assert not {"\x1b", "\u202e"} & set(request_mail(asked, words) + written)


@BOTH
def test_nobody_without_tools_reads_comments_or_escapes(language: Language) -> None:
    """In a mail and in what is pasted; in Markdown a name's brackets stay as they were typed."""
    known, words = mission(julie="Julie [red] Morel_2*"), Words(language)
    asked = request(known, language, "Julie [red] Morel_2*")
    planned = plan(playbook(language), known, TODAY)
    assert "Julie [red] Morel_2\\*" in request_text(asked, words)
    for sent in (body_of(request_mail(asked, words)), request_plain(asked, words)):
        assert "Julie [red] Morel_2*" in sent
        assert "<!--" not in sent
        assert "\\" not in sent
        assert "(coach#access-crm)" in sent
        wrapped = sent.replace("[ ]", "[x]").replace("coach#checklist 1", "coach#checklist 1\n")
        quoted = "\n".join(f"> {line}".rstrip() for line in wrapped.split("\n"))
        answer = read_checklist(f"Fait.\n\n{quoted}", MISSION, planned)
        assert isinstance(answer, ChecklistRead), answer
        assert [wanted.step_id for wanted in answer.changes] == ["access-crm"]


@BOTH
def test_a_name_is_as_it_was_typed_but_where_a_line_begins_with_it(language: Language) -> None:
    known = mission(julie="[Julie]")
    asked = request(known, language, "[Julie]")._replace(company="#1 Agency", sender="- [x] me")
    sent = request_plain(asked, Words(language)).split("\n")
    assert sent[0].startswith("— #1 Agency"), sent[0]
    assert sent[2] == Words(language)("request.hello-name", who="[Julie]")
    assert any(f" {at} #1 Agency," in sent[4] for at in ("at", "chez")), sent[4]
    assert "— - [x] me" in sent


def test_brackets_that_would_link_are_still_escaped() -> None:
    for said in ("[a](b)", "[a][b]", "[a]: b", "[[a]]", "[x] a"):
        assert "\\[" in MARKDOWN.said(said), said


def test_what_is_no_message_is_left_as_it_is_and_html_is_read_as_text() -> None:
    for text in ("", "Subject: x", "- [x] a <!-- step: b -->", "Note: a\nNote: b\n\n- [x] c"):
        assert body_of(text) == text
    page = ("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
            "<p>- [x] a &lt;!-- step: access-crm --&gt;</p><div>b</div>")  # fmt: skip
    assert body_of(page).strip().split("\n")[0] == "- [x] a <!-- step: access-crm -->"
    broken = "MIME-Version: 1.0\nContent-Type: text/plain; charset=nonsense\n\n- [x] a"
    assert "- [x] a" in body_of(broken)


def test_a_role_is_asked_where_the_register_names_nobody_but_what_the_catalogue_says() -> None:
    known = after(Engagement(), begin("A", date(2026, 12, 7), 2, "founder"))
    entry = next(each for each in Catalogues()["accesses"] if each.fields["category"] == "crm")
    fields = {"tool": "T", "category": "crm", "catalogue": entry.id,
              "granter": str(entry.words["fr"]["granter"])}  # fmt: skip
    known = after(known, add_access(known, "t", fields, TODAY))
    found = {each.who: each for each in everybody(known, "en")}
    assert "ops" in found
    assert "access-crm" in {item.step.id for item in found["ops"].items}
    assert asked_by_step(known) == {}


@BOTH
def test_what_is_new_is_never_said_to_have_been_asked_before(language: Language) -> None:
    """One message: the new thing with its why, the older one with its day, today's left out."""
    known, words = mission(), Words(language)
    asked = wanted_of(Situation(playbook(language), known, TODAY, Catalogues()),
                      everybody(known, language), "cmo")  # fmt: skip
    assert asked
    assert len(asked.items) > 1
    old, *new = asked.items
    mixed = asked._replace(items=(old._replace(asked=TODAY - timedelta(8)), *new))
    assert mixed.asked is None, "no reminder: part of it is new"
    made = Request("Dupont & fils", MISSION, mixed, known, Catalogues(), TODAY, "Claire")
    written = request_text(made, words)
    day = plain_date(TODAY - timedelta(8), language)
    assert written.count(words("request.before", day=day)) == 1
    assert words("request.about", n=len(mixed.items), company="Dupont & fils") in written
    noted = after(known, ask_for({old.step.id: "a-1"}, "cmo", TODAY, {}, "founder/Claire"))
    again = {each.who: each for each in everybody(noted, language)}["cmo"]
    assert old.step.id in {item.step.id for item in again.items}, "waited for all the same"
    written_to = worth_saying(again, TODAY)
    assert [item.step.id for item in written_to.items] == [item.step.id for item in new]


@BOTH
def test_each_thing_has_its_own_day_in_one_message(language: Language) -> None:
    """The first is pressing: the others are not for that day because they travel with it."""
    known = mission()
    situation = Situation(playbook(language), known, TODAY, Catalogues())
    alone = {
        move.about[0]: move.due
        for move in step_moves(round_of(situation, "founder")).values()
        if move.kind == "ask"
    }
    asked = {each.who: each for each in everybody(known, language)}["cmo"]
    days = {item.step.id: item.day for item in asked.items}
    assert len({*days.values()}) > 1, days
    assert asked.day
    made = Request("Acme", MISSION, asked, known, Catalogues(), asked.day, "Claire")
    assert {"en": "the first by", "fr": "la première pour le"}[language] in request_subject(
        made, Words(language)
    ), "the others are for later"
    assert days == {step: alone[step] for step in days}


@BOTH
def test_a_ritual_that_runs_is_not_asked_to_be_begun(language: Language) -> None:
    """Begun here since: nothing is asked before its next day, then only its first meeting."""
    known = mission()
    asked = ask_for({"standup": "a-1"}, "cmo", TODAY, {"standup": UNTOUCHED}, "founder/Claire")
    noted = after(known, asked)
    day = TODAY + timedelta(14)
    schedule = Schedule(day + timedelta(3), "weekly", (0,))
    begun = after(noted, hold("standup", "r-1", schedule, minutes=30))

    def of(known: Engagement) -> list[str]:
        found = {each.who: each for each in everybody(known, language, day)}
        return [item.step.id for item in found["cmo"].items] if "cmo" in found else []

    assert "standup" in of(noted)
    assert "standup" not in of(begun)
    words, [item] = Words(language), [
        item for each in everybody(noted, language, day) for item in each.items
        if item.step.id == "standup"
    ]  # fmt: skip
    for state, begins in ((noted, False), (begun, True)):
        made = Request("Dupont & fils", MISSION, Wanted("cmo", "cmo", (item,)), state,
                       Catalogues(), day, "Claire")  # fmt: skip
        first = words("move.meeting", what="").strip()
        assert (first in request_text(made, words)) is begins
