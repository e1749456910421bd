"""A document's blanks: filled when it is begun, whenever it is read, or asked of its author.

`{kpis}` is a blank. One filled once becomes the author's words; a live one stays in the text and
is filled each time it is read, in the reader's language; one that is asked and still stands is
what is missing: it is left out of what leaves, and listed apart.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from coach_tui.engagement.documents.record import BLANK
from coach_tui.exports.documents.facts import Facts
from coach_tui.exports.documents.fill_figures import FIGURES
from coach_tui.exports.documents.fill_log import LOG
from coach_tui.exports.documents.fill_mission import MISSION, Filler
from coach_tui.exports.documents.kind import Kind
from coach_tui.exports.documents.questions import (
    HEADING,
    BlankQuestion,
    alone_on,
    asked_by,
    left_to_author,
    questions,
)

FILLERS: Final[Mapping[str, Filler]] = {**MISSION, **FIGURES, **LOG}
NOTHING: Final = "—"
_ROW: Final = re.compile(r"^\s*\|.*\|\s*$")
_RULE: Final = re.compile(r"^\s*\|[\s|:-]+\|\s*$")


class LeavingDocument(NamedTuple):
    """A document as it leaves, and what is missing of it.

    lacks  what only its author can fill of that, each by what is asked: said apart.
    """

    text: str
    missing: tuple[BlankQuestion, ...] = ()
    lacks: tuple[str, ...] = ()


def begun(template: str, kind: Kind, facts: Facts) -> str:
    """The text a document begins as: what is filled once is filled where anything is recorded."""
    if kind.draft:
        return FILLERS[kind.draft](facts)
    return _filled(template, kind.once, facts)


def read(text: str, kind: Kind, facts: Facts) -> str:
    """The text as its reader sees it: live blanks filled, the others as they stand."""
    return _filled(text, kind.live, facts)


def leaving(text: str, kind: Kind, facts: Facts) -> LeavingDocument:
    """The text as it goes out: nothing in it is left to fill."""
    shown = read(text, kind, facts)
    missing = questions(shown, kind)
    if not missing:
        return LeavingDocument(shown)
    declared, left = {*kind.ask, *kind.fillers}, left_to_author(shown, kind)
    asked = {each.blank for each in left}
    kept: list[str] = []
    for line in shown.split("\n"):
        standing = [each for each in BLANK.findall(line) if each in declared]
        if not standing:
            kept.append(line)
        elif not any(each in asked for each in standing) and not alone_on(line):
            kept.append(BLANK.sub(lambda found: _gap(found, declared), line))
    return LeavingDocument(_tidied(kept), missing, asked_by(left))


def answered(text: str, answers: Mapping[str, str]) -> str:
    """The text, these answers in the place of their blanks; one left empty still stands."""
    lines = []
    for line in text.split("\n"):
        alone = alone_on(line)

        def fill(found: re.Match[str], alone: bool = alone) -> str:
            said = answers.get(found[1], "").strip()
            return (said if alone else " ".join(said.split())) or found[0]

        lines.append(BLANK.sub(fill, line))
    return "\n".join(lines)


def _filled(text: str, blanks: Mapping[str, str], facts: Facts) -> str:
    """One pass: braces in people's words are words, and stay words whenever it is read again."""
    return "\n".join(_line_filled(line, blanks, facts) for line in text.split("\n"))


def _line_filled(line: str, blanks: Mapping[str, str], facts: Facts) -> str:
    alone, found = alone_on(line), BLANK.findall(line)
    said = {name: _value(blanks.get(name, ""), facts, alone) for name in found}
    return BLANK.sub(lambda blank: said[blank[1]] or blank[0], facts.words.before(line, said))


def _value(filler: str, facts: Facts, alone: bool) -> str:
    """What this filler says, on one line beside others; its braces are words."""
    fill = FILLERS.get(filler)
    value = BLANK.sub(r"\\\g<0>", fill(facts._replace(alone=alone))) if fill else ""
    return value if alone else _one_line(value)


def _one_line(value: str) -> str:
    return " · ".join(line.removeprefix("- ").strip() for line in value.split("\n") if line.strip())


def _gap(found: re.Match[str], declared: Iterable[str]) -> str:
    return NOTHING if found[1] in declared else found[0]


def _tidied(lines: Sequence[str]) -> str:
    """Without tables that have no row left, nor headings that have nothing under them."""
    rows = _without_bare_tables(lines)
    kept: list[str] = []
    for number, line in enumerate(rows):
        head = HEADING.match(line)
        if head and len(head[1]) > 1 and not _says(rows[number + 1 :], len(head[1])):
            continue
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line)
    return "\n".join(kept).strip("\n") + "\n"


def _says(below: Sequence[str], level: int) -> bool:
    """Whether anything stands under a heading of this level."""
    for line in below:
        if (head := HEADING.match(line)) is None:
            if line.strip():
                return True
        elif len(head[1]) <= level:
            return False
    return False


def _without_bare_tables(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for number, line in enumerate(lines):
        if _RULE.match(line) and kept and _ROW.match(kept[-1]):
            after = lines[number + 1] if number + 1 < len(lines) else ""
            if not _ROW.match(after):
                kept.pop()
                continue
        kept.append(line)
    return kept
