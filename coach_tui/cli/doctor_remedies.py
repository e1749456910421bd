"""`coach doctor --bring-back | --start-over | --agree`: what only the user can decide.

Each says exactly what it would do, and does it where `--apply` is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.history import gesture_line, reader_of
from coach_tui.cli.output import say, show
from coach_tui.engagement.change import Change
from coach_tui.engagement.history import gestures
from coach_tui.language import Words
from coach_tui.language.cause import Cause
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.listing import list_engagements
from coach_tui.recovery import (
    Gone,
    bring_back,
    day_of,
    find_gone,
    list_gone,
    start_over,
    starting_over,
)
from coach_tui.session import Session
from coach_tui.store.documents import file_named

LIMIT: Final = 20


def run_remedy(call: Call) -> int:
    """The one asked for."""
    if call.options.bring_back is not None:
        return _bring_back(call)
    return _agree(call) if call.options.agree else _start_over(call)


def _bring_back(call: Call) -> int:
    one = _meant(call)
    said = {
        "company": one_line(one.profile.company, 40),
        "day": _said(one.profile.first_day, call.words),
        "n": len(one.changes),
        "last": _said(one.last_day, call.words),
    }
    say(call.words("doctor.back-would", **said))
    say(call.words("doctor.back-where", folder=str(call.home.engagements)))
    if not call.options.apply:
        say(call.words("doctor.not-applied"))
        return FINE
    try:
        path = bring_back(call.home, one)
    except OSError as error:
        folder, why = str(call.home.engagements), Cause(error)
        raise Refused("app.cannot-create", folder=folder, why=why) from None
    show(str(path))
    say(call.words("doctor.back-done", company=said["company"]))
    return FINE


def _said(day: date | None, words: Words) -> str:
    return plain_date(day, words.language) if day else "?"


def _meant(call: Call) -> Gone:
    wanted = call.options.bring_back
    found = list_gone(call.home, list_engagements(call.home))
    meant = find_gone(found, wanted)
    if len(meant) == 1:
        return meant[0]
    names = "".join(f"\n  {one_line(each.profile.company, 40)}  ({each.id})" for each in found)
    if meant:
        raise Refused("refusal.cli.several", wanted=one_line(wanted, 40), names=names)
    raise Refused("refusal.doctor.none-gone", wanted=one_line(wanted, 40), names=names)


def _start_over(call: Call) -> int:
    session = call.session()
    file = call.options.start_over
    plan = accepted(starting_over(session, file_named(file) if file else None))
    decision = accepted(plan.decision)
    copied, last = plan.copy.changes, _said(day_of(plan.copy.changes), call.words)
    say(call.words("doctor.over-would", copy=str(plan.copy.path), n=len(copied), last=last))
    say(call.words("doctor.over-later", n=len(plan.later)))
    _list(call, session, plan.later)
    say(call.words("doctor.over-records", n=len(decision)))
    if not call.options.apply:
        say(call.words("doctor.not-applied"))
        return FINE
    kept = accepted(start_over(session, plan))
    say(call.words("doctor.over-done", kept=str(kept)))
    return FINE


def _agree(call: Call) -> int:
    session = call.session()
    session.take_notices()  # they say to come here
    if not session.held:
        raise Refused("refusal.doctor.none-held", file=str(session.path))
    say(call.words("doctor.agree-would", n=len(session.held)))
    _list(call, session, session.held)
    if not call.options.apply:
        say(call.words("doctor.not-applied"))
        return FINE
    agreed = accepted(session.agree())
    say(call.words("doctor.agreed", n=len(agreed)))
    return FINE


def _list(call: Call, session: Session, changes: Sequence[Change]) -> None:
    """The latest of these, newest first, as the history says them."""
    reader = reader_of(call, session)
    found = gestures(changes)[::-1]
    for gesture in found[:LIMIT]:
        show(f"  {gesture_line(gesture, session, reader)}")
    if len(found) > LIMIT:
        show(f"  {call.words('history.more', n=len(found) - LIMIT)}")
