"""Whoever was given an invitation joins in the walk itself, and goes on with the week there."""

from __future__ import annotations

from pathlib import Path

from coach_tui.asking.joining import joining_sheet
from coach_tui.cli.call import Call
from coach_tui.cli.output import show
from coach_tui.cli.walk_asking import Interview
from coach_tui.cli.walk_listening import INVITED
from coach_tui.exports.people import actor_words
from coach_tui.language.clean import one_line
from coach_tui.session import Session


def joined(call: Call, interview: Interview, said: str) -> Session | None:
    """The engagement joined, once its questions are answered; None while nothing has arrived.

    said  the letter that asks for this, or the invitation itself, pasted in its place.
    """
    words = call.words
    interview.half = None
    arrived: list[Path] = []

    def keep(engagement: str, actor: str, path: Path | None) -> None:
        call.choices().act_as(engagement, actor)
        if path is not None:
            call.choices().put(engagement=str(path))
            arrived.append(path)

    given = "" if said.lower() == INVITED else said
    interview.put(joining_sheet(call.home, words, call.now, keep, given=given))
    if not arrived:
        show(words("share.waits"))
        return None
    session = call.session(up_to_date=True)
    company = one_line(session.profile.company, 60)
    show(words("share.joined-here", company=company, who=actor_words(session.actor, words)))
    return session
