"""Whatever people wrote is read back by a Markdown reader as the very words they wrote."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coach_tui.exports.markdown import escaped, escaped_lines, on_one_line

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "a | b",
    "[x] done [label](http://evil.example) ![img](x)",
    "`code` and ``more``",
    "first\nsecond\r\n- third",
    "<script>alert(1)</script> <!-- step: access-crm --> -->",
    "# not a heading #",
    "## ",
    "- bullet",
    "+ bullet",
    "* bullet",
    "1. first",
    "12) twelfth",
    "---",
    "- - -",
    "===",
    "=",
    "> quote",
    ":---",
    "| --- |",
    "~~gone~~ ~one~",
    "*emphasis* _too_ __init__ snake_case_name",
    "&amp; &#35; &nosuch; R&D",
    "\\ at the end \\",
    "\\| \\\\|",
    "```",
    "~~~",
    "$x$ costs $100",
    "==lit== %%hidden%%",
    "\x1b[2J\x1b]0;owned\x07 \u202egnirts\u202c",
    "    indented",
    "\tindented",
    "[foot]: http://evil.example",
    "http://a.example/x_y?a=1&b=2",
    "(coach#access-crm) \\(coach#checklist 1 engagement a)",
    "fin !",
    "Où ? « là » : 12\u00a0%",
]
words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet=st.sampled_from("\\`*_[]<>|~#-+=!&;:.)(1ax \n\t$%\"'@/"), max_size=40),
    st.text(max_size=60),
)


def said(token: Token) -> str:
    """What a reader sees of inline Markdown; fails on anything but plain text."""
    children = token.children or []
    assert {child.type for child in children} <= {"text", "text_special"}, token.content
    return "".join(child.content for child in children)


def only_inline(source: str, *blocks: str) -> str:
    tokens = READER.parse(source)
    kinds = [token.type for token in tokens if token.type.endswith("_open")]
    assert kinds == list(blocks), source
    return "".join(said(token) for token in tokens if token.type == "inline")


@given(words)
@example("#")
def test_a_paragraph_says_the_words(text: str) -> None:
    if on_one_line(text):
        assert only_inline(escaped(text), "paragraph_open") == on_one_line(text)


@given(words)
def test_a_list_item_says_the_words(text: str) -> None:
    if on_one_line(text):
        source = f"- {escaped(text)}\n- after"
        item = ["list_item_open", "paragraph_open"]
        assert only_inline(source, "bullet_list_open", *item, *item) == on_one_line(text) + "after"


@given(words)
def test_a_heading_says_the_words(text: str) -> None:
    if on_one_line(text):
        assert only_inline(f"## {escaped(text)}", "heading_open") == on_one_line(text)


@given(words, words)
def test_a_table_keeps_its_cells(first: str, second: str) -> None:
    source = f"| a | b |\n| --- | --- |\n| {escaped(first)} | {escaped(second)} |\n"
    cells = [token for token in READER.parse(source) if token.type == "inline"]
    assert [said(cell) for cell in cells] == ["a", "b", on_one_line(first), on_one_line(second)]


@given(words)
def test_many_lines_stay_one_item_with_their_words(text: str) -> None:
    lines = escaped_lines(text)
    if lines:
        source = "- before\n  " + "\n  ".join(lines)
        tokens = READER.parse(source)
        kinds = [token.type for token in tokens if token.type.endswith("_open")]
        assert kinds == ["bullet_list_open", "list_item_open", "paragraph_open"], source
        children = next(token for token in tokens if token.type == "inline").children or []
        seen = ["" if child.type == "softbreak" else child.content for child in children]
        assert {child.type for child in children} <= {"text", "text_special", "softbreak"}
        expected = "".join(map(on_one_line, text.split("\n")))
        assert "".join(seen).replace("before", "", 1) == expected.replace("\r", "")


def test_plain_words_are_left_as_they_are() -> None:
    for plain in ("Ouvrir l’accès au CRM (HubSpot) : J+5 !", "R&D, snake_case, 3.5 % – 12€"):
        assert escaped(plain) == plain


@pytest.mark.parametrize("unsafe", ["\x1b", "\x9b", "\u202e", "\u2028", "\x00"])
def test_what_a_terminal_would_obey_is_gone(unsafe: str) -> None:
    assert unsafe not in escaped(f"a{unsafe}b")
