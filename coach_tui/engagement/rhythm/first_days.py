"""The mission's first day as it was lived: a change of it holds from a day, and the past keeps its
own (FORMULAS.md, "Days and money")."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.change import Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.profile import ENTITY as MISSION
from coach_tui.engagement.profile import ID, profile_of
from coach_tui.engagement.state import Engagement, flag_of, viewed

ENTITY: Final = "first-day"


class Lived(NamedTuple):
    """Before `until`, the mission's first day was `first`."""

    id: str
    until: date
    first: date


@viewed
def lived_of(engagement: Engagement) -> tuple[Lived, ...]:
    """The first days that held before the one recorded now, the earliest first."""
    found = []
    for identity, record in engagement.records(ENTITY).items():
        until, first = day_of(record, "until"), day_of(record, "first")
        if until and first and not flag_of(record, "_deleted"):
            found.append(Lived(identity, until, first))
    return tuple(sorted(found, key=lambda each: (each.until, each.id)))


def first_day_on(engagement: Engagement, day: date) -> date | None:
    """The mission's first day, as it was that day."""
    held = next((each.first for each in lived_of(engagement) if day < each.until), None)
    return held or profile_of(engagement).first_day


def lived_since(engagement: Engagement) -> date | None:
    """The day the mission was first lived: under its first day now, or under an earlier one."""
    days = [each.first for each in lived_of(engagement) if each.first < each.until]
    now = profile_of(engagement).first_day
    return min([*days, *([now] if now else [])], default=None)


def begin_on(engagement: Engagement, first: date, since: date, identity: str) -> Sequence[Draft]:
    """Let `first` be the first day from the day `since` on; before, what held still holds.

    Where nothing had been lived before `since`, it is simply the mission's first day.
    """
    superseded = [
        Draft(ENTITY, each.id, {"_deleted": True})
        for each in lived_of(engagement)
        if each.until > since
    ]
    kept: list[Draft] = []
    before = first_day_on(engagement, since - timedelta(days=1))
    if before is not None and before < since and before != first:
        fields = {"until": since.isoformat(), "first": before.isoformat()}
        kept = [Draft(ENTITY, identity, fields)]
    return [*superseded, *kept, Draft(MISSION, ID, {"first_day": first.isoformat()})]
