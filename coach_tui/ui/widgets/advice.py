"""A piece of the playbook, drawn by Textual's Markdown, made safe for words that are not ours."""

from __future__ import annotations

from markdown_it import MarkdownIt
from textual.app import ComposeResult
from textual.widgets import Markdown, Static
from textual.widgets._markdown import (  # not re-exported; held by a contract test
    MarkdownBulletList,
    MarkdownListItem,
    MarkdownTable,
)
from textual.widgets.markdown import MarkdownBlock

from coach_tui.bundled import read_styles
from coach_tui.ui.messages import LinkFollowed
from coach_tui.ui.no_break import hold_in_markdown

hold_in_markdown(MarkdownBlock)
MARKS = frozenset(f"{mark} " for mark in "●■○▲►~–·□")


class SafeTable(MarkdownTable):
    """A table as aligned text: Textual’s cells read `[/x]` as markup when hovered, and crash."""

    def compose(self) -> ComposeResult:
        headers, rows = self._get_headers_and_rows()
        table = [headers, *rows]
        count = max((len(cells) for cells in table), default=0)
        widths = [
            max((cells[place].cell_length for cells in table if place < len(cells)), default=0)
            for place in range(count)
        ]
        for number, cells in enumerate(table):
            padded = [
                cell.pad_right(width - cell.cell_length)
                for cell, width in zip(cells, widths, strict=False)
            ]
            yield Static(
                padded[0].__class__("  ").join(padded) if padded else "",
                classes="table-head" if number == 0 else "table-row",
                markup=False,
            )


class MarkedList(MarkdownBulletList):
    """A list whose lines have a mark of their own (`● met`) takes that for its bullet."""

    def compose(self) -> ComposeResult:
        for item in self._blocks:
            if not isinstance(item, MarkdownListItem) or not item._blocks:
                continue
            said = item._blocks[0]._content
            if said.plain[:2] in MARKS:
                item.bullet = said.plain[:2]
                item._blocks[0].set_content(said[2:])
        yield from super().compose()


class AdvicePane(Markdown):
    """Advice in Markdown. Links are told to the screen, never opened here."""

    DEFAULT_CSS = read_styles("advice.tcss")  # read with the class: the first frame has no Markdown
    BLOCKS = {  # noqa: RUF012 (as Textual declares it)
        **Markdown.BLOCKS,
        "table_open": SafeTable,
        "bullet_list_open": MarkedList,
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, parser_factory=_parser, open_links=False)

    def unhandled_token(self, token: object) -> MarkdownBlock | None:
        return None

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Hand the link on as it was written."""
        event.stop()
        self.post_message(LinkFollowed(event.href))


def _parser() -> MarkdownIt:
    """GFM without guessing links: `README.md` in a sentence is not an address."""
    return MarkdownIt("gfm-like", {"linkify": False, "html": False})
