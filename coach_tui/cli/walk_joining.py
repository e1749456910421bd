"""Whoever was given an invitation joins in the walk itself, and goes on with the week there."""

from __future__ import annotations

from coach_tui.asking.joining import Joined, joining_sheet
from coach_tui.cli.call import Call
from coach_tui.cli.output import show
from coach_tui.cli.walk_asking import Interview
from coach_tui.cli.walk_listening import INVITED
from coach_tui.session import Session
from coach_tui.sharing.words import joined_words


def joined(call: Call, interview: Interview, said: str) -> Session | None:
    """The engagement joined, once its questions are answered; None while nothing has arrived.

    said  the letter that asks for this, or the invitation itself, pasted in its place.
    """
    words = call.words
    interview.half = None
    arrived: list[Joined] = []

    def keep(joined: Joined) -> None:
        call.choices().act_as(joined.engagement, joined.actor)
        if joined.path is not None:
            call.choices().put(engagement=str(joined.path))
            arrived.append(joined)

    given = "" if said.lower() == INVITED else said
    interview.put(joining_sheet(call.home, words, call.now, keep, given=given))
    if not arrived:
        show(words("share.waits"))
        return None
    session = call.session(up_to_date=True)
    show(joined_words(session, words, known=arrived[-1].known))
    return session
