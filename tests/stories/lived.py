"""A year of a mission, week by week, lived by people who do what they are told first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from coach_tui.coach.moves.looked_at import applies
from coach_tui.coach.moves.move import Agenda, Move, Week, agenda, week_of
from coach_tui.coach.plan import plan
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import LEADS
from tests.stories.world import PLAYBOOK, World

Event = Callable[[World, int], None]
# What returns by nature is no repetition: to log, to read, to confirm, and the idle question.
ROUTINE = (
    "readings:", "occurrences:", "promises:", "report", "days", "confirm:", "again:", "stuck:",
    "first-day", "idle:", "beginning",
)  # fmt: skip


@dataclass
class Told:
    """What was shown over the weeks, and what came of it."""

    red: list[int] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)
    minutes: dict[str, list[int]] = field(default_factory=lambda: {role: [] for role in LEADS})
    settled: dict[int, int] = field(default_factory=dict)
    apart: dict[int, int] = field(default_factory=dict)
    first: dict[str, list[int]] = field(default_factory=dict)
    shown: dict[int, list[tuple[str, Agenda]]] = field(default_factory=dict)
    known: dict[int, list[Engagement]] = field(default_factory=dict)  # when that was shown
    spoken: list[int] = field(default_factory=list)  # readings after the baseline, of a movement

    @property
    def repeated(self) -> dict[str, int]:
        """Lines said more than twice in the same words, and how often."""
        return {line: n for line, n in self.said.items() if n > 2}

    def a_week(self, role: str) -> float:
        """Minutes a week this role gave."""
        return sum(self.minutes[role]) / max(len(self.minutes[role]), 1)


def live(
    world: World,
    weeks: int,
    roles: tuple[str, ...] = LEADS,
    event: Event | None = None,
    *,
    acts: bool = True,
) -> Told:
    """Week after week: what happens in the story, then each role's lines; what fits is done."""
    told, began = Told(), world.today
    for week in range(weeks):
        world.today = began + timedelta(7 * week)
        if event:
            event(world, week)
        for role in roles:
            shown = agenda(world.moves(role), role, week_of(role), world.today)
            _note(told, week, role, shown)
            told.known.setdefault(week, []).append(world.engagement)
            told.minutes[role].append(_spend(world, role) if acts else 0)
        first = profile_of(world.engagement).first_day or began
        for month in (3, 6, 12):
            if month not in told.settled and (world.today - first).days >= month * 30:
                told.settled[month], told.apart[month] = settled(world)
    return told


def key_of(move: Move) -> str:
    """What tells a line's words apart: what it is, how it is said, the reasons given."""
    asked = move.about if move.kind == "ask" else ()
    news = move.since if move.words == "back" else ""
    return f"{move.id}{asked}/{move.words}{news}/{'+'.join(move.why)}"


def settled(world: World) -> tuple[int, int]:
    """How many essential steps are open no more, and how many apply to nobody here."""
    essential = [p for p in plan(PLAYBOOK, world.engagement, world.today) if p.step.essential]
    apart = [p for p in essential if p.open and not applies(world.engagement, p.step)]
    return sum(not p.open for p in essential), len(apart)


def _note(told: Told, week: int, role: str, shown: Agenda) -> None:
    told.shown.setdefault(week, []).append((role, shown))
    told.red.append(sum(move.red for move in shown.shown))
    for place, move in enumerate(shown.shown):
        if move.words != "stops" and not move.id.startswith(ROUTINE):
            told.said[f"{role} {key_of(move)}"] += 1
        for rule in move.why if not place else ():
            told.first.setdefault(rule, []).append(week)


def _spend(world: World, role: str) -> int:
    """Do what stands first, then what then stands first, while the week lasts. Minutes spent."""
    left, spent, done = week_of(role), 0, set[str]()
    while True:
        shown = agenda(world.moves(role), role, left, world.today, fresh=not spent)
        able = [move for move in shown.shown if key_of(move) not in done]
        if not able:
            return spent
        move = able[0]
        done.add(key_of(move))
        world.answer(move, role)
        share = min(move.work, week_of(role).work // 2)
        left = Week(left.minutes - move.minutes, left.work - share)
        spent += move.minutes


def opened(start: date) -> date:
    """Two weeks before the first day."""
    return start - timedelta(14)
