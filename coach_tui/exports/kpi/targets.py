"""What a KPI is held to and what it came to, in words: baseline, targets, their verdicts; and what
it was under each earlier definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach_tui.coach.kpi.overview import Entries, Followed, definition_of, verdicts_then
from coach_tui.engagement.kpi.record import Kpi
from coach_tui.engagement.kpi.series import Series
from coach_tui.engagement.kpi.verdicts import TargetVerdict
from coach_tui.language import Words
from coach_tui.language.dates import plain_date
from coach_tui.language.units import write_value


def aims(each: Followed, words: Words) -> Iterator[tuple[str, str]]:
    """The name of each target and what is said of it, those that have passed with their verdict."""
    shown = set()
    for verdict in each.verdicts:
        shown.add(verdict.target)
        yield f"target_{verdict.target.months}", target_words(each.kpi, verdict, words)
    for target in () if each.kpi.stays else each.kpi.targets:
        if target not in shown:
            value = write_value(target.value, each.kpi.unit, words)
            day = plain_date(target.day, words.language)
            yield f"target_{target.months}", words("kpi.target-by", value=value, day=day)


def limit_words(kpi: Kpi, words: Words) -> str:
    """`stay below 24 hours`; nothing of a KPI that has targets, or no limit yet."""
    if not kpi.stays or kpi.limit is None:
        return ""
    return f"{words(f'kpi.kind.{kpi.kind}')} {write_value(kpi.limit, kpi.unit, words)}"


def target_words(kpi: Kpi, verdict: TargetVerdict, words: Words) -> str:
    """`100 by 4 July 2026 · missed: 64 on 10 June 2026`."""
    target, reading = verdict.target, verdict.reading
    value = write_value(target.value, kpi.unit, words)
    aim = words("kpi.target-by", value=value, day=plain_date(target.day, words.language))
    outcome = words(f"kpi.status.{verdict.outcome}" if reading else "kpi.verdict.unread")
    if reading is None:
        return f"{aim} · {outcome}"
    read = write_value(reading.value, kpi.unit, words)
    day = plain_date(reading.day, words.language)
    return f"{aim} · {words('kpi.verdict', outcome=outcome, value=read, day=day)}"


def baseline_words(kpi: Kpi, words: Words) -> Sequence[str]:
    """The baseline and its day; nothing where there is none."""
    if kpi.baseline is None or kpi.baseline_on is None:
        return ()
    value = write_value(kpi.baseline, kpi.unit, words)
    return value, plain_date(kpi.baseline_on, words.language)


def series_title(series: Series, entries: Entries, words: Words) -> str:
    """`Until 12 March 2026: all marketing cost ÷ all new customers`."""
    day = plain_date(series.ended, words.language) if series.ended else ""
    return words("kpi.series", day=day, definition=definition_of(series.kpi, entries, words))


def series_facts(series: Series, words: Words) -> Iterator[tuple[str, str]]:
    """The baseline it had, and the targets that had passed."""
    if found := baseline_words(series.kpi, words):
        yield "baseline", ", ".join(found)
    for verdict in verdicts_then(series):
        yield f"target_{verdict.target.months}", target_words(series.kpi, verdict, words)
