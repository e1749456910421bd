"""The app's first useful frame, and a key to its paint, in a real terminal.

Beside them, the least that Textual itself takes: an app of one line.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.history import COMPANY, NOW, YEAR, engagement_with, home_in
from benchmarks.measure import Contestant, Milliseconds, Row, Taken, in_turns, summed_up
from benchmarks.starting import ROOT, child_environment
from benchmarks.terminal import Painted, Terminal
from coach_tui.bundled import load_playbook
from coach_tui.demo import make_demo
from coach_tui.language import Words

APP = [sys.executable, "-m", "coach_tui"]
EMPTY = [sys.executable, "-m", "benchmarks.empty_app"]
AIM_RATIO, DEMO_RATIO = 1.5, 1.6
KEY_RATIOS = {"move": 2.0, "tick": 5.0}
QUIET = 0.4  # seconds without output: the program rests
STARTING = 1.5  # the same before the first useful frame: a busy machine pauses on the way to it
KEYS = {"move": (b"\x1b[B", b"\x1b[A"), "tick": (b" ",)}
PRESSES = 20

IsUseful = Callable[[str], bool]


def screen_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """First frame with a year of history, then a move and a tick once it rests."""
    root = folder / "screens"
    engagement_with(YEAR, home_in(root))
    environment = child_environment(root)
    taken = in_turns(
        {
            "ours": _first_frame(APP, environment, _shows_a_step),
            "empty": _first_frame(EMPTY, environment, shows_the_company),
        },
        rounds,
    )
    what = f"first useful frame, {YEAR:,} changes"
    yield Row(what, taken["ours"], "empty Textual app", taken["empty"], aim_ratio=AIM_RATIO)
    yield from _demo_rows(folder / "demo", rounds)
    for name, keys in KEYS.items():
        ours = key_to_paint(APP, environment, keys, _shows_a_step)
        empty = key_to_paint(EMPTY, environment, keys, shows_the_company)
        aim = KEY_RATIOS[name]
        yield Row(f"key to paint: {name}", ours, "empty Textual app", empty, aim_ratio=aim)


def _demo_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """The demo opened again, and from nothing: `coach demo` makes it first."""
    folder.mkdir()
    root = folder / "home"
    make_demo(home_in(root), Words("en"), NOW.date())
    opened, made = child_environment(root), child_environment(folder / "none")
    taken = in_turns(
        {
            "opened": _first_frame(APP, opened, shows_a_step_of_the_demo),
            "made": _first_frame(
                [*APP, "demo"], made | {"TMPDIR": str(folder)}, shows_a_step_of_the_demo
            ),
            "empty": _first_frame(EMPTY, opened, shows_the_company),
        },
        rounds,
    )
    for name, what in (("opened", "the demo's first useful frame"), ("made", "`coach demo`")):
        aim = DEMO_RATIO if name == "made" else AIM_RATIO
        yield Row(what, taken[name], "empty Textual app", taken["empty"], aim_ratio=aim)


def shows_the_company(screen: str) -> bool:
    """The yardstick's one line is drawn."""
    return COMPANY in screen


def _shows_a_step(screen: str, company: str = COMPANY) -> bool:
    titles = [step.title[:24] for stage in load_playbook("en")[0].stages for step in stage.steps]
    return company in screen and any(title in screen for title in titles)


def shows_a_step_of_the_demo(screen: str) -> bool:
    """The demo's card is drawn."""
    return _shows_a_step(screen, "Sitavel")


def _first_frame(
    arguments: Sequence[str], environment: dict[str, str], is_useful: IsUseful
) -> Contestant:
    def run() -> Milliseconds:
        with Terminal(arguments, environment, ROOT) as terminal:
            return first_useful(terminal, is_useful)

    return run


def first_useful(terminal: Terminal, is_useful: IsUseful) -> Milliseconds:
    """From its start to the first frame that can be used."""
    painted = terminal.watch(quiet=STARTING)
    for each in painted:
        if is_useful(terminal.show(each)):
            return (each.at - terminal.started) * 1000
    raise RuntimeError(f"never became useful:\n{terminal.text}")


def key_to_paint(
    arguments: Sequence[str],
    environment: dict[str, str],
    keys: Sequence[bytes],
    is_useful: IsUseful,
) -> Taken:
    """From the key to the first byte that changes the screen, in the middle of many."""
    times = []
    with Terminal(arguments, environment, ROOT) as terminal:
        first_useful(terminal, is_useful)
        terminal.watch(quiet=1.0, patience=2.0)
        for number in range(PRESSES):
            pressed = terminal.press(keys[number % len(keys)])
            times.append(until_changed(terminal, pressed))
    return summed_up(times)


def until_changed(terminal: Terminal, pressed: float) -> Milliseconds:
    """From a key pressed at this moment to the first byte that changes the screen."""
    first: Painted | None = None
    terminal.screen.dirty.clear()
    for each in terminal.watch(quiet=QUIET, patience=3.0):
        terminal.show(each)
        if first is None and terminal.screen.dirty:
            first = each
    if first is None:
        raise RuntimeError(f"the key changed nothing:\n{terminal.text}")
    return (first.at - pressed) * 1000
