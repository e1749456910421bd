"""A time zone in the words of iCalendar (RFC 5545, VTIMEZONE), by yearly rules.

All readers follow yearly rules. Of a list of dates several keep one value only, and are an hour
late all summer.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final, NamedTuple

from coach_tui.exports.tzif import EPOCH, Shift, YearlyShift, ZoneFile, read_tzif

_WEEKDAYS: Final = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")  # as the zone's file counts them
_DAY: Final = 86_400

Rule = dict[str, Any]


class Zone(NamedTuple):
    """A time zone: its IANA name, and the bytes of its TZif file."""

    name: str
    file: bytes


def zone_component(zone: Zone, since: date) -> Any:
    """The VTIMEZONE a calendar needs whose events begin on the day `since` or later.

    ValueError where the zone's file can't be read.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415

    made: Any = Timezone()
    made.add("tzid", zone.name)
    for shift, rule in shifts_since(read_tzif(zone.file), since):
        onset: Any = (TimezoneDaylight if shift.after > shift.before else TimezoneStandard)()
        onset.add("dtstart", shift.start)
        if rule:
            onset.add("rrule", rule)
        onset.add("tzname", shift.name)
        onset.add("tzoffsetfrom", timedelta(seconds=shift.before))
        onset.add("tzoffsetto", timedelta(seconds=shift.after))
        made.add_component(onset)
    return made


def shifts_since(file: ZoneFile, since: date) -> Iterator[tuple[Shift, Rule | None]]:
    """Every change of hour from `since` on, for ever: by its yearly rule, or once where alone.

    The first one begins long before, so that no day is without an offset.
    """
    year = _ruled_from(file)
    if not file.yearly or year >= since.year:
        begins = datetime.combine(since, time(0)) - timedelta(days=1)
        offset, name = file.offset, file.name
        for shift in file.shifts:
            if shift.start < begins:
                offset, name = shift.after, shift.name
        yield Shift(EPOCH, offset, offset, name), None
        for shift in file.shifts:
            if shift.start >= begins and shift.start.year < year:
                yield shift, None
    for yearly in file.yearly:
        for rule in yearly_rules(yearly):
            found = (yearly.of(each) for each in range(year, year + 40))
            yield next(shift for shift in found if shift.start.month == rule["bymonth"]), rule


def yearly_rules(yearly: YearlyShift) -> Iterator[Rule]:
    """The rule of this change; two where an hour beyond its day's may lead into another month."""
    days = yearly.seconds // _DAY
    weekday = _WEEKDAYS[(yearly.weekday + days) % 7]
    if not days:
        nth = -1 if yearly.week == 5 else yearly.week
        yield {"freq": "yearly", "bymonth": yearly.month, "byday": f"{nth}{weekday}"}
        return
    # The last of the seven days it may be, in a year without a 29 February.
    last = min(7 * yearly.week, monthrange(2001, yearly.month)[1])
    falls = [date(2001, yearly.month, last) + timedelta(days=days - back) for back in range(7)]
    for month in sorted({day.month for day in falls}):
        monthdays = sorted(day.day for day in falls if day.month == month)
        yield {"freq": "yearly", "bymonth": month, "bymonthday": monthdays, "byday": weekday}


def _ruled_from(file: ZoneFile) -> int:
    """The first year from which the yearly rules say all that the file lists."""
    if not file.shifts:
        return EPOCH.year
    year = file.shifts[-1].start.year + 1
    while file.yearly:
        listed = [shift for shift in file.shifts if shift.start.year == year - 1]
        if listed != sorted(yearly.of(year - 1) for yearly in file.yearly):
            break
        year -= 1
    return year
