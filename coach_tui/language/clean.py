"""The one place where words from outside become words we can show.

A terminal obeys control characters, and bidirectional overrides reorder what a reader sees.
What people recorded stays on disk as written; what is shown or exported goes through here.
"""

from __future__ import annotations

import re
from typing import Final

# C0 and C1 controls but newline and tab, bidirectional marks and overrides, line separators, and
# lone surrogates.
_UNSAFE: Final = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)

# Where a line may break: all white space but the spaces that hold French signs to their word.
_BREAKING: Final = re.compile("[^\\S\\u00a0\\u202f]+")


def clean(text: str) -> str:
    """`text` without control characters, bidi overrides or lone surrogates.

    Newlines and tabs stay.
    """
    return _UNSAFE.sub("", text)


def one_line(text: str, limit: int = 0) -> str:
    """`text` cleaned, on one line, cut with an ellipsis where longer than `limit` (0: no limit).

    No-break spaces stay: `« oui »`, `12 %` and `1 200 €` hold together wherever they are shown.
    """
    line = _BREAKING.sub(" ", clean(text)).strip()
    return line[: limit - 1].rstrip() + "…" if limit and len(line) > limit else line
