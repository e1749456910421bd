"""Lines of Markdown for a terminal: no emphasis marks, escapes, or bullets before a sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_BULLET: Final = re.compile(r"^( *)- (?=[✓✗·~–!?] )", re.MULTILINE)
_MARKS: Final = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*")


def as_text(lines: Sequence[str]) -> str:
    """These lines for a reader in a terminal; blank lines at either end are dropped."""
    text = "\n".join(_MARKS.sub(lambda found: found[1] or "", line) for line in lines)
    return _BULLET.sub(r"\1", text).strip("\n")
