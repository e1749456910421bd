"""What a record said on a day of the past: what is told anew holds from a day, and what was lived
before keeps its own (FORMULAS.md, "Days and money")."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from coach_tui.engagement.change import Change
from coach_tui.engagement.days import day_in
from coach_tui.engagement.profile import ENTITY, ID
from coach_tui.engagement.state import Engagement, FieldNow, Record, number_of
from coach_tui.language.currency import EUR

END: Final = "planned_end"
RATE: Final = "day_rate"
SINCE: Final = "since"  # the day from which what a change says holds: unless said, its own


def rate_on(engagement: Engagement, day: date) -> float | None:
    """The day rate that held on this day; None where none is recorded."""
    return number_of(as_told(engagement, ENTITY, ID, day, (RATE,)).record(ENTITY, ID), RATE)


def new_rates(engagement: Engagement) -> set[date]:
    """The days from which a day rate told anew holds."""
    told, again = engagement.told(ENTITY, ID), _in_another_currency(engagement)
    rates = (one for one in told if RATE in one.changes and one.id not in again)
    return {day for one in rates if (day := _since(engagement, one))}


def as_told(
    engagement: Engagement, entity: str, identity: str, day: date, names: Collection[str] = ()
) -> Engagement:
    """The engagement, this record (these fields of it, where any are named) as it held on the day.

    What nothing said by then is as it was said first, slips set right that very day. A rate told
    with another currency is that of the days before too: amounts all read in the one there is now.
    """
    told = [
        one for one in engagement.told(entity, identity)
        if not names or any(name in one.changes for name in names)
    ]  # fmt: skip
    always = _in_another_currency(engagement) if RATE in names else frozenset()
    held = [
        one for one in told
        if one.id in always or (since := _since(engagement, one)) is None or since <= day
    ]  # fmt: skip
    if len(held) == len(told):
        return engagement
    kept: Record = {
        name: FieldNow(value, one) for one in held or _first(engagement, told)
        for name, value in one.changes.items() if not names or name in names
    }  # fmt: skip
    then = {**engagement.record(entity, identity), **kept} if names else kept
    return engagement.showing(entity, {**engagement.records(entity), identity: then})


def _since(engagement: Engagement, change: Change) -> date | None:
    said = change.changes.get(SINCE)
    return (day_in(said) if isinstance(said, str) else None) or engagement.day(change.at)


def _in_another_currency(engagement: Engagement) -> frozenset[str]:
    """The ids of the changes that told a day rate and, with it, another currency than before."""
    found: set[str] = set()
    before: object = EUR
    for one in engagement.told(ENTITY, ID):
        if (currency := one.changes.get("currency", before)) != before:
            before = currency
            if RATE in one.changes:
                found.add(one.id)
    return frozenset(found)


def _first(engagement: Engagement, told: Sequence[Change]) -> list[Change]:
    """What was said at once, first of all that says anything, and set right the same day."""
    said = [one for one in told if any(value is not None for value in one.changes.values())]
    if not said:
        return []
    at, day, since = said[0].at, engagement.day(said[0].at), _since(engagement, said[0])
    return [
        one for one in told
        if one.at == at or (engagement.day(one.at), _since(engagement, one)) == (day, since)
    ]  # fmt: skip
