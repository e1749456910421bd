"""Engagements joined from a practice's server, beside the same ones shared with nobody.

What was joined lies here whole: listing and opening never wait for the server. Looking there comes
after, beside the screens.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

from benchmarks.history import engagement_with, home_in
from benchmarks.measure import Row, Taken, in_turns, timed
from coach_tui.engagement import profile
from coach_tui.listing import list_engagements
from coach_tui.places import Home
from coach_tui.session import Session, create_session, open_session
from coach_tui.store.membership import Membership, keep_membership
from coach_tui.wall_clock import wall_clock

MANY, CHANGES = 500, 2_000
AIM_RATIO = 1.2
MORE = 50.0  # milliseconds
SERVER = "postgresql://k7f3q@db.example.org/coach?sslmode=verify-full"


def practice_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """A list of many, and opening one that is known."""
    homes = {name: _many(folder / f"many-{name}", joined=name == "joined") for name in KINDS}
    taken = in_turns(
        {name: timed(lambda home=home: list_engagements(home)) for name, home in homes.items()},
        rounds,
    )
    what = f"listing {MANY} joined from a server"
    yield Row(what, taken["joined"], "shared with nobody", taken["alone"], aim_ratio=AIM_RATIO)
    more = Taken(*(joined - alone for joined, alone in zip(*taken.values(), strict=True)))
    yield Row("… what it takes more", more, "shared with nobody", taken["alone"], aim=MORE)
    files = {name: _one(folder / f"one-{name}", joined=name == "joined") for name in KINDS}
    taken = in_turns(
        {name: timed(lambda each=each: _open(*each)) for name, each in files.items()}, rounds
    )
    what = f"opening one of {CHANGES:,} changes, joined from a server"
    yield Row(what, taken["joined"], "shared with nobody", taken["alone"], aim_ratio=AIM_RATIO)


KINDS = ("joined", "alone")


def _many(root: Path, *, joined: bool) -> Home:
    home, now = home_in(root), wall_clock({})
    for number in range(MANY):
        begun = profile.begin(f"Client {number}", date(2026, 11, 2), 2, "cmo")
        session = create_session(home, begun, "cmo", now)
        assert isinstance(session, Session)
        _join(home, session.id, joined=joined)
    return home


def _one(root: Path, *, joined: bool) -> tuple[Path, Home]:
    home = home_in(root)
    path = engagement_with(CHANGES, home)
    [only] = list_engagements(home)
    _join(home, only.id, joined=joined)
    return path, home


def _join(home: Home, engagement: str, *, joined: bool) -> None:
    if joined:
        keep_membership(home.state, engagement, Membership(f"AGE-SECRET-KEY-1{uuid4()}", 1, SERVER))


def _open(path: Path, home: Home) -> None:
    open_session(path, home, "cmo", wall_clock({})).catch_up()
