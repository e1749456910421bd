"""Rows of a table: side by side for the eye, or "label: value" lines for the ear.

A screen reader reads a row of columns as one long sentence without a verb. With `--plain`, with
ACCESSIBLE set, or on a dumb terminal, each value stands on a line of its own behind its name, and
a blank line ends the row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach_tui.exports.figures import pair
from coach_tui.language import Words
from coach_tui.language.clean import one_line


class _Way:
    """How this run's tables are said; one run, one way."""

    plain = False


def say_plainly(options: Any, env: Mapping[str, str]) -> bool:
    """Settle it for this run: asked for, or what the environment says of who listens."""
    asked = bool(getattr(options, "plain", False))
    _Way.plain = asked or heard(env)
    return _Way.plain


def heard(env: Mapping[str, str]) -> bool:
    """Whether the environment says that what is said is listened to."""
    return env.get("ACCESSIBLE", "") not in ("", "0") or env.get("TERM") == "dumb"


def row(aligned: str, words: Words, **cells: str) -> str:
    """`aligned` for the eye; for the ear, the cells that say something, by their labels."""
    if not _Way.plain:
        return aligned
    said = {name: one_line(value) for name, value in cells.items()}
    lines = [pair(words(f"label.{name}"), value, words) for name, value in said.items() if value]
    return "\n".join([*lines, ""])
