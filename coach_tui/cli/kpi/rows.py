"""A KPI on one line, or by label and value: its frame, and where it stands."""

from __future__ import annotations

from coach_tui.cli.table import row as table_row
from coach_tui.coach.kpi.overview import Entries, Followed, definition_of
from coach_tui.exports.kpi.sheet import aim_words, progress_words, status_words, value_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import short_date


def frame_row(each: Followed, entries: Entries, words: Words, width: int) -> str:
    """What it is, what it is held to, who answers for it."""
    kpi = each.kpi
    return table_row(
        f"{kpi.id:<{width}}  {' · '.join(_frame(each, entries, words))}",
        words,
        name=each.name,
        kind=words(f"kpi.kind.{kpi.kind}"),
        aim="" if kpi.is_input else aim_words(kpi, each.standing.target, words),
        cadence=words(f"kpi.cadence.{kpi.cadence}"),
        owner=kpi.owner,
        definition=definition_of(kpi, entries, words) if kpi.definition else "",
        id=kpi.id,
    )


def standing_row(each: Followed, words: Words, width: int) -> str:
    """Where it was and is, and how that is judged."""
    kpi, stands = each.kpi, each.standing
    return table_row(
        f"{kpi.id:<{width}}  {' · '.join(standing_said(each, words))}",
        words,
        name=each.name,
        state=words(f"kpi.status.{stands.status}"),
        value=value_words(stands.current.value if stands.current else None, kpi, words),
        start="" if kpi.baseline is None else value_words(kpi.baseline, kpi, words),
        aim=aim_words(kpi, stands.target, words),
        progress=progress_words(stands, words),
        day=short_date(stands.current.day, words.language) if stands.current else "",
        to_settle=words("kpi.due") if each.due else "",
        id=kpi.id,
    )


def _frame(each: Followed, entries: Entries, words: Words) -> list[str]:
    kpi = each.kpi
    parts = [one_line(each.name), words(f"kpi.kind.{kpi.kind}") if kpi.is_input else ""]
    if not kpi.is_input:
        parts.append(aim_words(kpi, each.standing.target, words))
    parts += [words(f"kpi.cadence.{kpi.cadence}"), one_line(kpi.owner, 30)]
    parts.append(one_line(definition_of(kpi, entries, words), 90) if kpi.definition else "")
    return [part for part in parts if part]


def standing_said(each: Followed, words: Words) -> list[str]:
    """The same in short pieces."""
    kpi, stands = each.kpi, each.standing
    now = stands.current.value if stands.current else None
    parts = [one_line(each.name)]
    if kpi.baseline is not None:
        parts.append(f"{value_words(kpi.baseline, kpi, words)} → {value_words(now, kpi, words)}")
    else:
        parts.append(value_words(now, kpi, words))
    if not kpi.is_input:
        parts += [aim_words(kpi, stands.target, words), progress_words(stands, words)]
        parts.append(status_words(stands, words))
    if stands.current:
        parts.append(short_date(stands.current.day, words.language))
    if each.due:
        parts.append(words("kpi.due"))
    return [part for part in parts if part != "—"]
