"""The bench says what it can: met, met at best, missed, or that the machine was too busy to say."""

from __future__ import annotations

import pytest

from benchmarks.counting import counter_here, instructions
from benchmarks.measure import Row, Taken

CASES = {
    "met": (Taken(39, 30), Taken(10, 9)),
    "at best": (Taken(60, 30), Taken(10, 9)),
    "missed": (Taken(60, 50), Taken(10, 9)),
    "noisy": (Taken(95, 50), Taken(20, 9)),
}


def test_a_row_is_missed_only_where_its_yardstick_was_steady() -> None:
    for verdict, (ours, theirs) in CASES.items():
        assert Row("x", ours, "y", theirs, aim_ratio=4.0).verdict == verdict
    assert Row("x", Taken(9, 9), "y", Taken(9, 1)).verdict == ""


def test_what_counts_instructions_counts_the_same_twice(tmp_path) -> None:
    counter = counter_here(tmp_path)
    if counter is None:
        pytest.skip("nothing here can count instructions")
    counted = [instructions(counter, tmp_path, "--version") for _ in range(2)]
    assert counted[0] > 1
    assert abs(counted[0] - counted[1]) / counted[0] < 0.02
