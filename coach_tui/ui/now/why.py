"""Why a move is asked: its rules with the records behind them, its day, what waits for it.

Of those whom we wait for: what each of them holds."""

import re
from typing import Final

from coach_tui.asking.week import WeekView, reason_of, until_said
from coach_tui.coach.advice.ranked import Advice
from coach_tui.coach.advice.words import explained
from coach_tui.coach.moves.move import Move
from coach_tui.engagement.advice import asides_of
from coach_tui.exports.people import lead_words

_ITEM: Final = re.compile(r"^- ", re.MULTILINE)  # a record: a list looks here as on any page


def why_of(view: WeekView, move: Move) -> str:
    """The move, and everything that is known of why, as text to read."""
    found = reasons_of(view, move)
    parts = [view.reader.title(move), *found]
    return "\n\n".join(parts) if found else view.shown.words("now.no-why")


def held_by(view: WeekView, role: str) -> str:
    """What this role holds: each move, and for when."""
    words, reader = view.shown.words, view.reader
    lines = []
    for move in view.agenda.waiting.get(role, ()):
        until = until_said(view, move)
        lines.append(" · ".join((reader.title(move), *([until] if until else []))))
    return "\n\n".join(
        [words("now.held", who=lead_words(role, view.leads, words, "move.the")), *lines]
    )


def reasons_of(view: WeekView, move: Move) -> list[str]:
    """What is known of why, a text a reason. What the move says itself is not said again."""
    words = view.shown.words
    title = view.reader.title(move)
    parts = [_rule(view, view.reader.advice[rule]) for rule in move.why
              if rule in view.reader.advice]  # fmt: skip
    if not move.why and (said := reason_of(view, move)):
        parts.append(said)
    if move.due:
        past = move.due < view.shown.today
        parts.append(words("now.why.was-due" if past else "now.why.due", day=move.due))
    if move.essential and move.kind in ("step", "ask", "collect"):
        parts.append(words("now.why.essential"))
    if move.opens:
        parts.append(words("now.why.opens", n=len(move.opens)))
    if move.waited:
        parts.append(words("now.why.waited"))
    if move.passed:
        parts.append(words("now.why.passed", n=move.passed))
    return [told for part in parts if (told := part.removeprefix(title).strip())]


def _rule(view: WeekView, advice: Advice) -> str:
    aside = asides_of(view.shown.engagement).get(advice.id)
    shown, situation = view.shown, view.reader.situation
    told = explained(advice, shown.words, situation, aside, reader=shown.role)
    return _ITEM.sub("• ", told)
