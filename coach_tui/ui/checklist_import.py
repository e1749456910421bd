"""Reading an exported checklist back, from the app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.exports.checklist_reading import ChecklistRead, decide, read_checklist
from coach_tui.exports.figures import pair
from coach_tui.exports.step_marks import MARKS
from coach_tui.language import Refusal
from coach_tui.store.documents import file_named, read_document
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.form import FormDialog
from coach_tui.ui.dialogs.preview import PreviewDialog

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going


def import_checklist(app: Going) -> None:
    """Ask for a file, show exactly what it would change, and change it only then."""
    words = app.words

    def read(answers: dict[str, str]) -> Refusal | None:
        now, session = app.shown, app.session
        if now is None or session is None:
            return Refusal("app.no-engagement")
        try:
            path = file_named(answers["path"])
            text = read_document(path)
        except StoreError as error:
            return error.refusal.of("path")
        reading = read_checklist(text, session.id, now.planned)
        if isinstance(reading, Refusal):
            return reading.of("path")
        app.call_later(_preview, app, path, reading)
        return None

    fields = (Field("path", words("form.import.path"), str(Path.cwd()) + "/"),)
    sheet = Sheet(words("form.import"), "", fields, read, deed="form.read")
    app.push_screen(FormDialog(sheet, words, app.now().date()))


def _preview(app: Going, path: Path, reading: ChecklistRead) -> None:
    words = app.words

    def answered(yes: bool | None) -> None:
        if not yes or app.shown is None:
            return
        decision = decide(reading.changes, app.shown.planned, app.actor)
        if refusal := app.try_to_save(decision):
            app.warn(refusal)
        else:
            app.tell("app.imported", n=len(reading.changes))

    yes = words("app.import-apply", n=len(reading.changes)) if reading.changes else ""
    text = _preview_text(app, reading)
    app.push_screen(PreviewDialog(path.name, text, words, yes=yes), answered)


def _preview_text(app: Going, reading: ChecklistRead) -> str:
    words = app.words
    verdict, missed = reading.verdict, len(reading.not_understood)
    lines = [words(f"cli.import.{verdict}", n=missed, read=reading.read), ""]
    if verdict == "changes":
        lines = [words("app.import-changes", n=len(reading.changes)), ""]
    for wanted in reading.changes:
        title = _title(app, wanted.step_id)
        lines.append(f"{MARKS[wanted.before]} → {MARKS[wanted.after]}  {title}")
    if reading.not_understood:
        lines += ["", words("app.import-not-understood", n=len(reading.not_understood))]
        lines += [pair(str(number), text, words) for number, text in reading.not_understood]
    if reading.examples:
        lines += ["", words("cli.import.examples", n=reading.examples)]
    if reading.shown_by_facts:
        lines += ["", words("app.import-by-facts", n=len(reading.shown_by_facts))]
        lines += [pair(str(number), _title(app, step_id), words)
                  for number, step_id in reading.shown_by_facts]  # fmt: skip
    return "\n".join(lines)


def _title(app: Going, step_id: str) -> str:
    step = app.playbook.step(step_id)
    return step.title if step else step_id
