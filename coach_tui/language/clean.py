"""The one place where words from outside become words we can show.

A terminal obeys control characters, and bidirectional overrides reorder what a reader sees.
What people recorded stays on disk as written; what is shown or exported goes through here.
"""

from __future__ import annotations

import re
from typing import Final

# C0 and C1 controls but newline and tab, bidirectional marks and overrides, line separators, and
# lone surrogates.
_UNSAFE: Final = (
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)

# The same within ASCII, which most words are: looked for many times faster.
_UNSAFE_BYTES: Final = bytes({*range(0x20), 0x7F} - {0x09, 0x0A})

# Where a line may break: all white space but the spaces that hold French signs to their word.
_BREAKING: Final = "[^\\S\\u00a0\\u202f]+"

_LINK: Final = r"\[([^]\[\n]+)\]\([^)\s]*\)"  # of Markdown

_FAR: Final = 1_000  # characters of a long text that are looked at, to show its beginning


def clean(text: str) -> str:
    """`text` without control characters, bidi overrides or lone surrogates.

    Newlines and tabs stay.
    """
    if text.isascii():
        safe = text.encode("ascii").translate(None, _UNSAFE_BYTES)
        return text if len(safe) == len(text) else safe.decode("ascii")
    return re.sub(_UNSAFE, "", text)


def unobeyed(text: str) -> str:
    """`text` with a mark of no width for each of those: as long, to be shown while it is typed."""
    return re.sub(_UNSAFE, "\u200b", text)


def without_links(text: str) -> str:
    """`text` with each Markdown link as its words."""
    return re.sub(_LINK, r"\1", text)


def _flat(text: str) -> str:
    shown = clean(text)
    if "\u00a0" in shown or "\u202f" in shown:
        return re.sub(_BREAKING, " ", shown).strip()
    return " ".join(shown.split())  # the same, sooner


def one_line(text: str, limit: int = 0) -> str:
    """`text` cleaned, on one line, cut with an ellipsis where longer than `limit` (0: no limit).

    No-break spaces stay: `« oui »`, `12 %` and `1 200 €` hold together wherever they are shown.
    """
    if limit and len(text) > (far := _FAR + 2 * limit):
        line = _flat(text[:far])
        if len(line) > limit:  # the rest of a long text can't change its beginning
            return line[: limit - 1].rstrip() + "…"
    line = _flat(text)
    return line[: limit - 1].rstrip() + "…" if limit and len(line) > limit else line
