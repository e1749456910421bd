"""Where pushes are put: a folder is one, a server another."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple, Protocol

from coach_tui.sharing.key import NUMBER

# How long a command, which has something else to do, waits for a place to answer: so long where
# nothing is known of it, a few times what it last took where that is more, never longer than most.
SOON_S: Final = 0.2
MOST_S: Final = 1.5
LEFT_S: Final = 60.0  # and how long it is left after that, once it was waited for in vain


class Name(NamedTuple):
    """A push by whose it is and its own name, without what a synchroniser may have added."""

    device: str
    name: str

    @property
    def number(self) -> int:
        return int(self.name[:NUMBER])

    @property
    def text(self) -> str:
        return f"{self.device}/{self.name}"

    @property
    def short(self) -> str:
        """As pushes speak of each other: its number and eight figures of its digest."""
        return f"{self.device}/{self.name[: NUMBER + 9]}"

    @staticmethod
    def read(text: str) -> "Name":
        device, _, name = text.partition("/")
        return Name(device, name)


class There(NamedTuple):
    """A push that lies in a place, and what it is called there."""

    name: Name
    label: str


class Unreached(OSError):
    """Why a place is not reached, where more can be said than the system does: a word key."""

    def __init__(self, reason: str, **values: Any) -> None:
        self.reason, self.values = reason, values
        super().__init__(reason)


class Slow(Unreached):
    """Nothing came back in time."""


class NameTaken(Unreached):
    """The place knows this device as somebody else's: another name is needed."""


class Place(Protocol):
    """Sealed pushes by generation. Every method may raise OSError: not reached just now."""

    @property
    def took_s(self) -> float:
        """How many seconds it took to be reached; 0 where it is simply there."""

    def hurry(self, seconds: float) -> None:
        """From now on, wait for it no longer than that until it is reached."""

    def begin(self) -> None:
        """Make it the place of this engagement, where it is not yet."""

    def names(self, generation: int) -> Sequence[There]:
        """Every push of this generation that is there."""

    def ahead(self, theres: Sequence[There]) -> None:
        """These are about to be got: a place that is far away brings several at once."""

    def get(self, generation: int, there: There) -> bytes:
        """The sealed bytes. Raises Unopened where they are too many."""

    def put(self, generation: int, name: Name, sealed: bytes, kind: str) -> None:
        """Add a push. `kind` is "w" for a whole one, "r" for the last of its generation, or ""."""

    def retire(self, generation: int, names: Sequence[Name]) -> None:
        """Take these away: what they hold is in a whole one."""

    def generations(self) -> Sequence[int]:
        """The generations there are pushes of, in order."""
