"""Taking turns: every contestant runs once a round, so that a slow minute slows them all."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

NOISE = 1.5  # × its best: a yardstick that usually takes more is on a busy machine
Milliseconds = float
Contestant = Callable[[], Milliseconds]


class Taken(NamedTuple):
    """How long it usually took, and how long when nothing else kept the machine busy."""

    usual: Milliseconds
    best: Milliseconds


class Row(NamedTuple):
    """One line of the table. `aim` is the most `ours` may take, or the most `ratio` may be.

    unit  of both sides and of the aim: milliseconds, MB, millions of instructions.
    """

    what: str
    ours: Taken
    beside: str
    theirs: Taken
    aim: Milliseconds | None = None
    aim_ratio: float | None = None
    unit: str = "ms"

    @property
    def noisy(self) -> bool:
        """Whether the yardstick itself took so long at times that ours says nothing."""
        return self.theirs.usual > NOISE * self.theirs.best

    @property
    def ratio(self) -> float:
        return self.ours.usual / self.theirs.usual

    @property
    def verdict(self) -> str:
        """Whether the aim was met: usually, at best, not at all; or "noisy": nobody can say."""
        if self.aim is None and self.aim_ratio is None:
            return ""
        if self._is_met(self.ours.usual, self.theirs.usual):
            return "met"
        if self._is_met(self.ours.best, self.theirs.best):
            return "at best"
        return "noisy" if self.noisy else "missed"

    def _is_met(self, ours: Milliseconds, theirs: Milliseconds) -> bool:
        return (self.aim is None or ours < self.aim) and (
            self.aim_ratio is None or ours / theirs <= self.aim_ratio
        )


def in_turns(
    contestants: Mapping[str, Contestant], rounds: int, warm_up: int = 1
) -> dict[str, Taken]:
    """What each took, over `rounds` rounds after those that only warm up."""
    times: dict[str, list[Milliseconds]] = {name: [] for name in contestants}
    names = list(contestants)
    for turn in range(warm_up + rounds):
        for name in names if turn % 2 else reversed(names):
            gc.collect()
            taken = contestants[name]()
            if turn >= warm_up:
                times[name].append(taken)
    return {name: summed_up(taken) for name, taken in times.items()}


def summed_up(times: Sequence[Milliseconds]) -> Taken:
    """The median and the least."""
    return Taken(median(times), min(times))


def timed(work: Callable[[], object]) -> Contestant:
    """How long calling `work` takes."""

    def run() -> Milliseconds:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    return run
