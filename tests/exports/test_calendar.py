"""The .ics, read back by a calendar library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from coach_tui.bundled import Catalogues
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.rhythm.rituals import Ritual, Schedule, hold, move, stop
from coach_tui.engagement.rhythm.slots import slots
from coach_tui.engagement.state import Engagement
from coach_tui.exports.calendar import DueDay, Issue, NamedRitual, calendar, calendar_of
from coach_tui.language import LANGUAGES, Words
from coach_tui.places import zone_named
from coach_tui.playbook.model import Playbook
from tests.engagement.recorded import after

MONDAY = date(2026, 1, 5)
AT = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
HOSTILE = "a; b, c\\ \n[x]\x1b[2J été 🎉 " + "x" * 200


def weekly(**more):
    schedule = Schedule(MONDAY, "weekly", (0,), "09:30")
    return Ritual("weekly-ceo", minutes=60, schedules=(schedule._replace(**more),))


def read(meetings, due=(), zone="Europe/Paris", **more):
    made = calendar(Issue("eng", "Acme", AT, zone_named(zone), **more), meetings, due)
    return made.text, Calendar.from_ical(made.text)


def days_of(event, until):
    """The days on which a calendar shows this event."""
    start = event.decoded("dtstart")
    if isinstance(start, datetime):
        start = start.replace(tzinfo=None)
    else:
        start = datetime.combine(start, datetime.min.time())
    rule = event["rrule"].to_ical().decode()
    head, _, end = rule.partition("UNTIL=")
    rule = head.rstrip(";") + (";" + end.partition(";")[2] if ";" in end else "")
    found = rrulestr(rule.strip(";"), dtstart=start).between(
        start, datetime.combine(until, datetime.max.time()), inc=True
    )
    last = event["rrule"].get("until")
    if last:
        stop = last[0].date() if isinstance(last[0], datetime) else last[0]
        found = [each for each in found if each.date() <= stop]
    return [each.date() for each in found]


def test_an_hour_stays_the_same_across_the_clock_change():
    text, read_back = read([NamedRitual(weekly(), "CEO hour", "Agenda")])
    event = read_back.walk("VEVENT")[0]
    start = event.decoded("dtstart")
    assert (start.hour, start.minute, str(start.tzinfo)) == (9, 30, "Europe/Paris")
    assert start.utcoffset() == timedelta(hours=1)
    assert start.replace(month=7, day=6).utcoffset() == timedelta(hours=2)
    assert "BEGIN:VTIMEZONE" in text
    assert event.decoded("dtend") - start == timedelta(hours=1)


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(MONDAY, "weekly", (2,), "09:00"),
        Schedule(MONDAY, "twice-weekly", (0, 3)),
        Schedule(MONDAY, "fortnightly", (4,), "16:15"),
        Schedule(MONDAY, "monthly", nth=5),
        Schedule(MONDAY, "quarterly", nth=10),
        Schedule(date(2026, 1, 30), "half-yearly", nth=1),
    ],
)
def test_the_calendar_shows_the_days_the_coach_plans(schedule):
    ritual = Ritual("r", schedules=(schedule,))
    until = date(2027, 3, 31)
    event = read([NamedRitual(ritual, "R")])[1].walk("VEVENT")[0]
    assert days_of(event, until) == list(slots(ritual, MONDAY, until))


def test_ids_are_stable_so_importing_twice_doubles_nothing():
    due = [DueDay("step", "access-crm", MONDAY, "CRM"), DueDay("promise", "p", MONDAY, "Deck")]
    first, second = (read([NamedRitual(weekly(), name)], due)[1] for name in ("CEO", "Renamed"))
    ids = [str(event["uid"]) for event in first.walk("VEVENT")]
    assert ids == [str(event["uid"]) for event in second.walk("VEVENT")]
    assert len(set(ids)) == 3
    other = calendar(Issue("other", "B", AT), [NamedRitual(weekly(), "CEO")], [])
    assert not set(ids) & set(other.events)


@pytest.mark.parametrize("time", ["09:30", ""])
def test_a_ritual_moved_ends_its_first_series_and_begins_another(time):
    first = weekly(time=time).schedule
    moved = weekly()._replace(
        schedules=(first, Schedule(date(2026, 3, 31), "weekly", (0,), "14:00")),
        stopped=date(2026, 4, 20),
    )
    until = date(2026, 6, 1)
    events = read([NamedRitual(moved, "CEO")])[1].walk("VEVENT")
    shown = sorted(day for event in events for day in days_of(event, until))
    assert shown == list(slots(moved, MONDAY, until))


def test_a_day_is_a_day_without_an_hour_or_a_zone():
    event = read([NamedRitual(weekly(time=""), "CEO")], zone="")[1].walk("VEVENT")[0]
    assert event.decoded("dtstart") == MONDAY
    due = read([], [DueDay("step", "x", MONDAY, "x")])[1].walk("VEVENT")[0]
    assert due.decoded("dtend") - due.decoded("dtstart") == timedelta(days=1)
    floating = read([NamedRitual(weekly(), "CEO")], zone="")[1].walk("VEVENT")[0]
    assert floating.decoded("dtstart").tzinfo is None


def test_peoples_words_come_back_as_they_are_without_what_a_terminal_obeys():
    text, read_back = read([NamedRitual(weekly(), HOSTILE, HOSTILE)])
    event = read_back.walk("VEVENT")[0]
    assert str(event["summary"]).startswith("a; b, c\\ [x][2J été 🎉 x")
    assert "\x1b" not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_each_event_says_whose_it_is():
    due = [DueDay("step", "x", MONDAY, "CRM")]
    events = read([NamedRitual(weekly(), "CEO hour")], due)[1].walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["CEO hour · Acme", "CRM · Acme"]
    assert {event["categories"].to_ical() for event in events} == {b"Acme"}
    unnamed = calendar(Issue("eng", "", AT), [], due).text
    assert "SUMMARY:CRM\r\n" in unnamed
    assert "CATEGORIES" not in unnamed


def test_what_an_earlier_export_held_and_is_no_more_is_cancelled_by_its_id():
    due = [DueDay("step", "x", MONDAY, "CRM")]
    first = calendar(Issue("eng", "Acme", AT, sequence=3), [NamedRitual(weekly(), "CEO")], due)
    issue = Issue("eng", "Acme", AT, sequence=4, earlier=first.events)
    events = Calendar.from_ical(calendar(issue, [], due).text).walk("VEVENT")
    told = {str(each["uid"]): (str(each["status"]), each["sequence"]) for each in events}
    ritual, step = first.events
    assert told == {step: ("CONFIRMED", 4), ritual: ("CANCELLED", 4)}
    (gone,) = (each for each in events if each["status"] == "CANCELLED")
    assert (gone.decoded("dtstart"), str(gone["summary"])) == (MONDAY, "CEO · Acme")
    assert "rrule" not in gone


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_of_a_mission_is_what_was_agreed_on(language):
    """Its bytes; `earlier` holds an event that is no more."""
    known = after(
        Engagement(),
        begin("Dupont & fils", date(2026, 1, 5), 2.0, "cmo"),
        hold("weekly-ceo", "s1", Schedule(MONDAY, time="09:30"), minutes=60, run_by="cmo"),
        hold("own", "s2", Schedule(MONDAY, "monthly"), minutes=30, name="Café, été; « clients »"),
        promise("p", "Send the deck", MONDAY, due=date(2026, 3, 31)),
    )
    known = after(
        known,
        move(known, "weekly-ceo", "s3", Schedule(date(2026, 4, 1), weekdays=(4,), time="14:00")),
        stop(known, "own", date(2026, 7, 1)),
    )
    earlier = {"eng-step-access-crm@coach-tui": (date(2025, 12, 31), "CRM · Dupont & fils")}
    issue = Issue("eng", "Dupont & fils", AT, zone_named("Europe/Paris"), 9, earlier)
    catalogue, words = Catalogues()["rituals"], Words(language)
    made = calendar_of(Playbook(()), known, catalogue, words, issue, date(2026, 3, 12))
    golden = Path(__file__).parent / "golden" / f"calendar.{language}.ics"
    assert made.text == golden.read_bytes().decode()
