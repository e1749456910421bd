"""Ids are identity, order and cursor in one: a person's edit sorts after all that she had seen."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.clock import HybridClock, is_change_id, milliseconds_of

moments = st.integers(0, 2**44 - 2)  # until the year 2527
noises = st.integers(0, 2**70)


@given(st.lists(st.tuples(moments, noises), min_size=1, max_size=20))
def test_each_id_is_later_than_all_before_whatever_the_wall_clock(
    stamps: list[tuple[int, int]],
) -> None:
    clock = HybridClock()
    ids = [clock.stamp(now, noise) for now, noise in stamps]
    assert ids == sorted(set(ids))
    assert milliseconds_of(ids[-1]) >= max(now for now, _ in stamps)


@given(moments, noises)
def test_an_id_is_a_uuid_of_version_7_that_says_its_time(now: int, noise: int) -> None:
    stamp = HybridClock().stamp(now, noise)
    read = uuid.UUID(stamp)
    assert (str(read), read.version, read.variant) == (stamp, 7, uuid.RFC_4122)
    assert is_change_id(stamp)
    assert milliseconds_of(stamp) == now


@given(moments, moments, noises)
def test_an_id_seen_elsewhere_is_passed_even_by_a_clock_that_is_behind(
    here: int, there: int, noise: int
) -> None:
    other = HybridClock()
    seen = [other.stamp(there, noise) for _ in range(3)]
    clock = HybridClock()
    for each in reversed(seen):
        clock.observe(each)
    assert clock.stamp(here, 0) > max(seen)


def test_more_in_one_millisecond_than_the_counter_holds() -> None:
    clock = HybridClock()
    ids = [clock.stamp(1_000, 0) for _ in range(5_000)]
    assert ids == sorted(set(ids))
    assert milliseconds_of(ids[-1]) == 1_001


@pytest.mark.parametrize(
    "text",
    [
        "",
        "019ab000-0000-4000-8000-000000000001",
        "ffffffff-ffff-7fff-bfff-ffffffffffff",
        "019AB000-0000-7000-8000-000000000001",
        "019ab000-0000-7000-c000-000000000001",
        "019ab000-0000-7000-8000-00000000000",
        "019ab000-0000-7000-8000-000000000001\n",
        "../../etc/passwd",
    ],
)
def test_what_is_not_an_id_of_ours(text: str) -> None:
    assert not is_change_id(text)
