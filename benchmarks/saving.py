"""A tick saved and an engagement opened, as work grows, beside TinyDB as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tinydb import TinyDB

from benchmarks.history import NOW, engagement_with, home_in
from benchmarks.measure import Milliseconds, Row, in_turns, timed
from coach_tui.engagement.change import Draft, to_record
from coach_tui.places import Home
from coach_tui.session import Session, open_session

SIZES = (100, 1_000, 10_000, 30_000)
TICK_AIMS = {10_000: 20.0, 30_000: 40.0}  # milliseconds
OPEN_AIMS = {10_000: 100.0}


def saving_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Tick, open, and open with everything checked, at four sizes."""
    for size in SIZES:
        home = home_in(folder / f"saving-{size}")
        path = engagement_with(size, home)
        stock = _stock_copy(path, home, folder / f"stock-{size}.json")
        yield _tick(path, home, stock, size, rounds)
        yield from _open(path, home, stock, size, rounds)


def _tick(path: Path, home: Home, stock: Path, size: int, rounds: int) -> Row:
    session = _opened(path, home)
    session.catch_up()
    numbers = count()

    def tick() -> None:
        session.record([Draft("step", "access-crm", {"status": f"done {next(numbers)}"})])

    table = TinyDB(stock).table("events")
    event = to_record(session.changes[-1])
    taken = in_turns({"ours": timed(tick), "stock": timed(lambda: table.insert(event))}, rounds)
    aim = TICK_AIMS.get(size)
    return Row(f"save a tick at {size:,}", taken["ours"], "stock insert", taken["stock"], aim)


def _open(path: Path, home: Home, stock: Path, size: int, rounds: int) -> Iterator[Row]:
    def first() -> Milliseconds:
        """As on a machine that has not seen this history: nothing kept from the last reading."""
        with _set_aside(home.state):
            return timed(lambda: _opened(path, home))()

    taken = in_turns(
        {
            "ours": timed(lambda: _opened(path, home)),
            "first": first,
            "whole": timed(lambda: _opened(path, home).catch_up()),
            "stock": timed(lambda: TinyDB(stock).table("events").all()),
        },
        rounds,
    )
    aim = OPEN_AIMS.get(size)
    yield Row(f"open and fold {size:,}", taken["ours"], "stock open", taken["stock"], aim)
    yield Row("… for the first time", taken["first"], "stock open", taken["stock"], aim)
    yield Row("… and check against our record", taken["whole"], "stock open", taken["stock"])


@contextmanager
def _set_aside(state: Path) -> Iterator[None]:
    kept = [(path, path.with_suffix(".aside")) for path in state.glob("*.parsed")]
    for path, aside in kept:
        path.rename(aside)
    yield
    for path, aside in kept:
        aside.rename(path)


def _opened(path: Path, home: Home) -> Session:
    return open_session(path, home, "founder", lambda: NOW)


def _stock_copy(path: Path, home: Home, stock: Path) -> Path:
    """The same events in a file of TinyDB's own making."""
    with TinyDB(stock) as database:
        changes = _opened(path, home).changes
        database.table("events").insert_multiple(to_record(change) for change in changes)
    return stock
