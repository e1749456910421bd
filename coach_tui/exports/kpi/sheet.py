"""The KPI sheet, as Markdown: where each stands, what it means, what was computed and how."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from coach_tui.coach.kpi.overview import Entries, Followed, definition_of, formula_of, said_of
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.engagement.kpi.record import ENOUGH, Kpi, Target
from coach_tui.engagement.kpi.status import Rules, Standing
from coach_tui.exports.kpi.limits import limit_facts
from coach_tui.exports.kpi.targets import (
    aims,
    baseline_words,
    limit_words,
    series_facts,
    series_title,
)
from coach_tui.exports.markdown import escaped
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.dates import plain_date
from coach_tui.language.numbers import write_number, write_percent
from coach_tui.language.units import write_value

MARKS = {
    "on-track": "✓", "watch": "!", "off-track": "✗", "too-early": "…", "no-reading": "?",
    "no-baseline": "?", "no-target": "–", "reached": "✓", "missed": "✗", "followed": "·",
}  # fmt: skip


class KpiSheet(NamedTuple):
    """What the document is made of. `notes` writes what was noted beside readings."""

    company: str
    today: date
    followed: Sequence[Followed]
    worked_out: Sequence[tuple[str, str]]
    entries: Entries
    rules: Rules
    notes: bool = False


def kpi_sheet(sheet: KpiSheet, words: Words) -> str:
    """The sheet, in the language of `words`."""
    return "\n".join(
        [*_head(sheet, words), *_summary(sheet, words), *_computed(sheet, words),
         *_details(sheet, words)]
    )  # fmt: skip


def kpi_page(each: Followed, sheet: KpiSheet, words: Words) -> list[str]:
    """One KPI whole, for a command: where it stands, then its part of the sheet, how many readings
    its natural limits still need included."""
    title, blank, *rest = _detail(each, sheet, words)
    stands = " · ".join((status_words(each.standing, words), progress_words(each.standing, words)))
    facts = () if each.behaviour is None or each.behaviour.limits else limit_facts(each, words)
    missing = [f"- **{words(f'kpi.{name}')}** {said}" for name, said in facts]
    return [title.removeprefix("## "), stands, *missing, blank, *rest]


def status_words(stands: Standing, words: Words) -> str:
    """The status in words with its sign, the pace where there is one, and “stale” beside it."""
    parts = [f"{MARKS[stands.status]} {words(f'kpi.status.{stands.status}')}"]
    if stands.pace is not None and stands.status in ("on-track", "watch", "off-track"):
        parts.append(words("kpi.pace", pace=write_number(stands.pace, words.language, 2)))
    if stands.stale:
        parts.append(words("kpi.stale"))
    return " · ".join(parts)


def aim_words(kpi: Kpi, target: Target | None, words: Words) -> str:
    """What the KPI is held to: a target and its day, or a limit."""
    if kpi.stays:
        return limit_words(kpi, words) or "—"
    if target is None:
        return "—"
    value = write_value(target.value, kpi.unit, words)
    return words("kpi.target-by", value=value, day=plain_date(target.day, words.language))


def value_words(value: Decimal | None, kpi: Kpi, words: Words) -> str:
    """A value with its unit; a dash where there is none: never a zero."""
    return "—" if value is None else write_value(value, kpi.unit, words)


def progress_words(stands: Standing, words: Words) -> str:
    """Progress as it is, below zero and above a hundred included."""
    return "—" if stands.progress is None else write_percent(stands.progress, words.language, 0)


def _head(sheet: KpiSheet, words: Words) -> Iterator[str]:
    yield "# KPI" if words.language == "fr" else "# KPIs"
    yield ""
    yield f"**{words('export.company')}** {escaped(sheet.company)}"
    yield ""
    yield words("export.day", day=plain_date(sheet.today, words.language))
    yield ""
    count = sum(not each.kpi.is_input for each in sheet.followed)
    if count > ENOUGH:
        yield words("kpi.too-many", n=count)
        yield ""


def _summary(sheet: KpiSheet, words: Words) -> Iterator[str]:
    kpis = [each for each in sheet.followed if not each.kpi.is_input]
    if not kpis:
        yield words("kpi.none")
        yield ""
        return
    names = ("kpi", "baseline", "now", "target", "progress", "status", "owner")
    yield _row([words(f"kpi.{name}") for name in names])
    yield f"|{' --- |' * len(names)}"
    for each in kpis:
        kpi, stands = each.kpi, each.standing
        now = stands.current.value if stands.current else None
        yield _row(
            [
                each.name, value_words(kpi.baseline, kpi, words), value_words(now, kpi, words),
                aim_words(kpi, stands.target, words), progress_words(stands, words),
                status_words(stands, words), kpi.owner,
            ]
        )  # fmt: skip
    yield ""
    on_track = write_number(sheet.rules.on_track, words.language, 2)
    yield words(
        "kpi.rule", on_track=on_track, watch=write_number(sheet.rules.watch, words.language, 2)
    )
    yield ""


def _computed(sheet: KpiSheet, words: Words) -> Iterator[str]:
    if not sheet.worked_out:
        return
    yield f"## {words('kpi.computed-ones')}"
    yield ""
    for name, working in sheet.worked_out:
        yield f"- **{escaped(name)}** {escaped(working)}"
    yield ""


def _details(sheet: KpiSheet, words: Words) -> Iterator[str]:
    for each in sheet.followed:
        yield from _detail(each, sheet, words)


def _detail(each: Followed, sheet: KpiSheet, words: Words) -> Iterator[str]:
    yield f"## {escaped(each.name)}"
    yield ""
    for name, said in _facts(each, sheet, words):
        yield f"- **{words(f'kpi.{name}')}** {escaped(said)}"
    yield ""
    if each.readings and not each.computed:
        yield from _readings(each.readings, each.kpi, sheet, words)
    for series in reversed(each.earlier):
        yield f"### {escaped(series_title(series, sheet.entries, words))}"
        yield ""
        if facts := list(series_facts(series, words)):
            yield from (f"- **{words(f'kpi.{name}')}** {said}" for name, said in facts)
            yield ""
        yield from _readings(series.readings, series.kpi, sheet, words)


def _facts(each: Followed, sheet: KpiSheet, words: Words) -> Iterator[tuple[str, str]]:
    kpi = each.kpi
    facts = [
        ("definition", definition_of(kpi, sheet.entries, words)),
        ("formula", formula_of(kpi, sheet.entries, words)),
        ("computed", each.working),
        ("guard", said_of(kpi, "guard", sheet.entries, words)),
        ("source", kpi.source),
        ("keeper", kpi.keeper),
        ("cadence", words(f"kpi.cadence.{kpi.cadence}")),
    ]
    if each.since:
        facts.insert(1, ("since", plain_date(each.since, words.language)))
    facts += [
        ("baseline", ", ".join(baseline_words(kpi, words))), ("target", limit_words(kpi, words)),
        *aims(each, words),
    ]  # fmt: skip
    if each.behaviour and each.behaviour.limits:
        facts += limit_facts(each, words)
    return ((name, said) for name, said in facts if said)


def _readings(
    readings: Sequence[Reading], kpi: Kpi, sheet: KpiSheet, words: Words
) -> Iterator[str]:
    columns = ["day", "value", "author", *(["note"] if sheet.notes else [])]
    yield _row([words(f"kpi.{name}") for name in columns])
    yield f"|{' --- |' * len(columns)}"
    for reading in readings:
        cells = [
            plain_date(reading.day, words.language),
            write_value(reading.value, kpi.unit, words),
            actor_words(reading.actor, words),
        ]
        yield _row([*cells, reading.note] if sheet.notes else cells)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"
