"""The one place where words from outside become words we can show.

A terminal obeys control characters, and bidirectional overrides reorder what a reader sees.
What people recorded stays on disk as written; what is shown or exported goes through here.
"""

from __future__ import annotations

import re
from typing import Final

_UNSAFE: Final = dict.fromkeys(
    code
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        *range(0x200E, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    )
    if chr(code) not in "\n\t"
)


_ANY_UNSAFE: Final = re.compile("[" + "".join(map(chr, _UNSAFE)).replace("\\", "") + "]")


def clean(text: str) -> str:
    """`text` without control characters, bidi overrides or lone surrogates.

    Newlines and tabs stay.
    """
    return text.translate(_UNSAFE) if _ANY_UNSAFE.search(text) else text


def one_line(text: str, limit: int = 0) -> str:
    """`text` cleaned, on one line, cut with an ellipsis where longer than `limit` (0: no limit)."""
    line = " ".join(clean(text).split())
    return line[: limit - 1].rstrip() + "…" if limit and len(line) > limit else line
