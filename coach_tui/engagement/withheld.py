"""What never leaves this machine where an engagement is shared, and what does.

A change is shared whole or kept whole, and the same way for ever: were it shared without one of its
fields, one id would have two contents. So what is private is recorded as a change of its own
(`apart`), and one that mixes both, from before, is kept and its other fields are said again.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.order import Places, in_order, place_of, places
from coach_tui.engagement.state import Engagement

SETTINGS: Final = frozenset({"depth", "archived"})
# A record of these kinds is private as a whole for as long as its flag says so.
FLAGS: Final[Mapping[str, str]] = {"note": "private", "document": "personal"}
# These fields stay in any record of their kind: what is private, and how one machine is set.
FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "engagement": SETTINGS,
    "contact": frozenset({"private"}),
    "dossier-section": frozenset({"private"}),
    "document": frozenset({"private"}),
}
_NONE: Final[frozenset[str]] = frozenset()


class Parted(NamedTuple):
    """Every change of an engagement, by whether it may leave; both in the order they count."""

    leaving: tuple[Change, ...]
    staying: tuple[Change, ...]


def part(changes: Iterable[Change]) -> Parted:
    """Tell what may leave from what stays. All the changes there are must be given together."""
    everything = list(changes)
    there = places(everything)
    ordered = in_order(everything, there)
    since = _private_since(ordered, there)
    leaving: list[Change] = []
    staying: list[Change] = []
    for change in ordered:
        begins = since.get((change.entity, change.entity_id))
        hidden = begins is not None and place_of(change, there) >= begins
        (staying if hidden or _private_fields(change) else leaving).append(change)
    return Parted(tuple(leaving), tuple(staying))


def apart(drafts: Iterable[Draft]) -> list[Draft]:
    """The same gesture, with private fields in changes of their own."""
    found = []
    for draft in drafts:
        own = _private_fields(draft)
        for wanted in (draft.changes.keys() - own, own):
            fields = {name: value for name, value in draft.changes.items() if name in wanted}
            if fields:
                found.append(draft._replace(changes=fields))
    return found


def said_again(engagement: Engagement, staying: Sequence[Change]) -> list[Draft]:
    """The other fields of changes that mix them with private ones, where they have the say.

    Recorded once, before the first push: older files mix them.
    """
    found = []
    for change in staying:
        own = _private_fields(change)
        if own and change.changes.keys() - own:
            record = engagement.record(change.entity, change.entity_id)
            fields = {
                name: value
                for name, value in change.changes.items()
                if name not in own and record[name].change.id == change.id
            }
            if fields:
                found.append(Draft(change.entity, change.entity_id, fields))
    return found


def _private_since(ordered: Iterable[Change], there: Places) -> dict[tuple[str, str], str]:
    """From which place on each record is private; nothing of those that are not.

    Only a yes or a no said outright counts: an undo that empties the flag publishes nothing.
    """
    since: dict[tuple[str, str], str] = {}
    public: set[tuple[str, str]] = set()
    for change in ordered:
        record = change.entity, change.entity_id
        said = change.changes.get(FLAGS.get(change.entity, ""))
        if said is True and record not in since:
            # What was never public is private from its first word on.
            since[record] = place_of(change, there) if record in public else ""
        elif said is False:
            since.pop(record, None)
            public.add(record)
    return since


def _private_fields(change: Change | Draft) -> frozenset[str]:
    return FIELDS.get(change.entity, _NONE) & change.changes.keys()
