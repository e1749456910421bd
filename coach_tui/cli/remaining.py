"""What remains to leave each stage, for `coach status --remaining`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach_tui.cli.call import Call
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.journey import Journey, journey
from coach_tui.exports.journey_words import remaining_words, test_lines
from coach_tui.exports.proof_words import proof_plain
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook
from coach_tui.session import Session


def remaining_lines(call: Call, session: Session, playbook: Playbook) -> Iterator[str]:
    """For each stage, how much is met, then what is missing or left to people."""
    for found in _journeys(call, session, playbook):
        title = one_line(found.stage.title)
        yield f"\n{call.words('journey.remains', stage=title)}"
        yield f"  {remaining_words(found, call.words)}"
        for said in test_lines((*found.remaining, *found.to_judge), call.words):
            yield f"  {said}"


def remaining_json(call: Call, session: Session, playbook: Playbook) -> dict[str, Any]:
    """By stage, its entry and exit conditions; `met` is null where people judge."""
    return {
        found.stage.id: {
            kind: [
                {
                    "id": test.criterion.id,
                    "met": test.met,
                    "because": proof_plain(test.because) or None,
                }
                for test in tests
            ]
            for kind, tests in (("entry", found.entry), ("exit", found.exit))
        }
        for found in _journeys(call, session, playbook)
    }


def _journeys(call: Call, session: Session, playbook: Playbook) -> Iterator[Journey]:
    situation = Situation(playbook, session.engagement, call.today, {})
    return (journey(stage, situation) for stage in playbook.stages)
