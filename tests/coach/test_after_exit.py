"""Once the CMO has left: three dates to check, the accesses left, and nothing else of the mission.

The mission begins on Monday 2 March 2026 and ends on 10 June (day 100): the checks fall on 17
June, 10 July and 8 September, the accesses are to be removed by 17 June (five working days).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from coach_tui.coach.advice.ranked import advise
from coach_tui.coach.due_days import due_days
from coach_tui.coach.moves.falling_due import falling_due
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.portfolio import next_meeting
from coach_tui.coach.rhythm.overview import agenda_of, ritual_lines
from coach_tui.coach.transition.handover import readiness_of
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.profile import amend
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.transition.exit import set_check
from coach_tui.engagement.transition.record import set_transition
from coach_tui.exports.calendar import Issue, calendar_of
from coach_tui.exports.transition.axes import readiness_lines, verdict_lines
from coach_tui.language import Refusal, Words
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d
from tests.coach.test_rules import OPEN

LAST = d(100)
SEVEN, THIRTY, NINETY = date(2026, 6, 17), date(2026, 7, 10), date(2026, 9, 8)


def left() -> Story:
    """A mission with something of everything, over since day 100."""
    story = Story().ritual("weekly-ceo").kpi("mql", family="marketing")
    story.do(promise("p1", "the deck", d(0), to="Ada", due=d(120)))
    story.raw("step", "contract-close", status="doing").access("HubSpot", **OPEN)
    story.access("Drive", **{**OPEN, "exit": "keep", "keep_reason": "advisory"})
    return story.do(set_transition(story.engagement, {"ended": LAST}))


def test_once_the_cmo_has_left_nothing_says_where_to_start() -> None:
    story = left()
    for language, said in (("en", ("Start here", "Earns most")), ("fr", ("Commencez", "rapporte"))):
        told = {}
        for day in (LAST - timedelta(1), LAST + timedelta(1)):
            verdict, ready = verdict_of(story.engagement, day), readiness_of(story.engagement, day)
            words = Words(language)
            lines = [*verdict_lines(verdict, ready, words), *readiness_lines(verdict, ready, words)]
            told[day] = any(each in "\n".join(lines) for each in said)
        assert [*told.values()] == [True, False], language


def due(story: Story, day: date) -> dict[str, tuple[tuple[str, ...], bool]]:
    """Each move offered that day, what it is about, and whether it is late."""
    found = moves_of(PLAYBOOK, story.engagement, day, CATALOGUES)
    return {each.id: (each.about, each.late) for each in found if each.start <= day}


def test_nothing_of_the_mission_is_due_any_more_but_its_checks_and_accesses() -> None:
    story = left()
    tool = next(iter(story.engagement.records("access")))
    at_seven = ("ghost-access", "automations", "closing-file")
    at_thirty = ("kpi-fed", "rituals-held", "loops-closed")
    left_open = {"residual": ((tool,), False)}
    cases = {
        d(101): left_open,
        SEVEN: {**left_open, "checks:7": (at_seven, False)},
        d(123): {**left_open, "checks:7": (at_seven, True)},
        THIRTY: {**left_open, "checks:7": (at_seven, True), "checks:30": (at_thirty, False)},
    }
    for day, expected in cases.items():
        assert due(story, day) == expected, day
        assert [line.next for line in ritual_lines(story.engagement, day)] == [None]
        assert (agenda_of(story.engagement, day), next_meeting(story.engagement, day)) == ((), None)


def test_on_the_last_day_itself_the_mission_still_asks() -> None:
    assert {each.kind for each in falling_due(left().engagement, LAST)} == {"reading", "occurrence"}
    assert {"readings:cmo", "occurrences:founder"} <= due(left(), LAST).keys()


def test_a_check_done_is_due_no_more_and_check_says_the_others() -> None:
    story = left()
    story.do(set_check("ghost-access", "fine", SEVEN))
    found = {each.id: each for each in advise(PLAYBOOK, story.engagement, d(140), CATALOGUES)}
    assert set(found) == {"residual-access", "exit-check-due"}
    assert found["exit-check-due"].values["days"] == 7
    assert len(found["exit-check-due"].records) == 5


def test_the_calendar_dates_the_checks_and_ends_the_meetings() -> None:
    story = left()
    days = {(each.kind, each.id): each.day for each in due_days(PLAYBOOK, story.engagement, d(101))}
    dated = [day for (kind, _), day in days.items() if kind == "exit-check"]
    assert sorted(dated) == [SEVEN] * 3 + [THIRTY] * 3 + [NINETY] * 3
    assert {kind for kind, _ in days} == {"access", "exit-check"}
    issue = Issue("eng", "Acme", datetime(2026, 6, 11, 9, tzinfo=UTC))
    rituals, checks = CATALOGUES["rituals"], CATALOGUES["after-exit-checks"]
    made = calendar_of(PLAYBOOK, story.engagement, rituals, Words("fr"), issue, d(101), checks)
    unfolded = made.text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20260617" in unfolded
    assert "Aucun accès fantôme" in unfolded
    assert "UNTIL=20260610" in unfolded


def test_before_the_end_the_calendar_already_dates_the_checks() -> None:
    story = Story().profile(planned_end=LAST)
    kinds = [each.kind for each in due_days(PLAYBOOK, story.engagement, d(10))]
    assert kinds.count("exit-check") == 9
    assert kinds.count("step") > 20


def test_a_mission_that_ends_before_it_begins_is_not_over() -> None:
    story = Story().raw("transition", "transition", ended=d(-3).isoformat())
    assert due_days(PLAYBOOK, story.engagement, d(1))[0].kind == "step"
    refused = amend(story.engagement, {"planned_end": d(-1)})
    assert isinstance(refused, Refusal)
    assert refused.reason == "refusal.profile.end-before-start"
