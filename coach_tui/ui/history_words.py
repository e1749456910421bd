"""A gesture in words: what changed, in the terms of the screen it was made on."""

from __future__ import annotations

from coach_tui.engagement.change import Change, Value
from coach_tui.engagement.history import Conflict, Gesture
from coach_tui.engagement.team import labels_of, people_of
from coach_tui.exports.people import actor_words
from coach_tui.language.clean import one_line
from coach_tui.ui.shown import Shown

SHORT = 60


def gesture_words(gesture: Gesture, shown: Shown, *, whole: bool = False) -> list[str]:
    """What the gesture changed, one text a change; a few of them only, unless `whole`."""
    said = [_change(change, shown, 0 if whole else SHORT) for change in gesture.changes]
    if whole or len(said) <= 2:
        return said
    return [*said[:2], shown.words("history.more", n=len(said) - 2)]


def conflict_words(conflict: Conflict, shown: Shown) -> str:
    """Two people wrote one field unseen: what is kept, what is not."""
    words = shown.words
    return words(
        "history.conflict",
        field=_field(conflict.field, shown),
        what=_what(conflict.kept, shown),
        kept=_value(conflict.field, conflict.kept.changes[conflict.field], shown),
        kept_by=actor_words(conflict.kept.actor, words),
        other=_value(conflict.field, conflict.other.changes[conflict.field], shown),
        other_by=actor_words(conflict.other.actor, words),
    )


def _change(change: Change, shown: Shown, limit: int) -> str:
    words = shown.words
    parts = []
    for name, value in change.changes.items():
        field = _field(name, shown)
        if value is None or value == "" or (limit and apart(change, name)):
            continue
        if name == "status":
            parts.append(_value(name, value, shown))
        elif not (name in ("step", "private") and change.entity == "note"):
            text = one_line(_value(name, value, shown), limit)
            parts.append(words("history.set", field=field, value=text))
    said = f"{_what(change, shown)} → {', '.join(parts) or '—'}"
    return words("history.undid", what=said) if change.undoes else said


def _what(change: Change, shown: Shown) -> str:
    words = shown.words
    kind = words(f"history.entity.{change.entity}")
    step_id = change.entity_id if change.entity == "step" else change.changes.get("step")
    if isinstance(step_id, str):
        step = shown.playbook.step(step_id)
        return (
            f"{kind} « {step.title if step else step_id} »"
            if words.language == "fr"
            else (f"{kind} “{step.title if step else step_id}”")
        )
    return kind


def _field(name: str, shown: Shown) -> str:
    key = f"history.field.{name}"
    said = shown.words(key)
    if said != key:
        return said
    profile = shown.words(f"profile.{name}")
    return name if profile == f"profile.{name}" else profile


def apart(change: Change, name: str) -> bool:
    """What a list must not tell: CMO and member rate without seeing each other's ratings."""
    return change.entity == "assessment" and name in ("level", "evidence", "verified_by")


def _value(name: str, value: Value, shown: Shown) -> str:
    if name == "status" and isinstance(value, str):
        return shown.words(f"step.{value}")
    if name == "role" and isinstance(value, str):
        return shown.words(f"role.{value}")
    if isinstance(value, bool):
        return shown.words("form.yes" if value else "form.no")
    if name in ("person", "author", "backup") and isinstance(value, str):
        # People are recorded by id, so that a new name follows them everywhere.
        return one_line(labels_of(people_of(shown.engagement).values()).get(value, value))
    return one_line(str(value))
