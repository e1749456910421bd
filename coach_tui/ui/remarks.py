"""Notes on an access, a KPI or a decision: shown below what is recorded of it, and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coach_tui.asking.field import Field
from coach_tui.engagement.remarks import add_remark, remarks_on
from coach_tui.exports.people import note_head
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line
from coach_tui.ui.plain import plain
from coach_tui.view_state import Shown

if TYPE_CHECKING:
    from coach_tui.ui.screens.coach_screen import CoachScreen


def remark_words(shown: Shown, entity: str, record_id: str) -> Content:
    """Each note with who wrote it and when, then an empty line; nothing where there is none."""
    parts: list[Content] = []
    for note in remarks_on(shown.engagement, entity, record_id):
        parts += [Content.styled(note_head(note, shown.words), "$secondary"), plain(note.text)]
    return Content("\n").join([*parts, Content(""), Content("")]) if parts else Content("")


def ask_remark(screen: CoachScreen, entity: str, record_id: str, name: str) -> None:
    """Write a note on this record."""
    words, coach = screen.words, screen.coach

    def save(values: dict[str, str]) -> Refusal | None:
        private = values["private"] == "yes"
        said = add_remark(coach.new_id(), entity, record_id, values["text"], private=private)
        return coach.try_to_save(said)

    yes_no = (("no", words("form.no")), ("yes", words("form.yes")))
    fields = (
        Field("text", words("form.note.text"), kind="text"),
        Field("private", words("form.note.private"), "no", "choice", yes_no),
    )
    screen.ask(words("form.note"), one_line(name), fields, save)
