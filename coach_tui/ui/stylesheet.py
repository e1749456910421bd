"""Textual's stylesheet, which reads each style once under each theme.

Textual reads the styles of every widget met so far again when a screen or a dialog is opened for
the first time: some thirty, for the few that are new. What is replaced is private to it; a test
looks at what is read, and would tell if a new version did it otherwise.

And each widget is dressed by going through all rules for those that may be its own, by a hash that
Textual wrote in Python: the same, told by the object itself, spares one instruction in fourteen.
"""

from __future__ import annotations

from typing import Final

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_ROOM: Final = 1_024  # styles remembered: more than there are
RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]  # by identity, as it was


class ReadOnce(Stylesheet):
    """What was read is kept until the theme's colours change."""

    def __init__(self) -> None:
        super().__init__()
        self._parse_cache = LRUCache(_ROOM)

    def reparse(self) -> None:
        """Read what is new, and put it together with what was read."""
        self.parse()
