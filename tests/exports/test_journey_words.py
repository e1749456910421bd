"""What remains to pass a stage, said in both languages."""

from __future__ import annotations

import pytest

from coach_tui.bundled import load_playbook
from coach_tui.coach.journey import journey
from coach_tui.exports import journey_words
from coach_tui.exports.journey_words import remaining_words
from coach_tui.language import LANGUAGES, Words
from tests.coach.story import PLAYBOOK, Story


def test_it_counts_what_is_met_missing_and_left_to_people():
    story = Story().tick("brief-company")
    found = journey(PLAYBOOK.stage("onboarding"), story.at(3))
    said = remaining_words(found, Words("en"))
    assert said == "1 of 8 conditions met · 7 conditions missing"
    lines = list(journey_words.test_lines((*found.entry, *found.exit), Words("en")))
    assert any(line.startswith("? ") and "to be judged by you" in line for line in lines)
    assert any(line.startswith("✓ ") and "full company brief" in line for line in lines)
    assert any(
        line.startswith("· ") and "missing: Hold the 30-day review" in line for line in lines
    )


def test_a_stage_with_nothing_left_says_so():
    story = Story()
    for step in PLAYBOOK.stage("kpis").steps:
        story.tick(step.id)
    found = journey(PLAYBOOK.stage("kpis"), story.at(60))
    assert remaining_words(found, Words("fr")).startswith("Il ne reste rien")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stage_can_be_said(language):
    playbook = load_playbook(language)[0]
    for stage in playbook.stages:
        found = journey(stage, Story().at(10))
        lines = list(journey_words.test_lines((*found.entry, *found.exit), Words(language)))
        assert len(lines) == len(stage.entry) + len(stage.exit)
        assert remaining_words(found, Words(language))
