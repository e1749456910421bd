"""Guards ask for a reason to be passed, keep it, and stay flagged: gates at the end, absences."""

from __future__ import annotations

from coach_tui.coach.team.absence import plan_absence, uncovered_absences
from coach_tui.coach.transition.handover import readiness_of
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.transition.record import set_transition
from coach_tui.exports.team.sheet import passed_lines
from coach_tui.exports.transition.axes import unready_words, verdict_lines
from coach_tui.language import Words
from tests.coach.story import Story, d
from tests.engagement.recording import refused


def test_the_end_with_gates_unmet_asks_for_a_reason_and_stays_flagged() -> None:
    """Of the five gates nothing is recorded but a deputy: four are unmet."""
    story = Story()
    story.do(set_transition(story.engagement, {"relay": "Tom", "ended": d(9)}))
    assert unready_words(verdict_of(story.engagement, d(12)), Words("en")).endswith("none given.")
    story.do(set_transition(story.engagement, {"ended_why": "the budget is *cut*."}))
    verdict = verdict_of(story.engagement, d(12))
    assert verdict.left is not None
    assert len(verdict.left.gates) == 4
    said = unready_words(verdict, Words("en"))
    assert said.startswith("The CMO left on 11 March 2026 with gates unmet:")
    assert said.endswith("Absence test passed. Reason kept: the budget is *cut*.")
    assert "successor" not in said, "somebody is named"
    ready = readiness_of(story.engagement, d(12))
    assert r"the budget is \*cut\*." in verdict_lines(verdict, ready, Words("en"))[-1]
    assert verdict_of(story.engagement, d(5)).left is None, "not left yet"


def test_an_absence_nobody_covers_wants_a_reason_while_it_is_planned() -> None:
    story = Story().person("Tom").person("Lea").skill("da-reporting").rate("tom", "da-reporting", 3)
    away = ("x", "tom", d(20), d(24))
    assert refused(plan_absence(story.engagement, *away, "planned", d(1))) == "refusal.team.alone"
    covered = plan_absence(story.engagement, "y", "lea", d(20), d(24), "planned", d(1))
    assert not refused_or_none(covered), "nothing rests on Lea"
    story.do(plan_absence(story.engagement, *away, "planned", d(1), "his wedding"))
    [(drill, alone)] = uncovered_absences(story.engagement, d(1))
    assert (drill.person, alone) == ("tom", ("da-reporting",))
    [line] = passed_lines(story.engagement, d(1), {"da-reporting": "Reporting"}, Words("en"))
    assert line.startswith("! Away from 22 March 2026 to 26 March 2026: Tom.")
    assert "Reporting. Reason kept: his wedding" in line
    assert people_of(story.engagement)["tom"].name == "Tom"
    assert uncovered_absences(story.engagement, d(25)) == (), "it is over"
    story.rate("lea", "da-reporting", 3, d(2))
    assert uncovered_absences(story.engagement, d(3)) == (), "somebody else does it now"


def refused_or_none(decision: object) -> str:
    return getattr(decision, "reason", "")
