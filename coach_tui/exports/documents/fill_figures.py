"""Fillers that are figures: KPIs over a month, a quarter or since the start; the team's cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from coach_tui.coach.kpi.month import month_rows
from coach_tui.coach.kpi.overview import (
    Entries,
    Followed,
    by_id,
    definition_of,
    follow_up,
    formula_of,
)
from coach_tui.coach.named import called, named_in
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.engagement.team.cover import covers_of, index_on, percent
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.exports.documents.facts import WEEK, Facts
from coach_tui.exports.figures import pair
from coach_tui.exports.kpi.month_rows import month_cells
from coach_tui.exports.kpi.sheet import aim_words, value_words
from coach_tui.exports.markdown import escaped
from coach_tui.exports.markdown_table import raw_table, table
from coach_tui.language.dates import day_and_month, short_date

Filler = Callable[[Facts], str]
CRITICAL: Final = "★"  # beside a critical skill
HISTORY: Final = 12  # readings shown of each KPI: a year of months
WORST: Final = ("off-track", "watch", "on-track")  # a mission's status is its worst KPI's
_MEANT: Final = {
    **{each: each for each in (*WORST, "too-early")}, "missed": "off-track", "reached": "on-track",
}  # fmt: skip


def followed_kpis(facts: Facts, day: date | None = None) -> tuple[Followed, ...]:
    """The KPIs followed, inputs left out, as they stood that day."""
    entries = by_id(facts.catalogues["kpis"])
    found = follow_up(facts.engagement, entries, facts.words, day or facts.today)
    return tuple(each for each in found if not each.kpi.is_input)


def status_of(facts: Facts) -> str:
    """on-track, watch, off-track or too-early: the worst of the KPIs the mission is judged by, at
    the end of the period; of all of them where none is. Empty where none can be told."""
    kpis = followed_kpis(facts, min(facts.bounds[1], facts.today))
    judged = [each for each in kpis if each.kpi.success] or list(kpis)
    told = {_MEANT.get(each.standing.status, "") for each in judged}
    return next((status for status in (*WORST, "too-early") if status in told), "")


def _status(facts: Facts) -> str:
    status = status_of(facts)
    return f"**{facts.words(f'document.status.{status}')}**" if status else ""


def _month(facts: Facts) -> str:
    """Last month beside this one, and whether each move is good."""
    named = named_in(facts.engagement, facts.catalogues, facts.words.language)
    first, last = facts.bounds
    last = max(first, min(last, facts.today))
    rows = [month_cells(row, named, facts.words) for row in
            month_rows(facts.engagement, first, last)]  # fmt: skip
    heads = ("kpi", "month", "month-before", "target", "moves")
    return _raw_table(facts, heads, rows)


def _goals(facts: Facts) -> str:
    rows = [
        [each.name, value_words(each.kpi.baseline, each.kpi, facts.words), _target(each, facts)]
        for each in followed_kpis(facts)
    ]
    return _table(facts, ("kpi", "baseline", "target"), rows)


def _quarter(facts: Facts) -> str:
    last = min(facts.bounds[1], facts.today)
    rows = [
        [
            each.name,
            value_words(each.kpi.baseline, each.kpi, facts.words),
            _target(each, facts),
            _read(each, facts),
        ]
        for each in followed_kpis(facts, last)
    ]
    return _table(facts, ("kpi", "baseline", "target", "now"), rows)


def _sheet(facts: Facts) -> str:
    """Each KPI: where it stands, what it means, who feeds it, what it was along the mission."""
    kpis = followed_kpis(facts)
    if not kpis:
        return ""
    entries = by_id(facts.catalogues["kpis"])
    lines = [_quarter(facts), ""]
    for each in kpis:
        lines.append(_defined(each, entries, facts))
        lines += [f"  - {line}" for line in _along(each, facts)]
    return "\n".join(lines)


def definition_lines(facts: Facts) -> list[str]:
    """What each KPI means, how it is worked out, who feeds it."""
    entries = by_id(facts.catalogues["kpis"])
    return [_defined(each, entries, facts) for each in followed_kpis(facts)]


def series_lines(facts: Facts) -> list[str]:
    """What each KPI was along the mission, under each of its definitions."""
    lines = []
    for each in followed_kpis(facts):
        if along := list(_along(each, facts)):
            lines.append(f"- {pair(f'**{escaped(each.name)}**', along[0], facts.words)}")
            lines += [f"  - {line}" for line in along[1:]]
    return lines


def _defined(each: Followed, entries: Entries, facts: Facts) -> str:
    said = [
        ("definition", definition_of(each.kpi, entries, facts.words)),
        ("formula", formula_of(each.kpi, entries, facts.words)),
        ("source", each.kpi.source),
        ("keeper", each.kpi.keeper),
    ]
    told = " · ".join(pair(facts.words(f"kpi.{name}"), escaped(words), facts.words)
                      for name, words in said if words)  # fmt: skip
    return f"- **{escaped(each.name)}**{f' · {told}' if told else ''}"


def _along(each: Followed, facts: Facts) -> Iterator[str]:
    """What was read, month after month, under the definition in force and under each before."""
    if each.readings:
        yield _series(each.readings, each, facts)
    for series in reversed(each.earlier):
        if series.readings and series.ended:
            day = facts.day(series.ended)
            told = _series(series.readings, each, facts)
            yield facts.words("document.other-definition", day=day, told=told)


def _series(readings: Sequence[Reading], each: Followed, facts: Facts) -> str:
    by_month = {(reading.day.year, reading.day.month): reading for reading in readings}
    return " → ".join(
        f"{value_words(reading.value, each.kpi, facts.words)} "
        f"({short_date(reading.day, facts.words.language)})"
        for reading in [*by_month.values()][-HISTORY:]
    )


def _line(facts: Facts) -> str:
    """What was read in the last seven days, on one line."""
    last = min(facts.bounds[1], facts.today)
    told = []
    for each in followed_kpis(facts, last):
        recent = [reading for reading in each.readings if last - WEEK < reading.day <= last]
        if recent:
            value = value_words(recent[-1].value, each.kpi, facts.words)
            told.append(pair(escaped(each.name), value, facts.words))
    return " · ".join(told)


def _target(each: Followed, facts: Facts) -> str:
    kpi = each.kpi
    return aim_words(kpi, kpi.targets[-1] if kpi.targets else None, facts.words)


def _read(each: Followed, facts: Facts) -> str:
    current = each.standing.current
    if current is None:
        return ""
    value = value_words(current.value, each.kpi, facts.words)
    return f"{value} ({day_and_month(current.day, facts.words.language)})"


def _index(facts: Facts) -> str:
    index = index_on(facts.engagement, min(facts.bounds[1], facts.today))
    return "" if index is None else facts.words("team.percent", n=percent(index))


def _index_before(facts: Facts) -> str:
    index = index_on(facts.engagement, facts.bounds[0] - timedelta(days=1))
    return "" if index is None else facts.words("team.percent", n=percent(index))


def _cover(facts: Facts) -> str:
    named = named_in(facts.engagement, facts.catalogues, facts.words.language)
    rows = [
        [
            called(cover.skill.id, cover.skill.name, named.skills)
            + (f" {CRITICAL}" if cover.skill.critical else ""),
            facts.words(f"team.label.{cover.label}"),
            facts.words("team.percent", n=percent(cover.share)),
        ]
        for cover in covers_of(facts.engagement, facts.today)
    ]
    heads = ("skill", "label", "share")
    return (
        "\n".join(table([facts.words(f"team.head.{head}") for head in heads], rows)) if rows else ""
    )


def _board(facts: Facts) -> str:
    named = named_in(facts.engagement, facts.catalogues, facts.words.language)
    labels = labels_of(people_of(facts.engagement).values())
    rows = [
        [
            named.decisions.get(line.decision, line.decision),
            labels.get(line.person, ""),
            f"{line.now} · {named.delegation.get(line.now, '')}",
        ]
        for line in board_of(facts.engagement).values()
    ]
    heads = ("decision", "who", "now")
    return (
        "\n".join(table([facts.words(f"team.head.{head}") for head in heads], rows)) if rows else ""
    )


def _table(facts: Facts, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    named = [facts.words(f"document.col.{head}") for head in heads]
    return "\n".join(table(named, rows))


def _raw_table(facts: Facts, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same of cells that are Markdown already."""
    named = [facts.words(f"document.col.{head}") for head in heads]
    return "\n".join(raw_table(named, rows)) if rows else ""


FIGURES: Final[Mapping[str, Filler]] = {
    "status": _status,
    "kpi-month": _month,
    "kpi-quarter": _quarter,
    "kpi-goals": _goals,
    "kpi-sheet": _sheet,
    "kpi-line": _line,
    "index": _index,
    "index-before": _index_before,
    "cover": _cover,
    "board": _board,
}
