"""The pane a document is written in, and the one beside it that shows how it will be read."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import ClassVar, Final

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown, TableElement
from rich.style import Style
from rich.table import Table
from rich.text import Text
from rich.theme import Theme
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import VerticalScroll
from textual.widgets import Static

from coach_tui.engagement.documents.record import BLANK
from coach_tui.exports.documents.fill import NOTHING
from coach_tui.exports.documents.kind import Kind
from coach_tui.language.clean import clean
from coach_tui.ui.dialogs.questions import ManyLines

ABOVE: Final = 4  # lines kept in sight above a blank: a heading, a line, the head of a table
# What a line of Markdown is coloured by: no grammar to install, seven patterns.
_PATTERNS: Final = (
    (re.compile(r"^\s{0,3}#{1,6}\s.*$"), "bold"),
    (re.compile(r"^\s*>.*$"), "italic"),
    (re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s"), "bold"),
    (re.compile(r"\*\*[^*]+\*\*"), "bold"),
    (re.compile(r"`[^`]+`"), "dim"),
    (re.compile(r"\[[^\]]+\]\([^)\s]+\)"), "underline"),
    (BLANK, "reverse"),
)


class MarkdownPane(ManyLines):
    """Where it is written: headings, lists, bold and blanks can be told apart."""

    def get_line(self, line_index: int) -> Text:
        """The line, with what Markdown makes of it."""
        shown = super().get_line(line_index)
        for pattern, style in _PATTERNS:
            for found in pattern.finditer(shown.plain):
                shown.stylize(style, *found.span())
        return shown

    def put_text(self, text: str) -> None:
        """Another text in its place; the cursor stays where it is, as far as that goes."""
        where = self.cursor_location
        self.load_text(text)
        self.move_cursor(self.clamp_visitable(where))

    def next_blank(self, filled: Container[str]) -> bool:
        """Select the next blank after the cursor, the first where there is none; whether one is.

        Those that are `filled` from what is recorded are nobody's to write over.
        """
        lines = self.text.split("\n")
        row, column = self.selection.end
        places = [
            (number, *found.span())
            for number, said in enumerate(lines)
            for found in BLANK.finditer(said)
            if found[1] not in filled
        ]
        if not places:
            return False
        after = [each for each in places if each[:2] >= (row, column)]
        number, start, end = (after or places)[0]
        self.move_cursor((number, start))
        self.move_cursor((number, end), select=True)
        self.call_after_refresh(self._with_what_asks)
        return True

    def _with_what_asks(self) -> None:
        """Scroll so that what stands above the cursor is seen: the heading that asks, a table's."""
        row = self.wrapped_document.location_to_offset(self.cursor_location).y
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        above = min(ABOVE, height // 2)
        if not top + above <= row < top + height:
            self.scroll_to(y=0 if row < height else row - above, animate=False)

    def on_resize(self) -> None:
        """What is said above it takes one line or three: keep the cursor in sight."""
        self.call_after_refresh(self._with_what_asks)


class ReadingPane(VerticalScroll):
    """How it will be read: the blanks that are live filled, those asked for marked."""

    def compose(self) -> ComposeResult:
        yield Static(id="document-read")

    def read(self, text: str, kind: Kind, asked: Container[str], to_write: str) -> None:
        """Show this; a blank still `asked` of its author as `to_write`, any other of its kind as
        the gap that leaves. Braces that are no blank of it are words."""
        declared = {*kind.fillers, *kind.ask}

        def mark(found: re.Match[str]) -> str:
            if found[1] in asked:
                return f"**[{to_write}]**"
            return NOTHING if found[1] in declared else found[0]

        marked = BLANK.sub(mark, clean(text))
        shown = _Coloured(_Page(marked, hyperlinks=False), self._styles())
        self.query_one("#document-read", Static).update(shown)

    def _styles(self) -> Theme:
        """The colours of this look: those Rich brings are of none of ours."""
        blue = Color.parse(self.app.theme_variables["accent"]).rich_color
        quiet = Color.parse(self.app.theme_variables["secondary"]).rich_color
        heading = Style(color=blue, bold=True)
        return Theme({
            **{f"markdown.h{level}": heading for level in range(1, 8)},
            **dict.fromkeys(("markdown.code", "markdown.code_block"), Style()),
            **dict.fromkeys(("markdown.list", "markdown.item.number"), Style()),
            **dict.fromkeys(("markdown.link", "markdown.link_url"), Style(underline=True)),
            "markdown.block_quote": Style(italic=True),
            "markdown.table.header": Style(bold=True),
            "markdown.table.border": Style(color=quiet),
        })  # fmt: skip


class _Table(TableElement):
    """A table whose figures go on the next line where a column is narrow, and are never cut."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for shown in super().__rich_console__(console, options):
            for column in shown.columns if isinstance(shown, Table) else ():
                column.overflow = "fold"
            yield shown


class _Page(Markdown):
    elements: ClassVar = {**Markdown.elements, "table_open": _Table}


class _Coloured:
    """Markdown drawn in these styles."""

    def __init__(self, page: Markdown, styles: Theme) -> None:
        self._page, self._styles = page, styles

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        with console.use_theme(self._styles):
            yield from console.render(self._page, options)
