"""The calendars of several clients as one. Each event keeps its id, and names its company."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from coach_tui.exports.calendar import PRODUCER


def one_calendar(texts: Iterable[str], name: str) -> str:
    """These calendars as one, of this name; of two of one time zone, the one that begins first."""
    from icalendar import Calendar as Component  # noqa: PLC0415  (70 ms, and only exports need it)

    made: Any = Component()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    zones: dict[str, Any] = {}
    events: list[Any] = []
    for text in texts:
        for each in Component.from_ical(text).subcomponents:
            if each.name != "VTIMEZONE":
                events.append(each)
                continue
            zone = str(each["tzid"])
            if zone not in zones or _since(each) < _since(zones[zone]):
                zones[zone] = each
    for each in (*zones.values(), *events):
        made.add_component(each)
    return str(made.to_ical().decode("utf-8"))


def _since(zone: Any) -> datetime:
    since: datetime = min(each.decoded("dtstart") for each in zone.subcomponents)
    return since
