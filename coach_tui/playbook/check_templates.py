"""Whether a document written in both languages, not step by step, has the same shape in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coach_tui.playbook.model import Problem
from coach_tui.playbook.parse import headings

_BLANK: Final = re.compile(r"\{([a-z0-9_]*)\}")


def same_document(one: str, other: str, path: str) -> Iterator[Problem]:
    """What `other` (at `path`) does not have as `one` has it: blanks, and levels of headings."""
    here, there = _blanks(one), _blanks(other)
    for blank in sorted(here.keys() ^ there.keys()):
        yield Problem(path, there.get(blank, 1), "playbook.pair-blank", {"blank": blank})
    shapes = [level for level, _ in headings(one)], [level for level, _ in headings(other)]
    if shapes[0] != shapes[1]:
        values = {"one": len(shapes[0]), "other": len(shapes[1])}
        yield Problem(path, 1, "playbook.pair-headings", values)


def _blanks(text: str) -> dict[str, int]:
    """Each blank and the line it is first on."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for blank in _BLANK.findall(line):
            found.setdefault(blank, number)
    return found
