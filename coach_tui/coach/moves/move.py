"""A move: one thing one person can do now. The one order of all, and one person's agenda of it.

    found = moves_of(playbook, engagement, today, catalogues, viewer=role)    # coach.moves.found
    shown = agenda(found, role, week_of(role), today)
    shown.now, shown.mine        what is on the card, and what else fits this week
    shown.waiting["ops"]         what others hold
    shown.also, shown.later      what is true and not shown, counted; what is not asked for yet

What a move is called, `exports.move_words.MoveReader` says: `title(move)`, `reason(move)`. What
Enter opens is `move.act` (an act of `coach.acts`, or one of those only moves have), at the field
`move.focus`, about `move.about`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.step import LEADS

NEVER: Final = date.max
SHOWN: Final = 4  # lines of one screen, the first among them
RED: Final = 3  # of these, red ones at most
FRESH: Final = 14  # days a fact is news
SINKS: Final = 2  # weeks passed over: it sinks, and asks what stops it
STUCK: Final = 4  # weeks passed over: it joins those asked about once a month
GRAVE: Final = 2  # below this gravity a move is red: 0 critical, 1 alert, 2 the usual, 3 info
SMALL: Final = frozenset({"confirm", "reading", "occurrence", "promise", "days", "beginning"})


class Week(NamedTuple):
    """What a person gives in a week: minutes here, and minutes of work done elsewhere."""

    minutes: int
    work: int


# Our rule of thumb: a founder's quarter of an hour; a CMO's two days, less what clients take.
WEEK: Final[Mapping[str, Week]] = {"founder": Week(15, 240), "cmo": Week(240, 600)}
OTHERS: Final = Week(15, 240)


class Move(NamedTuple):
    """One thing one person can do now.

    kind     question: what all hangs on · take: what a successor takes over · step · ask: of
             somebody who never opens the coach · collect: did it come? · waits: asked, not due
             yet · settle: a stage's steps of before the file · advice · again: a step that
             returns, a report · mend: a section of the dossier that failed a rehearsal ·
             check: after the exit · review: look again · full: a step of the full method only;
             and the small ones, each in one pass: confirm · reading · occurrence · promise ·
             days · beginning.
    role     whose it is; "leads" where it is about results: whichever of the two comes first.
    act      what Enter opens; focus, the field that has it.
    about    the records it is about: step ids, "entity:id" for advice, ids in one pass.
    minutes  that answering takes here; work, in minutes, what is done elsewhere before.
    since    the day it became true. due, until when. start, from when it is offered.
    passed   weeks in which this role was here and chose something else since.
    waited   a step of another role waits for it. opens: the steps that cannot begin before it.
    why      the rules it settles. late: by more than a week. asked: of its owner, that day.
    back     a plan was made for it, and did not mend it: it says so in other words.
    without  steps it needs that were passed over again and again: it is decided without them.
    days     by when each of those it is about, where each has a day of its own.
    """

    id: str
    kind: str
    role: str
    act: str
    about: tuple[str, ...] = ()
    minutes: int = 2
    work: int = 0
    due: date | None = None
    since: date = date.min
    gravity: int = GRAVE
    passed: int = 0
    waited: bool = False
    essential: bool = True
    late: bool = False
    why: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    start: date = date.min
    back: bool = False
    focus: str = ""
    asked: date | None = None
    without: tuple[str, ...] = ()
    days: tuple[date | None, ...] = ()

    @property
    def red(self) -> bool:
        """Whether it is grave or late, and was not passed over again and again."""
        return self.passed < SINKS and (self.gravity < GRAVE or self.late)

    @property
    def small(self) -> bool:
        """Whether it is one of those done in passing, after the week's step."""
        return self.kind in SMALL

    @property
    def has_start(self) -> bool:
        """Whether a day says from when it is offered: it is due, and waits for no other step."""
        return self.start < NEVER

    @property
    def words(self) -> str:
        """Which words are said: what it is, that a plan did not mend it, or what stops it."""
        return "stops" if self.passed >= SINKS else "back" if self.back else "say"

    def concerns(self, role: str) -> bool:
        """Whether it is this role's to do."""
        return self.role == role or (self.role == "leads" and role in LEADS)


