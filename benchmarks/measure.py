"""Taking turns: every contestant runs once a round, so that a slow minute slows them all."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import NamedTuple

Milliseconds = float
Contestant = Callable[[], Milliseconds]


class Row(NamedTuple):
    """One line of the table. `aim` is the most `ours` may take, or the most `ratio` may be."""

    what: str
    ours: Milliseconds
    beside: str
    theirs: Milliseconds
    aim: Milliseconds | None = None
    aim_ratio: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    @property
    def is_met(self) -> bool:
        return (self.aim is None or self.ours < self.aim) and (
            self.aim_ratio is None or self.ratio <= self.aim_ratio
        )


def in_turns(
    contestants: Mapping[str, Contestant], rounds: int, warm_up: int = 1
) -> dict[str, Milliseconds]:
    """The median time of each, over `rounds` rounds after those that only warm up."""
    times: dict[str, list[Milliseconds]] = {name: [] for name in contestants}
    names = list(contestants)
    for turn in range(warm_up + rounds):
        for name in names if turn % 2 else reversed(names):
            gc.collect()
            taken = contestants[name]()
            if turn >= warm_up:
                times[name].append(taken)
    return {name: median(taken) for name, taken in times.items()}


def timed(work: Callable[[], object]) -> Contestant:
    """How long calling `work` takes."""

    def run() -> Milliseconds:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    return run
