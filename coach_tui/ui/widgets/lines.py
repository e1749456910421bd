"""Lines of text as a panel holds them: pieces, each with its weight; lines with a key are chosen.

Weights are words of the looks (`weights`): strong, quiet, head, key, watch, off, fill, line; an
empty one is the body's.
"""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len, set_cell_size

from coach_tui.language.clean import one_line

Piece = tuple[str, str]
LONGEST: Final = 76  # cells of a line of prose; longer ones are hard to read
LEAST: Final = 8
MOST: Final = 3  # lines of a name
GAP: Final = "   "  # between a key with its word and the next


class Line(NamedTuple):
    """Pieces side by side. Lines with the same `key` are one thing to choose."""

    parts: tuple[Piece, ...] = ()
    key: str = ""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.parts)


BLANK: Final = Line()


def fit(text: str, width: int) -> str:
    """As wide as `width` cells; cut with an ellipsis only where it is longer."""
    if width <= 0:
        return ""
    if cell_len(text) > width:
        return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
    return set_cell_size(text, width)


def wrapped(text: str, width: int) -> list[str]:
    """This text on lines of `width` cells at most, never broken at a no-break space.

    Wide characters (CJK, emoji) count two cells: a line that holds some is broken earlier.
    """
    room = max(min(width, LONGEST), LEAST)
    lines: list[str] = []
    for piece in textwrap.wrap(one_line(text), room, break_on_hyphens=False) or [""]:
        while cell_len(piece) > room:
            head = set_cell_size(piece, room).rstrip()
            lines.append(head)
            piece = piece[len(head) :].lstrip()
        lines.append(piece)
    return lines


def paragraph(text: str, width: int, weight: str = "", lead: str = "", key: str = "") -> list[Line]:
    """Prose; what `lead` says hangs before it."""
    hang = " " * cell_len(lead)
    found = wrapped(text, width - len(hang))
    return [
        Line(((hang if number else lead, "quiet"), (each, weight)), key)
        for number, each in enumerate(found)
    ]


def row(
    name: Piece, ends: Sequence[tuple[Piece, int]], width: int, key: str, lead: Sequence[Piece] = ()
) -> list[Line]:
    """A name that wraps rather than being cut, and at the right edge columns of their own width.

    What follows its first line has the columns' room too. Of more than three lines, the last says
    that there is more.
    """
    right: list[Piece] = []
    for (text, weight), size in ends:
        right += [("  ", ""), (" " * max(size - cell_len(text), 0) + text, weight)]
    before = sum(cell_len(text) for text, _ in lead)
    room = width - before - sum(cell_len(text) for text, _ in right)
    if room < LEAST * 2:
        right, room = [], width - before
    first = wrapped(name[0], room)[0]
    rest = one_line(name[0])[len(first) :].strip()
    others = wrapped(rest, width - before) if rest else []
    if len(others) > MOST - 1:
        others = [*others[: MOST - 2], fit(f"{others[MOST - 2]} …", width - before).rstrip()]
    hang = " " * before
    return [
        Line((*lead, (fit(first, room), name[1]), *right), key),
        *(Line(((hang, ""), (each, name[1])), key) for each in others),
    ]


def hints(pairs: Iterable[Piece], width: int) -> list[Line]:
    """Keys with their words, whole pairs only, on as many lines as they need."""
    lines: list[list[Piece]] = [[]]
    used = 0
    for key, word in pairs:
        size = cell_len(key) + 1 + cell_len(word)
        if used and used + len(GAP) + size > width:
            lines.append([])
            used = 0
        if used:
            lines[-1].append((GAP, ""))
            used += len(GAP)
        lines[-1] += [(key, "key"), (f" {word}", "quiet")]
        used += size
    return [Line(tuple(each)) for each in lines if each]


def bar(done: float, total: float, size: int) -> tuple[Piece, ...]:
    """How far something has come, in `size` cells; a little done is never drawn as nothing."""
    full = 0 if not total else max(round(done / total * size), 1 if done else 0)
    full = min(full, size - 1) if done < total else full
    return ("■" * full, "fill"), ("·" * (size - full), "line")
