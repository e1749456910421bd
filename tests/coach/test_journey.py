"""What remains to pass a stage: from records, from steps, or left to people's judgement."""

from __future__ import annotations

from coach_tui.bundled import load_playbook
from coach_tui.coach.criteria import COMPUTED, DECLARED
from coach_tui.coach.journey import current_stage, journey
from coach_tui.coach.plan import plan
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.framing.need import GATES, QUESTIONS
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.team.skills import amend_skill
from coach_tui.exports.proof_words import proof_words
from coach_tui.language import Words
from tests.coach.story import PLAYBOOK, Story, d
from tests.coach.test_rules import absent, team_of


def condition(stage: str, criterion: str, story: Story, day: int = 0):
    found = journey(PLAYBOOK.stage(stage), story.at(day))
    return next(t for t in (*found.entry, *found.exit) if t.criterion.id == criterion)


def test_every_condition_named_here_is_in_both_playbooks():
    for language in ("en", "fr"):
        playbook = load_playbook(language)[0]
        known = {c.id for stage in playbook.stages for c in (*stage.entry, *stage.exit)}
        assert set(COMPUTED) | set(DECLARED) <= known
        assert all(playbook.step(step) for steps in DECLARED.values() for step in steps)


def test_steps_say_what_remains_by_their_titles():
    story = Story().tick("access-crm").tick("access-analytics")
    found = condition("onboarding", "onboarding-access-verified", story)
    assert found.met is False
    assert "automation" in found.because
    assert "CRM" not in found.because
    story.tick("access-automation").tick("access-reporting", "na")
    assert condition("onboarding", "onboarding-access-verified", story).met is True


def test_records_count_before_ticks():
    story = Story().tick("need-diagnostic")
    assert condition("framing", "framing-need-scored", story).met is True
    for question in QUESTIONS:
        story.do(framing_need.answer_need(question, True, "a fact"))
    for gate in GATES:
        story.do(framing_need.answer_gate(gate, gate != "money"))
    assert condition("framing", "framing-need-scored", story).met is False
    story.do(framing_need.answer_gate("money", True))
    known = condition("framing", "framing-need-scored", story)
    assert (known.met, proof_words(known.because, Words("en"))) == (True, "8 of 8")


def test_what_no_record_can_tell_is_left_to_people():
    assert condition("framing", "framing-problem-written", Story()).met is None
    assert condition("upskilling", "upskilling-critical-cover", Story()).met is None


def test_the_critical_skills_are_computed():
    """One at level 3 and a second at 2, or a named external: FORMULAS.md, "Autonomy"."""
    external = team_of(3)
    external.do(amend_skill(external.engagement, "da-reporting", external="Studio Nord"))
    cases = [
        (team_of(3, 2), True), (team_of(3, 3), True), (external, True),
        (team_of(3), False), (team_of(3, 1), False), (team_of(2, 2), False),
    ]  # fmt: skip
    for story, met in cases:
        assert condition("upskilling", "upskilling-critical-cover", story).met is met
    exits = {each.id for each in PLAYBOOK.stage("upskilling").exit}
    assert "upskilling-index" not in exits, "no threshold on the overall index"
    assert condition("transition", "transition-critical-covered", team_of(2)).met is True
    assert condition("transition", "transition-critical-covered", team_of(1)).met is False
    assert condition("upskilling", "upskilling-absence-test", absent(12), 200).met is True


def test_the_stage_of_the_mission_is_the_first_with_something_asked_for():
    def stage_on(story: Story, day: int) -> str:
        planned = plan(PLAYBOOK, story.engagement, d(day))
        return current_stage(planned, PLAYBOOK.stages, profile_of(story.engagement), d(day)).id

    # Begun on its first day, the framing's days have passed: they are nobody's delay.
    assert stage_on(Story(), 0) == "onboarding"
    assert stage_on(Story(opened=d(-90)), -80) == "framing"
    done = Story()
    for step in PLAYBOOK.stage("onboarding").steps:
        done.tick(step.id)
    assert stage_on(done, 20) == "kpis"


def test_a_stage_is_passed_when_nothing_is_missing_or_left_to_judge():
    story = Story(opened=d(-90))
    for step in PLAYBOOK.stage("kpis").steps:
        story.tick(step.id)
    found = journey(PLAYBOOK.stage("kpis"), story.at(60))
    assert found.passed
    assert found.remaining == ()
    assert not journey(PLAYBOOK.stage("framing"), Story().at(0)).passed
