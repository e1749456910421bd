"""A step on one line, and as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from coach_tui.cli.table import row as table_row
from coach_tui.coach.moves.move import Move
from coach_tui.coach.plan import Planned
from coach_tui.exports.people import standing
from coach_tui.exports.step_marks import MARKS
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import near_date


def step_row(planned: Planned, words: Words, id_width: int, today: date) -> str:
    """Its mark, its day (! where late), its id, its title, whose it is, what stands in the way."""
    day = near_date(planned.due, words.language, today) if planned.due else ""
    owner = words(f"role.{planned.step.owner}")
    said = f"{one_line(planned.step.title)} · {owner}"
    if why := one_line(standing(planned, words)):
        said += f" — {why}"
    elif planned.declared:
        said += f" — {words('step.declared')}"
    late = "!" if planned.late else " "
    return table_row(
        f"{MARKS[planned.status]} {late}{day:<9} {planned.step.id:<{id_width}}  {said}",
        words,
        name=planned.step.title,
        state=words(f"step.{planned.status}"),
        due=f"{day} · {words('step.late')}" if planned.late else day,
        owner=owner,
        why=why,
        id=planned.step.id,
    )


def step_json(planned: Planned) -> dict[str, Any]:
    """Raw ids, statuses and ISO dates; documented in the help of `coach today`."""
    from coach_tui.exports.proof_words import proof_plain

    step, record = planned.step, planned.record
    return {
        "id": step.id,
        "title": step.title,
        "stage": step.stage,
        "section": step.section,
        "owner": step.owner,
        "confirmer": step.confirmer,
        "essential": step.essential,
        "due": planned.due.isoformat() if planned.due else None,
        "late": planned.late,
        "status": planned.status,
        "evidence": proof_plain(planned.evidence) or None,
        "declared": planned.declared,
        "by": record.by or None,
        "reason": record.reason or None,
        "actor": record.actor or None,
        "at": record.at or None,
        "notes": len(record.notes),
    }


def width_of_ids(planned: tuple[Planned, ...]) -> int:
    """How wide their ids are, so that titles start under one another."""
    return max((len(each.step.id) for each in planned), default=0)


def name_of(move: Move) -> str:
    """What commands call a move: a step by its own id, one about nothing listed yet by its kind."""
    return move.about[0] if move.id.startswith("step:") else move.id.removesuffix(":")
