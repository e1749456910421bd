"""Who recorded what, when; taking a gesture back; and where two people wrote over each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from coach_tui.engagement.actor import hand_of, role_of
from coach_tui.engagement.change import Change, Decision, Draft
from coach_tui.engagement.order import in_order, place_of, places
from coach_tui.engagement.past import Past
from coach_tui.engagement.state import Engagement
from coach_tui.language.refusal import Refusal


@dataclass(frozen=True)
class Gesture:
    """The changes one person made at once: what undo takes back."""

    changes: tuple[Change, ...]

    @property
    def at(self) -> str:
        return self.changes[0].at

    @property
    def actor(self) -> str:
        return self.changes[0].actor

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(change.id for change in self.changes)

    @cached_property
    def undoes(self) -> frozenset[str]:
        return frozenset(change.undoes for change in self.changes if change.undoes)


class Conflict(NamedTuple):
    """Two people set one field without having seen each other: `kept` is shown, `other` is not."""

    entity: str
    entity_id: str
    field: str
    kept: Change
    other: Change


def gestures(changes: Iterable[Change]) -> list[Gesture]:
    """The gestures in these changes, oldest first. One gesture shares its moment and its actor."""
    found: list[list[Change]] = []
    for change in changes:
        if found and (found[-1][0].at, found[-1][0].actor) == (change.at, change.actor):
            found[-1].append(change)
        else:
            found.append([change])
    return [Gesture(tuple(group)) for group in found]


def last_undoable(changes: Sequence[Change], actor: str) -> Gesture | None:
    """The latest gesture this actor recorded that is neither an undo nor already undone.

    What they recorded for somebody else is theirs to take back.
    """
    taken_back, hands = undone(changes), _hands(changes, hand_of(actor))
    for gesture in reversed(gestures(changes)):
        mine = (
            hand_of(gesture.actor) in hands and not gesture.undoes and not gesture.ids & taken_back
        )
        if mine and not _is_beginning(gesture):
            return gesture
    return None


def _hands(changes: Iterable[Change], hand: str) -> frozenset[str]:
    """This hand, and the same one before its name was known: the role alone, where nobody else of
    a name has acted in it."""
    role = role_of(hand)
    named = {each for each in {hand_of(one.actor) for one in changes} if role_of(each) == role}
    return frozenset({hand, role} if named <= {hand, role} else {hand})


def undo(engagement: Engagement, changes: Sequence[Change], gesture: Gesture) -> Decision:
    """Put back what each field said before this gesture, where the gesture still has the say.

    A field changed since by somebody keeps that later value. Refused where nothing is left.
    A gesture has the say again once what came after it was taken back: undo goes back in steps,
    and taking back an undo brings its gesture back.
    """
    if _is_beginning(gesture):
        return Refusal("refusal.history.beginning")
    if gesture.ids & undone(changes):
        return Refusal("refusal.history.already-undone")
    past = Past(changes)
    drafts = []
    for change in gesture.changes:
        record = engagement.record(change.entity, change.entity_id)
        restored = {
            name: earlier.changes[name] if (earlier := past.last_before(change, name)) else None
            for name in change.changes
            if name in record
            and change.id in (record[name].change.id, past.source(record[name].change, name).id)
        }
        if restored:
            drafts.append(Draft(change.entity, change.entity_id, restored, undoes=change.id))
    return drafts or Refusal("refusal.history.changed-since")


def conflicts(engagement: Engagement, changes: Sequence[Change]) -> list[Conflict]:
    """Fields whose present value was written without having seen another one.

    Every change names the change it saw win (`base`), so what lies between that and itself was
    unseen. Whoever writes the field again has seen both, and the conflict is over. Of what one
    person wrote over and over, only the last is told.
    """
    found = []
    there = places(changes)
    seen = {(name, base) for change in changes for name, base in change.base.items()}
    for other in changes:
        for name, value in other.changes.items():
            if (name, other.id) in seen:
                continue
            field = engagement.record(other.entity, other.entity_id).get(name)
            if field is None or field.change.id == other.id:
                continue
            kept = field.change
            base = kept.base.get(name, "")
            unseen = there.get(base, base) < place_of(other, there) < place_of(kept, there)
            if unseen and kept.changes[name] != value:
                found.append(Conflict(other.entity, other.entity_id, name, kept, other))
    return found


def crossed(
    engagement: Engagement, changes: Sequence[Change], fresh: Sequence[Change], hand: str
) -> list[Conflict]:
    """Where changes that have just come meet what this person wrote, here or on another machine."""
    came = {change.id for change in fresh}
    return [
        each
        for each in (conflicts(engagement, changes) if came else ())
        if not came.isdisjoint((each.kept.id, each.other.id))
        and hand in (hand_of(each.kept.actor), hand_of(each.other.actor))
    ]


def _is_beginning(gesture: Gesture) -> bool:
    """Whether this gave the mission its name: without it there is nothing to go back to."""
    return any(
        change.entity == "engagement"
        and "company" in change.changes
        and "company" not in change.base
        for change in gesture.changes
    )


def undone(changes: Sequence[Change]) -> set[str]:
    """The changes taken back by an undo that was not itself taken back."""
    undone: set[str] = set()
    for change in reversed(in_order(changes, places(changes))):
        if change.undoes and change.id not in undone:
            undone.add(change.undoes)
    return undone
