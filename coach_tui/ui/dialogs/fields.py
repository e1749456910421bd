"""A question of a dialog, and what happens to the answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Field(NamedTuple):
    """One question. `kind` is "line", "text" (several lines) or "choice" among `choices`."""

    name: str
    label: str
    value: str = ""
    kind: str = "line"
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


# Gets the answers by field name; returns why not, in words, or nothing once they are saved.
Submit = Callable[[dict[str, str]], str]
