"""Rituals: the recurring meetings and papers of a mission, and when each one falls."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.gesture import only_news, together
from coach_tui.engagement.state import (
    Engagement,
    Record,
    flag_of,
    number_of,
    stands,
    text_of,
    viewed,
)
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "ritual"
SCHEDULE: Final = "ritual-schedule"
CADENCES: Final = ("twice-weekly", "weekly", "fortnightly", "monthly", "quarterly", "half-yearly")
PAUSE: Final = "pause"  # recorded as a cadence: between the end of a ritual and its taking up again
RUNNERS: Final = ("cmo", "team")
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_LIMIT: Final = 480
TEXTS: Final = ("name", "owner", "participants", "agenda", "output")


class Schedule(NamedTuple):
    """When a ritual falls, from the day `since` until the next schedule begins.

    cadence   one of CADENCES; PAUSE where it does not fall at all.
    weekdays  0 (Monday) to 6, for those that fall on weekdays.
    time      "09:30", local time wherever people are; empty where no hour is agreed.
    nth       working day of the month, for monthly cadences and longer.
    """

    since: date
    cadence: str = "weekly"
    weekdays: tuple[int, ...] = (0,)
    time: str = ""
    nth: int = 5


class Ritual(NamedTuple):
    """One ritual as it is run here. `name` is empty where the catalogue names it.

    `counts` says whether its minutes weigh in the ritual load; `stopped`, from when it is no more.
    """

    id: str
    name: str = ""
    minutes: int = 30
    counts: bool = True
    run_by: str = "cmo"
    owner: str = ""
    participants: str = ""
    agenda: str = ""
    output: str = ""
    stopped: date | None = None
    schedules: tuple[Schedule, ...] = ()

    @property
    def schedule(self) -> Schedule | None:
        """The latest one by which it falls."""
        return next((each for each in reversed(self.schedules) if each.cadence != PAUSE), None)

    @property
    def ends(self) -> tuple[date, ...]:
        """The days from which it was no more, those after which it was taken up again included."""
        paused = tuple(each.since for each in self.schedules if each.cadence == PAUSE)
        return (*paused, self.stopped) if self.stopped else paused

    def schedule_on(self, day: date) -> Schedule | None:
        """The one that holds that day; before any does, the first to come."""
        begun = [each for each in self.schedules if each.since <= day]
        return begun[-1] if begun else next(iter(self.schedules), None)

    def runs(self, day: date) -> bool:
        """Whether the ritual still exists that day."""
        return self.stopped is None or day < self.stopped


@viewed
def rituals_of(engagement: Engagement) -> Mapping[str, Ritual]:
    """Every ritual recorded, by id, those stopped among them."""
    schedules: dict[str, list[tuple[str, Schedule]]] = {}
    for identity, record in engagement.records(SCHEDULE).items():
        if (schedule := schedule_from(record)) and not flag_of(record, "_deleted"):
            schedules.setdefault(text_of(record, "ritual"), []).append((identity, schedule))
    return {
        ritual_id: _ritual(ritual_id, record, schedules.get(ritual_id, []))
        for ritual_id, record in sorted(engagement.records(ENTITY).items())
        if stands(record)
    }


def hold(
    ritual_id: str,
    schedule_id: str,
    schedule: Schedule,
    *,
    minutes: int,
    counts: bool = True,
    run_by: str = "cmo",
    **texts: str,
) -> Decision:
    """Begin a ritual: how long, who runs it, when it falls."""
    if refusal := _refuse(minutes, run_by, texts):
        return refusal
    if refusal := refuse_schedule(schedule):
        return refusal
    fields: dict[str, Value] = {"minutes": minutes, "counts": counts, "run_by": run_by}
    fields |= {name: text.strip() for name, text in texts.items()}
    return [
        Draft(ENTITY, ritual_id, {**fields, "stopped": None}),
        Draft(SCHEDULE, schedule_id, {"ritual": ritual_id, **_recorded(schedule)}),
    ]


def amend_ritual(
    engagement: Engagement, ritual_id: str, *, minutes: int, run_by: str, **texts: str
) -> Decision:
    """Change what a ritual is, not when it falls (see `move`)."""
    if ritual_id not in rituals_of(engagement):
        return Refusal("refusal.rhythm.unknown-ritual", {"ritual": ritual_id})
    if refusal := _refuse(minutes, run_by, texts):
        return refusal
    said = {name: text.strip() for name, text in texts.items()}
    return [Draft(ENTITY, ritual_id, {"minutes": minutes, "run_by": run_by, **said})]


def move(engagement: Engagement, ritual_id: str, schedule_id: str, schedule: Schedule) -> Decision:
    """Let the ritual fall otherwise from `schedule.since` on; what was before stays as it was.

    One that has ended by then is taken up again, and nothing was planned in between. One that ends
    later still does.
    """
    ritual = rituals_of(engagement).get(ritual_id)
    if ritual is None:
        return Refusal("refusal.rhythm.unknown-ritual", {"ritual": ritual_id})
    if refusal := refuse_schedule(schedule):
        return refusal
    moved = Draft(SCHEDULE, schedule_id, {"ritual": ritual_id, **_recorded(schedule)})
    if ritual.runs(schedule.since) or ritual.stopped is None:
        return [moved]
    resumed = Draft(ENTITY, ritual_id, {"stopped": None})
    if ritual.stopped == schedule.since:
        return [resumed, moved]
    pause = _recorded(schedule._replace(since=ritual.stopped, cadence=PAUSE))
    return [resumed, Draft(SCHEDULE, f"{schedule_id}-pause", {"ritual": ritual_id, **pause}), moved]


def change_ritual(
    engagement: Engagement,
    ritual_id: str,
    schedule_id: str,
    schedule: Schedule,
    *,
    since: date | None = None,
    minutes: int | None = None,
    run_by: str = "",
    **texts: str,
) -> Decision:
    """Change what a ritual is and when it falls, at once. One that has ended is taken up again.

    schedule  when it is to fall from its own first day on; where it falls so already, nothing
              moves.
    since     from which day, where that was said: it then holds from that day all the same.
    """
    ritual = rituals_of(engagement).get(ritual_id)
    if ritual is None:
        return Refusal("refusal.rhythm.unknown-ritual", {"ritual": ritual_id})
    as_before = ritual.schedule and schedule._replace(since=ritual.schedule.since)
    goes_on = as_before == ritual.schedule and ritual.runs(schedule.since)
    moves = since is not None or ritual.schedule is None or not goes_on
    amended = amend_ritual(
        engagement,
        ritual_id,
        minutes=ritual.minutes if minutes is None else minutes,
        run_by=run_by or ritual.run_by,
        **texts,
    )
    return only_news(
        engagement,
        together(
            amended,
            move(engagement, ritual_id, schedule_id, schedule) if moves else [],
        ),
    )


def stop(engagement: Engagement, ritual_id: str, day: date) -> Decision:
    """End a ritual from this day on. Its past stays, and `move` takes it up again."""
    if ritual_id not in rituals_of(engagement):
        return Refusal("refusal.rhythm.unknown-ritual", {"ritual": ritual_id})
    return [Draft(ENTITY, ritual_id, {"stopped": day.isoformat()})]


def refuse_schedule(schedule: Schedule) -> Refusal | None:
    """Why a ritual can't fall like this."""
    if schedule.cadence not in CADENCES:
        values = {"cadence": schedule.cadence, "cadences": ", ".join(CADENCES)}
        return Refusal("refusal.rhythm.cadence", values)
    if not schedule.weekdays or not set(schedule.weekdays) <= set(range(7)):
        return Refusal("refusal.rhythm.weekday", {"days": ", ".join(DAYS)}).of("days")
    wanted = 2 if schedule.cadence == "twice-weekly" else 1
    if len(set(schedule.weekdays)) != wanted and schedule.cadence in CADENCES[:3]:
        return Refusal("refusal.rhythm.weekday-count", {"n": wanted}).of("days")
    if schedule.time and not is_time(schedule.time):
        return Refusal("refusal.rhythm.time", {"time": schedule.time}).of("time")
    if not 1 <= schedule.nth <= 20:
        return Refusal("refusal.rhythm.nth", {"nth": schedule.nth}).of("nth")
    return None


