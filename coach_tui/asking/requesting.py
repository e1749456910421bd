"""Asking somebody for what is waited for: the message, and the note that it was asked. Any door."""

from __future__ import annotations

from collections.abc import Callable

from coach_tui.asking.week import CATALOGUES, WeekView
from coach_tui.coach.moves.wanted import Wanted, wanted
from coach_tui.engagement.asked import ask_for
from coach_tui.engagement.change import Decision
from coach_tui.engagement.step import FINISHED
from coach_tui.exports.request import Request
from coach_tui.language import Words
from coach_tui.language.clean import one_line


def everybody_asked(view: WeekView) -> tuple[Wanted, ...]:
    """Everybody whoever looks waits for, and what of each."""
    return wanted(view.reader.situation, view.moves, view.shown.role)


def request_of(view: WeekView, asked: Wanted, engagement_id: str, actor: str) -> Request:
    """What the message is made of, signed by whoever asks where they gave a name."""
    shown = view.shown
    sender = one_line(actor.split("/")[1]) if "/" in actor else ""
    return Request(
        shown.profile.company, engagement_id, asked, shown.engagement, CATALOGUES, shown.today,
        sender,
    )  # fmt: skip


def note_asked(view: WeekView, asked: Wanted, actor: str, new_id: Callable[[], str]) -> Decision:
    """All of it was asked today, as one gesture that undo takes back."""
    waiting = {}
    for item in asked.items:
        planned = view.shown.step(item.step.id)
        if item.others and planned and planned.status not in FINISHED:
            waiting[item.step.id] = planned.record._replace(status=planned.status)
    ids = {item.step.id: new_id() for item in asked.items}
    return ask_for(ids, asked.who, view.shown.today, waiting, actor)


def who_is(asked: Wanted, words: Words) -> str:
    """A person by name, a role as it is called."""
    return asked.who if asked.named else words(f"move.the.{asked.who}")


def to_whom(asked: Wanted, words: Words) -> str:
    """The same, after a verb that gives."""
    key = "move.to-name" if asked.named else f"move.to.{asked.who}"
    return words(key, who=one_line(asked.who, 60))
