"""The pane a document is written in, and the one beside it that shows how it will be read."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from rich.markdown import Markdown
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from coach_tui.engagement.documents.record import BLANK
from coach_tui.exports.documents.fill import NOTHING
from coach_tui.exports.documents.kind import Kind
from coach_tui.language.clean import clean
from coach_tui.ui.dialogs.questions import ManyLines

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
        return True


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
        self.query_one("#document-read", Static).update(Markdown(marked, hyperlinks=False))
