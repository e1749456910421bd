"""What sharing takes: a push, a place of many, joining, and the room of a change.

Joining stands beside what somebody would do without it: copy the engagement's file and open it.
Where this machine has PostgreSQL's binaries, the same through a server of the benchmark's own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from benchmarks.history import NOW, YEAR, engagement_with, home_in
from benchmarks.measure import Row, Taken, in_turns, timed
from coach_tui.engagement import step
from coach_tui.places import Home
from coach_tui.session import Session, make_home, open_session
from coach_tui.sharing import doors, joining
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.place import Name, Place
from tests.sharing import postgres

MANY = 1_000  # pushes in a place
FEW_ROUNDS = 3  # of what takes seconds
JOINING = 4.0  # × copying the file and opening it
PUSHED = 100  # changes in an engagement whose pushes are measured
NORA = "founder/Nora"
DEVICE = "0123456789abcdef"


def sharing_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Through a folder, then through a server where there can be one."""
    yield from _pushing(folder / "pushing", rounds)
    sharer = _Sharer(folder / "sharer", YEAR)
    yield from _joining(sharer, rounds)
    yield from _room(sharer)
    if postgres.ready(folder):
        yield from _served(sharer, rounds)


class _Sharer:
    """An engagement of so many changes, shared in a folder by one whole push."""

    def __init__(self, root: Path, changes: int) -> None:
        root.mkdir(parents=True)
        self.root, self.home = root, home_in(root / "home")
        self.path = engagement_with(changes, self.home)
        self.session = _opened(self.path, self.home)
        self.place = root / "place"
        self.place.mkdir()
        shared = doors.share(self.home, self.session, str(self.place))
        assert isinstance(shared, doors.Shared)
        self.invitation = shared.invitation
        membership = self.session.membership
        assert membership is not None
        self.key = doors.key_of(self.session.id, membership)
        self._notes = count()
        self._homes = count()

    def note(self) -> None:
        text = f"what was said of it in the {next(self._notes)}th hour"
        self.session.record(step.add_note(self.session.new_id(), "access-crm", text))

    def pushing(self) -> Callable[[], None]:
        """Record, and put it there."""
        exchange = doors.exchange_of(self.home, self.session)
        assert exchange is not None
        exchange.take_in()

        def work() -> None:
            self.note()
            exchange.push()

        return work

    def singly(self, place: Place, changes: int) -> None:
        """Lay so many of its changes there, each as a push of its own: somebody's busy year."""
        place.begin()
        journal = self.session.journal
        for number, line in enumerate(journal.lines_of(self.session.changes[:changes]), 1):
            name, sealed = self.key.seal(DEVICE, number, [line])
            place.put(self.key.generation, Name(DEVICE, name), sealed, "")

    def joined(self, place: Path | str) -> None:
        """Somebody joins in a home of her own."""
        home, key = self._other_home(), self.key
        path = joining.join(home, key, str(place), NORA, lambda: NOW)
        assert path is not None
        assert len(_opened(path, home).changes) >= YEAR

    def copied(self) -> None:
        """Or is given the file, and opens it."""
        home = self._other_home()
        make_home(home)
        copy = shutil.copy(self.path, home.engagements)
        assert len(_opened(Path(copy), home).changes) >= YEAR

    def _other_home(self) -> Home:
        return home_in(self.root / f"other-{next(self._homes)}")


def _pushing(root: Path, rounds: int) -> Iterator[Row]:
    alone, few, many = (_Sharer(root / name, PUSHED) for name in ("alone", "few", "many"))
    other = Folder(many.place, many.session.id)
    line = many.session.journal.lines_of(many.session.changes[:1])
    for number in range(1, MANY + 1):
        name, sealed = many.key.seal(DEVICE, number, line)
        other.put(many.key.generation, Name(DEVICE, name), sealed, "")
    taken = in_turns(
        {
            "alone": timed(alone.note), "few": timed(few.pushing()),
            "many": timed(many.pushing()),
        },
        rounds,
    )  # fmt: skip
    yield Row("a note and its push to a folder", taken["few"], "the note alone", taken["alone"])
    yield Row(f"… among {MANY:,} pushes", taken["many"], "among a few", taken["few"])


def _joining(sharer: _Sharer, rounds: int) -> Iterator[Row]:
    singles = sharer.root / "singles"
    singles.mkdir()
    sharer.singly(Folder(singles, sharer.session.id), YEAR + PUSHED)
    what = f"joining {YEAR:,} changes"
    taken = in_turns(
        {
            "whole": timed(lambda: sharer.joined(sharer.place)), "copied": timed(sharer.copied),
            "singly": timed(lambda: sharer.joined(singles)),
        },
        min(rounds, FEW_ROUNDS),
    )  # fmt: skip
    beside, theirs = "copy and open the file", taken["copied"]
    yield Row(f"{what}, one whole push", taken["whole"], beside, theirs, aim_ratio=JOINING)
    yield Row(f"{what}, a push each", taken["singly"], beside, theirs)


def _room(sharer: _Sharer) -> Iterator[Row]:
    """Bytes that a change takes."""
    changes = len(sharer.session.changes)
    file = sharer.path.stat().st_size / changes
    for what, place in (("in a whole push", sharer.place), ("in a push of its own", "singles")):
        pushes = [each.stat().st_size for each in (sharer.root / place).rglob("*.age")]
        each = sum(pushes) / changes
        what = f"room of a change {what}"
        yield Row(what, Taken(each, each), "in the file", Taken(file, file), unit="B")


def _served(sharer: _Sharer, rounds: int) -> Iterator[Row]:
    practice = postgres.cluster().database()
    login, few = f"k{practice.name}", _Sharer(sharer.root / "beside", PUSHED)
    served = _Sharer(sharer.root / "served", PUSHED)
    given = {each.session.id: True for each in (sharer, served)}
    practice.given({login: given})
    for each in (sharer, served):
        shared = doors.share(each.home, each.session, practice.url(login))
        assert isinstance(shared, doors.Shared)
    taken = in_turns({"ours": timed(served.pushing()), "folder": timed(few.pushing())}, rounds)
    what = "a note and its push to a server"
    yield Row(what, taken["ours"], "to a folder", taken["folder"])
    where = practice.url(login)
    taken = in_turns(
        {"whole": timed(lambda: sharer.joined(where)), "copied": timed(sharer.copied)},
        min(rounds, FEW_ROUNDS),
    )
    what = f"joining {YEAR:,} changes from a server, one whole push"
    beside = "copy and open the file"
    yield Row(what, taken["whole"], beside, taken["copied"], aim_ratio=JOINING)


def _opened(path: Path, home: Home) -> Session:
    session = open_session(path, home, NORA, lambda: NOW)
    session.catch_up()
    return session
