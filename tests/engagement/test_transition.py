"""Transition: signals over two reviews, the dates back from T0, documents, loops, the exit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import content, load_catalogue
from coach_tui.engagement.change import Draft
from coach_tui.engagement.documents import kinds as document_kinds
from coach_tui.engagement.documents.record import nine_of, nine_verified
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.profile import Profile, begin
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition import dossier
from coach_tui.engagement.transition import exit as transition_exit
from coach_tui.engagement.transition import loops as transition_loops
from coach_tui.engagement.transition.contacts import contacts_of, contacts_recorded, set_contact
from coach_tui.engagement.transition.exit import AccessLine, checks_of, exit_of, set_check
from coach_tui.engagement.transition.loops import (
    loops_of,
    loops_recorded,
    set_loop,
    sign_loop,
)
from coach_tui.engagement.transition.plan import BackPlan, back_plan, switch_week
from coach_tui.engagement.transition.record import Transition, set_transition
from coach_tui.engagement.transition.signals import (
    read_signals,
    review_signals,
    signals_of,
    signals_recorded,
)
from coach_tui.engagement.transition.taker import taker_there
from coach_tui.exports.proof_words import proof_plain
from coach_tui.language import Refusal
from tests.engagement.recording import after, refused

T0 = date(2026, 9, 7)
TODAY = date(2026, 3, 12)
ALL_FOUR = {"headcount": 130.0, "budget": 170_000.0, "presence": True, "team": 6.0}


def flags(plan: BackPlan) -> dict[str, bool]:
    return {flag.id: flag.alert for flag in plan.flags}


def test_130_people_170_thousand_daily_presence_and_a_team_of_six_launch_the_search() -> None:
    assert sum(bool(on) for on in read_signals(130, 170_000, True, 6).values()) == 4
    first = after(Engagement(), review_signals("r1", date(2026, 2, 9), **ALL_FOUR))  # type: ignore[arg-type]
    assert (signals_of(first).level, signals_of(first).band) == (None, "unknown")
    assert set(signals_of(first).marks.values()) == {"seen"}, "one review is not two in a row"
    second = after(first, review_signals("r2", date(2026, 3, 9), **ALL_FOUR))  # type: ignore[arg-type]
    assert signals_of(second).confirmed
    assert (signals_of(second).level, signals_of(second).band) == (4, "launch")
    assert proof_plain(signals_recorded(second)) == "4 4 2026-03-09"


def test_a_signal_that_comes_and_goes_does_not_count() -> None:
    engagement = after(
        Engagement(),
        review_signals("r1", date(2026, 2, 9), headcount=90, presence=True),
        review_signals("r2", date(2026, 3, 9), headcount=101, presence=True),
    )
    signals = signals_of(engagement)
    assert (signals.seen, signals.sure, signals.band) == (
        ("headcount", "presence"), ("presence",), "watch",
    )  # fmt: skip
    assert signals.marks == {
        "headcount": "seen", "budget": "unknown", "presence": "sure", "team": "unknown",
    }  # fmt: skip


def test_two_reviews_in_one_week_are_one() -> None:
    engagement = after(
        Engagement(),
        review_signals("r1", date(2026, 3, 9), presence=True),
        review_signals("r2", date(2026, 3, 12), presence=True),
    )
    assert not signals_of(engagement).confirmed


def test_at_the_thresholds_nothing_is_signalled_yet() -> None:
    assert not any(read_signals(100, 150_000, False, 5).values())
    assert all(read_signals(101, 150_001, True, 6).values())
    assert refused(review_signals("r", TODAY)) == "refusal.transition.empty-review"
    assert refused(review_signals("r", TODAY, headcount=-3)) == "refusal.transition.figure"


def test_the_search_starts_26_weeks_before_t0() -> None:
    plan = back_plan(Profile(successor_first_day=T0), Transition(), TODAY)
    weeks = {each.id: each.weeks for each in plan.milestones}
    before = {"scenario": -30, "search": -26, "shortlist": -20, "offer": -14, "dossier": -4}
    before = {"scenario": -30, "search": -26, "shortlist": -20, "offer": -14, "dossier": -4}
    assert {name: weeks[name] for name in before} == before
    assert (weeks["switch"], weeks["end"]) == (3, 8)
    assert plan.day("revoked") == date(2026, 11, 9), "five working days after Monday 2 November"
    days = [each.day for each in plan.milestones]
    assert days == sorted(days)


def test_a_contract_that_ends_before_the_successor_arrives_is_flagged() -> None:
    early = Profile(successor_first_day=T0, planned_end=T0 - timedelta(days=1))
    assert flags(back_plan(early, Transition(), TODAY))["contract-before-t0"]
    during = early._replace(planned_end=T0 + timedelta(weeks=2))
    assert flags(back_plan(during, Transition(), TODAY))["contract-before-end"]
    late = early._replace(planned_end=T0 + timedelta(weeks=8))
    assert not any(flags(back_plan(late, Transition(), TODAY)).values())


def test_without_t0_only_that_is_said() -> None:
    plan = back_plan(Profile(), Transition(), TODAY)
    assert (plan.milestones, list(flags(plan))) == ((), ["no-t0"])


def test_a_search_begun_too_late_is_said_with_its_weeks() -> None:
    plan = back_plan(Profile(successor_first_day=T0), Transition(), date(2026, 4, 6))
    late = next(flag for flag in plan.flags if flag.id == "search-late")
    assert late.values["n"] == 4


def test_what_a_transition_cannot_be() -> None:
    acme = after(Engagement(), begin("Acme", date(2026, 3, 9), 2, "founder"))
    early = set_transition(acme, {"successor_first_day": date(2026, 3, 8)})
    assert refused(early) == "refusal.transition.t0-before-start"
    assert refused(set_transition(acme, {"overlap_weeks": 0})) == "refusal.transition.overlap-weeks"
    assert refused(set_transition(acme, {"ended": date(2020, 1, 1)})).endswith("before-start")


def test_a_successor_renamed_is_the_same_transition() -> None:
    engagement = after(Engagement(), set_transition(Engagement(), {"successor": "Ada"}))
    engagement = after(engagement, set_transition(engagement, {"successor": "Ada Byron"}))
    assert taker_there(engagement, date(2026, 3, 9)) == "Ada Byron"
    inside = after(Engagement(), set_transition(Engagement(), {"relay": "Léa"}))
    assert taker_there(inside, date(2026, 3, 9)) == "Léa"


@pytest.mark.parametrize(("weeks", "switch"), [(1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (8, 4)])
def test_decisions_switch_in_the_fourth_week_or_the_third_when_short(
    weeks: int, switch: int
) -> None:
    assert switch_week(weeks) == switch


@given(
    t0=st.dates(date(2000, 1, 1), date(2090, 1, 1)), today=st.dates(),
    overlap=st.integers(1, 26), search=st.integers(1, 104), notice=st.integers(0, 52),
)  # fmt: skip
def test_any_back_plan_keeps_its_order(
    t0: date, today: date, overlap: int, search: int, notice: int
) -> None:
    transition = Transition(overlap_weeks=overlap, search_weeks=search, notice_weeks=notice)
    plan = back_plan(Profile(successor_first_day=t0), transition, today)
    order = [plan.day(name) for name in ("scenario", "search", "shortlist", "offer", "t0")]
    assert order == sorted(order)  # type: ignore[type-var]
    assert plan.day("t0") <= plan.day("switch") <= plan.day("end") < plan.day("revoked")  # type: ignore[operator]


def test_a_document_counts_once_someone_else_has_verified_it() -> None:
    engagement = after(
        Engagement(),
        describe_document(Engagement(), "strategy", {"author": "Ada", "link": "wiki/1"}, TODAY),
    )
    assert nine_of(engagement)["strategy"].state == "written"
    own = describe_document(engagement, "strategy", {"verified_by": " ADA "}, TODAY)
    assert refused(own) == "refusal.transition.own-document"
    nobody = describe_document(engagement, "decision-log", {"verified_by": "Tom"}, TODAY)
    assert refused(nobody) == "refusal.transition.no-author"
    verified = after(
        engagement, describe_document(engagement, "strategy", {"verified_by": "Tom"}, TODAY)
    )
    assert nine_of(verified)["strategy"].verified
    assert nine_verified(verified) == ""
    for name in document_kinds.NINE:
        fields = {"author": "Ada", "verified_by": "Tom"}
        verified = after(verified, describe_document(verified, name, fields, TODAY))
    assert nine_verified(verified) == ("proof.nine", {"who": "Tom"})


def test_an_open_loop_carries_two_signatures_and_loses_them_when_it_changes() -> None:
    listed = after(
        Engagement(), set_loop(Engagement(), "l1", {"topic": "Rebate promised", "due": T0}, TODAY)
    )
    assert not loops_of(listed).settled
    signed = after(
        listed,
        sign_loop("l1", "left", "Bob", TODAY),
        sign_loop("l1", "taken", "Ada", TODAY),
    )
    assert loops_of(signed).settled
    assert loops_recorded(signed) == "1/1"
    same = after(signed, set_loop(signed, "l1", {"topic": "Rebate promised"}, TODAY))
    assert loops_of(same).settled, "saying the same again changes nothing"
    changed = after(signed, set_loop(signed, "l1", {"fate": "stop"}, TODAY))
    assert loops_of(changed).unsigned


def test_no_open_loop_at_all_has_to_be_looked_for() -> None:
    assert not loops_of(Engagement()).settled
    looked = [transition_loops.look_in(place, True) for place in transition_loops.PLACES]
    assert loops_of(after(Engagement(), *looked)).settled
    assert not loops_of(after(Engagement(), *looked[1:])).settled
    assert (
        refused(set_loop(Engagement(), "l1", {"topic": " "}, TODAY))
        == "refusal.transition.no-topic"
    )
    assert refused(sign_loop("l1", "left", " ", TODAY)) == "refusal.transition.no-signature"


def test_what_cannot_be_of_a_contact_or_a_loop_names_its_field() -> None:
    tomorrow = TODAY + timedelta(days=1)
    for decide, fields, field, reason in (
        (set_contact, {"name": "Board", "introduced_on": tomorrow}, "introduced_on", "future"),
        (set_contact, {"name": "Board", "who": "x" * 10_001}, "who", "long"),
        (set_loop, {"topic": "Rebate", "fate": "burn"}, "fate", "choice"),
        (set_loop, {"topic": "Rebate", "due": date(2199, 1, 1)}, "due", "far-day"),
    ):
        answer = decide(Engagement(), "k1", fields, TODAY)
        assert isinstance(answer, Refusal), fields
        assert (answer.reason, answer.field) == (f"refusal.field.{reason}", field)


def test_contacts_are_recorded_once_all_are_introduced() -> None:
    engagement = after(
        Engagement(), set_contact(Engagement(), "k1", {"name": "Board"}, TODAY),
        set_contact(Engagement(), "k2", {"name": "Press", "introduced_on": TODAY}, TODAY),
    )  # fmt: skip
    assert [contact.introduced for contact in contacts_of(engagement)] == [False, True]
    assert contacts_recorded(engagement) == ""
    met = after(engagement, set_contact(engagement, "k1", {"introduced_on": TODAY}, TODAY))
    assert contacts_recorded(met) == "2/2"
    assert (
        refused(set_contact(Engagement(), "k3", {"who": "?"}, TODAY))
        == "refusal.transition.no-contact"
    )


def test_checks_come_7_30_and_90_days_after_the_end() -> None:
    acme = after(Engagement(), begin("Acme", date(2026, 3, 9), 2, "founder"))
    ended = after(acme, set_transition(acme, {"ended": date(2026, 11, 2)}))
    due = {check.days: check.due for check in checks_of(ended)}
    assert due == {7: date(2026, 11, 9), 30: date(2026, 12, 2), 90: date(2027, 1, 31)}
    leaving = exit_of(ended, [])
    assert len(leaving.due(date(2026, 11, 9))) == 3
    one = after(ended, set_check("ghost-access", "fine", TODAY))
    assert len(exit_of(one, []).due(date(2026, 11, 9))) == 2
    assert refused(set_check("kpi-fed", "problem", TODAY)) == "refusal.transition.problem-needs"
    assert all(check.due is None for check in checks_of(acme))


def test_an_exit_is_complete_when_every_line_is_verified_or_kept_with_a_reason() -> None:
    gone = AccessLine("CRM", removed=True, verified=True)
    kept = AccessLine("Dashboard", kept="advisory until June")
    only_removed = AccessLine("Ads", removed=True)
    assert not exit_of(Engagement(), []).complete, "nothing listed is not an exit"
    assert exit_of(Engagement(), [gone, kept]).complete
    left = exit_of(Engagement(), [gone, only_removed])
    assert [line.tool for line in left.residual] == ["Ads"]


def test_ownership_is_transferred_before_anything_is_revoked() -> None:
    owned = AccessLine("Domain", transfer=True, removed=True, verified=True)
    leaving = exit_of(Engagement(), [owned])
    assert leaving.revoked_too_early == (owned,)
    assert not leaving.complete
    moved = owned._replace(transferred=True)
    assert exit_of(Engagement(), [moved]).complete


def test_the_ids_are_the_catalogues_own() -> None:
    ids = {
        "open-loop-sources": transition_loops.PLACES,
        "after-exit-checks": transition_exit.CHECKS,
        "dossier-sections": dossier.SECTIONS,
    }
    for name, known in ids.items():
        text = content("catalogue", f"{name}.toml").read_text(encoding="utf-8")
        written = [line.split('"')[1] for line in text.splitlines() if line.startswith("id = ")]
        assert tuple(written) == tuple(known), name
    kinds, _ = load_catalogue("documents")
    assert tuple(each.id for each in kinds if each.fields["nine"]) == document_kinds.NINE


def test_an_author_and_a_verifier_united_from_two_copies_are_still_one_person() -> None:
    both = after(
        Engagement(), [Draft("document", "strategy", {"author": "Léa", "verified_by": "LEA "})]
    )
    assert nine_of(both)["strategy"].state == "written"
