"""Each place's first opening, and a key to its paint there, in a real terminal.

Beside them, a key in the least app that Textual can make: what any paint costs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.history import NOW, home_in
from benchmarks.measure import Row, Taken, summed_up
from benchmarks.screens import (
    APP,
    EMPTY,
    KEYS,
    first_useful,
    key_to_paint,
    shows_a_step_of_the_demo,
    shows_the_company,
    until_changed,
)
from benchmarks.starting import ROOT, child_environment
from benchmarks.terminal import Terminal
from coach_tui.demo import make_demo
from coach_tui.language import Words

PLACES = {
    "2": "Journey", "3": "Accesses", "4": "KPIs", "5": "Rhythm", "6": "Team", "7": "Handover",
    "8": "Framing", "9": "History",
}  # fmt: skip
OPENINGS = 3  # programs begun for each place: a first opening happens once in each


def place_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """The demo's places, each opened for the first time, then moved in."""
    root = folder / "places"
    make_demo(home_in(root), Words("en"), NOW.date())
    environment = child_environment(root)
    empty = key_to_paint(EMPTY, environment, KEYS["move"], shows_the_company)
    times: dict[str, list[float]] = {key: [] for key in PLACES}
    moves: dict[str, list[float]] = {key: [] for key in PLACES}
    for _ in range(min(OPENINGS, rounds)):
        for key in PLACES:
            with Terminal(APP, environment, ROOT) as terminal:
                first_useful(terminal, shows_a_step_of_the_demo)
                terminal.watch(quiet=1.0, patience=2.0)
                times[key].append(until_changed(terminal, terminal.press(key.encode())))
                for move in KEYS["move"]:
                    moves[key].append(until_changed(terminal, terminal.press(move)))
    for key, name in PLACES.items():
        yield _row(f"{name}: first opening", times[key], empty)
        yield _row(f"{name}: key to paint", moves[key], empty)


def _row(what: str, times: list[float], empty: Taken) -> Row:
    return Row(what, summed_up(times), "a key in an empty Textual app", empty)
