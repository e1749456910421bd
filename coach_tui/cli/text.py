"""Lines of Markdown for a terminal: no emphasis marks, escapes, or bullets before a sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from coach_tui.language.clean import without_links

_BULLET: Final = re.compile(r"^( *)- (?=[✓✗·~–!?] )", re.MULTILINE)
_MARKS: Final = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*")


def page_as_text(page: str) -> str:
    """A page of the playbook, to be read aloud: a link is its words, a quote begins by no mark."""
    return as_text([without_links(line).removeprefix("> ") for line in page.split("\n")])


def as_text(lines: Sequence[str]) -> str:
    """These lines for a reader in a terminal; blank lines at either end are dropped."""
    text = "\n".join(_MARKS.sub(lambda found: found[1] or "", line) for line in lines)
    return _BULLET.sub(r"\1", text).strip("\n")
