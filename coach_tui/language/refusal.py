"""Why something was not done: a key of the interface words and what fills it."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Refusal(NamedTuple):
    """A decision's or a reading's other answer. `reason` is a word key, `values` its blanks."""

    reason: str
    values: Mapping[str, Any] = {}

    def at(self, field: str) -> "Refusal":
        """The same, said of this field (a word key): for a reason that does not name one."""
        return self._replace(values={**self.values, "at": field})
