"""What a record said on a day of the past: what is told anew holds from a day, and what was lived
before keeps its own (FORMULAS.md, "Days and money")."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from coach_tui.engagement.change import Change
from coach_tui.engagement.days import day_in
from coach_tui.engagement.profile import ENTITY, ID
from coach_tui.engagement.state import Engagement, FieldNow, Record, number_of

END: Final = "planned_end"
RATE: Final = "day_rate"
SINCE: Final = "since"  # the day from which what a change says holds: unless said, its own


def rate_on(engagement: Engagement, day: date) -> float | None:
    """The day rate that held on this day; None where none is recorded."""
    return number_of(as_told(engagement, ENTITY, ID, day, (RATE,)).record(ENTITY, ID), RATE)


def new_rates(engagement: Engagement) -> set[date]:
    """The days from which a day rate told anew holds."""
    told = (one for one in engagement.told(ENTITY, ID) if RATE in one.changes)
    return {day for one in told if (day := _since(engagement, one))}


def as_told(
    engagement: Engagement, entity: str, identity: str, day: date, names: Collection[str] = ()
) -> Engagement:
    """The engagement, this record (these fields of it, where any are named) as it held on the day.

    What nothing said by then is as it was said first.
    """
    told = [
        one for one in engagement.told(entity, identity)
        if not names or any(name in one.changes for name in names)
    ]  # fmt: skip
    held = [one for one in told if (since := _since(engagement, one)) is None or since <= day]
    if len(held) == len(told):
        return engagement
    kept: Record = {
        name: FieldNow(value, one) for one in held or _first(told)
        for name, value in one.changes.items() if not names or name in names
    }  # fmt: skip
    then = {**engagement.record(entity, identity), **kept} if names else kept
    return engagement.showing(entity, {**engagement.records(entity), identity: then})


def _since(engagement: Engagement, change: Change) -> date | None:
    said = change.changes.get(SINCE)
    return (day_in(said) if isinstance(said, str) else None) or engagement.day(change.at)


def _first(told: Iterable[Change]) -> list[Change]:
    """What was said at once, first of all that says anything."""
    said = [one for one in told if any(value is not None for value in one.changes.values())]
    return [one for one in said if one.at == said[0].at]
