"""What is agreed with each person: the level aimed for, and the decisions they take.

Delegation levels 1–7 are Management 3.0's; delegated means 5 or more.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.state import Engagement, flag_of, number_of, text_of, viewed
from coach_tui.engagement.team.levels import LEVELS
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.skills import skills_of
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

GOAL: Final = "goal"
DELEGATION: Final = "delegation"
DELEGATION_LEVELS: Final = range(1, 8)
DELEGATED: Final = 5
BOARD: Final = (10, 15)  # decisions on a useful board: our rule of thumb


class Goal(NamedTuple):
    """The level a person aims for on a skill, by when, through which real case."""

    id: str
    person: str
    skill: str
    level: int
    due: date | None = None
    case: str = ""


class Delegation(NamedTuple):
    """A decision of every day: who takes it, at which level now and wanted (1–7).

    `decision` is the catalogue's id, or the words where it is the company's own.
    """

    id: str
    decision: str
    person: str
    now: int
    wanted: int

    @property
    def delegated(self) -> bool:
        return self.now >= DELEGATED


@viewed
def goals_of(engagement: Engagement) -> tuple[Goal, ...]:
    """Every development goal, in the order they were set."""
    found = []
    for identity, record in sorted(engagement.records(GOAL).items()):
        level = number_of(record, "level")
        if level is not None and level in LEVELS and not flag_of(record, "_deleted"):
            person, skill = text_of(record, "person"), text_of(record, "skill")
            due, case = day_of(record, "due"), text_of(record, "case")
            found.append(Goal(identity, person, skill, int(level), due, case))
    return tuple(found)


@viewed
def board_of(engagement: Engagement) -> Mapping[str, Delegation]:
    """The delegation board, by line id."""
    found = {}
    for identity, record in sorted(engagement.records(DELEGATION).items()):
        now, wanted = number_of(record, "now"), number_of(record, "wanted")
        if now is None or now not in DELEGATION_LEVELS or flag_of(record, "_deleted"):
            continue
        wanted = now if wanted is None or wanted not in DELEGATION_LEVELS else wanted
        decision, person = text_of(record, "decision"), text_of(record, "person")
        found[identity] = Delegation(identity, decision, person, int(now), int(wanted))
    return found


def delegated_share(engagement: Engagement) -> float | None:
    """Decisions at level 5 or more ÷ decisions on the board; None where it is empty."""
    board = board_of(engagement)
    return sum(line.delegated for line in board.values()) / len(board) if board else None


def set_goal(
    engagement: Engagement,
    goal_id: str,
    person: str,
    skill: str,
    level: int,
    due: date | None = None,
    case: str = "",
) -> Decision:
    """Agree on a level to reach."""
    if person not in people_of(engagement):
        return Refusal("refusal.team.unknown-person", {"name": person})
    if skill not in skills_of(engagement):
        return Refusal("refusal.team.unknown-skill", {"skill": skill})
    if level not in LEVELS:
        return Refusal("refusal.team.level", {"level": level})
    fields: dict[str, Value] = {
        "person": person,
        "skill": skill,
        "level": level,
        "case": case.strip(),
    }
    return refuse_words(case) or [
        Draft(GOAL, goal_id, {**fields, "due": due.isoformat() if due else None})
    ]


def delegate(
    engagement: Engagement, line_id: str, decision: str, person: str, now: int, wanted: int
) -> Decision:
    """Put a decision on the board, or move it. `person` may be empty: the CMO's, to be given."""
    if person and person not in people_of(engagement):
        return Refusal("refusal.team.unknown-person", {"name": person})
    if not decision.strip():
        return Refusal("refusal.team.no-decision").of("decision")
    if now not in DELEGATION_LEVELS or wanted not in DELEGATION_LEVELS:
        return Refusal("refusal.team.delegation-level")
    fields: dict[str, Value] = {"decision": decision.strip(), "person": person}
    fields |= {"now": now, "wanted": wanted}
    return refuse_words(decision) or [Draft(DELEGATION, line_id, fields)]
