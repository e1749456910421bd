"""A KPI as it is shown: on one row, and in full with its chart and its readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from textual.content import Content

from coach_tui.coach.kpi.overview import Entries, Followed, definition_of, formula_of, said_of
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.exports.kpi.limits import limit_facts
from coach_tui.exports.kpi.sheet import MARKS, aim_words, progress_words, value_words
from coach_tui.exports.kpi.targets import aims, baseline_words, series_facts, series_title
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.currency import SIGNS, signed
from coach_tui.language.dates import day_and_month, plain_date
from coach_tui.language.numbers import write_number
from coach_tui.language.units import write_value
from coach_tui.ui.access.rows import padded
from coach_tui.ui.kpi.chart import LIMIT, PATH, READING, SIGNAL, TARGET, chart, sparkline
from coach_tui.ui.plain import line, plain

STYLES: Final = {
    "on-track": "bold $success", "reached": "bold $success", "watch": "bold $warning",
    "off-track": "bold $error", "missed": "bold $error",
}  # fmt: skip
READINGS_SHOWN: Final = 30
CHART_ROWS: Final = 7


def row(each: Followed, words: Words, width: int) -> Content:
    """Sign, name, baseline → now → target, progress, status and pace, bars, badges.

    Where there is no room for all of it, less is said: a figure is never cut.
    """
    kpi, stands = each.kpi, each.standing
    sign = Content.styled(f"{MARKS[stands.status]} ", STYLES.get(stands.status, "$text-muted"))
    style = STYLES.get(stands.status, "$text-muted")
    progress = "" if kpi.is_input or kpi.stays else progress_words(stands, words)
    if width < 60:
        bare = words("kpi.stale" if stands.stale else f"kpi.status.{stands.status}")
        said = Content(f"{progress} " if progress else "") + Content(bare)
        return sign + padded(line(each.name), width - 24) + " " + padded(said, 21)
    tight, roomy = width < 66, width >= 76
    widths = [20 if tight else 24, max(5, len(progress)), 16 if tight else 21 if roomy else 19]
    columns = [
        padded(line(_fitting(journeys(each, words), widths[0])), widths[0]),
        padded(line(progress), widths[1]),
        padded(Content.styled(_fitting(statuses(each, words), widths[2]), style), widths[2]),
    ]
    if roomy:
        columns.append(padded(Content(sparkline(each.readings, 6)), 6))
        widths.append(6)
    taken = len("✓ ") + sum(widths) + len(widths)
    columns.insert(0, padded(line(each.name), width - taken))
    return sign + Content(" ").join(columns)


def journeys(each: Followed, words: Words) -> list[str]:
    """`40 → 64 → 100`; for what stays, the value and its limit; for an input, the value.

    Then the same in less and less room; nothing where even the value would be cut.
    """
    kpi, stands = each.kpi, each.standing
    now = value_words(stands.current.value if stands.current else None, kpi, words)
    if kpi.is_input:
        return [now]
    if kpi.stays:
        limit = value_words(kpi.limit, kpi, words)
        return [f"{now} ({'≥' if kpi.kind == 'above' else '≤'} {limit})", now]
    aim = value_words(stands.target.value if stands.target else None, kpi, words)
    points = [value_words(kpi.baseline, kpi, words), now, aim]
    shorter = [unit_once(kept, words) for kept in (points, points[1:])]
    return [*(" → ".join(kept) for kept in shorter), now]


def _fitting(texts: list[str], width: int) -> str:
    """The first of these that fits this width; nothing where none does."""
    return next((text for text in texts if len(text) <= width), "")


def unit_once(values: list[str], words: Words) -> list[str]:
    """The same values, the currency or % said once: where the language puts it, first or last."""
    sign = SIGNS[words.currency]
    before = signed("", words.currency, words.language)
    said = [place for place, value in enumerate(values) if value != "—"]
    shown = list(values)
    for place in said:
        if place != said[-1]:
            shown[place] = shown[place].removesuffix("%").removesuffix(sign).rstrip("\u00a0")
        if place != said[0] and words.language == "en":
            shown[place] = shown[place].replace(before, "", 1)
    return shown


def statuses(each: Followed, words: Words) -> list[str]:
    """The status in words, its pace and a badge beside it; then the same without the pace, bare."""
    stands = each.standing
    bare = paced = words(f"kpi.status.{stands.status}")
    if stands.pace is not None and stands.status in ("on-track", "watch", "off-track"):
        paced += f" {write_number(stands.pace, words.language, 2)}"
    badge = " ↻" if each.due and stands.current else ""
    if stands.stale:
        badge = f" · {words('kpi.stale')}"
    return [paced + badge, bare + badge, paced, bare]


def detail(each: Followed, entries: Entries, words: Words, today: date, width: int) -> Content:
    """Where it stands, the chart, what it means and what to read beside it, the readings."""
    parts = [*_standing(each, words), *_chart(each, words, today, width), Content("")]
    parts += [_pair(words(f"kpi.{name}"), said) for name, said in _facts(each, entries, words)]
    parts += _readings(each, words)
    parts += _earlier(each, entries, words)
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
    drawn, frame = chart(
        kpi, each.readings, today, max(20, min(width - 14, 60)), CHART_ROWS, each.behaviour
    )
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
    if each.behaviour and each.behaviour.limits:
        limits = f"{SIGNAL} {words('kpi.chart.signal')}   {LIMIT} {words('kpi.limits').lower()}"
        rows.append(Content.styled(f"{'':>{margin}}  {limits}", "$text-muted"))
    return [Content(""), *rows]


def _facts(each: Followed, entries: Entries, words: Words) -> Iterator[tuple[str, str]]:
    kpi = each.kpi
    facts = [
        ("definition", definition_of(kpi, entries, words)),
        ("formula", formula_of(kpi, entries, words)),
        ("guard", said_of(kpi, "guard", entries, words)),
        ("pitfall", said_of(kpi, "pitfall", entries, words)),
        ("benchmark", said_of(kpi, "benchmark", entries, words)),
    ]
    if each.since:
        facts.insert(1, ("since", plain_date(each.since, words.language)))
    facts += [("baseline", " · ".join(baseline_words(kpi, words))), *aims(each, words)]
    facts += limit_facts(each, words)
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
    yield from _listed(each.readings, each.kpi.unit, words, computed=each.computed)


def _earlier(each: Followed, entries: Entries, words: Words) -> Iterator[Content]:
    """What it was under each earlier definition, the last one first."""
    for series in reversed(each.earlier):
        yield Content("")
        yield Content.styled(line(series_title(series, entries, words)).plain, "bold")
        for name, said in series_facts(series, words):
            yield _pair(words(f"kpi.{name}"), said)
        yield from _listed(series.readings, series.kpi.unit, words)


def _listed(
    readings: Sequence[Reading], unit: str, words: Words, *, computed: bool = False
) -> Iterator[Content]:
    """Readings, the last one first."""
    for reading in list(reversed(readings))[:READINGS_SHOWN]:
        value = write_value(reading.value, unit, words)
        said = f"{plain_date(reading.day, words.language)}  {value}"
        by = words("kpi.computed") if computed else actor_words(reading.actor, words)
        note = f" — {reading.note}" if reading.note else ""
        yield line(f"{said}  {by}{note}")
    if len(readings) > READINGS_SHOWN:
        yield Content(words("table.more", n=len(readings) - READINGS_SHOWN))


def _pair(name: str, said: str) -> Content:
    return Content.assemble((f"{name}  ", "bold")) + plain(said)
