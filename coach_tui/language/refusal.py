"""Why something was not done: a key of the interface words and what fills it."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Refusal(NamedTuple):
    """A decision's or a reading's other answer. `reason` is a word key, `values` its blanks.

    `field` is the name of the answer it is about, where it is about one: a form goes there.
    """

    reason: str
    values: Mapping[str, Any] = {}
    field: str = ""

    def of(self, field: str) -> "Refusal":
        """The same, about the answer of this name."""
        return self._replace(field=field)
