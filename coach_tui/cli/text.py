"""Lines of Markdown as a terminal shows them: without emphasis marks and escapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_MARKS: Final = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*")


def as_text(lines: Sequence[str]) -> str:
    """These lines for a reader in a terminal; blank lines at either end are dropped."""
    return "\n".join(_MARKS.sub(lambda found: found[1] or "", line) for line in lines).strip("\n")
