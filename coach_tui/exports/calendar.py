"""Rituals and due dates as an iCalendar file (RFC 5545), to import into any calendar.

Every event keeps its id from one export to the next: importing twice changes, and never doubles.
An hour is a local one, in the time zone named: it stays the same across a clock change.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from coach_tui.coach.due_days import due_days
from coach_tui.coach.named import called, names_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.rituals import Ritual, Schedule, rituals_of
from coach_tui.engagement.rhythm.slots import MONTHS, next_slot
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import end_of, ended_on
from coach_tui.language import Words
from coach_tui.language.clean import clean, one_line
from coach_tui.playbook.catalogue import Entry
from coach_tui.playbook.model import Playbook

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PRODUCER: Final = "-//coach-tui//rituals and due dates//EN"


class Meeting(NamedTuple):
    """A ritual, as it is called and described in the reader's language."""

    ritual: Ritual
    name: str
    about: str = ""


class DueDay(NamedTuple):
    """Something due on a day. `id` is the entity's own, `kind` what it is ("step", "promise"…)."""

    kind: str
    id: str
    day: date
    name: str
    about: str = ""


def calendar_of(
    playbook: Playbook,
    engagement: Engagement,
    engagement_id: str,
    rituals: Iterable[Entry],
    words: Words,
    *,
    zone: str,
    at: datetime,
    today: date,
    exit_checks: Iterable[Entry] = (),
) -> str:
    """The mission's calendar in the language of `words`; `rituals` is their catalogue, and
    `exit_checks` that of the checks after the exit."""
    entries = {entry.id: entry for entry in rituals}
    names = names_of(entries.values(), words.language)
    meetings = []
    for ritual in rituals_of(engagement).values():
        entry = entries.get(ritual.id)
        agenda = entry.words[words.language]["agenda"] if entry else ()
        name = called(ritual.id, ritual.name, names)
        meetings.append(
            Meeting(_until_end(engagement, ritual, today), name, ritual.agenda or "\n".join(agenda))
        )
    checks = names_of(exit_checks, words.language, "check")
    due = [
        DueDay(each.kind, each.id, each.day, words(
            f"rhythm.due.{each.kind}", what=each.name or checks.get(each.id, each.id)
        ))
        for each in due_days(playbook, engagement, today)
    ]  # fmt: skip
    company = profile_of(engagement).company
    return calendar(engagement_id, company, meetings, due, zone=zone, at=at)


def _until_end(engagement: Engagement, ritual: Ritual, today: date) -> Ritual:
    """The ritual as the mission knew it: once that has ended, it plans nothing more."""
    end = end_of(engagement)
    if end is None or not ended_on(engagement, today):
        return ritual
    over = end + timedelta(days=1)
    return ritual._replace(stopped=min(over, ritual.stopped or over))


def calendar(
    engagement_id: str,
    name: str,
    meetings: Sequence[Meeting],
    due: Sequence[DueDay],
    *,
    zone: str = "",
    at: datetime,
) -> str:
    """The calendar's text. `zone` is an IANA name; without it, hours are those of whoever reads.

    `at` stamps the events: a later export replaces an earlier one. KeyError for an unknown zone.
    """
    from icalendar import Calendar  # noqa: PLC0415  (70 ms, and only exports need it)

    made: Any = Calendar()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", one_line(name))
    zoned = ZoneInfo(zone) if zone else None
    for meeting in meetings:
        for event in _meetings(engagement_id, meeting, zoned, at):
            made.add_component(event)
    for each in due:
        made.add_component(_due(engagement_id, each, at))
    if zoned:
        made.add_missing_timezones()
    return str(made.to_ical().decode("utf-8"))


def _meetings(
    engagement_id: str, meeting: Meeting, zone: tzinfo | None, at: datetime
) -> Iterator[Any]:
    """One repeating event for each schedule the ritual has had."""
    ritual = meeting.ritual
    for place, schedule in enumerate(ritual.schedules):
        ends = [later.since for later in ritual.schedules[place + 1 :]]
        ends += [ritual.stopped] if ritual.stopped else []
        alone = ritual._replace(schedules=(schedule,))
        first = next_slot(alone, schedule.since)
        if first is None or (ends and first >= min(ends)):
            continue
        uid = f"{engagement_id}-ritual-{ritual.id}-{schedule.since.isoformat()}@coach-tui"
        event = _event(uid, meeting.name, meeting.about, at)
        start = _moment(first, schedule, zone)
        event.add("dtstart", start)
        event.add("dtend", _end(first, start, ritual.minutes))
        until = _until(min(ends), start) if ends else None
        event.add("rrule", _rule(schedule, until))
        yield event


def _due(engagement_id: str, due: DueDay, at: datetime) -> Any:
    event = _event(f"{engagement_id}-{due.kind}-{due.id}@coach-tui", due.name, due.about, at)
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # a due date does not make anyone busy
    return event


def _event(uid: str, name: str, about: str, at: datetime) -> Any:
    from icalendar import Event  # noqa: PLC0415

    event: Any = Event()
    event.add("uid", uid)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("summary", one_line(name))
    if about:
        event.add("description", clean(about))
    return event


def _moment(day: date, schedule: Schedule, zone: tzinfo | None) -> date | datetime:
    if not schedule.time:
        return day
    hour, minute = (int(part) for part in schedule.time.split(":"))
    return datetime.combine(day, time(hour, minute), zone)


def _end(day: date, start: date | datetime, minutes: int) -> date | datetime:
    if isinstance(start, datetime):
        return start + timedelta(minutes=minutes)
    return day + timedelta(days=1)


def _until(end: date, start: date | datetime) -> date | datetime:
    """The last moment before `end`: in UTC where the start has a zone, as the RFC asks."""
    if not isinstance(start, datetime):
        return end - timedelta(days=1)
    last = datetime.combine(end, time(0), start.tzinfo) - timedelta(seconds=1)
    return last.astimezone(UTC) if start.tzinfo else last


def _rule(schedule: Schedule, until: date | datetime | None) -> dict[str, Any]:
    rule: dict[str, Any]
    if schedule.cadence in MONTHS:
        rule = {"freq": "monthly", "interval": MONTHS[schedule.cadence],
                "byday": list(WEEKDAYS[:5]), "bysetpos": schedule.nth}  # fmt: skip
    else:
        interval = 2 if schedule.cadence == "fortnightly" else 1
        days = [WEEKDAYS[day] for day in sorted(set(schedule.weekdays))]
        rule = {"freq": "weekly", "interval": interval, "byday": days}
    return {**rule, "until": until} if until else rule
