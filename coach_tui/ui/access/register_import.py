"""The access register's table brought back in: what it would change, then all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.exports.access.import_words import change_words, refused_words
from coach_tui.exports.access.register_in import Brought, decide, read_register
from coach_tui.exports.csv_reader import BYTES_LIMIT, decoded, read_table
from coach_tui.exports.table_words import left_out_words, unread_words
from coach_tui.language import Refusal, Words
from coach_tui.session import slug_of
from coach_tui.store.documents import file_named, read_bytes
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.preview import PreviewDialog

if TYPE_CHECKING:
    from coach_tui.ui.screens.ledger_screen import LedgerScreen


def ask_table(screen: LedgerScreen) -> None:
    """Which file; then exactly what it would change."""
    words = screen.words
    fields = (Field("path", words("table.file"), str(Path.cwd()) + "/"),)

    def read(answers: dict[str, str]) -> Refusal | None:
        brought = _brought(screen, answers["path"])
        if isinstance(brought, Refusal):
            return brought.of("path")
        screen.call_after_refresh(_preview, screen, brought)
        return None

    screen.ask(Sheet(words("access.import"), "", fields, read, deed="form.read"))


def _brought(screen: LedgerScreen, path: str) -> Brought | Refusal:
    shown = screen.coach.shown
    if shown is None:
        return Refusal("app.no-engagement")
    try:
        text = decoded(read_bytes(file_named(path), BYTES_LIMIT))
    except StoreError as error:
        return error.refusal
    table = text if isinstance(text, Refusal) else read_table(text)
    if isinstance(table, Refusal):
        return table
    return read_register(table, shown.engagement, screen.words, screen.today)


def _preview(screen: LedgerScreen, brought: Brought) -> None:
    words, changes = screen.words, brought.changes
    whole = changes and not brought.refused

    def answered(agreed: bool | None) -> None:
        shown = screen.coach.shown
        if not agreed or shown is None:
            return
        slugs = {change.tool: slug_of(change.tool) for change in changes}
        if refusal := screen.save(decide(changes, shown.engagement, slugs, screen.today)):
            screen.coach.warn(refusal)
        else:
            screen.coach.tell("access.import-done", n=len(changes))

    yes = words("access.import-apply", n=len(changes)) if whole else ""
    text = "\n".join([*_outcome(brought, words), "", *(change_words(c, words) for c in changes)])
    screen.app.push_screen(PreviewDialog(words("access.import"), text, words, yes=yes), answered)


def _outcome(brought: Brought, words: Words) -> list[str]:
    """Why nothing would change, where that is so; then what was not read."""
    said = []
    if brought.refused:
        why = Refusal("refusal.access.all-or-nothing", {"n": len(brought.refused)})
        said = [words.refusal(why), *(f"■ {refused_words(row, words)}" for row in brought.refused)]
    elif not brought.changes:
        said = [words("access.import-same" if brought.same else "access.import-none")]
    said += [left_out_words(each, words) for each in brought.left_out]
    return [*said, unread_words(brought.unread, words)] if brought.unread else said
