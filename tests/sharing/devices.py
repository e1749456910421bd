"""A machine with a home of its own, sharing one engagement through one place; time is played."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from coach_tui.engagement import profile, step
from coach_tui.engagement.change import Change, Decision, Draft
from coach_tui.language import Refusal
from coach_tui.places import Home
from coach_tui.session import Session, create_session, make_home, open_session
from coach_tui.sharing import age
from coach_tui.sharing.exchange import Exchange
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.key import Key
from coach_tui.sharing.place import Place
from coach_tui.store.journal import Journal
from coach_tui.wall_clock import wall_clock

now = wall_clock({})


def new_key(engagement: str, generation: int = 1) -> Key:
    return Key(age.new_identity(), engagement, generation)


def begun(folder: Path, actor: str = "cmo/Ann") -> Session:
    """An engagement begun in a home of its own."""
    home = Home(folder / "engagements", folder / "state")
    session = create_session(home, profile.begin("Dupont", date(2026, 11, 2), 2, "cmo"), actor, now)
    assert isinstance(session, Session)
    return session


class Device:
    """`made`: the ids of what was recorded here and acknowledged."""

    def __init__(
        self, folder: Path, key: Key, place: Place, actor: str, session: Session | None = None,
        clock: list[float] | None = None,
    ) -> None:  # fmt: skip
        self.folder, self.key, self.place, self.actor = folder, key, place, actor
        self.home = Home(folder / "engagements", folder / "state")
        self.clock = clock if clock is not None else [0.0]
        self.made: set[str] = set()
        make_home(self.home)
        if session is None:
            found = list(self.home.engagements.glob("*.json"))
            session = self._opened(found[0]) if found else self._joined()
        self.session = session
        self.open(key)

    def open(self, key: Key) -> None:
        """Go on with this key, from what is kept beside."""
        self.key = key
        self.exchange = Exchange(
            self.session.journal, key, self.place, self.home.state / "ledger.json",
            self.actor, lambda: self.clock[0],
        )  # fmt: skip

    def reopen(self) -> None:
        """As after the program was closed."""
        [file] = self.home.engagements.glob("*.json")
        self.session = self._opened(file)
        self.open(self.key)

    def record(self, decision: Decision) -> tuple[Change, ...]:
        made = self.session.record(decision)
        assert not isinstance(made, Refusal), made
        self.made |= {one.id for one in made}
        return made

    def note(self, text: str, *, private: bool = False) -> Change:
        which = self.session.new_id()
        return self.record(step.add_note(which, "access-crm", text, private=private))[0]

    def tick(self, status: str, by: str = "") -> None:
        self.record([Draft("step", "baselines", {"status": status, "by": by})])

    def take_in(self) -> list[Change]:
        fresh = self.exchange.take_in()
        self.session.know(fresh)
        return fresh

    def sync(self) -> None:
        self.take_in()
        self.exchange.push()

    @property
    def ids(self) -> set[str]:
        return {one.id for one in self.session.changes}

    @property
    def told(self) -> set[str]:
        return {notice.reason for notice in self.exchange.notices}

    def value(self, entity: str, which: str, name: str) -> Any:
        record = self.session.engagement.record(entity, which)
        return record[name].value if name in record else None

    def _opened(self, file: Path) -> Session:
        session = open_session(file, self.home, self.actor, now)
        session.catch_up()
        return session

    def _joined(self) -> Session:
        meta = {"engagement": self.key.engagement, "format": 1}
        file = self.home.engagements / "joined.json"
        return Session(Journal.create(file, self.home.state, meta), self.actor, now)


def two(folder: Path) -> tuple[Device, Device, Folder]:
    """Ann, who began, and Nora, with one folder between them and one clock."""
    session = begun(folder / "ann")
    key, clock = new_key(session.id), [0.0]
    place = Folder(folder / "shared", session.id)
    place.begin()
    ann = Device(folder / "ann", key, place, "cmo/Ann", session, clock)
    ann.made = ann.ids
    nora = Device(folder / "nora", key, place, "founder/Nora", clock=clock)
    return ann, nora, place
