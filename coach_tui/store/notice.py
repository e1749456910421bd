"""What the user should hear of, though nothing failed."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol


class Notice(NamedTuple):
    """`reason` is a word key (`store.…`), `values` its blanks."""

    reason: str
    values: Mapping[str, Any]


class Tell(Protocol):
    """Whoever passes notices on."""

    def __call__(self, reason: str, /, **values: Any) -> None: ...
