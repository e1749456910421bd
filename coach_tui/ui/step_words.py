"""A step in words: its mark, its date, its state."""

from __future__ import annotations

from datetime import date
from typing import Final

from textual.content import Content

from coach_tui.coach.plan import Planned
from coach_tui.exports.people import actor_words, day_words, note_head, shown_by
from coach_tui.exports.step_marks import MARKS
from coach_tui.language import Words
from coach_tui.language.dates import near_date, plain_date
from coach_tui.ui.plain import joined, line, plain

STYLES: Final = {
    "todo": "",
    "doing": "$accent",
    "blocked": "$error",
    "done": "$success",
    "confirmed": "$success",
    "na": "$secondary",
}
DATE_WIDTH: Final = 8
HANG: Final = 3 + 1 + 1 + DATE_WIDTH + 1  # mark, sign, date: where the title begins


def row(planned: Planned, words: Words, today: date, *, with_owner: bool = True) -> Content:
    """One line of a list: mark, date, title, whose it is."""
    style = STYLES[planned.status]
    date_style = "bold $error" if planned.late else "$secondary"
    day = near_date(planned.due, words.language, today) if planned.due else ""
    title_style = "$secondary" if not planned.open else ""
    parts = [
        Content.styled(MARKS[planned.status], f"bold {style}".strip()),
        Content.styled(f"{'!' if planned.late else ' '}{day:<{DATE_WIDTH}}", date_style),
        line(planned.step.title, title_style),
    ]
    if with_owner:
        parts.append(Content.styled(f"· {words(f'role.{planned.step.owner}')}", "$secondary"))
    return joined(parts)


def state(planned: Planned, words: Words, today: date) -> Content:
    """What is known of the step, on a few lines: status and who said so, date, owner, effort."""
    return Content("\n").join(
        part
        for part in (_status(planned, words), _date(planned, words, today), _frame(planned, words))
        if part.plain
    )


def notes(planned: Planned, words: Words) -> Content:
    """The step's notes, oldest first, each with who wrote it and when."""
    parts = []
    for note in planned.record.notes:
        parts.append(Content.styled(note_head(note, words), "$secondary") + "\n" + plain(note.text))
    return Content("\n\n").join(parts)


def notes_above(planned: Planned, note_id: str, words: Words) -> Content | None:
    """The notes that stand above this one; None where the step has no such note."""
    ids = [note.id for note in planned.record.notes]
    if note_id not in ids:
        return None
    above = planned.record.notes[: ids.index(note_id)]
    return notes(planned._replace(record=planned.record._replace(notes=above)), words)


def effort(minutes: int, words: Words) -> str:
    """`90` → “1 h 30”; a day is eight hours."""
    if minutes >= 240 and minutes % 240 == 0:
        return words("step.days", n=minutes / 480)
    if minutes >= 60:
        hours, rest = divmod(minutes, 60)
        key = "step.hours-minutes" if rest else "step.hours"
        return words(key, hours=hours, minutes=rest)
    return words("step.minutes", n=minutes)


def _status(planned: Planned, words: Words) -> Content:
    record = planned.record
    mark = Content.styled(MARKS[planned.status], f"bold {STYLES[planned.status]}".strip())
    if planned.evidence:
        return mark + " " + plain(shown_by(planned, words))
    if planned.status == "blocked":
        said = words("step.blocked-by", by=record.by, reason=record.reason)
        return mark + " " + plain(said)
    if planned.status == "na":
        return mark + " " + plain(words("step.not-applicable-because", reason=record.reason))
    said = words(f"step.{planned.status}")
    if planned.declared:
        said += f" ({words('step.declared')})"
    if record.actor and planned.status != "todo":
        who = actor_words(record.actor, words)
        said += " " + words("step.done-by", actor=who, day=day_words(record.day, words))
    if planned.status == "done" and planned.step.confirmer:
        role = words(f"role.{planned.step.confirmer}")
        said += " · " + words("step.to-confirm", role=role)
    return mark + " " + plain(said)


def _date(planned: Planned, words: Words, today: date) -> Content:
    if planned.due is None:
        return Content.styled(words("step.no-date"), "$secondary")
    said = words("step.due", day=plain_date(planned.due, words.language))
    if planned.late:
        return Content.styled(f"! {said} · {words('step.late')}", "bold $error")
    return Content.styled(said, "$secondary")


def _frame(planned: Planned, words: Words) -> Content:
    parts = [words(f"role.{planned.step.owner}")]
    if planned.step.effort:
        parts.append(words("step.effort", effort=effort(planned.step.effort, words)))
    return Content.styled(" · ".join(parts), "$secondary")
