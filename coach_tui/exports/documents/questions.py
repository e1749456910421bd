"""The blanks that stand in a document, as questions; what only its author can say of them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from coach_tui.engagement.documents.record import BLANK
from coach_tui.exports.documents.kind import Kind
from coach_tui.language.clean import one_line

ASKED_LENGTH: Final = 60  # characters of a question, where several stand on a line
FIRST: Final = 3  # questions named of those left to answer,
SHORT: Final = 40  # in so many characters each
HEADING: Final = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_LABEL: Final = re.compile(r"^\s*(?:[-*+]\s+)?\*\*(.+?)\*\*")
_CELL: Final = re.compile(r"^\s*\|\s*([^|{]+?)\s*\|")


class BlankQuestion(NamedTuple):
    """A blank that still stands: its name, what is asked (the label before it, else the heading
    above), the line it is on, the first being 0; whether it has that line to itself, or a label."""

    blank: str
    asked: str
    line: int
    alone: bool = False
    labelled: bool = False


def questions(text: str, kind: Kind) -> tuple[BlankQuestion, ...]:
    """The blanks of this kind that stand in the text, in order, each once."""
    declared, found, heading = {*kind.ask, *kind.fillers}, dict[str, BlankQuestion](), ""
    for number, line in enumerate(text.split("\n")):
        if (head := HEADING.match(line)) and not BLANK.search(line):
            heading = head[2]
        bold = _LABEL.match(line)
        label = bold or _CELL.match(line)
        for blank in BLANK.findall(line):
            if blank in declared:
                asked = BLANK.sub("…", label[1].strip("* ") if label else heading)
                named = asked or blank.replace("_", " ")
                one = BlankQuestion(blank, named, number, alone_on(line), bold is not None)
                found.setdefault(blank, one)
    return tuple(found.values())


def left_to_author(text: str, kind: Kind) -> tuple[BlankQuestion, ...]:
    """The blanks that stand in the text and only its author can fill, in order, each once.

    One that nothing recorded could fill when it was begun is theirs too, where a label asks it.
    """
    return tuple(
        each
        for each in questions(text, kind)
        if each.blank in kind.ask or (each.labelled and each.blank in kind.once)
    )


def asked_by(found: Iterable[BlankQuestion], length: int = ASKED_LENGTH) -> tuple[str, ...]:
    """What these ask, each in at most `length` characters, once."""
    return tuple(dict.fromkeys(one_line(each.asked, length) for each in found))


def first_asked(left: Sequence[BlankQuestion]) -> str:
    """What the first of these ask, on one line; headings hold commas."""
    return " · ".join(asked_by(left[:FIRST], SHORT))


def alone_on(line: str) -> bool:
    """Whether a blank has this line to itself."""
    return BLANK.fullmatch(line.strip()) is not None
