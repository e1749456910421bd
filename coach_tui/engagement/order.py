"""Where a change counts: one stamped by a wrong clock is put in its place by one more change.

    {"entity": "order", "entity_id": ID, "changes": {"as": ID2}}     ID counts as if it were ID2

The change keeps its id; whoever knows the order folds alike, and the hybrid clock follows places,
so that it comes back from the future. Taking an order back is an undo like any other: the change
then counts where its id says again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.clock import HybridClock, is_change_id, milliseconds_of
from coach_tui.engagement.timestamps import in_utc

ENTITY: Final = "order"
PLACE: Final = "as"
HELD_MS: Final = 48 * 3600 * 1000  # our rule of thumb: a wrong date, not a time zone
_A_MINUTE_MS: Final = 60_000
_LAST: Final = "g"  # sorts after every id

Places = Mapping[str, str]
Field = tuple[str, str, str]  # of an entity's record: entity, id, name


def places(changes: Iterable[Change]) -> Places:
    """Where each change counts that does not count where its id says, by id.

    An order that was itself stamped by a wrong clock may be put in its place as well.
    """
    orders = [change for change in changes if change.entity == ENTITY]
    if not orders:
        return {}
    ids = {one.id for one in orders}
    of_orders = _latest((one for one in orders if one.entity_id in ids), {})
    return {**_latest((one for one in orders if one.entity_id not in ids), of_orders), **of_orders}


def place_of(change: Change, there: Places) -> str:
    """The id this change counts under."""
    return there.get(change.id, change.id)


def in_order(changes: Iterable[Change], there: Places) -> list[Change]:
    """These changes in the order in which they count."""
    return sorted(changes, key=lambda change: there.get(change.id, change.id))


def far_ahead(changes: Iterable[Change], there: Places, now_ms: float) -> list[Change]:
    """Those that count more than two days from now: some clock is wrong, this one or theirs."""
    limit = now_ms + HELD_MS
    return [one for one in changes if milliseconds_of(place_of(one, there)) > limit]


def redated(far: Sequence[Change], known: Sequence[Change], now_ms: float) -> list[Draft]:
    """What puts these changes where they belong, in their order.

    `at` is the wall clock of the moment: where it is not in the future, it is right. Else the
    change goes right after what its author had last seen, so that all done since wins over it.
    An author at work on another machine too had not seen there what the change does not name.
    """
    there = places(known)
    moved = {one.id for one in far}
    seen = _places_by_actor(known, there, moved)
    written = _places_by_field((one for one in known if one.id not in moved), there)
    clock, drafts, limits = HybridClock(), [], dict[str, str]()
    for change in sorted(far, key=lambda one: one.id):
        moment = in_utc(change.at)
        said = moment.timestamp() * 1000 if moment else now_ms + HELD_MS
        # What it replaces may be moved too, and then wins over no more than that could have seen.
        bases = (limits[one] for one in change.base.values() if one in limits)
        limits[change.id] = min(_first_unseen(change, there, written), *bases, _LAST)
        is_right = 0 < said <= now_ms + _A_MINUTE_MS
        before = [there.get(one, one) for one in change.base.values() if one not in moved]
        own = seen.get(change.actor, [])
        if is_right:
            before += _until(own, _end_of(min(said, now_ms)))
        else:
            before += _until(own, min(_end_of(now_ms), limits[change.id]))
        for place in filter(is_change_id, before):
            clock.observe(place)
        place = clock.stamp(int(said) if is_right else 0, int(change.id[-12:], 16))
        drafts.append(Draft(ENTITY, change.id, {PLACE: place}))
    return drafts


def _latest(orders: Iterable[Change], there: Places) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in in_order(orders, there):
        place = one.changes.get(PLACE)
        if isinstance(place, str) and is_change_id(place):
            found[one.entity_id] = place
        elif place is None:
            found.pop(one.entity_id, None)
    return found


def _places_by_actor(
    known: Iterable[Change], there: Places, moved: set[str]
) -> dict[str, list[str]]:
    """What each author had recorded, in order, without what is being moved."""
    found: dict[str, list[str]] = {}
    for one in known:
        if one.id not in moved and one.entity != ENTITY:
            found.setdefault(one.actor, []).append(place_of(one, there))
    for each in found.values():
        each.sort()
    return found


def _places_by_field(known: Iterable[Change], there: Places) -> dict[Field, list[str]]:
    """Where each field's values count, in order."""
    found: dict[Field, list[str]] = {}
    for one in known:
        for field in one.changes:
            found.setdefault((one.entity, one.entity_id, field), []).append(place_of(one, there))
    for each in found.values():
        each.sort()
    return found


def _first_unseen(change: Change, there: Places, written: Mapping[Field, list[str]]) -> str:
    """Where a value counts that this change was to replace, had its author seen it."""
    found = [_LAST]
    for field in change.changes:
        there_already = written.get((change.entity, change.entity_id, field), [])
        replaced = change.base.get(field, "")
        found += there_already[bisect_right(there_already, there.get(replaced, replaced)) :][:1]
    return min(found)


def _end_of(moment_ms: float) -> str:
    """What sorts after every id of this millisecond."""
    figures = f"{max(0, int(moment_ms)):012x}"
    return f"{figures[:8]}-{figures[8:]}-{_LAST}"


def _until(ordered: Sequence[str], limit: str) -> Sequence[str]:
    """The last of these before the limit; none where all are later."""
    end = bisect_left(ordered, limit)
    return ordered[end - 1 : end] if end else []
