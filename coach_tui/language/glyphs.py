"""The characters that every terminal draws, and what stands in for those that some do not.

Windows' console fonts (Consolas, Lucida Console) hold the Windows Glyph List 4 and little else: a
check mark or a star is a hollow box there. What is handed over as a file keeps its own marks: a
browser draws them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

# Microsoft's list (OpenType specification, "WGL4 character set"): single ones, and ranges.
_LISTED: Final = (
    "0020-007E 00A0-017F 0192 01FA-01FF 02C6 02C7 02C9 02D8-02DD 037E 0384-038A 038C 038E-03A1 "
    "03A3-03CE 0400-045F 0490 0491 1E80-1E85 1EF2 1EF3 2013-2015 2017-201E 2020-2022 2026 2030 "
    "2032 2033 2039 203A 203C 203E 2044 207F 20A3 20A4 20A7 20AC 2105 2113 2116 2122 2126 212E "
    "215B-215E 2190-2195 21A8 2202 2206 220F 2211 2212 2215 2219 221A 221E 221F 2229 222B 2248 "
    "2260 2261 2264 2265 2302 2310 2320 2321 2500 2502 250C 2510 2514 2518 251C 2524 252C 2534 "
    "253C 2550-256C 2580 2584 2588 258C 2590-2593 25A0 25A1 25AA-25AC 25B2 25BA 25BC 25C4 25CA "
    "25CB 25CF 25D8 25D9 25E6 263A-263C 2640 2642 2660 2663 2665 2666 266A 266B FB01 FB02"
)
# A mark standing alone, by the shape that says the same: met, not met, critical, better, worse.
SHAPES: Final = {
    "✓": "●", "✗": "■", "★": "*", "☑": "■", "☐": "□", "↗": "▲", "↘": "▼",
}  # fmt: skip
_ALONE: Final = rf"(?<![^\s\[(|])[{''.join(SHAPES)}](?![^\s\])|.,])"
NARROW: Final = "\u202f"


def _codes(listed: str) -> Iterator[int]:
    for each in listed.split():
        first, _, last = each.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


DRAWN: Final = frozenset(map(chr, _codes(_LISTED)))


def shaped(text: str) -> str:
    """`text` with marks of ours as every terminal draws them; one inside a word is left alone."""
    return re.sub(_ALONE, lambda found: SHAPES[found[0]], text)


def even(text: str) -> str:
    """`text` with narrow no-break spaces as no-break ones: cells have one width."""
    return text.replace(NARROW, "\u00a0")


def undrawn(texts: Iterable[str]) -> set[str]:
    """The characters among these that some terminal would show as a box."""
    return {letter for text in texts for letter in even(text) if letter not in DRAWN} - {"\n"}
