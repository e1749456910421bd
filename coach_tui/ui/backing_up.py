"""Saving the whole home in one file, from the app: where to is asked, nothing is written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.forgetting import back_up
from coach_tui.language import Refusal
from coach_tui.store.documents import file_named, free_name
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.form import FormDialog

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going


def ask_to_back_up(app: Going) -> None:
    """Ask for the file, and say what it holds once it is written."""
    words, today = app.words, app.now().date()
    proposed = free_name(Path.cwd() / f"coach-{today.isoformat()}.zip")

    def submit(answers: Mapping[str, str]) -> Refusal | None:
        try:
            path = file_named(answers["file"])
            count = back_up(app.home, path)
        except StoreError as error:
            return error.refusal.of("file")
        app.notify(words("backup.done", n=count, file=str(path.absolute())), markup=False)
        return None

    fields = (Field("file", words("backup.field.file"), str(proposed)),)
    about = words("backup.about")
    sheet = Sheet(words("backup.palette"), about, fields, submit, deed="form.write")
    app.push_screen(FormDialog(sheet, words, today))
