"""The access register's table brought back in: what it would change, then all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.exports.access.import_words import change_words, refused_words
from coach_tui.exports.access.register_in import Brought, decide, read_register, register_table
from coach_tui.exports.csv_reader import BYTES_LIMIT, decoded
from coach_tui.exports.table_words import left_out_words, unread_words
from coach_tui.language import Refusal, Words
from coach_tui.listing import other_companies
from coach_tui.session import slug_of
from coach_tui.store.documents import file_named, read_bytes
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.table_layout import header_line_said, order_field

if TYPE_CHECKING:
    from coach_tui.ui.screens.ledger_screen import LedgerScreen


def ask_table(screen: LedgerScreen) -> None:
    """Which file, and where its header is; then exactly what it would change."""
    words = screen.words
    fields = (
        Field("path", words("table.file"), str(Path.cwd()) + "/"),
        Field("header", words("table.header-line")),
    )

    def read(answers: dict[str, str]) -> Refusal | None:
        brought = _brought(screen, answers)
        if isinstance(brought, Refusal) and "order" in brought.reason:
            screen.call_after_refresh(_ask_order, screen, answers, brought)
        elif isinstance(brought, Refusal):
            return brought if brought.field else brought.of("path")
        else:
            screen.call_after_refresh(_preview, screen, brought)
        return None

    screen.ask(Sheet(words("access.import"), "", fields, read, deed="form.read"))


def _ask_order(screen: LedgerScreen, asked: dict[str, str], why: Refusal) -> None:
    """In what order its days are written, where nothing in the table tells."""
    words = screen.words

    def said(answers: dict[str, str]) -> Refusal | None:
        brought = _brought(screen, asked, answers["order"])
        if isinstance(brought, Refusal):
            return brought
        screen.call_after_refresh(_preview, screen, brought)
        return None

    field = order_field(words)
    about = words.refusal(why)
    screen.ask(Sheet(words("access.import"), about, (field,), said, deed="form.go-on"))


def _brought(screen: LedgerScreen, asked: dict[str, str], dates: str = "") -> Brought | Refusal:
    shown, session = screen.coach.shown, screen.coach.session
    if shown is None or session is None:
        return Refusal("app.no-engagement")
    line = header_line_said(asked["header"])
    if isinstance(line, Refusal):
        return line
    try:
        text = decoded(read_bytes(file_named(asked["path"]), BYTES_LIMIT))
        others = other_companies(screen.coach.home, session.id).values()
    except StoreError as error:
        return error.refusal
    table = text if isinstance(text, Refusal) else register_table(text, line)
    if isinstance(table, Refusal):
        return table
    return read_register(table, shown.engagement, screen.words, screen.today, others, dates=dates)


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
