"""The week's moves of somebody who never opens the coach, as a mail ready to send.

The steps among them have boxes that come back by `coach import`; the others are told.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coach_tui.coach.moves.move import Agenda, Move
from coach_tui.exports.mail import draft
from coach_tui.exports.message_writing import PLAIN
from coach_tui.exports.move_words import MoveReader
from coach_tui.exports.step_why import step_why
from coach_tui.language import Words
from coach_tui.language.dates import plain_date


class Reminder(NamedTuple):
    """What the mail is made of. `frank`: told why by what the rules say of the engagement, as the
    two who run it are; anybody else is told why by the step itself."""

    company: str
    engagement_id: str
    week: Agenda
    reader: MoveReader
    today: date
    frank: bool


def reminder_mail(reminder: Reminder, words: Words) -> str:
    """The draft of the mail."""
    n = len(reminder.week.shown)
    subject = words("remind.subject", n=n, company=reminder.company, minutes=reminder.week.minutes)
    return draft(subject, "\n".join(_body(reminder, words)))


def _body(reminder: Reminder, words: Words) -> Iterator[str]:
    yield words("request.hello")
    yield ""
    n = len(reminder.week.shown)
    yield words("remind.about", n=n, company=PLAIN.said(reminder.company))
    yield ""
    for move in reminder.week.shown:
        yield from _told(move, reminder, words)
    yield ""
    yield words("remind.how")
    yield ""
    yield PLAIN.engagement(reminder.engagement_id)
    yield ""


def _told(move: Move, reminder: Reminder, words: Words) -> Iterator[str]:
    said = PLAIN.said(reminder.reader.title(move))
    facts = [words("move.minutes", n=move.minutes)]
    if move.due:
        late = move.due < reminder.today
        day = plain_date(move.due, words.language)
        facts.append(words("request.soon") if late else words("request.by", day=day))
    line = f"{said} ({', '.join(facts)})"
    step = reminder.reader.situation.playbook.step(move.about[0]) if move.about else None
    boxed = step is not None and move.id == f"step:{step.id}" and move.kind == "step"
    yield f"- [ ] {line} {PLAIN.step(move.about[0])}" if boxed else f"- {line}"
    why = reminder.reader.reason(move) if reminder.frank else ""
    if why := why or (step_why(step) if step and boxed else ""):
        yield f"  - {PLAIN.said(words('request.why', why=why))}"
