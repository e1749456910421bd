"""What a push says, and one that was begun: sealed and named, perhaps not in the place yet."""

from collections.abc import Sequence
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
    place that refuses for hours leaves one name, and not one of each second."""

    name: Name
    sealed: bytes
    kind: str
    saying: PushSays
    head: dict[str, Any]
    when: float

    def still_says(self, saying: PushSays, kind: str, ledger: PlaceLedger) -> bool:
        """Whether it holds what is to be put now, nothing having stood for it meanwhile."""
        said = self.saying
        same = (said.ids, said.again, said.lacking) == (saying.ids, saying.again, saying.lacking)
        waits = self.name.text in ledger.halfway and self.name.device == ledger.device
        return same and waits and self.kind == kind