def is_time(text: str) -> bool:
    """Whether this is an hour of the day, such as 09:30."""
    hours, colon, minutes = text.partition(":")
    figures = hours.isascii() and minutes.isascii() and hours.isdigit() and minutes.isdigit()
    return bool(colon) and figures and len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60


def _refuse(minutes: int, run_by: str, texts: Mapping[str, str]) -> Refusal | None:
    if not 1 <= minutes <= MINUTES_LIMIT:
        return Refusal("refusal.rhythm.minutes", {"minutes": minutes, "limit": MINUTES_LIMIT}).of(
            "minutes"
        )
    if run_by not in RUNNERS:
        return Refusal("refusal.rhythm.run-by", {"run_by": run_by})
    return refuse_words(*texts.values())


def _recorded(schedule: Schedule) -> dict[str, Value]:
    return {
        "since": schedule.since.isoformat(),
        "cadence": schedule.cadence,
        "weekdays": ",".join(DAYS[day] for day in sorted(set(schedule.weekdays))),
        "time": schedule.time,
        "nth": schedule.nth,
    }


def schedule_from(record: Record) -> Schedule | None:
    """When a ritual falls by this record; None where it says neither a cadence nor a day."""
    since, cadence = day_of(record, "since"), text_of(record, "cadence")
    if since is None or cadence not in (*CADENCES, PAUSE):
        return None
    names = text_of(record, "weekdays", "mon").split(",")
    weekdays = tuple(DAYS.index(name) for name in names if name in DAYS) or (0,)
    time, nth = text_of(record, "time"), number_of(record, "nth")
    return Schedule(
        since,
        cadence,
        weekdays,
        time if is_time(time) else "",
        int(nth) if nth and 1 <= nth <= 20 else 5,
    )


def _ritual(ritual_id: str, record: Record, schedules: list[tuple[str, Schedule]]) -> Ritual:
    minutes = number_of(record, "minutes")
    run_by = text_of(record, "run_by", "cmo")
    ordered = sorted(schedules, key=lambda each: (each[1].since, each[0]))
    return Ritual(
        id=ritual_id,
        minutes=int(minutes) if minutes and 1 <= minutes <= MINUTES_LIMIT else 30,
        counts=not ("counts" in record and record["counts"].value is False),
        run_by=run_by if run_by in RUNNERS else "cmo",
        stopped=day_of(record, "stopped"),
        schedules=tuple(schedule for _, schedule in ordered),
        **{name: text_of(record, name) for name in TEXTS},
    )
