"""The items of an edited checklist, as Markdown has them, whatever program wrapped its lines.

An item runs to the next one: its comment, which carries the step's id, may stand on a later line.
What is inside a code block or somebody's comment is an example, and no item.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coach_tui.exports.message_writing import with_comments

OURS: Final = re.compile(
    r"(?<!\\)<!--\s*(?:step|retired):\s*[a-z0-9-]{1,200}\s*-->"
    r"|(?<!\\)<!--\s*coach:\s*checklist\s[^<>]{1,200}?-->"
)
_QUOTED: Final = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_FENCE: Final = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^`]*)")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?P<rest>.*)")
_RAW: Final = "{=html}"  # pandoc's mark of a block of HTML; what it holds is no example
# pandoc draws a box where its target knows no task; escaped brackets are nobody's box.
_BOX: Final = re.compile(r"(?:\[(?P<box>[^\]\n]{0,3})\]|(?P<drawn>[☐☑☒]))(?:\s.*|)")
_DRAWN: Final = {"☐": " ", "☑": "x", "☒": "x"}
_ENDS_ONE: Final = re.compile(r" {0,3}(?:#{1,6}(?:\s|$)|(?:[-*_]\s*){3,}$)")  # a heading, a rule
_STEP: Final = re.compile(r"(?<!\\)<!--\s*step:\s*([a-z0-9-]{1,200})\s*-->")
_RETIRED: Final = re.compile(r"(?<!\\)<!--\s*retired:")


class ChecklistItem(NamedTuple):
    """An item, or a line beside any that carries a step's id.

    text  its first line, to show; box, what is between its brackets, None where it has none.
    ids   the steps it names: one, where it can be read.
    """

    number: int
    text: str
    box: str | None
    ids: tuple[str, ...]


class Items(NamedTuple):
    """What a checklist holds; `examples` counts the steps named where nothing is meant."""

    found: tuple[ChecklistItem, ...]
    visible: str
    examples: int


def items_of(text: str) -> Items:
    """The items that are about a step, or have a box, in the order of the file."""
    text = with_comments(text)
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = _meant(_unwrapped(unix).split("\n"))
    visible = "\n".join(lines)
    examples = len(_STEP.findall(unix)) - len(_STEP.findall(visible))
    return Items(tuple(_items(lines)), visible, examples)


def _unwrapped(text: str) -> str:
    """The text, each comment of ours on one line; the lines below keep their numbers."""

    def joined(found: re.Match[str]) -> str:
        ends = found[0].count("\n")
        return " ".join(found[0].split()) + "\n" * ends

    return OURS.sub(joined, text)


def _meant(lines: list[str]) -> list[str]:
    """The lines without their quotation signs; empty where they are code, or in a comment."""
    found: list[str] = []
    fence, raw, in_comment = "", False, False
    for line in lines:
        said = line[quoted.end() :] if (quoted := _QUOTED.match(line)) else line
        mark = _FENCE.fullmatch(said)
        if fence and mark and mark[1].startswith(fence) and not mark[2].strip():
            fence = said = ""
        elif fence and not raw:
            said = ""
        elif mark and not (fence or in_comment):
            fence, raw, said = mark[1], mark[2].strip() == _RAW, ""
        else:
            said, in_comment = _uncommented(said, in_comment)
        found.append(said)
    return found


def _uncommented(line: str, inside: bool) -> tuple[str, bool]:
    """The line without people's comments, and whether one goes on below it."""
    said, place = "", 0
    while place < len(line):
        if inside:
            end = line.find("-->", place)
            if end < 0:
                return said, True
            inside, place = False, end + 3
            continue
        start = line.find("<!--", place)
        if start < 0:
            return said + line[place:], False
        if ours := OURS.match(line, start):
            said, place = said + line[place : ours.end()], ours.end()
        elif line[start - 1 : start] == "\\":
            said, place = said + line[place : start + 4], start + 4
        else:
            said, place, inside = said + line[place:start], start + 4, True
    return said, inside


def _items(lines: list[str]) -> Iterator[ChecklistItem]:
    """Each item as far as it goes; of lines beside any, those that name a step."""
    item: ChecklistItem | None = None
    retired = after_blank = False
    column = 0  # where the item's own mark stands
    around: list[int] = []  # those of the items it is in that have a box and name no step yet
    for number, line in enumerate(lines, 1):
        ids = tuple(_STEP.findall(line))
        beside = bool(_ENDS_ONE.match(line)) or (
            _column(line) <= column and (after_blank or bool(ids and around))
        )
        if begun := _ITEM.fullmatch(line):
            yield from _told(item, retired)
            box = _BOX.fullmatch(begun["rest"])
            if item and item.box is not None and not item.ids:
                around.append(column)
            column = _column(line)
            around = [each for each in around if each < column]
            item = ChecklistItem(number, line.strip(), _between(box), ids)
            retired = bool(_RETIRED.search(line))
        elif item and not beside and not (ids and item.ids):
            item = item._replace(ids=item.ids + ids)
            retired = retired or bool(_RETIRED.search(line))
        elif line.strip():
            yield from _told(item, retired)
            item = None
            if ids:
                yield ChecklistItem(number, line.strip(), None, ids)
        after_blank = not line.strip()
    yield from _told(item, retired)


def _column(line: str) -> int:
    """Where a line's first sign stands; a line is in an item if further in than the item's mark."""
    said = line.expandtabs(4)
    return len(said) - len(said.lstrip(" "))


def _between(box: re.Match[str] | None) -> str | None:
    """What stands between an item's brackets; None where it has none."""
    if box is None:
        return None
    return _DRAWN[box["drawn"]] if box["drawn"] else box["box"]


def _told(item: ChecklistItem | None, retired: bool) -> Iterator[ChecklistItem]:
    if item and not retired and (item.ids or item.box is not None):
        yield item
