"""A change dated far ahead goes where it belongs: what was recorded since wins over it."""

from __future__ import annotations

from collections.abc import Mapping

from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.order import in_order, redated

NOW_MS, DAY_MS = 1_800_000_000_000, 24 * 3600 * 1000
FAR = "2037-01-01T09:00:00Z"


def _stamp(ahead_ms: int) -> str:
    return HybridClock().stamp(NOW_MS + ahead_ms, abs(ahead_ms))


def _status(
    actor: str,
    identity: str,
    status: str,
    base: Mapping[str, str],
    at: str = "2027-01-15T08:00:00Z",
) -> Change:
    changes = {"status": status}
    return Change(identity, at, actor, "step", "access-crm", changes, base)


def _winner(far: Change, known: list[Change]) -> object:
    [order] = redated([far], known, NOW_MS)
    place = str(order.changes["as"])
    return in_order([*known, far], {far.id: place})[-1].changes["status"]


def test_what_its_author_recorded_on_another_machine_without_having_seen_it_wins() -> None:
    """One founder, two machines of one name; the clock of one was ten years ahead for a gesture."""
    begun = _status("founder", _stamp(-DAY_MS), "todo", {})
    far = _status("founder", _stamp(3650 * DAY_MS), "done", {"status": begun.id}, FAR)
    blind = _status("founder", _stamp(-1000), "doing", {"status": begun.id})
    never = _status("founder", _stamp(3650 * DAY_MS), "done", {}, FAR)
    first = _status("founder", _stamp(-1000), "doing", {})
    assert _winner(far, [begun, blind]) == "doing"
    assert _winner(never, [first]) == "doing"
    assert _winner(far, [begun, blind._replace(actor="cmo/Ann")]) == "doing"


def test_it_wins_over_all_that_its_author_had_seen() -> None:
    begun = _status("founder", _stamp(-3 * DAY_MS), "todo", {})
    then = _status("founder", _stamp(-2 * DAY_MS), "doing", {"status": begun.id})
    later = Change(_stamp(-DAY_MS), FAR, "founder", "note", "n", {"text": "of something else"})
    far = _status("founder", _stamp(3650 * DAY_MS), "done", {"status": then.id}, FAR)
    assert _winner(far, [begun, then]) == "done"
    [order] = redated([far], [begun, then, later], NOW_MS)
    assert later.id < str(order.changes["as"]) < _stamp(0)


def test_a_field_changed_twice_under_the_wrong_clock_is_no_more_seen_than_at_the_first() -> None:
    """The second of them replaces the first, which had not seen what was recorded since."""
    begun = _status("founder", _stamp(-DAY_MS), "todo", {})
    first = _status("founder", _stamp(3650 * DAY_MS), "doing", {"status": begun.id}, FAR)
    second = _status("founder", _stamp(3651 * DAY_MS), "done", {"status": first.id}, FAR)
    third = _status("founder", _stamp(3652 * DAY_MS), "todo", {"status": second.id}, FAR)
    blind = _status("founder", _stamp(-1000), "blocked", {"status": begun.id})
    far, known = [first, second, third], [begun, first, second, third, blind]
    there = {order.entity_id: str(order.changes["as"]) for order in redated(far, known, NOW_MS)}
    counted = [change.id for change in in_order(known, there)]
    assert counted == [begun.id, first.id, second.id, third.id, blind.id]
