"""KPIs as they are shown: a line each, in columns; and one in full, its chart and its readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from textual.content import Content

from coach_tui.coach.kpi.overview import Entries, Followed, definition_of, formula_of, said_of
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.exports.kpi.limits import limit_facts
from coach_tui.exports.kpi.sheet import aim_words, progress_words, value_words
from coach_tui.exports.kpi.targets import aims, baseline_words, series_facts, series_title
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.dates import day_and_month, plain_date
from coach_tui.language.numbers import write_number
from coach_tui.language.units import write_value
from coach_tui.ui.kpi.drawing import drawn_chart
from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.columns import Column, ColumnTable, table
from coach_tui.ui.widths import BADGE_IN_WORDS

STYLES: Final = {
    "on-track": "bold $success", "reached": "bold $success", "watch": "bold $warning",
    "off-track": "bold $error", "missed": "bold $error",
}  # fmt: skip
SHAPES: Final = {
    "on-track": "●", "reached": "●", "watch": "▲", "off-track": "■", "missed": "■",
    "too-early": "○", "no-reading": "○", "no-baseline": "○", "no-target": "○", "followed": "·",
}  # fmt: skip
READINGS_SHOWN: Final = 30
CHART_ROWS: Final = 7
UNDER: Final = 5  # rows above and under a chart: a blank one, its axis, its days, its signs


def rows(followed: Sequence[Followed], words: Words, width: int) -> ColumnTable:
    """Each on its line: where it began, is and should be, its pace, its state, who reads it."""
    badge = f"· {words('kpi.stale')}" if width >= BADGE_IN_WORDS else "!"
    columns = [
        _column(words, "start", [_start(each, words) for each in followed], yields=3),
        _column(words, "now", [_now(each, words) for each in followed]),
        _column(words, "aim", [_aim(each, words) for each in followed], yields=1),
        _column(words, "progress", [_progress(each, words) for each in followed], yields=4),
        _column(words, "pace", [pace_words(each, words) for each in followed], yields=2),
        Column(
            words("kpi.column.state"),
            [_state(each, words, badge) for each in followed],
            shorts=[_shape(each) for each in followed],
        ),
        Column(words("kpi.column.read"), [_read(each, words) for each in followed], yields=5),
        Column(words("kpi.column.by"), [line(each.kpi.keeper) for each in followed], yields=6),
    ]
    names = [line(each.name) for each in followed]
    return table(names, [line(each.short) for each in followed], columns, width)


def _column(words: Words, name: str, said: Sequence[str], yields: int = 0) -> Column:
    """Figures, at the right; the one of today is what the eye looks for."""
    style = "bold" if name == "now" else ""
    return Column(words(f"kpi.column.{name}"), [line(each, style) for each in said], True, yields)


def _start(each: Followed, words: Words) -> str:
    kpi = each.kpi
    return "" if kpi.is_input or kpi.stays else value_words(kpi.baseline, kpi, words)


def _now(each: Followed, words: Words) -> str:
    current = each.standing.current
    return value_words(current.value if current else None, each.kpi, words)


def _aim(each: Followed, words: Words) -> str:
    kpi, target = each.kpi, each.standing.target
    if kpi.is_input:
        return ""
    if kpi.stays and kpi.limit is not None:
        return f"{'≥' if kpi.kind == 'above' else '≤'} {value_words(kpi.limit, kpi, words)}"
    return value_words(target.value if target else None, kpi, words)


def _progress(each: Followed, words: Words) -> str:
    return "" if each.kpi.is_input or each.kpi.stays else progress_words(each.standing, words)


def pace_words(each: Followed, words: Words) -> str:
    """Its pace where that is what it is judged by; nothing elsewhere."""
    stands = each.standing
    if stands.pace is None or stands.status not in ("on-track", "watch", "off-track"):
        return ""
    return write_number(stands.pace, words.language, 2)


def _state(each: Followed, words: Words, badge: str) -> Content:
    """Its state: a shape and a word, so that no colour is needed; a badge where it is stale."""
    status = each.standing.status
    return _badged(each, f"{SHAPES[status]} {words(f'kpi.status.{status}')}", badge)


def _shape(each: Followed) -> Content:
    """Its state by its shape alone, where words would cut the names: the page has them."""
    return _badged(each, SHAPES[each.standing.status], "!")


def _badged(each: Followed, said: str, badge: str) -> Content:
    state = Content.styled(said, STYLES.get(each.standing.status, "$quiet"))
    if not each.standing.stale:
        return state
    return Content.assemble(state, (f" {badge}", "bold $warning"))


def _read(each: Followed, words: Words) -> Content:
    """The day it was last read; marked where another reading is due."""
    current = each.standing.current
    day = day_and_month(current.day, words.language) if current else ""
    return Content.styled(f"! {day}".rstrip(), "$warning") if each.due else Content(day)


def drawing(each: Followed, words: Words, today: date, width: int, height: int) -> Content:
    """Where it stands, and the chart, in this room."""
    said = list(_standing(each, words))
    folded = max(width, 1)  # a pane that is not laid out yet has no width
    rows = height - sum(row.get_height({}, folded) for row in said) - UNDER
    return Content("\n").join([*said, *drawn_chart(each, words, today, width, rows)])


def detail(each: Followed, entries: Entries, words: Words, today: date, width: int) -> Content:
    """What it means and what to read beside it, the readings.

    Before that where it stands and the chart, in `width` columns; where this is 0, they stand
    elsewhere.
    """
    parts = []
    if width:
        drawn = drawn_chart(each, words, today, min(width, 74), CHART_ROWS)
        parts = [*_standing(each, words), *drawn, Content("")]
    parts += [_pair(words(f"kpi.{name}"), said) for name, said in _facts(each, entries, words)]
    parts += _readings(each, words)
    parts += _earlier(each, entries, words)
    return Content("\n").join(parts)


def _standing(each: Followed, words: Words) -> Iterator[Content]:
    kpi, stands = each.kpi, each.standing
    style = STYLES.get(stands.status, "$quiet")
    said = f"{SHAPES[stands.status]} {words(f'kpi.status.{stands.status}')}"
    parts = [Content.styled(said, style)]
    if stands.pace is not None:
        pace = write_number(stands.pace, words.language, 2)
        parts.append(Content(words("kpi.pace", pace=pace)))
    if not kpi.is_input and stands.status != "no-target":
        parts.append(plain(aim_words(kpi, stands.target, words)))
    if stands.progress is not None:
        parts.append(plain(progress_words(stands, words)))
    if stands.stale:
        parts.append(Content.styled(words("kpi.stale"), "bold $warning"))
    if each.due:
        parts.append(Content.styled(words("kpi.due"), "$quiet"))
    yield Content(" · ").join(parts)
    if kpi.confidence:
        said = " · ".join(
            words("kpi.confidence-of", role=words(f"role.{role}"), level=level)
            for role, level in kpi.confidence.items()
        )
        yield _pair(words("kpi.confidence"), said)
    if each.working:
        yield _pair(words("kpi.computed"), each.working)


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
