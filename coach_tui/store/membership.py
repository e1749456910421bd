"""How this machine takes part in a shared engagement: the key, and where the place is.

It is in the private folder, for this user alone. Who else has the key reads all that was shared;
without it, any member can show the invitation again.
"""

import json
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.store import disk, layout
from coach_tui.store.errors import writing
from coach_tui.store.lock import held
from coach_tui.store.private_files import KEY, Beside

_MARK: Final = "key"


class Membership(NamedTuple):
    """identity    the secret half of the engagement's key.
    generation  how often the key was renewed, from 1.
    place       where it is shared, seen from this machine: a folder or a server's address; empty
                where files go by mail.
    looks_only  whether it was joined to be read: nothing is recorded here, or answers alone.
    confirms    whether whoever only looks may confirm and answer all the same.
    actor       who joined, until the engagement's file is there; empty from then on.
    previous    the key before, until what ends it is in the place.
    """

    identity: str
    generation: int
    place: str = ""
    looks_only: bool = False
    actor: str = ""
    previous: str = ""
    confirms: bool = False

    def renewed(self, identity: str) -> "Membership":
        """With this key from now on; as it is where one was begun and could not end the old yet."""
        if self.previous:
            return self
        previous = self.identity if self.place else ""
        return self._replace(identity=identity, generation=self.generation + 1, previous=previous)


def membership_of(state: Path, engagement: str) -> Membership | None:
    """How this machine takes part in this engagement; None where it is not shared here."""
    try:
        kept = layout.plain(disk.read(Beside(state).membership(engagement))[0])
        kept.setdefault("place", kept.get("folder", ""))  # as it was called at first
        found = Membership(**{name: kept[name] for name in Membership._fields if name in kept})
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    flags = isinstance(found.looks_only, bool) and isinstance(found.confirms, bool)
    fit = isinstance(found.generation, int) and flags
    texts = (found.identity, found.place, found.actor, found.previous)
    return found if fit and all(isinstance(each, str) for each in texts) else None


def keep_membership(state: Path, engagement: str, membership: Membership) -> None:
    """Keep it, on the disk when this returns. Raises ReadOnly, WriteFailed."""
    path = Beside(state).membership(engagement)
    text = json.dumps(membership._asdict(), allow_nan=False).encode()
    with writing(path):
        disk.make_folder(state)
        disk.put(path, text, _MARK, forced=True)


def follow_membership(
    state: Path, engagement: str, known: Membership | None, following: Membership
) -> Membership | None:
    """Keep `following`, where what is kept is still `known`. What is kept then.

    Another program of this machine may have renewed the key since, and shown its invitation: no
    key that something is sealed with may get lost. Raises Locked, ReadOnly, WriteFailed.
    """
    path = Beside(state).membership(engagement)
    with held(path.with_suffix(".lock"), path):
        kept = membership_of(state, engagement)
        if kept != known:
            return kept
        keep_membership(state, engagement, following)
    return following


def end_membership(state: Path, engagement: str) -> None:
    """Take part no more. Raises ReadOnly, WriteFailed."""
    beside = Beside(state)
    for path in (beside.membership(engagement), beside.ledger(engagement)):
        with writing(path):
            disk.remove(path)


def named_keys(state: Path) -> list[str]:
    """The engagements that a key is kept of, whether it can be read or not."""
    return [path.name.removesuffix(KEY) for path in sorted(state.glob(f"*{KEY}"))]


def memberships(state: Path) -> dict[str, Membership]:
    """Every shared engagement of this machine, by id, those not here yet among them."""
    found = {name: membership_of(state, name) for name in named_keys(state)}
    return {name: each for name, each in found.items() if each}
