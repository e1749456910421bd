"""`coach history`: who recorded what, when. `coach undo`: take back the latest gesture."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import TYPE_CHECKING, Any

from coach_tui.cli.call import Call, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.engagement.history import Gesture, conflicts, gestures
from coach_tui.engagement.history import undone as taken_back_in
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.words import conflict_words, gesture_words
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line

if TYPE_CHECKING:
    from coach_tui.session import Session

LIMIT = 20
SHORT = 60
CONFLICTS = 5


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
    undone = taken_back_in(session.changes)
    if call.options.json:
        show_json([_json(gesture, undone) for gesture in latest])
        return FINE
    reader = reader_of(call, session)
    for told in conflict_words(conflicts(session.engagement, session.changes), reader)[:CONFLICTS]:
        say(told)
    for gesture in latest:
        mark = f"  ({call.words('history.undone')})" if gesture.ids & undone else ""
        show(f"{gesture_line(gesture, session, reader)}{mark}")
    return FINE


def gesture_line(gesture: Gesture, session: Session, reader: Reader) -> str:
    """When, who, what."""
    said = reader.words("history.and-then").join(gesture_words(gesture, reader))
    who = actor_words(gesture.actor, reader.words)
    moment = session.engagement.moment(gesture.at)
    when = f"{moment:%Y-%m-%d %H:%M}" if moment else one_line(gesture.at, 16)
    aligned = f"{when}  {one_line(who, SHORT)}  {said}"
    return table_row(aligned, reader.words, day=when, who=who, change=said)


def add_undo(parser: ArgumentParser, words: Words) -> None:
    """Nothing but the options every command has."""


def run_undo(call: Call) -> int:
    """Take back this role's latest gesture, and say what it was."""
    session = call.session(up_to_date=True)
    changes = accepted(session.undo())
    for said in gesture_words(Gesture(changes), reader_of(call, session)):
        say(said)
    return FINE


def reader_of(call: Call, session: Session) -> Reader:
    """Whoever reads the history of this engagement."""
    from coach_tui.bundled import Catalogues

    playbook, known = call.playbook(), session.engagement
    return Reader(call.words, playbook, known, session.changes, Catalogues(), session.actor)


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
