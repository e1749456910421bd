"""Guards ask for a reason to be passed, keep it, and stay flagged: gates at the end, absences."""

from __future__ import annotations

from decimal import Decimal

from coach_tui.coach.advice.ranked import all_advice
from coach_tui.coach.advice.words import explained
from coach_tui.coach.rhythm.agreed import decide_days
from coach_tui.coach.team.absence import plan_absence, uncovered_absences
from coach_tui.coach.team.taper import guards_against
from coach_tui.coach.transition.handover import readiness_of
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.rhythm.dose import set_dose
from coach_tui.engagement.team.entrustment import entrust
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.transition.loops import set_loop
from coach_tui.engagement.transition.record import set_transition
from coach_tui.exports.team.sheet import passed_lines
from coach_tui.exports.transition.axes import unready_words, verdict_lines
from coach_tui.language import LANGUAGES, Refusal, Words
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d
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
    assert said.endswith("Absence test passed. Reason given: the budget is *cut*.")
    assert "successor" not in said, "somebody is named"
    ready = readiness_of(story.engagement, d(12))
    assert r"the budget is \*cut\*." in verdict_lines(verdict, ready, Words("en"))[-1]
    assert verdict_of(story.engagement, d(5)).left is None, "not left yet"


def test_what_a_rehearsal_misses_after_the_end_was_no_gate_unmet_at_the_end() -> None:
    story = Story()
    signed = {"topic": "The fair", "left": "Max 2026-03-01", "taken": "Ada 2026-03-01"}
    story.do(set_loop(story.engagement, "fair", signed, d(5)))
    story.do(set_transition(story.engagement, {"relay": "Tom", "ended": d(9)}), on=d(9))
    left = verdict_of(story.engagement, d(12)).left
    assert left is not None
    assert "loops" not in left.gates
    story.do(set_loop(story.engagement, "missed", {"topic": "Where is the CRM?"}, d(12)), on=d(12))
    assert "loops" in readiness_of(story.engagement, d(12)).failed
    assert verdict_of(story.engagement, d(12)).left == left
    early = Story()
    early.do(set_loop(early.engagement, "missed", {"topic": "Where is the CRM?"}, d(5)))
    early.do(set_transition(early.engagement, {"relay": "Tom", "ended": d(9)}), on=d(9))
    left = verdict_of(early.engagement, d(12)).left
    assert left is not None
    assert "loops" in left.gates


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
    assert "Reporting. Reason given: his wedding" in line
    assert people_of(story.engagement)["tom"].name == "Tom"
    assert uncovered_absences(story.engagement, d(25)) == (), "it is over"
    story.rate("lea", "da-reporting", 3, d(2))
    assert uncovered_absences(story.engagement, d(3)) == (), "somebody else does it now"


def test_days_that_came_down_against_any_guard_stay_flagged_with_what_holds_them_up() -> None:
    """From 2 to 1.5 days a week on day 10: no more than half a day, so only what is there holds."""

    def covered() -> Story:
        return Story().person("Tom").skill("da-reporting").rate("tom", "da-reporting", 3)

    uncovered = Story().skill("da-reporting")
    watched = covered()
    look_first = {"level": "2", "person": "tom", "skill": "da-reporting", "by": "Zoé",
                  "until": d(90),
                  "evidence": "two reports"}  # fmt: skip
    watched.do(entrust(watched.engagement, "e1", look_first, d(0)))
    off_track = covered().kpi("mql", baseline=Decimal(40), baseline_on=d(0), target_3=Decimal(100))
    off_track.read("mql", d(40), 41).read("mql", d(47), 42)
    cases = {"uncovered": uncovered, "watched": watched, "off-track": off_track, "": covered()}
    held = {"uncovered": "Reporting", "watched": "Reporting", "off-track": "mql"}
    for key, story in cases.items():
        for language in LANGUAGES:
            asked = decide_days(story.engagement, "d1", d(50), 1.5, "", d(50))
            refusal = asked if isinstance(asked, Refusal) else None
            assert (refusal.reason if refusal else "") == (
                f"refusal.rhythm.held-{key}" if key else ""
            )
            assert not refusal or "refusal." not in Words(language).refusal(refusal), key
        story.do(set_dose("d1", d(10), 1.5, "the budget"))
        against = guards_against(story.engagement, d(10), 1.5, d(50))
        assert [guard.key for guard in against] == ([key] if key else []), key
        found = all_advice(PLAYBOOK, story.engagement, d(50), CATALOGUES)
        said = [explained(each, Words("en"), story.at(50)) for each in found
                if each.id == "guard-passed"]  # fmt: skip
        assert len(said) == bool(key), key
        for line in said:
            assert held[key] in line, key
            assert "the budget" in line, key


def refused_or_none(decision: object) -> str:
    return getattr(decision, "reason", "")
