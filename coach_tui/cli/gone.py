"""Engagements that are not in sight: said, with the way back, wherever “begin one” would be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.listing import Summary
from coach_tui.places import Home
from coach_tui.recovery import Gone, evicted_unknown, find_gone, list_gone


def lost_lines(home: Home, summaries: Sequence[Summary], words: Words) -> list[str]:
    """One line an engagement whose file is gone, or was taken off this disk by a cloud."""
    gone = list_gone(home, summaries)
    lines = [_line(one, words) for one in gone]
    return [*lines, *(words("cli.evicted", left=str(path)) for path in evicted_unknown(home, gone))]


def lost_block(lines: Sequence[str]) -> str:
    """The same, as the rest of a refusal."""
    return "".join(f"\n  {line}" for line in lines)


def lost_named(home: Home, summaries: Sequence[Summary], wanted: str, words: Words) -> list[str]:
    """Those that `wanted` may name."""
    return [_line(one, words) for one in find_gone(list_gone(home, summaries), wanted)]


def lost_at(home: Home, summaries: Sequence[Summary], file: str, words: Words) -> list[str]:
    """The one that was last seen in this file."""
    gone = [one for one in list_gone(home, summaries) if one.record.file == Path(file)]
    return [_line(one, words) for one in gone]


def _line(one: Gone, words: Words) -> str:
    said = {
        "company": one_line(one.profile.company, 40) or "?",
        "n": len(one.changes),
        "name": one.record.file.stem or one.id,
    }
    if one.evicted is not None:
        return words("cli.gone-evicted", left=str(one.evicted), **said)
    return words("cli.gone", **said)
