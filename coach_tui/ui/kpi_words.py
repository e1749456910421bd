"""A KPI as it is shown: on one row, and in full with its chart and its readings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from textual.content import Content

from coach_tui.coach.kpi import Entries, Followed, definition_of, said_of
from coach_tui.exports.kpis import MARKS, aim_words, progress_words, value_words
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.dates import day_and_month, plain_date
from coach_tui.language.numbers import write_number
from coach_tui.language.units import write_value
from coach_tui.ui.access_words import padded
from coach_tui.ui.kpi_chart import PATH, READING, TARGET, chart, sparkline
from coach_tui.ui.plain import line, plain

STYLES: Final = {
    "on-track": "bold $success", "reached": "bold $success", "watch": "bold $warning",
    "off-track": "bold $error", "missed": "bold $error",
}  # fmt: skip
READINGS_SHOWN: Final = 30
CHART_ROWS: Final = 7


def row(each: Followed, words: Words, width: int) -> Content:
    """Sign, name, baseline → now → target, progress, status and pace, bars, badges."""
    kpi, stands = each.kpi, each.standing
    sign = Content.styled(f"{MARKS[stands.status]} ", STYLES.get(stands.status, "$text-muted"))
    status = Content.styled(status_short(each, words), STYLES.get(stands.status, "$text-muted"))
    progress = "" if kpi.is_input or kpi.stays else progress_words(stands, words)
    if width < 60:
        bare = words("kpi.stale" if stands.stale else f"kpi.status.{stands.status}")
        said = Content(f"{progress} " if progress else "") + Content(bare)
        return sign + padded(line(each.name), width - 24) + " " + padded(said, 21)
    tight = width < 66
    columns = [
        padded(line(journey(each, words)), 20 if tight else 24),
        padded(line(progress), 5),
        padded(status, 16 if tight else 19),
    ]
    taken = 46 if tight else 53
    if width >= 76:
        columns.append(padded(Content(sparkline(each.readings, 6)), 6))
        taken += 7
    columns.insert(0, padded(line(each.name), width - taken))
    return sign + Content(" ").join(columns)


def journey(each: Followed, words: Words) -> str:
    """`40 → 64 → 100`; for what stays, the value and its limit; for an input, the value."""
    kpi, stands = each.kpi, each.standing
    now = value_words(stands.current.value if stands.current else None, kpi, words)
    if kpi.is_input:
        return now
    if kpi.stays:
        limit = value_words(kpi.limit, kpi, words)
        return f"{now} ({'≥' if kpi.kind == 'above' else '≤'} {limit})"
    aim = value_words(stands.target.value if stands.target else None, kpi, words)
    return " → ".join(unit_once([value_words(kpi.baseline, kpi, words), now, aim], words.language))


def unit_once(values: list[str], language: str) -> list[str]:
    """The same values, € or % said once: where the language puts it, first or last."""
    said = [place for place, value in enumerate(values) if value != "—"]
    shown = list(values)
    for place in said:
        if place != said[-1]:
            shown[place] = shown[place].removesuffix("%").removesuffix("€").rstrip("\u00a0")
        if place != said[0] and language == "en":
            shown[place] = shown[place].replace("€", "", 1)
    return shown


def status_short(each: Followed, words: Words) -> str:
    """The status in words; its pace, or a badge beside it, never over it."""
    stands = each.standing
    said = words(f"kpi.status.{stands.status}")
    if stands.pace is not None and stands.status in ("on-track", "watch", "off-track"):
        said += f" {write_number(stands.pace, words.language, 2)}"
    if stands.stale:
        return f"{said} · {words('kpi.stale')}"
    return f"{said} ↻" if each.due and stands.current else said


def detail(each: Followed, entries: Entries, words: Words, today: date, width: int) -> Content:
    """Where it stands, the chart, what it means and what to read beside it, the readings."""
    parts = [*_standing(each, words), *_chart(each, words, today, width), Content("")]
    parts += [_pair(words(f"kpi.{name}"), said) for name, said in _facts(each, entries, words)]
    parts += _readings(each, words)
    return Content("\n").join(parts)


def _standing(each: Followed, words: Words) -> Iterator[Content]:
    kpi, stands = each.kpi, each.standing
    style = STYLES.get(stands.status, "$text-muted")
    said = f"{MARKS[stands.status]} {words(f'kpi.status.{stands.status}')}"
    parts = [Content.styled(said, style)]
    if stands.pace is not None:
        pace = write_number(stands.pace, words.language, 2)
        parts.append(Content(words("kpi.pace", pace=pace)))
    if not kpi.is_input:
        parts.append(plain(aim_words(kpi, stands.target, words)))
    if stands.progress is not None:
        parts.append(plain(progress_words(stands, words)))
    if stands.stale:
        parts.append(Content.styled(words("kpi.stale"), "bold $warning"))
    if each.due:
        parts.append(Content.styled(words("kpi.due"), "$secondary"))
    yield Content(" · ").join(parts)
    if kpi.confidence:
        said = " · ".join(
            words("kpi.confidence-of", role=words(f"role.{role}"), level=level)
            for role, level in kpi.confidence.items()
        )
        yield _pair(words("kpi.confidence"), said)
    if each.working:
        yield _pair(words("kpi.computed"), each.working)


def _chart(each: Followed, words: Words, today: date, width: int) -> list[Content]:
    kpi = each.kpi
    drawn, frame = chart(kpi, each.readings, today, max(20, min(width - 14, 60)), CHART_ROWS)
    if frame is None:
        return []
    high = write_value(frame.high, kpi.unit, words)
    low = write_value(frame.low, kpi.unit, words)
    margin = max(len(high), len(low))
    labels = [high, *[""] * (len(drawn) - 2), low]
    rows = [
        Content(f"{label:>{margin}} │{text}") for label, text in zip(labels, drawn, strict=True)
    ]
    first, last = (day_and_month(day, words.language) for day in (frame.first, frame.last))
    across = len(drawn[0])
    rows.append(Content(f"{'':>{margin}} └{first} {last:>{max(1, across - len(first) - 1)}}"))
    legend = f"{READING} {words('kpi.readings').lower()}"
    if not kpi.stays and kpi.targets:
        legend += f"   {PATH} {words('kpi.trajectory')}   {TARGET} {words('kpi.target').lower()}"
    rows.append(Content.styled(f"{'':>{margin}}  {legend}", "$text-muted"))
    return [Content(""), *rows]


def _facts(each: Followed, entries: Entries, words: Words) -> Iterator[tuple[str, str]]:
    kpi = each.kpi
    facts = [
        ("definition", definition_of(kpi, entries, words)),
        ("formula", kpi.formula or said_of(kpi, "formula", entries, words)),
        ("guard", said_of(kpi, "guard", entries, words)),
        ("pitfall", said_of(kpi, "pitfall", entries, words)),
        ("benchmark", said_of(kpi, "benchmark", entries, words)),
    ]
    if kpi.baseline is not None and kpi.baseline_on:
        value = write_value(kpi.baseline, kpi.unit, words)
        facts.append(("baseline", f"{value} · {plain_date(kpi.baseline_on, words.language)}"))
    for target in () if kpi.stays else kpi.targets:
        value = write_value(target.value, kpi.unit, words)
        day = plain_date(target.day, words.language)
        facts.append((f"target_{target.months}", words("kpi.target-by", value=value, day=day)))
    facts += [
        ("owner", kpi.owner), ("source", kpi.source), ("keeper", kpi.keeper),
        ("cadence", words(f"kpi.cadence.{kpi.cadence}")),
    ]  # fmt: skip
    return ((name, said) for name, said in facts if said)


def _readings(each: Followed, words: Words) -> Iterator[Content]:
    if not each.readings:
        return
    yield Content("")
    yield Content.styled(words("kpi.readings"), "bold")
    for reading in list(reversed(each.readings))[:READINGS_SHOWN]:
        value = write_value(reading.value, each.kpi.unit, words)
        said = f"{plain_date(reading.day, words.language)}  {value}"
        by = words("kpi.computed") if each.computed else actor_words(reading.actor, words)
        note = f" — {reading.note}" if reading.note else ""
        yield line(f"{said}  {by}{note}")
    if len(each.readings) > READINGS_SHOWN:
        yield Content(words("table.more", n=len(each.readings) - READINGS_SHOWN))


def _pair(name: str, said: str) -> Content:
    return Content.assemble((f"{name}  ", "bold")) + plain(said)
