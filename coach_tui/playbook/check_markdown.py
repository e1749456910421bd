"""Whether a stage is plain Markdown: what a forge renders and the app's pane can draw.

The one place that loads a Markdown parser to judge the playbook. Textual's Markdown crashes on
block tokens it does not know and drops HTML, so what may come is listed here by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from coach_tui.language.clean import clean, one_line
from coach_tui.playbook.metadata import ID
from coach_tui.playbook.model import Problem, Stage
from coach_tui.playbook.parse import headings

_BLOCKS: Final = ("heading", "paragraph", "blockquote", "bullet_list", "ordered_list", "list_item")
_TABLE: Final = ("table", "thead", "tbody", "tr", "th", "td")
_SPANS: Final = ("strong", "em", "s", "link")
DRAWN: Final = frozenset(
    {
        *(f"{name}_{end}" for name in (*_BLOCKS, *_TABLE, *_SPANS) for end in ("open", "close")),
        *("inline", "text", "softbreak", "hardbreak", "code_inline", "image"),
        *("fence", "code_block", "hr"),
    }
)
_SCHEMES: Final = ("https://", "http://", "mailto:")


def same_headings(text: str, path: str) -> Iterator[Problem]:
    """Headings that the quick reader of `parse` and CommonMark do not both see."""
    shown = clean(text.removeprefix("\ufeff"))
    lines = shown.split("\n")
    seen = {
        (int(token.tag[1]), (token.map or [0])[0] + 1)
        for token in _parser().parse(shown)
        if token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2", "h3")
    }
    for level, line in sorted(seen ^ set(headings(shown)), key=lambda each: each[1]):
        values = {"level": level, "text": one_line(lines[line - 1], 60)}
        yield Problem(path, line, "playbook.heading", values)


def plain(stage: Stage, text: str) -> Iterator[Problem]:
    """What is not plain Markdown in the opening and in each step's body."""
    lines = clean(text.removeprefix("\ufeff")).split("\n")
    yield from _slice(stage.opening, stage.path, 2)
    for step in stage.steps:
        first = step.body.partition("\n")[0]
        start = next(
            (place for place in range(step.line, len(lines)) if lines[place] == first), step.line
        )
        yield from _slice(step.body, stage.path, start)


def _slice(body: str, path: str, above: int) -> Iterator[Problem]:
    """The faults of a piece of Markdown that begins below line `above` of its file."""
    line = 1
    for token in _parser().parse(body):
        line = token.map[0] + 1 if token.map else line
        for each in (token, *(token.children or ())):
            yield from _token(each, path, above + line)


def _token(token: Token, path: str, line: int) -> Iterator[Problem]:
    if token.type in ("html_block", "html_inline"):
        values = {"text": one_line(token.content, 60)}
        yield Problem(path, line, "playbook.html", values)
    elif token.type not in DRAWN:
        yield Problem(path, line, "playbook.not-drawn", {"kind": token.type})
    elif token.type == "link_open":
        target = str(token.attrGet("href") or "")
        named = target.startswith("#") and ID.fullmatch(target[1:])
        if not named and not target.startswith(_SCHEMES):
            yield Problem(path, line, "playbook.bad-link", {"link": one_line(target, 60)})


@cache
def _parser() -> MarkdownIt:
    """What draws the pane, without its guessing of links; HTML is read so that it can be told."""
    return MarkdownIt("gfm-like", {"linkify": False})
