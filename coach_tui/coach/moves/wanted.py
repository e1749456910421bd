"""What is wanted of whom: everybody who is waited for, and of each of them their own steps only.

Whom an access is asked of, the register names; whom another step is asked of is its owner's role.
A person of the team is asked what is asked of the team.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.access.granting import whom
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.moves.move import Move, order
from coach_tui.coach.moves.steps import lines_of
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.asked import last_asked
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.profile import ROLES
from coach_tui.engagement.team.people import people_of
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.playbook.model import Step

OTHERS: Final = frozenset({"ask", "collect", "waits"})  # kinds of moves somebody else has to do
_ROLE_OF: Final = {"founder": "founder", "cmo": "cmo", "internal": "team"}  # by kind of person


class WantedStep(NamedTuple):
    """One step that is wanted. `lines`: of the register, those asked of this very person.

    kpis    those a number is wanted of. day, by when. asked, of this person, on which day before.
    others  nobody but whoever asks reports on it.
    """

    step: Step
    day: date | None
    lines: tuple[Access, ...] = ()
    kpis: tuple[str, ...] = ()
    asked: date | None = None
    others: bool = True


class Wanted(NamedTuple):
    """What one person is asked. `who`: their name; the id of a role where nobody is named."""

    who: str
    role: str
    items: tuple[WantedStep, ...]

    @property
    def named(self) -> bool:
        """Whether a person is asked, not a role."""
        return self.who not in ROLES

    @property
    def asked(self) -> date | None:
        """The last day this person was asked, where none of it is new: a message is a reminder."""
        days = [each.asked for each in self.items if each.asked]
        return max(days) if days and len(days) == len(self.items) else None

    @property
    def day(self) -> date | None:
        """By when, the first of all."""
        return min((each.day for each in self.items if each.day), default=None)


def wanted(situation: Situation, moves: Iterable[Move], role: str) -> tuple[Wanted, ...]:
    """Everybody this role waits for, and what of each, the most pressing first."""
    found: dict[str, tuple[str, str, list[WantedStep]]] = {}
    for move in sorted(moves, key=order):
        if not _to_ask(move, situation.today, role):
            continue
        days = move.days or (move.due,) * len(move.about)
        for step_id, day in zip(move.about, days, strict=True):
            step = situation.playbook.step(step_id)
            if step is None or step.owner == role:
                continue
            for who, item in _items(situation, step, move._replace(due=day)):
                found.setdefault(folded(who), (who, step.owner, []))[2].append(item)
    return tuple(Wanted(who, owner, tuple(items)) for who, owner, items in found.values())


def worth_saying(asked: Wanted, today: date) -> Wanted:
    """What a message says of it: beside what is new, what was asked today is not said again.

    For messages alone: what was asked today is waited for all the same.
    """
    new = any(each.asked is None for each in asked.items)
    said = (each for each in asked.items if not (new and each.asked == today))
    return asked._replace(items=tuple(said))


def wanted_of(situation: Situation, everybody: Sequence[Wanted], said: str) -> Wanted | None:
    """What is asked of this person or role, as it was typed; None where nothing is.

    Somebody of the team who is named nowhere else is asked what the team is, in their own name.
    """
    name = folded(one_line(said))
    if not name:
        return None
    for each in everybody:
        if folded(each.who) == name:
            return each
    close = [each for each in everybody if each.named and name in folded(each.who).split()]
    if len(close) == 1:
        return close[0]
    for person in people_of(situation.engagement).values():
        if folded(person.name) == name and person.there(situation.today):
            role = _ROLE_OF.get(person.kind, "")
            for each in everybody:
                if each.who == role:
                    return _in_the_name_of(situation, each, person.name)
    return None


def about(everybody: Sequence[Wanted], move: Move) -> Wanted | None:
    """Who is asked next for what this move is about: whoever was not asked yet, then the oldest."""
    steps = set(move.about)
    having = [each for each in everybody if steps & {item.step.id for item in each.items}]
    return min(having, key=lambda each: each.asked or date.min, default=None)


def next_of(everybody: Sequence[Wanted], role: str) -> Wanted | None:
    """Who is asked next among those of this role: whoever was not asked yet, then the oldest."""
    having = [each for each in everybody if each.role == role]
    return min(having, key=lambda each: each.asked or date.min, default=None)


def _to_ask(move: Move, today: date, role: str) -> bool:
    if move.kind == "waits":
        return True
    if move.kind == "collect":
        # What began here since it was asked waits for its next day, and is not asked again before;
        # what was asked though another step stands before it has no day at all.
        return move.start <= today or not move.has_start
    if move.kind in OTHERS:
        return move.start <= today
    return move.kind == "step" and not move.concerns(role) and move.start <= today


def _items(situation: Situation, step: Step, move: Move) -> Iterable[tuple[str, WantedStep]]:
    """The step, once for each person who can do their part of it."""
    day = move.due
    kpis = _kpis(situation) if step.act.does == "kpi:baseline" else ()
    shared: dict[str, list[Access]] = {}
    for line in lines_of(situation.engagement, step):
        if not line.granted_on and line.state != "na":
            shared.setdefault(whom(situation, line) or step.owner, []).append(line)
    for who, lines in (shared or {step.owner: []}).items():
        asked = last_asked(situation.engagement, step.id, who)
        yield who, WantedStep(step, day, tuple(lines), kpis, asked, move.kind in OTHERS)


def _kpis(situation: Situation) -> tuple[str, ...]:
    """The KPIs nobody gave a baseline."""
    return tuple(kpi.id for kpi in followed(situation.engagement) if kpi.baseline is None)


def _in_the_name_of(situation: Situation, each: Wanted, name: str) -> Wanted:
    items = (
        item._replace(asked=last_asked(situation.engagement, item.step.id, name))
        for item in each.items
    )
    return Wanted(one_line(name), each.role, tuple(items))
