"""A tick saved and an engagement opened, as work grows, beside TinyDB as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tinydb import TinyDB

from benchmarks.history import NOW, engagement_with, home_in
from benchmarks.measure import Milliseconds, Row, in_turns, timed
from benchmarks.room import memory_of
from coach_tui.engagement.change import Draft, to_record
from coach_tui.places import Home
from coach_tui.session import Session, open_session

# Run by itself, so that it tells the memory of one opening.
OPENING = (
    "import sys; from pathlib import Path; from coach_tui.store.journal import Journal;"
    "Journal.open(Path(sys.argv[1]), Path(sys.argv[2]))"
)
SIZES = (100, 1_000, 10_000, 30_000)
TICK_AIMS = {10_000: 20.0, 30_000: 40.0}  # milliseconds
OPEN_AIMS = {10_000: 100.0, 100_000: 1_200.0}
LONG = 100_000  # changes: years of a whole team's
LONG_RATIO = LONG / SIZES[-1]  # a save grows less than the history does
LONG_MEMORY = 200.0  # MB


def saving_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Tick, open, and open with everything checked, at four sizes; then with years behind."""
    for size in SIZES:
        home = home_in(folder / f"saving-{size}")
        path = engagement_with(size, home)
        stock = _stock_copy(path, home, folder / f"stock-{size}.json")
        yield _tick(path, home, stock, size, rounds)
        yield from _open(path, home, stock, size, rounds)
    yield from _years(folder, rounds)


def _years(folder: Path, rounds: int) -> Iterator[Row]:
    """What the longest history takes; stock TinyDB would take most of the hour."""
    less, home = home_in(folder / f"saving-{SIZES[-1]}"), home_in(folder / f"saving-{LONG}")
    paths = {"less": next(less.engagements.glob("*.json")), "long": engagement_with(LONG, home)}
    ticks = {
        name: timed(_ticking(paths[name], where))
        for name, where in (("less", less), ("long", home))
    }
    taken = in_turns(ticks, rounds)
    what, beside = f"save a tick at {LONG:,}", f"at {SIZES[-1]:,}"
    yield Row(what, taken["long"], beside, taken["less"], aim_ratio=LONG_RATIO)
    ticks.clear()  # and the two histories in memory with it
    taken = in_turns(
        {
            "long": timed(lambda: _opened(paths["long"], home)),
            "less": timed(lambda: _opened(paths["less"], less)),
        },
        rounds,
    )
    yield Row(f"open and fold {LONG:,}", taken["long"], beside, taken["less"], OPEN_AIMS[LONG])
    memory, bare = (memory_of(folder, "-c", *code) for code in (
        (OPENING, str(paths["long"]), str(home.state)), ("pass",)
    ))  # fmt: skip
    yield Row("… its memory", memory, "python -c pass", bare, LONG_MEMORY, unit="MB")


def _ticking(path: Path, home: Home) -> Callable[[], object]:
    session = _opened(path, home)
    session.catch_up()
    numbers = count()
    return lambda: session.record(
        [Draft("step", "access-crm", {"status": f"done {next(numbers)}"})]
    )


def _tick(path: Path, home: Home, stock: Path, size: int, rounds: int) -> Row:
    tick = _ticking(path, home)
    table = TinyDB(stock).table("events")
    event = to_record(_opened(path, home).changes[-1])
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
