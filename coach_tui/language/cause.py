"""Why the system would not: its number and its own words, said in the reader's where we have them.

`Words` writes a blank filled with a `Cause` in its language (`fr/system.py`, `en/system.py`). Of
one that has no words there, the system's are quoted, and its number given.
"""

import errno


class Cause(str):
    """The system's words of this error, which nobody reads but where ours are missing."""

    number: int

    def __new__(cls, error: OSError) -> "Cause":
        cause = super().__new__(cls, error.strerror or type(error).__name__)
        cause.number = error.errno or 0
        return cause

    @property
    def key(self) -> str:
        """The word key of what it means."""
        return f"system.{errno.errorcode.get(self.number, 'unknown').lower()}"
