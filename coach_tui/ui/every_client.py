"""What a CMO takes out of all her clients at once, from the palette: where to, which month."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.bundled import Catalogues
from coach_tui.every_client import Clients, calendar_of_all, days_of_all, written
from coach_tui.language import Refusal, Words
from coach_tui.places import local_zone
from coach_tui.side_by_side import keep_page, page_of_clients, refuse_place
from coach_tui.store.documents import check_name, file_named, free_name, write_document
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.form import FormDialog

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going

OFFERED = ("calendar", "days", "page")


def ask(app: Going, name: str) -> None:
    """One calendar of all clients, one sheet of their days, or one page of them side by side."""
    words = app.words
    about = words("board.clients.stays" if name == "page" else "rhythm.all-clients.about")

    def submit(answers: Mapping[str, str]) -> Refusal | None:
        return _take_out(app, name, answers)

    title = words(f"rhythm.all-clients.{name}")
    sheet = Sheet(title, about, _fields(name, words), submit, deed="form.write")
    app.push_screen(FormDialog(sheet, words, app.now().date()))


def _fields(name: str, words: Words) -> tuple[Field, ...]:
    """What is asked; the page needs no file: it has a place of its own."""
    if name == "page":
        return (Field("path", words("board.clients.file")),)
    shape = "ics" if name == "calendar" else "csv"
    file = free_name(Path.cwd() / f"{words('rhythm.all-clients.file')}.{shape}")
    asked = Field("zone", words("handout.ask.zone"), local_zone(os.environ))
    if name == "days":
        asked = Field("month", words("rhythm.billed.month"))
    return asked, Field("path", words("share.field.file"), str(file))


def _take_out(app: Going, name: str, answers: Mapping[str, str]) -> Refusal | None:
    try:
        if name == "page" and not answers["path"].strip():
            path = keep_page(app.home, _page(app))
        else:
            path = file_named(answers["path"])
            check_name(path)
            if refusal := refuse_place(app.home, path):
                return refusal.of("path")
            if refused := _write(app, name, path, answers):
                return refused
    except StoreError as error:
        return error.refusal.of("path")
    app.tell("app.exported", file=str(path))
    return None


def _write(app: Going, name: str, path: Path, answers: Mapping[str, str]) -> Refusal | None:
    clients = Clients(app.home, app.choices.role, app.now)
    if name == "page":
        write_document(path, _page(app))
    elif name == "days":
        sheet = days_of_all(clients, app.words, answers["month"].strip())
        if isinstance(sheet, Refusal):
            return sheet.of("month")
        write_document(path, sheet)
    else:
        made = calendar_of_all(clients, app.playbook, app.words, answers["zone"].strip())
        if isinstance(made, Refusal):
            return made
        write_document(path, made.text)
        written(clients, made)
    return None


def _page(app: Going) -> str:
    return page_of_clients(app.home, app.playbook, Catalogues(), app.words, app.now)
