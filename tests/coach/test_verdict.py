"""The verdict of the transition in words: unknown is said, gates come first, T0 changes them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from coach_tui.coach.readiness import READY
from coach_tui.coach.transition.handover import readiness_of
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.access.change import set_access
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.profile import amend, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import add_person, leave
from coach_tui.engagement.transition.plan import back_plan_of
from coach_tui.engagement.transition.record import end_of, ended_on, set_transition
from coach_tui.engagement.transition.signals import review_signals
from coach_tui.exports.transition.axes import because_words, verdict_words
from coach_tui.language import Words
from tests.coach.test_handover import TODAY, mission
from tests.engagement.recording import after

FULL: dict[str, Any] = {"headcount": 130, "budget": 170_000, "presence": True, "team": 6}
FEBRUARY, MARCH = date(2026, 2, 9), date(2026, 3, 9)


def reviewed(at: Engagement, *days: date) -> Engagement:
    for number, day in enumerate(days):
        at = after(at, review_signals(f"review-{number}", day, **FULL))
    return at


def said(at: Engagement, today: date = TODAY, language: str = "en") -> str:
    words, verdict = Words(language), verdict_of(at, today)  # type: ignore[arg-type]
    return f"{verdict_words(verdict, words)} {because_words(verdict, words)}".rstrip()


def test_each_verdict_is_said_as_it_is() -> None:
    """Half-way the mission is worth 58.5 points with its gates met; later, 88.2."""
    half, late = mission(later=False), mission(later=True)
    ungated = after(late, set_transition(late, {"successor": ""}))
    cases = [
        (half, "Upskill the team, and document. Need unknown: review the four signals. Readiness"
               " 58.5 of 100."),
        (reviewed(half, MARCH), "Upskill the team, and document. Need unknown (4 signals seen"
                                " once), readiness 58.5 of 100."),
        (reviewed(half, FEBRUARY, MARCH),
         "Document before recruiting. Need 4 of 4, readiness 58.5 of 100."),
        (reviewed(late, FEBRUARY, MARCH), "Recruit, and overlap one to two months. Need 4 of 4,"
                                          " readiness 88.2 of 100."),
        (late, "Ready to hand over. Need unknown: review the four signals. Readiness 88.2 of 100."),
        (reviewed(ungated, FEBRUARY, MARCH),
         "Meet the gates: A successor or a deputy is named. Need 4 of 4, readiness 88.2 of 100."),
    ]  # fmt: skip
    for at, expected in cases:
        assert said(at) == expected


def test_a_gate_comes_first_below_75_points_too() -> None:
    half = reviewed(mission(later=False), FEBRUARY, MARCH)
    at = after(half, set_transition(half, {"successor": ""}))
    assert readiness_of(at, TODAY).score < READY
    assert said(at).startswith("Meet the gates: A successor or a deputy is named. Document before")


def test_after_t0_nobody_is_told_what_to_do_before_recruiting() -> None:
    at = reviewed(mission(later=False), FEBRUARY, MARCH)
    t0 = TODAY - timedelta(days=18)
    at = after(at, amend(at, {"successor_first_day": t0, "planned_end": t0 + timedelta(weeks=8)}))
    assert said(at).startswith("Overlap: the permanent CMO is here")
    assert "recruit" not in said(at).casefold()
    over = t0 + timedelta(weeks=8, days=1)
    assert said(at, over) == (
        "The CMO has left: the checks at 7, 30 and 90 days, and the accesses that remain."
    )
    closed = after(at, *(
        set_access(at, each, {"exit": "keep", "keep_reason": "kept for the invoice"}, over)
        for each in accesses_of(at)
    ))  # fmt: skip
    assert said(closed, over) == (
        "The CMO has left and has no access any more: the checks at 7, 30 and 90 days remain."
    )
    assert "Document before recruiting." in said(at, t0 - timedelta(days=1))
    assert said(at, over, "fr").startswith("Le CMO est parti")
    assert back_plan_of(at, over).flags == ()


def test_a_successor_who_leaves_before_t0_takes_nothing_over() -> None:
    at = mission(later=True)
    t0 = TODAY + timedelta(weeks=6)
    at = after(at, amend(at, {"successor_first_day": t0}), add_person("ada", "Ada", "internal"))
    assert readiness_of(at, TODAY).failed == ()
    gone = after(at, leave(at, "ada", TODAY + timedelta(weeks=2)))
    assert readiness_of(gone, TODAY).failed == ("successor",), "known before it happens"
    assert "successor-left" in {flag.id for flag in back_plan_of(gone, TODAY).flags}
    later = after(at, leave(at, "ada", t0 + timedelta(weeks=20)))
    assert readiness_of(later, TODAY).failed == ()


def test_an_end_before_the_first_day_ends_nothing() -> None:
    at = mission(later=False)
    first = profile_of(at).first_day
    assert first is not None
    forced = after(at, [*_raw(ended=(first - timedelta(days=1)).isoformat())])
    assert end_of(forced) is None
    assert not ended_on(forced, TODAY)
    assert said(forced) == said(at)


def _raw(**fields: str) -> list[Any]:
    from coach_tui.engagement.change import Draft

    return [Draft("transition", "transition", fields)]
