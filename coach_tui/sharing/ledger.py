"""What was read of a place and put there, seen from one device. Only a cache: the place has it all.

Two programs of this machine are one device: see `ledger_file` for how they keep it together.

    seen     every push read, this device's own among them, with the ids of the changes in it.
    mine     those that this device wrote, or will have once it is no longer stopped half-way.
    halfway  of these, the ones about to be put, with the ids of the changes in them: by another
             program at this moment, or by one that was stopped or refused. Without any, once all
             in it was put otherwise; gone once a push has said that it stands for it.
    instead  pushes that need not be read: a later one says what they hold again.
    wholes   pushes that hold all there was, and whether another device has read that very one.
    within   of this device's own whole ones: what they stand for.
    last     the push that ends this generation, sealed, until the place takes that very one.
    closed   once the key was renewed: all that the old key still proves; None before.

Without it everything is read again, and the device takes a new name.
"""

import os
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, Final

from coach_tui.sharing.place import Name

PATIENCE_S: Final = 600.0  # until what does not arrive is asked for again
_FAR: Final = 20_000  # numbers further back are not asked for
_OTHERS: Final = 3  # times that, until others than its author say it again


class PlaceLedger:
    """One device's view of one generation of one place.

    device  this device's name there: 16 figures that tell nothing.
    people     by device, who pushed last under that name, and when (seconds since 1970).
    took_s     how long the place last took to be reached, in seconds, more once a command waited
               for it in vain; 0 where that is not known.
    silent_at  when a command last waited for it in vain (seconds since 1970); 0 once it answers.
    unsent     whether some program could not put there what it recorded, or nothing was put there
               yet.
    is_kept    whether it was found on this machine, of this very generation.
    is_outdated  whether a later generation's was found there.
    """

    def __init__(self, generation: int) -> None:
        self.generation = generation
        self.device = os.urandom(8).hex()
        self.seen: dict[str, list[str]] = {}
        self.mine: set[str] = set()
        self.halfway: dict[str, list[str]] = {}
        self.instead: set[str] = set()
        self.wholes: dict[str, bool] = {}
        self.within: dict[str, list[str]] = {}
        self.closed: set[str] | None = None
        self.last: Mapping[str, Any] = {}
        self.people: dict[str, tuple[str, float]] = {}
        self.took_s = self.silent_at = 0.0
        self.unsent = True
        self.is_kept = self.is_outdated = False
        self._again: dict[str, float] = {}
        self._missed: dict[tuple[str, int], float] = {}
        self._told: list[tuple[str, int]] = []

    def reached(self, took_s: float) -> bool:
        """It has answered. Whether that is worth keeping: it was silent, or answers otherwise."""
        is_news = bool(self.silent_at) or not took_s / 2 <= self.took_s <= took_s * 2
        self.silent_at, self.took_s = 0.0, took_s if is_news else self.took_s
        return is_news

    @property
    def is_owing(self) -> bool:
        """Whether something is left to be put there, as far as was noted."""
        return self.unsent or any(self.halfway.values())

    def wants(self, name: Name) -> bool:
        """Whether this push is still to be read."""
        if name.text in self.seen or name.short in self.instead:
            return False
        return self.closed is None or name.short in self.closed

    def covered(self) -> set[str]:
        """The ids of the changes that are in some push that was read."""
        return {one for ids in self.seen.values() for one in ids}

    def heed(self, head: Mapping[str, Any]) -> None:
        """Before the rest is read: what this push stands for, and whether it is the last one."""
        self.instead.update(_texts(head.get("instead")))
        if "closed" in head:
            self.closed = set(_texts(head["closed"]))

    def read(self, name: Name, head: Mapping[str, Any], ids: Sequence[str], now: float) -> None:
        """This push was taken in: remember what is in it and what it says of others."""
        self.seen[name.text] = list(ids)
        self.halfway.pop(name.text, None)
        self._missed.pop((name.device, name.number), None)
        if head.get("whole"):
            self.wholes.setdefault(name.text, False)
        for each in _texts(head.get("wholes")):
            if each in self.wholes and name.device != Name.read(each).device:
                self.wholes[each] = True
        self._say_again(_numbers(head.get("lacking")), now)

    def met(self, device: str, who: str, when: float) -> None:
        """Somebody has pushed under this name."""
        if when >= self.people.get(device, ("", 0.0))[1]:
            self.people[device] = who, when

    def is_anothers_of_mine(self, name: Name) -> bool:
        """Whether this push has our name and is not ours: restored or cloned."""
        return name.device == self.device and name.text not in self.mine

    def rename(self) -> None:
        """Go on under a new name."""
        self.device = os.urandom(8).hex()

    def keep_to(self, there: Set[str], asked: Set[str]) -> bool:
        """These pushes are in the place. Whether any that we count on is gone from it.

        asked  what was known to be there before it was asked: what came since is not gone.
        What one of ours held is then in none that was read. Those of others are theirs to say
        again, unless nothing is left of all that was there: the place has been begun anew.
        """
        counted = self.seen.keys() & asked
        if counted and counted.isdisjoint(there):
            self._forget(counted)
            self.wholes, self.within, self.instead = {}, {}, set()
            return True
        gone = (self.mine & counted) - there
        self._forget(gone)
        return bool(gone)

    def _forget(self, names: Iterable[str]) -> None:
        for each in names:
            del self.seen[each]
            self.mine.discard(each)

    def miss(self, name: Name, now: float) -> None:
        """It could not be opened, this time."""
        self._missed.setdefault((name.device, name.number), now)

    def lacking(self, now: float) -> list[tuple[str, int]]:
        """The numbers that should be there and were not readable for a while, by device."""
        numbers: dict[str, set[int]] = {}
        for each in (*self.seen, *self.instead):
            name = Name.read(each)
            numbers.setdefault(name.device, set()).add(name.number)
        for device, there in numbers.items():
            last = max(there)
            for number in set(range(max(1, last - _FAR), last)) - there:
                self._missed.setdefault((device, number), now)
        self._missed = {
            each: since
            for each, since in self._missed.items()
            if each[1] not in numbers.get(each[0], ())
        }
        return sorted(each for each, since in self._missed.items() if since <= now - PATIENCE_S)

    def is_news(self, lacking: list[tuple[str, int]]) -> bool:
        """Whether this was not said in a push yet."""
        return bool(lacking) and lacking != self._told

    def to_say_again(self, now: float) -> list[str]:
        """The pushes that somebody lacks and we have, once it is our turn."""
        due = (each for each, since in self._again.items() if since <= now)
        return [each for each in due if Name.read(each).short not in self.instead]

    def next_number(self) -> int:
        """One more than any push under our name that is known."""
        names = map(Name.read, (*self.seen, *self.mine))
        return max((name.number for name in names if name.device == self.device), default=0) + 1

    def stood_for(self, known: Set[str], *, whole: bool) -> list[str]:
        """Own pushes that need not be read once what none that was read holds, or all, is put.

        known  the ids of all changes that whoever puts it knows: another program of this machine
               may have just put, or be putting, what it does not, and only its own push holds it.
        """
        ours = self.mine if whole else self.halfway.keys() - self.seen.keys()
        held = {each: self.seen.get(each, self.halfway.get(each, ())) for each in ours}
        return [each for each, ids in held.items() if known >= {*ids}]

    def settle(self, known: Set[str]) -> None:
        """Nothing is left to be put of what these ids are of: the next push says so."""
        left = self.halfway.items()
        self.halfway = {each: [] if known >= {*ids} else ids for each, ids in left}

    def begun(self, name: Name, ids: Sequence[str]) -> None:
        """About to be put: ours, even if we stop here."""
        self.mine.add(name.text)
        self.halfway[name.text] = list(ids)

    def put(
        self, name: Name, head: Mapping[str, Any], ids: Sequence[str], again: Sequence[str],
        lacking: list[tuple[str, int]], now: float,
    ) -> None:  # fmt: skip
        """It is there: what it holds is covered, and what it stands for need not be read."""
        said = _texts(head.get("instead"))
        if head.get("whole"):  # what never came, and two stand for, need not be known as ours
            last, there = self._last_whole(), self.seen.keys() | self.halfway.keys()
            self.mine = {one for one in self.mine if one in there or Name.read(one).number > last}
        self.mine.add(name.text)
        self.read(name, head, ids, now)
        self.instead.update(said)
        if head.get("whole"):
            self.within[name.text] = said
        for each in [one for one in self.halfway if Name.read(one).short in said]:
            del self.halfway[each]
        for each in again:
            self._again.pop(each, None)
        self._told = lacking

    def since_whole(self) -> int:
        """How many pushes this device has put since its last whole one."""
        own, last = map(Name.read, self.mine), self._last_whole()
        return sum(name.number > last for name in own if name.device == self.device)

    def _last_whole(self) -> int:
        own = (Name.read(each) for each in self.wholes if each in self.mine)
        return max((name.number for name in own if name.device == self.device), default=0)

    def superfluous(self) -> list[Name]:
        """Own pushes that are in a whole one of ours which another device has read."""
        safe = {
            one for each, known in self.wholes.items() if known
            for one in self.within.get(each, ())
        }  # fmt: skip
        mine = (Name.read(each) for each in self.mine if each in self.seen)
        return [name for name in mine if name.short in safe]

    def _say_again(self, lacking: Iterable[tuple[str, int]], now: float) -> None:
        for author, number in lacking:
            for each in self.seen:
                name = Name.read(each)
                if (name.device, name.number) == (author, number):
                    turn = now if each in self.mine else now + _OTHERS * PATIENCE_S
                    self._again.setdefault(each, turn)

    @property
    def record(self) -> dict[str, Any]:
        """As it is kept."""
        closed = {} if self.closed is None else {"closed": sorted(self.closed)}
        return {
            "device": self.device, "generation": self.generation, "mine": sorted(self.mine),
            "halfway": self.halfway, "seen": self.seen, "instead": sorted(self.instead),
            "wholes": self.wholes, "within": self.within, "people": self.people, "last": self.last,
            "took": self.took_s, "silent": self.silent_at, "unsent": self.unsent, **closed,
        }  # fmt: skip

    @staticmethod
    def of_record(kept: Mapping[str, Any], generation: int) -> "PlaceLedger":
        """As it was kept; of another generation, its device's name alone.

        Raises ValueError, KeyError, TypeError, AttributeError.
        """
        ledger = PlaceLedger(generation)
        ledger.device = Name.read(kept["device"]).device
        ledger.is_outdated = kept["generation"] > generation
        if kept["generation"] == generation:
            ledger._take(kept)
        return ledger

    def going_on_from(self, kept: "PlaceLedger") -> "PlaceLedger":
        """What is kept by now, with what is kept nowhere; this very one where none is kept."""
        if not kept.is_kept:
            self.is_outdated = kept.is_outdated
            return self
        kept._again, kept._missed, kept._told = self._again, self._missed, self._told
        return kept

    def _take(self, kept: Mapping[str, Any]) -> None:
        self.seen = {str(each): _texts(ids) for each, ids in kept["seen"].items()}
        self.mine, self.instead = set(_texts(kept["mine"])), set(_texts(kept["instead"]))
        halfway = kept.get("halfway", {each: [] for each in self.mine - self.seen.keys()})
        self.halfway = {str(each): _texts(ids) for each, ids in halfway.items()}
        self.wholes = {str(each): known is True for each, known in kept["wholes"].items()}
        self.within = {str(each): _texts(those) for each, those in kept["within"].items()}
        self.closed = set(_texts(kept["closed"])) if "closed" in kept else None
        self.last = kept["last"] if isinstance(kept.get("last"), dict) else {}
        self.people = {
            str(device): (str(who), float(when)) for device, (who, when) in kept["people"].items()
        }
        self.took_s, self.silent_at = float(kept.get("took", 0)), float(kept.get("silent", 0))
        self.unsent, self.is_kept = kept.get("unsent") is True, True


def _texts(said: object) -> list[str]:
    """The texts in this list, whoever wrote it."""
    return [each for each in said if isinstance(each, str)] if isinstance(said, list) else []


def _numbers(said: object) -> list[tuple[str, int]]:
    """The devices and numbers in this list, whoever wrote it."""
    pairs = said if isinstance(said, list) else []
    return [
        (each[0], each[1])
        for each in pairs
        if isinstance(each, list)
        and len(each) == 2
        and isinstance(each[0], str)
        and isinstance(each[1], int)
    ]
