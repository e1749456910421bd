"""The resume card as text: what one comes back to in an engagement."""

from __future__ import annotations

from datetime import date

from coach_tui.coach.resume import resume_of
from coach_tui.engagement.history import Gesture
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.words import gesture_words
from coach_tui.exports.people import actor_words, day_words
from coach_tui.language.dates import plain_date
from coach_tui.ui.history_words import reader_of
from coach_tui.view_state import Shown


def resume_text(shown: Shown, who: str) -> str:
    """The last session, promises due, decisions waiting, what others changed since; by whom."""
    words, reader = shown.words, reader_of(shown)
    card = resume_of(shown.engagement, shown.changes, who, shown.today)
    lines = []
    if card.last:
        lines.append(
            words("rhythm.last-session", day=day_words(shown.engagement.day(card.last.at), words))
        )
        lines += [f"  · {said}" for said in gesture_words(card.last, reader)]
    for key, found in (
        ("promises", [_due(each.what, each.due, shown) for each in card.promises]),
        ("decisions", [each.title for each in (*card.waiting, *card.to_review)]),
        ("news", [_news(gesture, reader) for gesture in reversed(card.news)]),
    ):
        if found:
            lines += ["", words(f"rhythm.card.{key}"), *(f"  · {each}" for each in found)]
    return "\n".join(lines) if card.last or not card.empty else words("rhythm.nothing-waits")


def since_words(shown: Shown, who: str) -> str:
    """How much others changed since this actor's last session; empty where nothing was."""
    card = resume_of(shown.engagement, shown.changes, who, shown.today)
    if not (card.news and card.last):
        return ""
    people = dict.fromkeys(actor_words(gesture.actor, shown.words) for gesture in card.news)
    day = day_words(shown.engagement.day(card.last.at), shown.words)
    return shown.words("rhythm.since", n=len(card.news), who=", ".join(people), day=day)


def _due(what: str, due: object, shown: Shown) -> str:
    day = plain_date(due, shown.words.language) if isinstance(due, date) else ""
    return f"{what} ({day})" if day else what


def _news(gesture: Gesture, reader: Reader) -> str:
    words = reader.words
    said = " · ".join(gesture_words(gesture, reader))
    day = day_words(reader.engagement.day(gesture.at), words)
    return f"{day}, {actor_words(gesture.actor, words)} — {said}"
