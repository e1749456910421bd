"""Someone's Markdown inside a document of ours: it stays Markdown, and can't leave its place.

Headings go below ours, nothing in it is HTML or a comment, what it opens it closes, and no
reference of it reaches the rest of the page. What was made is parsed as proof; where it doesn't
hold, the words are shown as they are, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from coach_tui.exports.markdown import escaped_lines
from coach_tui.language.clean import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST: Final = 6
_BEFORE: Final = r"(?:>\s?|[-*+]\s+|\d{1,9}[.)]\s+)*"  # what a heading can stand behind
_HEADING: Final = re.compile(rf"^(\s{{0,3}}{_BEFORE})(#{{1,6}})(?=\s|$)")
_BEGINNING: Final = re.compile(rf"^(\s*{_BEFORE})")
_REFERENCE: Final = re.compile(r"^(\s*(?:>\s?)*)\[([^\]]+)\]:")
_AFTER: Final = ("heading_open", "inline", "heading_close",
                 "paragraph_open", "inline", "paragraph_close")  # fmt: skip


def embedded(text: str, under: int, *, breaks: bool = False) -> list[str]:
    """Its lines, every heading below level `under`; escaped where they would not stay there.

    breaks  keeps the end of each line of a paragraph, for words that were typed as plain text.
    """
    lines = _tamed(clean(text).replace("\r\n", "\n").replace("\r", "\n").rstrip(), under)
    if breaks:
        lines = _broken(lines)
    if _holds(lines, under):
        return lines
    shown: list[str] = []
    for line in escaped_lines(text):
        shown += [line, ""]
    return shown[:-1]


def _tamed(text: str, under: int) -> list[str]:
    lines, tokens = text.split("\n"), _reader(html=False).parse(text)
    code, underlined = _places(tokens)
    out: list[str] = []
    for number, line in enumerate(lines):
        if number in code:
            out.append(line)
        elif number in underlined and out:
            level = min(DEEPEST, underlined[number] + under)
            out[-1] = _BEGINNING.sub(rf"\g<1>{'#' * level} ", out[-1], count=1)
        else:
            out.append(_line(line, under))
    return [*out, *_left_open(tokens, lines)]


def _broken(lines: list[str]) -> list[str]:
    for token in _reader(html=False).parse("\n".join(lines)):
        if token.type == "paragraph_open" and token.map:
            for number in range(token.map[0], token.map[1] - 1):
                lines[number] = f"{lines[number].rstrip()}\\"
    return lines


def _line(line: str, under: int) -> str:
    if found := _HEADING.match(line):
        line = f"{found[1]}{'#' * min(DEEPEST, len(found[2]) + under)}{line[found.end() :]}"
    line = line.replace("<", "&lt;")  # no tag, no comment, no address of its own
    return _REFERENCE.sub(r"\1\\[\2]:", line)  # a reference would reach the whole page


def _places(tokens: Sequence[Token]) -> tuple[set[int], dict[int, int]]:
    """The lines that are code; and those that underline a heading, with its level."""
    code: set[int] = set()
    underlined: dict[int, int] = {}
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            code.update(range(*token.map))
        if token.type == "heading_open" and token.map and not token.markup.startswith("#"):
            underlined[token.map[1] - 1] = int(token.tag[1])
    return code, underlined


def _left_open(tokens: Sequence[Token], lines: Sequence[str]) -> list[str]:
    """What closes a fence that its author left open."""
    for token in reversed(tokens):
        if token.type == "fence" and token.map:
            first, end = token.map
            last = lines[end - 1] if end - 1 < len(lines) else ""
            closed = re.match(rf"^\s*(>\s?)*\s*{re.escape(token.markup)}+\s*$", last)
            return [] if closed and end - 1 != first else [token.markup]
    return []


def _holds(lines: Sequence[str], under: int) -> bool:
    """Whether these lines, put between two headings of ours, leave both where they are."""
    text = "\n".join(["## Ours", "", *lines, "", "## Next", "", "END"])
    tokens = _reader(html=True).parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    if any(token.type == "html_block" for token in tokens):
        return False
    if any(child.type == "html_inline" for child in inline):
        return False
    heads = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    if (
        len(heads) < 2
        or heads[0] != 2
        or heads[-1] != 2
        or tuple(token.type for token in tokens[-6:]) != _AFTER
    ):
        return False
    apart = tokens[-6].level == 0 and tokens[-2].content == "END"
    return apart and all(head > under for head in heads[1:-1])


@cache
def _reader(*, html: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 (30 ms, and most commands show none)

    return MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])
