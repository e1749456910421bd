"""Notes on an access, a KPI or a decision, shown with what is recorded of it."""

from __future__ import annotations

from textual.content import Content

from coach_tui.engagement.remarks import remarks_on
from coach_tui.exports.people import note_head
from coach_tui.ui.plain import plain
from coach_tui.view_state import Shown


def remark_words(shown: Shown, entity: str, record_id: str) -> Content:
    """Each note with who wrote it and when, then an empty line; nothing where there is none."""
    parts: list[Content] = []
    for note in remarks_on(shown.engagement, entity, record_id):
        parts += [Content.styled(note_head(note, shown.words), "$secondary"), plain(note.text)]
    return Content("\n").join([*parts, Content(""), Content("")]) if parts else Content("")
