"""What a push says, and one that was begun: sealed and named, perhaps not in the place yet."""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from coach_tui.engagement.change import Change
from coach_tui.sharing.ledger import PlaceLedger
from coach_tui.sharing.place import Name


class PushSays(NamedTuple):
    """changes  what a push holds.
    again    the pushes of which it says everything once more, because somebody lacks them.
    lacking  what is asked for, by device and number; `is_asking` where that is news.
    head     what it says of other pushes.
    """

    changes: Sequence[Change]
    again: Sequence[str]
    lacking: list[tuple[str, int]]
    head: dict[str, Any]
    is_asking: bool

    @property
    def is_worth_it(self) -> bool:
        return bool(self.changes or self.again or self.is_asking)

    @property
    def ids(self) -> list[str]:
        return [one.id for one in self.changes]


class Begun(NamedTuple):
    """A push about to be put. Where the place took it not, that very one is put the next time: a
    place that refuses for hours leaves one name, and not one of each second. `ids`, `again` and
    `lacking` are what it says (`PushSays`)."""

    name: Name
    sealed: bytes
    kind: str
    ids: Sequence[str]
    again: Sequence[str]
    lacking: list[tuple[str, int]]
    head: dict[str, Any]
    when: float

    def still_says(self, saying: PushSays, kind: str, ledger: PlaceLedger) -> bool:
        """Whether it holds what is to be put now, nothing having stood for it meanwhile."""
        same = (self.ids, self.again, self.lacking) == (saying.ids, saying.again, saying.lacking)
        same &= self.head.get("closed") == saying.head.get("closed")
        waits = self.name.text in ledger.halfway and self.name.device == ledger.device
        return same and waits and self.kind == kind

    @property
    def record(self) -> dict[str, Any]:
        """As it is kept, for another program to put it."""
        sealed = b64encode(self.sealed).decode()
        return {**self._asdict(), "name": self.name.text, "sealed": sealed}

    @staticmethod
    def of_record(kept: Mapping[str, Any]) -> "Begun | None":
        """As it was kept; None where nothing was, or it is damaged."""
        try:
            name, sealed = Name.read(kept["name"]), b64decode(kept["sealed"], validate=True)
            lacking = [(str(device), int(number)) for device, number in kept["lacking"]]
            return Begun(**{**kept, "name": name, "sealed": sealed, "lacking": lacking})
        except (KeyError, TypeError, ValueError):
            return None
