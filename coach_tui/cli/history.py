"""`coach history`: who recorded what, when. `coach undo`: take back the latest gesture."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from coach_tui.cli import FINE
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.output import say, show, show_json
from coach_tui.engagement.change import Change
from coach_tui.engagement.history import Gesture, gestures
from coach_tui.engagement.history import undone as taken_back_in
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook

LIMIT = 20
SHORT = 60


def add_history(parser: ArgumentParser, words: Words) -> None:
    """How many gestures, and in which shape."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.add_argument(
        "--limit", type=int, default=LIMIT, metavar="N", help=words("cli.history.limit", n=LIMIT)
    )
    parser.epilog = words("cli.history.json")


def run_history(call: Call) -> int:
    """The latest gestures, newest first."""
    session = call.session()
    limit = call.options.limit
    latest = gestures(session.changes)[::-1]
    latest = latest[:limit] if limit > 0 else latest
    before = {change.id: change for change in session.changes}
    undone = taken_back_in(session.changes)
    if call.options.json:
        show_json([_json(gesture, undone) for gesture in latest])
        return FINE
    playbook = call.playbook()
    for gesture in latest:
        said = "; ".join(_said(change, before, playbook, call.words) for change in gesture.changes)
        mark = f"  ({call.words('cli.history.undone')})" if gesture.ids & undone else ""
        who = actor_words(gesture.actor, call.words)
        moment = session.engagement.moment(gesture.at)
        when = f"{moment:%Y-%m-%d %H:%M}" if moment else one_line(gesture.at, 16)
        show(f"{when}  {one_line(who, SHORT)}  {said}{mark}")
    return FINE


def add_undo(parser: ArgumentParser, words: Words) -> None:
    """Nothing but the options every command has."""


def run_undo(call: Call) -> int:
    """Take back this role's latest gesture, and say what it was."""
    session = call.session(up_to_date=True)
    changes = accepted(session.undo())
    playbook = call.playbook()
    before = {change.id: change for change in session.changes}
    for change in changes:
        say(_said(change, before, playbook, call.words))
    return FINE


def _said(change: Change, before: Mapping[str, Change], playbook: Playbook, words: Words) -> str:
    """What the change set; for one that takes another back, what that other had set."""
    taken_back = before.get(change.undoes or "")
    if taken_back:
        return words("history.undid", what=_changed(taken_back, playbook, words))
    return _changed(change, playbook, words)


def _changed(change: Change, playbook: Playbook, words: Words) -> str:
    ordered = sorted(change.changes.items(), key=lambda item: item[0] != "status")
    fields = (_field(name, value, change, words) for name, value in ordered)
    return f"{_what(change, playbook, words)} → {', '.join(filter(None, fields)) or '—'}"


def _what(change: Change, playbook: Playbook, words: Words) -> str:
    kind = _worded(f"history.entity.{change.entity}", change.entity, words)
    step_id = change.entity_id if change.entity == "step" else change.changes.get("step")
    if not isinstance(step_id, str):
        return kind
    step = playbook.step(step_id)
    return words("cli.quoted", kind=kind, title=one_line(step.title if step else step_id))


def _field(name: str, value: object, change: Change, words: Words) -> str:
    if value is None or value == "" or (change.entity == "note" and name in ("step", "private")):
        return ""
    if change.entity == "assessment" and name in ("level", "evidence", "verified_by"):
        return ""  # CMO and member rate without seeing each other's ratings
    if name == "status":
        return _worded(f"step.{value}", str(value), words)
    if name == "role":
        value = _worded(f"role.{value}", str(value), words)
    field = _worded(f"history.field.{name}", "", words) or _worded(f"profile.{name}", name, words)
    if isinstance(value, bool):
        value = words("form.yes" if value else "form.no")
    whole = isinstance(value, float) and value.is_integer()
    plain = str(int(value)) if whole else str(value)  # type: ignore[call-overload]
    return words("history.set", field=one_line(field), value=one_line(plain, SHORT))


def _worded(key: str, otherwise: str, words: Words) -> str:
    """The words for this key, if any: a later version may record what we can't name."""
    said = words(key)
    return otherwise if said == key else said


def _json(gesture: Gesture, undone: set[str]) -> dict[str, Any]:
    return {
        "at": gesture.at,
        "actor": gesture.actor,
        "undone": bool(gesture.ids & undone),
        "changes": [
            {
                "id": change.id,
                "entity": change.entity,
                "entity_id": change.entity_id,
                "fields": dict(change.changes),
                "undoes": change.undoes,
            }
            for change in gesture.changes
        ],
    }
