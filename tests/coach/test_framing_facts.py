"""The playbook's steps are done by what framing and transition record, and say by which record."""

from __future__ import annotations

from datetime import date

import pytest

from coach_tui.bundled import load_playbook
from coach_tui.coach.done_when import evidence_for
from coach_tui.coach.plan import plan
from coach_tui.engagement.state import Engagement
from coach_tui.exports.proof_words import proof_words
from coach_tui.language import Words
from tests.coach.test_handover import mission
from tests.exports.handed_over import framed

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_fact_is_asked_by_a_step_of_the_playbook(language: str) -> None:
    asked = {step.done_when for step in load_playbook(language)[0].steps}  # type: ignore[arg-type]
    ours = {"frame:need", "frame:model", "frame:cost", "frame:candidates", "frame:contract",
            "transition:signals", "transition:documents", "transition:open-loops",
            "transition:introductions"}  # fmt: skip
    assert ours <= asked


def test_a_step_is_done_by_the_record_and_says_which() -> None:
    planned = {each.step.id: each for each in plan(load_playbook("en")[0], framed(), TODAY)}
    model, cost = planned["model-choice"], planned["budget-time"]
    said = [proof_words(each.evidence, Words("fr")) for each in (model, cost)]
    assert (model.status, cost.status) == ("done", "done")
    assert said[0] == "Fractional CMO\u00a0: Acme: no need to be there daily"
    assert said[1] == "24 jours à 1\u202f100\u00a0€"
    assert planned["interviews"].evidence == "Acme Ada"
    assert planned["need-diagnostic"].status == "todo", "three answers are not eight"
    assert planned["contract"].status == "todo"


def test_the_transitions_steps_are_done_by_its_lists() -> None:
    later = mission(later=True)
    assert evidence_for("transition:introductions", later) == "5/5"
    assert evidence_for("transition:open-loops", later) == "1/1"
    assert evidence_for("transition:documents", later) == "", "eight of nine"
    assert evidence_for("transition:signals", Engagement()) == ""
