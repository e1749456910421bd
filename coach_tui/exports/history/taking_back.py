"""What taking a gesture back would leave, or why it can't be taken back: told before it is done."""

from typing import Final, NamedTuple

from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.history import Gesture, undo
from coach_tui.engagement.state import FieldNow
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.words import MANY, change_words, more_words
from coach_tui.exports.people import actor_words, day_words
from coach_tui.language import Refusal

FEW: Final = 3  # later gestures named as the reason why nothing can be taken back


class Outlook(NamedTuple):
    """Whether a gesture can be taken back; and what will be left, or what stands in the way."""

    possible: bool
    lines: tuple[str, ...]


def outlook(gesture: Gesture, reader: Reader) -> Outlook:
    """What is to be known before saying yes."""
    decision = undo(reader.engagement, reader.changes, gesture)
    if isinstance(decision, Refusal):
        later = _later(gesture, reader) if decision.reason.endswith("changed-since") else ()
        return Outlook(False, (reader.words.refusal(decision), *later))
    fields = sum(len(change.changes) for change in gesture.changes)
    kept = fields - sum(len(draft.changes) for draft in decision)
    left = [_left(draft, reader) for draft in decision[:MANY]]
    lines = [reader.words("history.will-be", what=said) for said in left if said]
    lines += more_words(len(decision) - MANY, reader)
    if kept:
        lines.append(reader.words("history.keeps", n=kept))
    return Outlook(True, tuple(lines or [reader.words("history.will-be-nothing")]))


def undone_by(gesture: Gesture, reader: Reader) -> str:
    """Who took this gesture back last, and when; empty where nobody did."""
    found = [change for change in reader.changes if change.undoes in gesture.ids]
    return _who(found[-1], reader) if found else ""


def _left(draft: Draft, reader: Reader) -> str:
    """What the thing will say again; empty where it will say nothing, as before it was recorded."""
    changes = dict(draft.changes)
    taken_back = reader.by_id.get(draft.undoes or "")
    if taken_back and taken_back.changes.get("_deleted") and not changes.get("_deleted", True):
        changes["_deleted"] = False  # it was never removed before: it is back, not nothing
    if all(value in (None, "") for value in changes.values()):
        return ""
    seen = dict.fromkeys(changes, draft.undoes or "")
    change = Change("", "", "", draft.entity, draft.entity_id, changes, seen)
    return change_words(change, reader)


def _later(gesture: Gesture, reader: Reader) -> tuple[str, ...]:
    """The changes that have had the say since."""
    found: dict[str, FieldNow] = {}
    for change in gesture.changes:
        record = reader.engagement.record(change.entity, change.entity_id)
        for name in change.changes:
            if name in record and record[name].change.id not in gesture.ids:
                found[record[name].change.id] = record[name]
    ordered = sorted(found.values(), key=lambda field: field.place)
    latest = [field.change for field in ordered[-FEW:]]
    return tuple(
        reader.words("history.set", field=_who(each, reader), value=change_words(each, reader))
        for each in latest
    )


def _who(change: Change, reader: Reader) -> str:
    day = day_words(reader.engagement.day(change.at), reader.words)
    return f"{actor_words(change.actor, reader.words)}, {day}"
