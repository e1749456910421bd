"""The hours of the calendar, as other programs read them all year long."""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.rrule import rrulestr

from coach_tui.engagement.rhythm.rituals import Ritual, Schedule
from coach_tui.exports.calendar import Issue, NamedRitual, calendar
from coach_tui.exports.calendar_zone import Zone, zone_component
from coach_tui.exports.tzif import read_tzif
from coach_tui.places import zone_named
from tests.exports.calendar_readers import has_ical_js, readers, unknown

SINCE = date(2026, 1, 5)
# Both hemispheres, half an hour of summer, an hour before midnight and after it, none at all.
ZONES = (
    "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Nuuk",
    "America/Santiago", "Asia/Jerusalem", "Asia/Tokyo", "Europe/Dublin", "Asia/Kathmandu",
)  # fmt: skip
FORTNIGHTLY = [datetime(2026, 1, 5, 14) + timedelta(weeks=week) for week in range(0, 80, 2)]


def text_in(zone: str) -> str:
    """A calendar with one weekly meeting, in a zone only the file can tell of."""
    ritual = Ritual("r", schedules=(Schedule(SINCE, time="14:00"),))
    issue = Issue("eng", "Acme", datetime(2026, 3, 12, tzinfo=UTC), zone_named(zone))
    return unknown(calendar(issue, [NamedRitual(ritual, "Hour")], []).text, zone)


def test_every_reader_reads_the_right_hour_all_year_long() -> None:
    wrong = []
    for zone in ZONES:
        text = text_in(zone)
        hours = [day.replace(tzinfo=ZoneInfo(zone)).utcoffset() / timedelta(hours=1)
                 for day in FORTNIGHTLY]  # fmt: skip
        for name, read in readers().items():
            found = read(text, FORTNIGHTLY)
            wrong += [(name, zone, str(day), hour, right)
                      for day, hour, right in zip(FORTNIGHTLY, found, hours, strict=True)
                      if hour != right]  # fmt: skip
    assert not wrong, wrong[:5]


def test_ical_js_was_among_the_readers() -> None:
    if not has_ical_js():  # asked here, not by each worker that looks for tests
        pytest.skip("ical.js is not installed for node here")
    assert "ical.js" in readers()


def test_the_rules_of_paris_are_two_and_begin_an_hour_before_the_change() -> None:
    zone = text_in("Europe/Paris").partition("BEGIN:VTIMEZONE")[2].partition("END:VTIMEZONE")[0]
    assert "RDATE" not in zone
    assert zone.count("RRULE") == 2
    for line in (
        "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    ):  # fmt: skip
        assert f"{line}\r\n" in zone


def test_a_zone_that_keeps_its_hour_has_one_offset_and_utc_none_at_all() -> None:
    tokyo = text_in("Asia/Tokyo").partition("BEGIN:VTIMEZONE")[2]
    assert (
        "DTSTART:19700101T000000\r\nTZNAME:JST\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900" in tokyo
    )
    assert "RRULE" not in tokyo.partition("END:VTIMEZONE")[0]
    assert "VTIMEZONE" not in text_in("UTC")


def test_the_rules_of_every_zone_say_what_the_zone_does() -> None:
    """One zone of each rule there is, as shipped in the tzdata package and on this system."""
    wrong, seen = [], set()
    for name in sorted(available_timezones() - {"localtime"}):
        packaged = files("tzdata").joinpath("zoneinfo", *name.split("/"))
        for raw in (zone_named(name).file, packaged.read_bytes()):
            footer = raw.rstrip(b"\n").rpartition(b"\n")[2]
            if (footer, len(raw)) in seen:
                continue
            seen.add((footer, len(raw)))
            truth = ZoneInfo.from_file(BytesIO(raw))
            shifts = _shifts(zone_component(Zone(name, raw), SINCE))
            for day in _days(shifts):
                right = day.replace(tzinfo=UTC).astimezone(truth).utcoffset()
                said = [offset for moment, offset in shifts if moment <= day]
                if said[-1:] != [right]:
                    wrong.append((name, str(day), str(said[-1:]), str(right)))
    assert len(seen) > 60
    assert not wrong, wrong[:5]


def _shifts(zone: Any) -> list[tuple[datetime, timedelta]]:
    """The moments in UTC at which an offset begins, by icalendar's and dateutil's reading."""
    found = []
    for onset in zone.subcomponents:
        start, before = onset.decoded("dtstart"), onset.decoded("tzoffsetfrom")
        starts = [start]
        if "rrule" in onset:
            rule = rrulestr(onset["rrule"].to_ical().decode(), dtstart=start)
            assert next(iter(rule)) == start, "a rule begins at one of its own days"
            starts = [start, *rule.between(datetime(2024, 6, 1), datetime(2031, 1, 1))]
        found += [(each - before, onset.decoded("tzoffsetto")) for each in starts]
    return sorted(found)


def _days(shifts: list[tuple[datetime, timedelta]]) -> list[datetime]:
    """The middle of every month for four years, and the minutes around each change."""
    begun = datetime(2026, 1, 5)
    minute = timedelta(minutes=1)
    near = [moment + step for moment, _ in shifts for step in (-minute, minute)]
    months = [datetime(2026 + month // 12, month % 12 + 1, 15) for month in range(48)]
    return [day for day in (*near, *months) if begun <= day < datetime(2030, 12, 1)]


def test_what_is_no_zones_file_is_refused() -> None:
    whole = zone_named("Europe/Paris").file
    rest = whole.rpartition(b"CET-1CEST")[0]
    old = struct.pack(">4sc15x6L", b"TZif", b"1", 0, 0, 0, 0, 1, 4)
    days = rest + b"CET-1CEST,J60,J300\n"
    for raw in (b"", b"TZif", whole[:60], b"GIF8" + whole[4:], rest + b"!\n", days, old):
        with pytest.raises(ValueError, match="no "):
            read_tzif(raw)


def test_names_that_are_no_zone_lead_nowhere() -> None:
    for name in ("Mars/Base", "../../etc/passwd", "/etc/passwd", "Europe"):
        with pytest.raises((KeyError, ValueError, OSError)):
            zone_named(name)
    assert zone_named("") is None
