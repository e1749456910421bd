"""Rituals and due dates as an iCalendar file (RFC 5545), to import into any calendar.

Every event keeps its id from one export to the next: importing twice changes, and never doubles.
What an earlier export held and is no more is cancelled by its id. Each event names the company, for
a calendar may hold several clients. An hour is a local one, in the time zone named: it stays the
same across a clock change.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from coach_tui.coach.due_days import due_days
from coach_tui.coach.euros import unsigned
from coach_tui.coach.named import called, names_of
from coach_tui.engagement.rhythm.rituals import PAUSE, Ritual, Schedule, rituals_of
from coach_tui.engagement.rhythm.slots import MONTHS, next_slot
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import end_of, ended_on
from coach_tui.exports.calendar_zone import Zone, zone_component
from coach_tui.language import Words
from coach_tui.language.clean import clean, one_line
from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import Playbook

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PRODUCER: Final = "-//coach-tui//rituals and due dates//EN"


class NamedRitual(NamedTuple):
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


class Issue(NamedTuple):
    """One handing out of one mission's calendar.

    zone      without one, hours are those of whoever reads.
    at        stamps the events: a later export replaces an earlier one.
    sequence  grows with every change to the mission: of two versions of an event, the higher holds.
    earlier   the events of earlier exports, by id: their first day and their name.
    """

    engagement_id: str
    company: str
    at: datetime
    zone: Zone | None = None
    sequence: int = 0
    earlier: Mapping[str, tuple[date, str]] = {}


class CalendarText(NamedTuple):
    """The calendar's text, and the events it holds as `Issue.earlier` will want them."""

    text: str
    events: Mapping[str, tuple[date, str]]


def calendar_of(
    playbook: Playbook,
    engagement: Engagement,
    rituals: Iterable[Entry],
    words: Words,
    issue: Issue,
    today: date,
    exit_checks: Iterable[Entry] = (),
) -> CalendarText:
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
            NamedRitual(
                _until_end(engagement, ritual, today), name, ritual.agenda or "\n".join(agenda)
            )
        )
    checks = names_of(exit_checks, words.language, "check")
    due = [
        DueDay(each.kind, each.id, each.day, words(
            f"rhythm.due.{each.kind}", what=unsigned(each.name or checks.get(each.id, each.id))
        ))
        for each in due_days(playbook, engagement, today)
    ]  # fmt: skip
    return calendar(issue, meetings, due)


def _until_end(engagement: Engagement, ritual: Ritual, today: date) -> Ritual:
    """The ritual as the mission knew it: once that has ended, it plans nothing more."""
    end = end_of(engagement)
    if end is None or not ended_on(engagement, today):
        return ritual
    over = end + timedelta(days=1)
    return ritual._replace(stopped=min(over, ritual.stopped or over))


def calendar(issue: Issue, meetings: Sequence[NamedRitual], due: Sequence[DueDay]) -> CalendarText:
    """The calendar of these. ValueError where the zone's file can't be read."""
    from icalendar import Calendar as Component  # noqa: PLC0415  (70 ms, and only exports need it)

    zoned = ZoneInfo(issue.zone.name) if issue.zone else None
    events = [event for meeting in meetings for event in _meetings(issue, meeting, zoned)]
    events += [_due(issue, each) for each in due]
    live = {str(event["uid"]): (_day(event), str(event["summary"])) for event in events}
    gone = [
        _cancelled(issue, uid, day, name)
        for uid, (day, name) in issue.earlier.items()
        if uid not in live
    ]
    made: Any = Component()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", one_line(issue.company))
    for event in (*events, *gone):
        made.add_component(event)
    if issue.zone and made.get_missing_tzids():
        since = min(day for day, _ in live.values())
        made.subcomponents.insert(0, zone_component(issue.zone, since))
    return CalendarText(str(made.to_ical().decode("utf-8")), live)


def _day(event: Any) -> date:
    start = event.decoded("dtstart")
    return start.date() if isinstance(start, datetime) else start


def _meetings(issue: Issue, meeting: NamedRitual, zone: tzinfo | None) -> Iterator[Any]:
    """One repeating event for each schedule the ritual has had."""
    ritual = meeting.ritual
    for place, schedule in enumerate(ritual.schedules):
        if schedule.cadence == PAUSE:
            continue
        ends = [later.since for later in ritual.schedules[place + 1 :]]
        ends += [ritual.stopped] if ritual.stopped else []
        alone = ritual._replace(schedules=(schedule,))
        first = next_slot(alone, schedule.since)
        if first is None or (ends and first >= min(ends)):
            continue
        uid = f"ritual-{ritual.id}-{schedule.since.isoformat()}"
        event = _event(issue, uid, meeting.name, meeting.about)
        start = _moment(first, schedule, zone)
        event.add("dtstart", start)
        event.add("dtend", _end(first, start, ritual.minutes))
        until = _until(min(ends), start) if ends else None
        event.add("rrule", _rule(schedule, until))
        yield event


def _due(issue: Issue, due: DueDay) -> Any:
    event = _event(issue, f"{due.kind}-{due.id}", due.name, due.about)
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # a due date does not make anyone busy
    return event


def _event(issue: Issue, own_id: str, name: str, about: str) -> Any:
    company = one_line(issue.company)
    summary = f"{one_line(name)} · {company}" if company else one_line(name)
    uid = f"{issue.engagement_id}-{own_id}@coach-tui"
    event = _stamped(issue, uid, summary, "CONFIRMED")
    if company:
        event.add("categories", [company])
    if about:
        event.add("description", clean(about))
    return event


def _cancelled(issue: Issue, uid: str, day: date, summary: str) -> Any:
    """What an earlier export held: a calendar that imports this takes it away, or strikes it."""
    event = _stamped(issue, uid, summary, "CANCELLED")
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _stamped(issue: Issue, uid: str, summary: str, status: str) -> Any:
    from icalendar import Event  # noqa: PLC0415

    event: Any = Event()
    event.add("uid", uid)
    event.add("dtstamp", issue.at.astimezone(UTC))
    event.add("sequence", issue.sequence)
    event.add("status", status)
    event.add("summary", summary)
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
