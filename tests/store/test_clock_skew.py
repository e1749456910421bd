"""Changes dated ahead: flagged, held back until the user agrees, or never let in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.clock import HybridClock, is_change_id
from coach_tui.engagement.order import redated
from coach_tui.store.journal import Journal

from .conftest import JANUARY_MS, author, created, january, opened

MINUTE, DAY = 60_000, 24 * 3600 * 1000
LAST_MOMENT = "ffffffff-ffff-7fff-bfff-ffffffffffff"


def reasons(journal: Journal) -> list[tuple[str, object]]:
    return [(notice.reason, notice.values.get("n")) for notice in journal.notices]


def from_elsewhere(place: Path, state: Path, ahead_ms: int, count: int = 2) -> list[str]:
    """Changes that a colleague whose clock is fast saved into the same file. Their ids."""
    hers = opened(place, state.with_name("hers"))
    changes = author(5, "cmo/Ann", JANUARY_MS + ahead_ms)(count)
    hers.append(changes)
    return [change.id for change in changes]


@pytest.mark.parametrize(
    ("ahead_ms", "counted", "told"),
    [
        (9 * MINUTE, 5, []),
        (11 * MINUTE, 5, [("store.ahead", 2)]),
        (2 * DAY - MINUTE, 5, [("store.ahead", 2)]),
        (2 * DAY + MINUTE, 3, [("store.held", 2)]),
        (400 * DAY, 3, [("store.held", 2)]),
    ],
)
def test_how_far_ahead_decides(
    place: Path, state: Path, ahead_ms: int, counted: int, told: list[tuple[str, int]]
) -> None:
    created(place, state).append(author(1)(3))
    from_elsewhere(place, state, ahead_ms)
    again = opened(place, state)
    assert len(again.changes) == counted
    assert reasons(again) == told
    assert len(again.held) == 5 - counted


def test_what_waits_is_kept_carried_and_put_back(place: Path, state: Path) -> None:
    created(place, state).append(author(1)(3))
    waiting = from_elsewhere(place, state, 3 * DAY)
    mine = opened(place, state)
    mine.catch_up()
    mine.append(author(2)(1))
    without = b"\n".join(
        line for line in place.read_bytes().splitlines() if waiting[-1].encode() not in line
    )
    place.write_bytes(without)
    again = opened(place, state)
    again.catch_up()
    assert len(again.changes) == 4
    assert [change.id for change in again.held] == waiting
    assert all(change_id.encode() in place.read_bytes() for change_id in waiting)


def test_once_put_in_their_place_they_count_for_good(place: Path, state: Path) -> None:
    created(place, state).append(author(1)(3))
    waited = from_elsewhere(place, state, 3 * DAY)
    mine = opened(place, state)
    mine.catch_up()
    drafts = redated(mine.held, mine.changes, JANUARY_MS)
    mine.append([_stamped(draft, number) for number, draft in enumerate(drafts)])
    assert mine.held == ()
    for one in (mine, opened(place, state), opened(place, state.with_name("third"))):
        assert {change.id for change in one.changes} >= set(waited)
        assert one.held == ()
        assert reasons(one) in ([], [("store.held", 2)])
        assert max(one.places.get(change.id, change.id) for change in one.changes) < waited[0]


def test_what_waits_is_remembered_by_whoever_only_reads(place: Path, state: Path) -> None:
    created(place, state).append(author(1)(3))
    from_elsewhere(place, state, 3 * DAY)
    assert len(opened(place, state).held) == 2
    later = Journal.open(place, state, clock=lambda: january() + 30 * 86_400)
    assert len(later.held) == 2
    later.catch_up()
    assert len(later.held) == 2


def _stamped(draft: Draft, number: int) -> Change:
    identity = HybridClock().stamp(JANUARY_MS + 1000 + number, number)
    return Change(identity, "2026-01-05T10:00:00Z", "cmo/Léa", *draft[:3])


def test_our_own_work_stays_when_our_clock_is_put_back(place: Path, state: Path) -> None:
    """The clock of this machine was a week fast; what was saved then was acknowledged."""
    fast = Journal.create(place, state, {"engagement": "0b7c"}, clock=lambda: january() + 604_800)
    fast.append(author(1)(2) + author(2, start_ms=JANUARY_MS + 7 * DAY)(3))
    again = opened(place, state)
    assert len(again.changes) == 5
    assert again.held == ()


def test_a_machine_whose_clock_is_behind_holds_nothing_back(place: Path, state: Path) -> None:
    """An empty battery says 1970: the mission is not in the future, this machine is in the past."""
    created(place, state).append(author(1)(3) + author(2, start_ms=JANUARY_MS + 200 * DAY)(2))
    new = Journal.open(place, state.with_name("new"), clock=lambda: 0.0)
    assert len(new.changes) == 5
    assert reasons(new) == [("store.behind", None)]


@pytest.mark.parametrize("last", [LAST_MOMENT, "0" + LAST_MOMENT[1:]])
def test_the_last_moment_there_is_can_t_stop_the_clock(place: Path, state: Path, last: str) -> None:
    """Whoever follows it could not write a later id, and what she saves would count for nothing."""
    created(place, state).append(author(1)(1))
    [poison] = author(3)(1)
    opened(place, state.with_name("hers")).append([poison._replace(id=last)])
    for clock in (january, lambda: 0.0):
        mine = Journal.open(place, state.with_name("mine"), clock=clock)
        assert len(mine.changes) == 1
        follower = HybridClock()
        for change in mine.changes:
            follower.observe(change.id)
        assert is_change_id(follower.stamp(JANUARY_MS, 1))


def test_control_a_clock_that_saw_the_last_moment_writes_what_is_no_id() -> None:
    follower = HybridClock()
    follower.observe(LAST_MOMENT)
    assert not is_change_id(follower.stamp(JANUARY_MS, 1))


@pytest.mark.parametrize("arrive", [Journal.refresh, Journal.catch_up])
def test_what_arrives_while_it_is_open_waits_too(
    place: Path, state: Path, arrive: Callable[[Journal], object]
) -> None:
    mine = created(place, state)
    mine.append(author(1)(1))
    from_elsewhere(place, state, 3 * DAY)
    assert arrive(mine) == []
    assert len(mine.changes) == 1
    assert len(mine.held) == 2
    mine.append(author(2)(1))
    assert len(opened(place, state).changes) == 2
