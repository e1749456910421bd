"""Read an exported document back as GFM, and say what is broken in it."""

from __future__ import annotations

from markdown_it import MarkdownIt

from tests.exports.handed_over import HOSTILE

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def check_document(text: str) -> None:
    """Tables as wide as their heads, no markup of people's, nothing a terminal would obey."""
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "{" not in text.replace("{{", ""), "a blank nobody filled"
    width = cells = 0
    for token in READER.parse(text):
        assert token.type not in ("fence", "code_block"), token.content
        if token.type == "html_block":
            assert token.content.strip().startswith("<!--"), token.content
        if token.type == "tr_open":
            cells = 0
        if token.type in ("th_open", "td_open"):
            cells += 1
        if token.type == "tr_close":
            width = width or cells
            assert cells == width, "a row is not as wide as its table"
        if token.type == "table_close":
            width = 0
        for child in token.children or ():
            assert child.type not in ("link_open", "image", "s_open"), token.content
            if child.type == "html_inline":
                assert child.content.startswith("<!--"), child.content
    for line in text.split("\n"):
        if line.startswith("|"):
            unescaped = line.replace("\\\\", "").replace("\\|", "")
            assert unescaped.count("|") >= 3, line


def said_of(text: str) -> str:
    """All that a reader sees, without the markup."""
    return "\n".join(
        "".join(child.content for child in token.children or ())
        for token in READER.parse(text)
        if token.type == "inline"
    )


def hostile_words() -> str:
    """The hostile words as a reader should see them."""
    return HOSTILE.split("\n")[0]


def tables(markdown: str) -> list[list[list[str]]]:
    """Each table's rows as lists of cells, as a Markdown reader sees them."""
    found: list[list[list[str]]] = []
    row: list[str] | None = None
    for token in READER.parse(markdown):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append(row := [])
        elif token.type == "inline" and found and row is not None:
            row.append("".join(child.content for child in token.children or ()))
        elif token.type == "table_close":
            row = None
    return found
