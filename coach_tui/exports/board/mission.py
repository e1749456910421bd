"""What the page is made of: one engagement on a day, in one language, and who is who in it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.journey import current_stage
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.looked_at import weeks_of
from coach_tui.coach.moves.move import Move
from coach_tui.coach.moves.steps import ASKED_BY, asked_of
from coach_tui.coach.plan import Planned, plan, shown
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.step import LEADS
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.transition.record import ended_on
from coach_tui.exports.move_words import MoveReader
from coach_tui.exports.step_why import step_why
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Stage

# What a rule says with one of these in it is about somebody's levels, a candidate, money or a
# reason given in private: it stays in the coach.
WITHHELD: Final = frozenset(
    {"name", "fee", "activation", "budget", "cost", "amount", "called", "why"}
)
NAME: Final = 60  # characters of a name that are shown
_SEARCHING: Final = ("thinking", "looking")  # beginnings with nobody chosen yet
_KIND: Final = {"founder": "founder", "cmo": "cmo"}  # of person, by role


class Mission:
    """One engagement, read for people who never open the coach."""

    def __init__(self, situation: Situation, words: Words) -> None:
        self.situation = situation
        self.words = words
        self.reader = MoveReader(words, situation)
        self._moves: dict[str, tuple[Move, ...]] = {}

    @cached_property
    def planned(self) -> tuple[Planned, ...]:
        """The steps of this mission's depth."""
        playbook, engagement, today = self.situation[:3]
        return shown(plan(playbook, engagement, today), self.situation.profile.depth)

    def moves(self, role: str) -> tuple[Move, ...]:
        """Every move as it is when this role looks, but for those that are nobody else's matter."""
        if role not in self._moves:
            playbook, engagement, today, catalogues = self.situation
            found = moves_of(playbook, engagement, today, catalogues, viewer=role)
            self._moves[role] = tuple(move for move in found if not self._private(move))
        return self._moves[role]

    def withholds(self, rule: str) -> bool:
        """Whether what this rule says has something in it that stays in the coach."""
        entry = self._rules.get(rule)
        return entry is None or bool(WITHHELD & set(entry.fields.get("placeholders", ())))

    def why(self, move: Move) -> str:
        """Why it is asked, without what is private; else the step's own reason."""
        if move.id.startswith("stuck:"):
            known = {each.id: each for each in self.moves(move.role)}
            stuck = [
                self.reader.title(known[each]._replace(passed=0))
                for each in move.about
                if each in known
            ]
            return self.reader.listed(stuck)
        telling = tuple(rule for rule in move.why if not self.withholds(rule))
        if told := self.reader.reason(move._replace(why=telling)):
            return told
        step = self.situation.playbook.step(move.about[0]) if move.about else None
        return step_why(step) if step else ""

    def role(self, role: str) -> str:
        """A role, and who has it where one person is recorded for it."""
        said = self.words(f"role.{role}")
        said = said[:1].upper() + said[1:]
        who = self.person(role)
        return self.words("board.named", who=who, role=said) if who else said

    @cached_property
    def stage(self) -> Stage | None:
        """Where it is; nowhere any more once it has ended."""
        playbook, engagement, today = self.situation[:3]
        if ended_on(engagement, today):
            return None
        return current_stage(self.planned, playbook.stages, self.situation.profile, today)

    @cached_property
    def leads(self) -> tuple[str, ...]:
        """Those of the two who lead that there are: no CMO while one is only thought of."""
        profile, engagement = self.situation.profile, self.situation.engagement
        nobody = profile.beginning in _SEARCHING and not profile.first_day
        cmo = not nobody or self.person("cmo") or "cmo" in weeks_of(engagement)
        return LEADS if cmo else tuple(role for role in LEADS if role != "cmo")

    def called(self, role: str) -> str:
        """Who has this role, inside a sentence: by name where one person is recorded for it."""
        return self.person(role) or self.words(f"move.the.{role}")

    def person(self, role: str) -> str:
        """The one person recorded for a role; empty where there is none, or several."""
        people = people_of(self.situation.engagement).values()
        there = [each for each in people if each.there(self.situation.today)]
        named = [each.name for each in there if each.kind == _KIND.get(role)]
        return one_line(named[0], NAME) if len(named) == 1 else ""

    def owner(self, planned: Planned) -> str:
        """Whom a step waits for: who can grant it, where the register names them; else the role."""
        people = asked_of(self.situation, (planned.step.id,))
        return self.reader.listed(people) if people else self.role(planned.step.owner)

    @cached_property
    def _rules(self) -> Mapping[str, Any]:
        return {each.id: each for each in self.situation.catalogues["advice"]}

    def _private(self, move: Move) -> bool:
        if move.kind == "advice":
            return any(self.withholds(rule) for rule in move.why)
        if move.kind != "take":
            return False
        kind, _, identity = move.id.removeprefix("take-").partition(":")
        if kind == "document" and identity:
            return document_of(self.situation.engagement, identity).personal
        return kind == "contact"


def side_of(role: str) -> str:
    """Which of the two parties answers for a role: the company, or the CMO."""
    return "cmo" if role == "cmo" else "company"


def escalated_to(role: str) -> str:
    """To whom it goes when it is late (our rule of thumb): whoever of the two asks it of this
    role; between the two of them, to the other."""
    founder, cmo = LEADS
    return ASKED_BY.get(role, cmo if role == founder else founder)