class Agenda(NamedTuple):
    """One person's week.

    now      the first; None where there is nothing to do. mine, what fits beside it.
    waiting  what others hold, by role. later, what is not asked for yet.
    also     how many of each kind are true and not shown: "late", "stuck" and kinds of moves.
    """

    now: Move | None
    mine: tuple[Move, ...]
    waiting: Mapping[str, tuple[Move, ...]]
    later: tuple[Move, ...]
    also: Mapping[str, int]

    @property
    def shown(self) -> tuple[Move, ...]:
        """The lines of the screen, the first among them."""
        return (self.now, *self.mine) if self.now else ()

    @property
    def minutes(self) -> int:
        """What answering all of them takes here."""
        return sum(move.minutes for move in self.shown)


def week_of(role: str) -> Week:
    """What this role gives in a week."""
    return WEEK.get(role, OTHERS)


def late_of(moves: Iterable[Move], role: str, today: date) -> int:
    """How many of this role's moves are late by more than a week."""
    return sum(
        move.late and move.start <= today and move.kind != "full" and move.concerns(role)
        for move in moves
    )


def order(move: Move) -> tuple[object, ...]:
    """The one order of all moves. What comes first:

    1. critical news, then the question all else hangs on; 2. what is graver; 3. of bad news, the
    newest; 4. what was not passed over twice: grave or not, that sinks; 5. what a step of another
    role waits for; 6. what is essential; 7. what is late by more than a week; 8. the week's step
    before small things; 9. the nearest day; 10. what opens most steps; 11. the shortest.
    """
    sunk = move.passed >= SINKS
    grave = GRAVE if sunk else min(move.gravity, GRAVE)
    news = -move.since.toordinal() if grave < GRAVE else 0
    first = 0 if grave == 0 else 1 if move.kind == "question" else 2
    head = (first, grave, news, sunk, not move.waited, not move.essential)
    day = move.due or NEVER
    return (*head, not move.late, move.small, day, -len(move.opens), move.minutes, move.id)


def agenda(
    moves: Iterable[Move], role: str, week: Week, today: date, *, fresh: bool = True
) -> Agenda:
    """What this role does first, what fits beside it, whom it waits for, what is only counted.

    The first is offered however long it is, unless the week has begun (`fresh` is False) and
    `week` is what is left of it. No move weighs more than half the week's work: longer ones spread
    over several.
    """
    ordered = sorted(moves, key=order)
    own = [move for move in ordered if move.concerns(role) and move.kind != "waits"]
    fits = _fitting([move for move in own if move.kind != "full"], role, week, today, fresh)
    waiting: dict[str, list[Move]] = {}
    for move in ordered:
        asked = move.kind == "waits"  # whatever else it needs, somebody has it
        said = (asked or move.start <= today) and move.kind != "full" and not move.small
        if said and not move.concerns(role):
            waiting.setdefault(move.role, []).append(move)
    also: dict[str, int] = {}
    for move in own:
        if move.start <= today and move not in fits:
            kind = _counted_as(move)
            also[kind] = also.get(kind, 0) + 1
    later = [move for move in own if move.start > today and move.kind != "full"]
    return Agenda(
        fits[0] if fits else None,
        tuple(fits[1:]),
        {each: tuple(found) for each, found in waiting.items()},
        tuple(sorted(later, key=lambda move: (move.start, move.id))),
        also,
    )


def _fitting(mine: list[Move], role: str, week: Week, today: date, fresh: bool) -> list[Move]:
    """The lines of the screen: four, three of them red, as long as the week allows."""
    fits: list[Move] = []
    left, hours = week
    silent = any(move.id == f"idle:{role}" for move in mine)
    for move in mine:
        share = min(move.work, week.work // 2)
        free = (fresh and not fits) or (move.minutes <= left and share <= hours)
        room = len(fits) < SHOWN and not (move.red and sum(each.red for each in fits) == RED)
        if silent and move.kind != "question" and (today - move.since).days >= FRESH:
            continue  # known for two weeks, and nobody answers: the question stands for it
        if move.start <= today and move.passed < STUCK and free and room:
            fits.append(move)
            left, hours = left - move.minutes, hours - share
        if move.kind == "question":
            break  # until it is answered nothing else is asked
    return fits


def _counted_as(move: Move) -> str:
    if move.passed >= STUCK:
        return "stuck"
    return "late" if move.late and move.kind != "full" else move.kind
