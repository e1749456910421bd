"""Names that are no file's on Windows: a document written to `CON` or `aux.md` is gone there.

The rules are those of Win32, whatever the file system: a device's name counts before any ending,
in any case, and dots and spaces at the end of a name fall away unsaid.
"""

from __future__ import annotations

from typing import Final

_NUMBERS: Final = "0123456789¹²³"
_DEVICES: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in _NUMBERS}
)
_NEVER: Final = frozenset('<>:"|?*\\/')


def is_kept_from_files(name: str) -> bool:
    """Whether Windows gives this name (one part of a path) to no file, or to one called otherwise.

    >>> is_kept_from_files("aux.md"), is_kept_from_files("list.md"), is_kept_from_files("list.")
    (True, False, True)
    """
    device = name.partition(".")[0].rstrip(" ").upper()
    letters = {*name}
    odd = bool(letters & _NEVER) or any(letter < " " for letter in letters)
    return device in _DEVICES or odd or name != name.rstrip(". ")
