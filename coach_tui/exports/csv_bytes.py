"""The text of a spreadsheet's export, whichever encoding it was written in.

French Excel writes Windows-1252 unless told otherwise; most others UTF-8; advertising platforms
UTF-16, with or without the mark that says so. Bytes that are none of these are refused: a letter
dropped or replaced is a letter nobody typed.
"""

import codecs
import re
from typing import Final

from coach_tui.language.refusal import Refusal

BYTES_LIMIT: Final = 64 * 1024 * 1024
_MARKS: Final = (  # UTF-32's first: it begins as UTF-16's does
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)  # fmt: skip
FEW: Final = 4  # of so many letters at least one is ASCII: a table's figures and separators are
# How many bytes of a letter, and where the zero of an ASCII one stands: in a file without a mark,
# its first letter may be any.
_WIDE: Final = ((4, 3, "utf-32-le"), (4, 0, "utf-32-be"), (2, 1, "utf-16-le"), (2, 0, "utf-16-be"))
_NO_TEXT: Final = re.compile(
    "[\0-\x08\x0e-\x19\x1c-\x1f\x7f]"
)  # no program writes these in a table


def decoded(raw: bytes) -> str | Refusal:
    """The text of these bytes, without its mark; refused where they are no text."""
    if len(raw) > BYTES_LIMIT:
        return Refusal("refusal.table.too-large", {"limit": BYTES_LIMIT // 1024 // 1024})
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
    return Refusal("refusal.table.not-text")


def _encodings(raw: bytes) -> tuple[str, ...]:
    """What these bytes may be written in, the likeliest first."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return (encoding,)
    head = raw[:4_000]
    if b"\0" in head:
        zeros = {wide: head[wide[1] :: wide[0]].count(0) for wide in _WIDE}
        likely = [wide for wide in _WIDE if zeros[wide] * FEW >= len(head) // wide[0]]
        likely.sort(key=lambda wide: (-wide[0], -zeros[wide]))
        return tuple(encoding for *_, encoding in likely)
    return ("utf-8", "cp1252")
