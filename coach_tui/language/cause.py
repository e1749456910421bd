"""Why the system would not: its number and its own words, said in the reader's where we have them.

`Words` writes a blank filled with a `Cause` in its language (`fr/system.py`, `en/system.py`). Of
one that has no words there, the system's are quoted, and its number given.
"""

import errno
from typing import Final

# Modules whose errors are OSErrors with numbers of their own: a name that leads nowhere is 8 on
# some systems, which among the system's is what no program is.
_OTHER_NUMBERS: Final = ("socket", "ssl")


class Cause(str):
    """The system's words of this error, which nobody reads but where ours are missing."""

    number: int
    key: str  # the word key of what it means

    def __new__(cls, error: OSError) -> "Cause":
        cause = super().__new__(cls, error.strerror or type(error).__name__)
        cause.number = error.errno or 0
        known = {} if type(error).__module__ in _OTHER_NUMBERS else errno.errorcode
        cause.key = f"system.{known.get(cause.number, 'unknown').lower()}"
        return cause
