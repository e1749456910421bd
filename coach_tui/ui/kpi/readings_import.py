"""Readings out of a spreadsheet: the file, its columns, what it would add, then all or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.coach.kpi.names import kpis_by_name
from coach_tui.exports.csv_reader import BYTES_LIMIT, CsvTable, decoded, read_table
from coach_tui.exports.kpi.columns import MEANINGS, ON, meanings_of, refuse_meanings
from coach_tui.exports.kpi.doubts import ANSWERS, Answers
from coach_tui.exports.kpi.import_words import case_words, counts_words, found_words, refused_words
from coach_tui.exports.kpi.importing import Outcome, ReadingsImport, begin_import
from coach_tui.exports.kpi.readings_in import Way, book_of
from coach_tui.exports.table_words import left_out_words, unread_words
from coach_tui.language import LANGUAGES, Refusal
from coach_tui.language.clean import one_line
from coach_tui.listing import other_companies
from coach_tui.store.documents import file_named, read_bytes
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.dialogs.working import WorkingDialog
from coach_tui.ui.table_layout import header_line_said, order_field

if TYPE_CHECKING:
    from coach_tui.coach.kpi.overview import Followed
    from coach_tui.ui.screens.ledger_screen import LedgerScreen

SHOWN: Final = 100  # lines of each kind in the preview; the rest is counted
ASKED: Final = 40  # columns nothing is known of; a form of more would be answered by nobody


def ask_file(
    screen: LedgerScreen, entries: Mapping[str, Any], followed: Sequence[Followed]
) -> None:
    """Which file, in which language its numbers are written, where its header is.

    entries   the catalogue of KPIs, by id; `followed`, those a column can be about.
    """
    words = screen.words
    languages = tuple((each, words(f"language.{each}")) for each in LANGUAGES)
    fields = (
        Field("path", words("table.file"), str(Path.cwd()) + "/"),
        Field("language", words("table.numbers"), words.language, "choice", languages),
        Field("header", words("table.header-line")),
    )

    def open_file(answers: dict[str, str]) -> Refusal | None:
        table = _opened(answers)
        if isinstance(table, Refusal):
            return table if table.field else table.of("path")
        try:
            asking = Asking(screen, entries, followed, table, answers["language"])
        except StoreError as error:  # whose the home's other files are is not known
            return error.refusal.of("path")
        screen.call_after_refresh(asking.ask_columns)
        return None

    screen.ask(Sheet(words("table.import"), "", fields, open_file, deed="form.read"))


def _opened(answers: dict[str, str]) -> CsvTable | Refusal:
    line = header_line_said(answers["header"])
    if isinstance(line, Refusal):
        return line
    try:
        text = decoded(read_bytes(file_named(answers["path"]), BYTES_LIMIT))
    except StoreError as error:
        return error.refusal.of("path")
    if isinstance(text, Refusal):
        return text
    table = read_table(text, line)
    return table if isinstance(table, Refusal) else table.refuse() or table


class Asking:
    """One file being brought in: what can't be told is asked, and only that. Nothing is recorded
    before the reader says yes to the preview."""

    def __init__(
        self,
        screen: LedgerScreen,
        entries: Mapping[str, Any],
        followed: Sequence[Followed],
        table: CsvTable,
        language: str,
    ) -> None:
        self.screen = screen
        self.followed = followed
        self.table = table
        self.words = screen.words
        engagement = screen.coach.shown.engagement  # type: ignore[union-attr]
        session = screen.coach.session
        self.others = other_companies(screen.coach.home, session.id if session else "").values()
        self.book = book_of(engagement, kpis_by_name(engagement, entries))
        meanings = meanings_of(table.header, engagement, self.book.names)
        self.way = Way(meanings, language, screen.today)

    def ask_columns(self) -> None:
        """What each column holds; asked only where that can't be told, and remembered after."""
        meanings, header = self.way.meanings, self.table.header
        if all(meanings) and not refuse_meanings(header, meanings):
            self.begin()
            return
        beyond = [place for place, means in enumerate(meanings) if not means][ASKED:]
        asked = [
            place
            for place, means in enumerate(meanings)
            if means != ON and place not in beyond
        ]  # fmt: skip
        choices = self._meanings()
        fields = tuple(
            Field(
                f"c{place}", self.words("table.column", name=one_line(header[place], 40)),
                meanings[place] or "ignore", "choice", choices,
            )
            for place in asked
        )  # fmt: skip
        self.screen.ask(
            Sheet(self.words("table.import"), "", fields, self._columns_said, deed="form.go-on")
        )

    def _meanings(self) -> tuple[tuple[str, str], ...]:
        usual = ("ignore", *(each for each in MEANINGS if each != "ignore"))
        named = tuple((each, self.words(f"table.means.{each}")) for each in usual)
        kpis = tuple((f"kpi:{each.kpi.id}", each.name) for each in self.followed)
        return (*named, *kpis)

    def _columns_said(self, answers: dict[str, str]) -> Refusal | None:
        said = [
            answers.get(f"c{place}", means) for place, means in enumerate(self.way.meanings)
        ]  # fmt: skip
        if refusal := refuse_meanings(self.table.header, said):
            return refusal
        self.way = self.way._replace(meanings=said)
        self.screen.call_after_refresh(self.begin)
        return None

    def begin(self) -> None:
        """Read every line, once the order of its days is known."""
        brought = begin_import(self.table, self.way, self.book, self.others)
        if isinstance(brought, ReadingsImport):
            self._read(brought)
        elif "order" in brought.reason:
            self._ask_order(brought)
        else:
            self.screen.coach.warn(brought)

    def _ask_order(self, why: Refusal) -> None:
        words = self.words

        def said(answers: dict[str, str]) -> Refusal | None:
            self.way = self.way._replace(order=answers["order"])
            self.screen.call_after_refresh(self.begin)
            return None

        about, fields = words.refusal(why), (order_field(words),)
        self.screen.ask(Sheet(words("table.import"), about, fields, said, deed="form.go-on"))

    def _read(self, brought: ReadingsImport) -> None:
        """Read every line, with how far it is; Escape stops."""
        words, lines = self.words, self.table.lines

        def done(finished: bool | None) -> None:
            if finished:
                self._ask_doubts(brought)
            else:
                self.screen.coach.tell("table.stopped")

        about = words("table.reading-about", n=lines)
        dialog = WorkingDialog(words("table.import"), about, brought.read(), lines)
        self.screen.app.push_screen(dialog, done)

    def _ask_doubts(self, brought: ReadingsImport) -> None:
        """Ask what only the reader can say, with every reading it is about."""
        outcome = brought.outcome(Answers())
        if not outcome.doubts:
            self._preview(brought, outcome)
            return
        words, told, fields = self.words, list[str](), list[Field]()
        for doubt in outcome.doubts:
            told.append(words(f"table.doubt.{doubt.about}", n=len(doubt.cases)))
            told += self._listed(
                [case_words(case, doubt.about, brought.book.kpis, words) for case in doubt.cases]
            )
            name = f"table.answer.{doubt.about}"
            choices = tuple((each, words(f"{name}.{each}")) for each in ANSWERS[doubt.about])
            fields.append(Field(doubt.about, words(name), choices[0][0], "choice", choices))

        def said(answers: dict[str, str]) -> Refusal | None:
            settled = brought.outcome(Answers(**answers))
            self.screen.call_after_refresh(self._preview, brought, settled)
            return None

        about = "\n".join(told)
        self.screen.ask(Sheet(words("table.import"), about, tuple(fields), said, deed="form.go-on"))

    def _preview(self, brought: ReadingsImport, outcome: Outcome) -> None:
        words = self.words
        yes = ""
        if outcome.found:
            n = len(outcome.found)
            yes = words("table.apply-partly", n=n) if outcome.refused else words("table.apply")

        def said(agreed: bool | None) -> None:
            if agreed:
                self._add(brought, outcome)
            else:
                self.screen.coach.tell("table.stopped")

        text = self._previewed(brought, outcome)
        self.screen.app.push_screen(PreviewDialog(words("table.import"), text, words, yes), said)

    def _previewed(self, brought: ReadingsImport, outcome: Outcome) -> str:
        words, kpis = self.words, brought.book.kpis
        counts = counts_words(outcome, words)
        if not outcome.found:
            nothing = "table.nothing-read" if outcome.useless else "table.nothing"
            counts.insert(0, words(nothing))
        said = [" · ".join(counts), ""]
        if self.table.above:
            said.append(words("table.header-at", line=self.table.header_line, n=self.table.above))
        if outcome.unread:
            said.append(unread_words(outcome.unread, words))
        said += self._listed([f"■ {refused_words(each, words)}" for each in outcome.refused])
        said += self._listed([left_out_words(each, words) for each in outcome.left_out])
        said += self._listed([found_words(each, kpis, words) for each in outcome.found])
        return "\n".join(said)

    def _listed(self, lines: list[str]) -> list[str]:
        more = [self.words("table.more", n=len(lines) - SHOWN)] if len(lines) > SHOWN else []
        return [*lines[:SHOWN], *more]

    def _add(self, brought: ReadingsImport, outcome: Outcome) -> None:
        decision = brought.decide(outcome, self._ids(), partly=True)
        if refusal := self.screen.save(decision):
            self.screen.coach.warn(refusal)
        else:
            self.screen.coach.tell("table.added", n=len(outcome.found))

    def _ids(self) -> Iterator[str]:
        while True:
            yield self.screen.coach.new_id()
