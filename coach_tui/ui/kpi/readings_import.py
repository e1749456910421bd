"""Readings out of a spreadsheet: the file, its columns, what it would add, then all or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach_tui.asking.field import Field
from coach_tui.coach.kpi.names import kpis_by_name
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.exports.csv_reader import BYTES_LIMIT, Table, decoded, read_table
from coach_tui.exports.kpi.readings_in import (
    Found,
    Known,
    NotRead,
    meanings_of,
    read_rows,
    record_all,
    refuse_meanings,
)
from coach_tui.exports.kpi.sheet import value_words
from coach_tui.language import LANGUAGES, Refusal
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.store.documents import file_named, read_bytes
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.dialogs.working import WorkingDialog

if TYPE_CHECKING:
    from coach_tui.coach.kpi.overview import Followed
    from coach_tui.ui.screens.ledger_screen import LedgerScreen

SHOWN: Final = 100  # lines of each kind in the preview; the rest is counted


def ask_file(
    screen: LedgerScreen, entries: Mapping[str, Any], followed: Sequence[Followed]
) -> None:
    """Which file, and in which language its numbers and days are written.

    entries   the catalogue of KPIs, by id; `followed`, those a column can be about.
    """
    words = screen.words
    languages = tuple((each, words(f"language.{each}")) for each in LANGUAGES)
    fields = (
        Field("path", words("table.file"), str(Path.cwd()) + "/"),
        Field("language", words("table.numbers"), words.language, "choice", languages),
    )
    opened: list[Import] = []

    def open_file(answers: dict[str, str]) -> Refusal | None:
        try:
            text = decoded(read_bytes(file_named(answers["path"]), BYTES_LIMIT))
        except StoreError as error:
            return error.refusal.of("path")
        table = text if isinstance(text, Refusal) else read_table(text)
        if isinstance(table, Refusal):
            return table.of("path")
        opened.append(Import(screen, entries, followed, table, answers["language"]))
        screen.call_after_refresh(opened[0].ask_columns)
        return None

    screen.ask(words("table.import"), "", fields, open_file, "form.read")


class Import:
    """One file being brought in. Nothing is recorded before the reader says yes to the preview."""

    def __init__(
        self,
        screen: LedgerScreen,
        entries: Mapping[str, Any],
        followed: Sequence[Followed],
        table: Table,
        language: str,
    ) -> None:
        self.screen = screen
        self.followed = followed
        self.table = table
        self.language = language
        self.words = screen.words
        self.engagement = screen.coach.shown.engagement  # type: ignore[union-attr]
        self.names = kpis_by_name(self.engagement, entries)
        self.meanings = meanings_of(table.header, self.engagement, self.names)
        self.found: list[Found] = []
        self.refused: list[NotRead] = []
        self.known = 0

    def ask_columns(self) -> None:
        """What each column holds; asked only where that can't be told, and remembered after."""
        if all(self.meanings.values()) and not refuse_meanings(self.meanings):
            self.read()
            return
        words = self.words
        usual = tuple(
            (each, words(f"table.means.{each}"))
            for each in ("ignore", "date", "kpi", "value", "note")
        )
        kpis = tuple((f"kpi:{each.kpi.id}", each.name) for each in self.followed)
        fields = tuple(
            Field(
                f"c{place}", words("table.column", name=one_line(name, 40)),
                self.meanings[name] or "ignore", "choice", (*usual, *kpis),
            )
            for place, name in enumerate(self.table.header)
        )  # fmt: skip
        self.screen.ask(words("table.import"), "", fields, self._columns_said, "form.go-on")

    def _columns_said(self, answers: dict[str, str]) -> Refusal | None:
        said = {name: answers[f"c{place}"] for place, name in enumerate(self.table.header)}
        if refusal := refuse_meanings(said):
            return refusal
        self.meanings = said
        self.screen.call_after_refresh(self.read)
        return None

    def read(self) -> None:
        """Read every line, with how far it is; Escape stops."""
        words = self.words
        about = words("table.reading-about", n=self.table.lines)
        dialog = WorkingDialog(words("table.import"), about, self._reading(), self.table.lines)
        self.screen.app.push_screen(dialog, self._read)

    def _reading(self) -> Iterator[int]:
        rows = read_rows(
            self.table, self.meanings, self.engagement, kpis_of(self.engagement), self.names,
            language=self.language, today=self.screen.today,
        )  # fmt: skip
        for row in rows:
            if isinstance(row, Found):
                self.found.append(row)
            elif isinstance(row, NotRead):
                self.refused.append(row)
            elif isinstance(row, Known):
                self.known += 1
            yield row.line

    def _read(self, finished: bool | None) -> None:
        if not finished:
            self.screen.coach.tell("table.stopped")
            return
        words = self.words
        yes = words("table.apply") if self.found else ""
        dialog = PreviewDialog(words("table.import"), self._preview(), words, yes)
        self.screen.app.push_screen(dialog, self._said_yes)

    def _preview(self) -> str:
        words, kpis = self.words, kpis_of(self.engagement)
        counts = [words("table.would", n=len(self.found)) if self.found else words("table.nothing")]
        counts += [words("table.known", n=self.known)] if self.known else []
        counts += [words("table.refused", n=len(self.refused))] if self.refused else []
        said = [" · ".join(counts), ""]
        for cell in self.refused[:SHOWN]:
            why, text = words.refusal(cell.refusal), one_line(cell.text, 40)
            said.append("✗ " + words("table.refused-line", line=cell.line, text=text, why=why))
        if len(self.refused) > SHOWN:
            said.append(words("table.more", n=len(self.refused) - SHOWN))
        for each in self.found[:SHOWN]:
            heard = each.heard
            value = value_words(heard.value, kpis[heard.kpi], words)
            said.append(f"+ {heard.kpi}  {plain_date(heard.day, words.language)}  {value}")
        if len(self.found) > SHOWN:
            said.append(words("table.more", n=len(self.found) - SHOWN))
        return "\n".join(said)

    def _said_yes(self, yes: bool | None) -> None:
        if not yes:
            self.screen.coach.tell("table.stopped")
            return
        drafts = record_all(self.found, self._ids(), self.meanings, self.engagement)
        if refusal := self.screen.save(drafts):
            self.screen.coach.warn(refusal)
        else:
            self.screen.coach.tell("table.added", n=len(self.found))

    def _ids(self) -> Iterator[str]:
        while True:
            yield self.screen.coach.new_id()
