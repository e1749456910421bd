"""A note beside what is recorded: on a step, an access, a KPI or a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.change import Decision
from coach_tui.engagement.remarks import add_remark
from coach_tui.engagement.step import ENTITY as STEP
from coach_tui.engagement.step import add_note
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line

if TYPE_CHECKING:
    from coach_tui.asking.asker import Questioner


def note_on(note_id: str, kind: str, identity: str, text: str, *, private: bool) -> Decision:
    """Write a note on this step, access, KPI or decision."""
    if kind == STEP:
        return add_note(note_id, identity, text, private=private)
    return add_remark(note_id, kind, identity, text, private=private)


def ask_note(screen: Questioner, kind: str, identity: str, name: str) -> None:
    """Ask what to note on it, and whether it stays on this machine."""
    words, coach = screen.words, screen.coach

    def save(answers: dict[str, str]) -> Refusal | None:
        private = answers["private"] == "yes"
        said = note_on(coach.new_id(), kind, identity, answers["text"], private=private)
        return coach.try_to_save(said)

    yes_no = (("no", words("form.no")), ("yes", words("form.yes")))
    fields = (
        Field("text", words("form.note.text"), kind="text"),
        Field("private", words("form.note.private"), "no", "choice", yes_no),
    )
    record = "" if kind == STEP else f"{kind} {identity}"  # no two steps have the same title
    screen.ask(Sheet(words("form.note"), one_line(name), fields, save, record=record))
