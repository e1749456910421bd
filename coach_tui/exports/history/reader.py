"""Whom a change is told to: in which language, and what everything is called there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from coach_tui.coach.kpi.overview import by_id, definitions_of, name_of
from coach_tui.coach.named import Named, called, named_in
from coach_tui.engagement.change import Change, Value
from coach_tui.engagement.clock import is_change_id
from coach_tui.engagement.kpi.record import definition_id
from coach_tui.engagement.remarks import SUBJECTS, subject_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook

CRITERIA: Final = ("candidate-criteria", "permanent-criteria")
_BLANK: Final = re.compile(r"\{[^{}]*\}")
VETOES: Final = ("candidate-vetoes", "permanent-knockouts")


@dataclass(frozen=True)
class Reader:
    """Everything there is to know when a change is told.

    changes     everything recorded, in the order of its ids.
    catalogues  by name; each is read when it is first needed.
    actor       who reads: what only its author may read again is told to nobody else.
    """

    words: Words
    playbook: Playbook
    engagement: Engagement
    changes: Sequence[Change]
    catalogues: Mapping[str, Sequence[Any]]
    actor: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, Change]:
        return {change.id: change for change in self.changes}

    @cached_property
    def _said(self) -> Mapping[tuple[str, str, str], tuple[list[str], list[Value]]]:
        """Whatever each field ever said that is not empty, under the ids of who said it."""
        found: dict[tuple[str, str, str], tuple[list[str], list[Value]]] = {}
        for change in self.changes:
            for field, value in change.changes.items():
                if value not in (None, ""):
                    key = change.entity, change.entity_id, field
                    ids, values = found.setdefault(key, ([], []))
                    ids.append(change.id)
                    values.append(value)
        return found

    @cached_property
    def _grounds(self) -> dict[str, tuple[Change, int]]:
        """What `taken_back` has found so far."""
        return {}

    @cached_property
    def _named(self) -> Named:
        return named_in(self.engagement, self.catalogues, self.words.language)

    @cached_property
    def _kpis(self) -> Mapping[str, Any]:
        return by_id(self.catalogues["kpis"])

    @cached_property
    def _people(self) -> Mapping[str, str]:
        return labels_of(people_of(self.engagement).values())

    def seen(self, change: Change, field: str) -> Value:
        """What the field said before, as the author of the change had seen it."""
        before = self.by_id.get(change.base.get(field, ""))
        return before.changes.get(field) if before else None

    def known(self, entity: str, entity_id: str, field: str, before: str = "") -> Value:
        """The last thing this field said, of what was recorded before that id if there is any."""
        ids, values = self._said.get((entity, entity_id, field), ((), ()))
        return values[bisect_left(ids, before) - 1] if ids else None  # -1, the last, where none is

    def taken_back(self, change: Change) -> tuple[Change, int]:
        """What it takes back in the end, and how many undoes down that is: itself where it is none.

        An undo may take back an undo, and so on; in a file edited by hand they may go in circles.
        """
        if not change.undoes:
            return change, 0
        direct = self.by_id.get(change.undoes)
        if direct is not None and not direct.undoes:  # as nearly all are: nothing to remember
            return direct, 1
        path: dict[str, Change] = {}
        one: Change | None = change
        while one and one.id not in self._grounds and one.id not in path:
            path[one.id] = one
            one = self.by_id.get(one.undoes or "")
        known = self._grounds.get(one.id) if one else None
        ground, steps = (known[0], known[1] + 1) if known else ([*path.values()][-1], 0)
        for up, identity in enumerate(reversed(path)):
            self._grounds[identity] = ground, steps + up
        return self._grounds[change.id]

    def person(self, identity: str) -> str:
        """People are recorded by id, so that a new name follows them everywhere."""
        if identity == "cmo":
            return self.words("role.cmo")
        return self._people.get(identity) or self._own("person", identity, "history.somebody")

    def skill(self, identity: str) -> str:
        return self._named.skills.get(identity) or self._own("skill", identity)

    def ritual(self, identity: str) -> str:
        return self._named.rituals.get(identity) or self._own("ritual", identity)

    def candidate(self, identity: str) -> str:
        return self._own("candidate", identity, "history.somebody")

    def kpi(self, identity: str) -> str:
        own = self.known("kpi", identity, "name")
        entry = self.known("kpi", identity, "catalogue") or identity
        return str(own or name_of(str(entry), self._kpis, self.words))

    def unit(self, kpi: str) -> str:
        """The unit a KPI's values are in."""
        return str(self.known("kpi", kpi, "unit") or "count")

    def definition(self, kpi: str, chosen: str) -> str:
        """The definition chosen for a KPI: one of the catalogue's, or somebody's own words."""
        catalogue = str(self.known("kpi", kpi, "catalogue"))
        chosen = definition_id(catalogue, chosen)
        for each in definitions_of(self._kpis.get(catalogue)):
            if each["id"] == chosen:
                return str(each[self.words.language])
        return chosen

    def delegated(self, level: int) -> str:
        """What a level of delegation is called, from 1 (tell) to 7 (delegate)."""
        return self._named.delegation.get(level, "")

    def step(self, identity: str) -> str:
        """A step's title. One that left the playbook has only its id to be told by."""
        step = self.playbook.step(identity)
        return step.title if step else called(one_line(identity), "", {})

    def noted_on(self, said: str) -> str:
        """What a note is about: the kind of record, and its name."""
        entity, record_id, own = subject_of(self.engagement, said)
        name = self.kpi(record_id) if entity == "kpi" else one_line(own or record_id, 60)
        kind = self.words(f"history.entity.{entity}", n=1) if entity in SUBJECTS else ""
        return f"{kind} · {name}" if kind else one_line(said, 60)

    def advice(self, identity: str) -> str:
        """What a rule says, its blanks left open: what filled them that day is not recorded."""
        said = self.entry(("advice",), identity, "words") or called(one_line(identity), "", {})
        return _BLANK.sub("…", said).partition(". ")[0].rstrip(".")

    def put_off(self, identity: str) -> str:
        """A move put off: a step by its title, advice by its words, another by what it is."""
        kind, colon, about = identity.partition(":")
        if not colon:
            key = f"move.named.{identity}"
            named = self.words(key)
            return self.advice(identity) if named == key else named
        if kind in ("step", "again"):
            return self.step(about)
        return self.advice(about) if kind == "advice" else self.words(f"move.named.{kind}")

    def entry(self, catalogues: Sequence[str], identity: str, field: str = "name") -> str:
        """What the first of these catalogues that has it says of an entry; "" where none has."""
        for catalogue in catalogues:
            for entry in self.catalogues.get(catalogue, ()):
                if entry.id == identity:
                    return str(entry.words[self.words.language].get(field, ""))
        return ""

    def _own(self, entity: str, identity: str, otherwise: str = "history.unnamed") -> str:
        """Its name as last recorded, even if it is gone since; never an id nobody chose."""
        if name := self.known(entity, identity, "name"):
            return str(name)
        made_up = is_change_id(identity)
        return self.words(otherwise) if made_up else called(one_line(identity), "", {})
