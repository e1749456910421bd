"""People's words inside Markdown of ours: shown as they are, whatever they hold.

Every function gives one line of GFM that renders back to the words given, in a paragraph, a list
item, a heading or a table's cell, on forges as in note-takers. The escapes beyond CommonMark's are
for `~` (GFM), `$` (mathematics on forges), `==` and `%%` (highlights and comments in Obsidian).
"""

from __future__ import annotations

import re
from typing import Final

from coach_tui.language.clean import clean

_ANYWHERE: Final = re.compile(
    r"[\\`*\[\]<|~$]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # between two letters it is only a letter
    r"|&(?=#?\w{1,32};)"
    r"|(?<==)=|(?<=%)%"
    r"|\((?=coach#)"  # what a mail's box carries: `message_writing` would read it as ours
)
_AT_THE_START: Final = re.compile(r"^(\d{1,9})(?=[.)](?: |$))|^(?=[-+=>#]|:-)")
_HEADING_END: Final = re.compile(r"(?<= )(?=#+$)")
_BLANKS: Final = re.compile(r"[ \t\n]+")
_COMMENT: Final = re.compile(r"(?<!\\)<!--.*?-->", re.DOTALL)


def on_one_line(text: str) -> str:
    """`text` cleaned, its line ends made spaces. No-break spaces stay: typography needs them."""
    return _BLANKS.sub(" ", clean(text)).strip()


def escaped(text: str) -> str:
    """These words on one line of Markdown, wherever that line stands, a table's cell included."""
    line = _ANYWHERE.sub(r"\\\g<0>", on_one_line(text))
    line = _AT_THE_START.sub(r"\g<1>\\", line)
    return _HEADING_END.sub(r"\\", line)


def escaped_lines(text: str) -> list[str]:
    """These words line by line, each escaped; empty lines are left out."""
    return [line for line in map(escaped, clean(text).split("\n")) if line]


def comment(text: str) -> str:
    """An HTML comment of ours. Only for words a program made: ids, names of formats."""
    return f"<!-- {text} -->"


def without_comments(text: str) -> str:
    """What a reader sees of it, whose program draws no HTML: the comments are gone."""
    return _COMMENT.sub("", text)
