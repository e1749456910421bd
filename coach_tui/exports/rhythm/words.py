"""The rhythm in words: when a ritual falls, what it weighs, how fast the days go. Plain text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import ceil, floor

from coach_tui.coach.named import Names, called
from coach_tui.coach.rhythm.overview import AgendaLine, Load
from coach_tui.engagement.rhythm.days import Burn
from coach_tui.engagement.rhythm.occurrences import Health
from coach_tui.engagement.rhythm.rituals import PAUSE, Ritual, Schedule
from coach_tui.engagement.rhythm.slots import MONTHS
from coach_tui.language import Words
from coach_tui.language.dates import DAYS, plain_date, short_date
from coach_tui.language.numbers import write_number, write_percent


def schedule_words(schedule: Schedule | None, words: Words) -> str:
    """weekly, Monday 09:30 · every month, working day 5."""
    if schedule is None:
        return words("rhythm.unplanned")
    cadence = words(f"rhythm.cadence.{schedule.cadence}")
    if schedule.cadence == PAUSE:
        return cadence
    if schedule.cadence in MONTHS:
        day = words("rhythm.nth", n=schedule.nth)
    else:
        names = DAYS[words.language].split()
        day = ", ".join(names[each] for each in sorted(set(schedule.weekdays)))
    return f"{cadence}, {day} {schedule.time}".strip()


def runner_words(run_by: str, left: date | None, words: Words, *, short: bool = False) -> str:
    """Who runs a ritual; whom it was run by until the CMO left (`left`, None while they are there).

    Nothing says who has run it since.
    """
    key = "rhythm.short-run-by" if short else "rhythm.run-by"
    if left is None or run_by != "cmo":
        return words(f"{key}.{run_by}")
    day = (short_date if short else plain_date)(left, words.language)
    return words(f"{key}.left", day=day)


def ritual_cells(ritual: Ritual, left: date | None, names: Names, words: Words) -> list[str]:
    """A row of a table: its name, how often, who runs it, its owner, what comes out of it."""
    cadence = ritual.schedule.cadence if ritual.schedule else ""
    return [
        called(ritual.id, ritual.name, names),
        words(f"transition.cadence.{cadence}") if cadence else "",
        runner_words(ritual.run_by, left, words, short=True),
        ritual.owner,
        ritual.output,
    ]


def health_words(health: Health, words: Words) -> str:
    """Held of the last eight, and how many the team ran."""
    if not health.planned:
        return words("rhythm.no-health")
    planned = health.planned
    said = words("rhythm.health", n=planned, held=health.held, planned=planned)
    return f"{said} · {words('rhythm.by-team', n=health.by_team)}" if health.by_team else said


def load_words(load: Load, words: Words) -> str:
    """The ritual load with its working, and whether it is too much."""
    if load.over:
        return words("rhythm.load-ended")
    hours = write_number(round(load.hours, 1), words.language)
    if load.share is None or load.contracted is None:
        return words("rhythm.load-unknown", hours=hours)
    return words(
        "rhythm.load-too-much" if load.too_much else "rhythm.load",
        hours=hours,
        contracted=write_number(round(load.contracted, 1), words.language),
        share=write_percent(load.share, words.language, 1),
    )


def burn_words(burn: Burn | None, words: Words) -> str:
    """Days used against days planned by now, and the week in which they run out.

    Weeks are whole and counted from one, as people say them: the first day is in week 1.
    """
    if burn is None:
        return words("rhythm.burn-unknown")
    language = words.language
    used, planned = (
        write_number(burn.used, language),
        write_number(round(burn.planned, 1), language),
    )
    if not burn.used:
        if burn.ended:
            return words("rhythm.burn-none-ended", planned=planned, end=burn.ended_in)
        return words("rhythm.burn-unused", planned=planned)
    none_planned = "rhythm.burn-early" if burn.burn is None else ""
    told = words(
        none_planned or ("rhythm.burn-ended" if burn.ended else f"rhythm.burn.{burn.sense}"),
        n=burn.used,
        used=used,
        planned=planned,
        burn=write_percent(burn.burn or 0, language, 0),
        now=write_number(floor(burn.week) + 1, language),
        end=burn.ended_in or 0,
    )
    return f"{told} · {projection_words(burn, words)}"


def projection_words(burn: Burn, words: Words) -> str:
    """The days left, the pace so far, and the week in which they run out: after the end or not.

    Once the mission is over they run out no more: those not used are told.
    """
    language = words.language
    left, over = round(burn.left, 2), round(-burn.left, 2)
    parts = [
        words(
            f"rhythm.{'unused' if burn.ended else 'left'}",
            n=left,
            days=write_number(left, language),
        )
        if burn.left >= 0
        else words("rhythm.left-none", n=over, days=write_number(over, language))
    ]
    if burn.pace is not None:
        pace = write_number(round(burn.pace, 1), language)
        parts.append(words("rhythm.pace", n=burn.pace, pace=pace))
    if burn.pace and burn.left >= 0 and burn.exhausted is not None and not burn.ended:
        when = "open" if burn.end is None else "after-end" if burn.after_end else "before-end"
        week, end = ceil(burn.exhausted - 1e-9), ceil((burn.end or 0) - 1e-9)
        parts.append(words(f"rhythm.gone.{when}", week=week, end=end))
    return " · ".join(parts)


def agenda_words(line: AgendaLine, skills: Names, people: Mapping[str, str], words: Words) -> str:
    """One thing to bring to the next meeting."""
    what, who = line.what, line.who
    if line.key == "gap":
        what, who = called(line.what, "", skills), people.get(line.who, "")
    return words(f"rhythm.agenda.{line.key}", what=what, who=who, n=line.days)


def ritual_name(ritual: Ritual, rituals: Names) -> str:
    """What a ritual is called here."""
    return called(ritual.id, ritual.name, rituals)
