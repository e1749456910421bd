"""A mission told in a few lines, without a file: for tests of what the coach concludes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.advice.situation import Situation
from coach_tui.engagement.access import change as access_change
from coach_tui.engagement.change import Change, Decision, Draft
from coach_tui.engagement.kpi import setup as kpi_setup
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.profile import amend, begin
from coach_tui.engagement.rhythm import rituals as rhythm
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import UNTOUCHED, add_note, set_status
from coach_tui.engagement.team import levels as team_level
from coach_tui.engagement.team import people as team
from coach_tui.engagement.team import skills as team_skill
from coach_tui.language import Refusal

D0 = date(2026, 3, 2)
CATALOGUES = Catalogues()
PLAYBOOK = load_playbook("en")[0]


class Story:
    """Each verb records something on a day and gives the story back."""

    def __init__(self, *, days_per_week: float = 2.0, opened: date = D0, first: date = D0) -> None:
        self.engagement = Engagement()
        self._count = count(1)
        self.do(begin("Acme", first, days_per_week, "founder"), on=opened)

    def do(self, decision: Decision, on: date = D0, actor: str = "cmo") -> Story:
        """Record this decision on this day; a refusal is the test's mistake."""
        assert not isinstance(decision, Refusal), decision
        at = f"{on.isoformat()}T09:00:00+00:00"
        changes = [
            Change(f"{next(self._count):08}", at, actor, d.entity, d.entity_id, d.changes, {})
            for d in decision
        ]
        self.engagement = self.engagement.after(changes)
        return self

    def raw(self, entity: str, entity_id: str, on: date = D0, **fields: Any) -> Story:
        return self.do([Draft(entity, entity_id, fields)], on)

    def new_id(self) -> str:
        return f"id-{next(self._count):06}"

    def profile(self, **fields: Any) -> Story:
        return self.do(amend(self.engagement, fields))

    def tick(self, step: str, status: str = "done", on: date = D0) -> Story:
        reason = "not here" if status == "na" else ""
        return self.do(set_status(step, status, current=UNTOUCHED, actor="cmo", reason=reason), on)

    def note(self, step: str, text: str) -> Story:
        return self.do(add_note(self.new_id(), step, text))

    def access(self, tool: str = "HubSpot", **fields: Any) -> Story:
        given = {"tool": tool, "category": "crm", "critical": True, **fields}
        added = access_change.add_access(
            self.engagement, self.new_id(), {"requested_on": D0, **given}, D0 + timedelta(400)
        )
        return self.do(added)

    def kpi(self, kpi_id: str, **fields: Any) -> Story:
        given = {"name": kpi_id, **fields}
        return self.do(kpi_setup.follow(self.engagement, kpi_id, given, D0))

    def read(self, kpi_id: str, day: date, value: Any) -> Story:
        from decimal import Decimal

        heard = Heard(kpi_id, day, Decimal(str(value)))
        return self.do(read_kpi(self.engagement, self.new_id(), heard, day), day)

    def person(self, name: str, kind: str = "internal") -> Story:
        return self.do(team.add_person(name.lower().replace(" ", "-"), name, kind))

    def skill(self, skill: str, *, critical: bool = True, weight: int = 3) -> Story:
        return self.do(team_skill.keep_skill(skill, weight, critical))

    def rate(self, person: str, skill: str, level: int, day: date = D0) -> Story:
        proof = {"evidence": "seen", "verified_by": "Eva"} if level >= 3 else {}
        return self.do(
            team_level.rate(
                self.engagement,
                self.new_id(),
                person=person,
                skill=skill,
                level=level,
                side="cmo",
                day=day,
                today=day,
                **proof,
            ),
            day,
        )

    def ritual(self, ritual: str, minutes: int = 60, cadence: str = "weekly") -> Story:
        weekdays = (1, 3) if cadence == "twice-weekly" else (1,)
        schedule = rhythm.Schedule(D0, cadence, weekdays)
        return self.do(rhythm.hold(ritual, self.new_id(), schedule, minutes=minutes))

    def at(self, day: int) -> Situation:
        """The situation so many days after the first one."""
        return Situation(PLAYBOOK, self.engagement, D0 + timedelta(days=day), CATALOGUES)


def d(day: int) -> date:
    """The date so many days after the first one."""
    return D0 + timedelta(days=day)
