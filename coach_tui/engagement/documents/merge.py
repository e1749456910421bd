"""Two people changed one text: what both did, line by line.

A three-way merge: lines that neither touched hold the pieces apart; a piece one of them changed is
theirs; one that both changed differently has to be settled by a person.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final, NamedTuple

LIMIT: Final = 3_000  # lines: 2,000 equal ones take nearly a second


class MergePiece(NamedTuple):
    """Some lines as they were, and as each of the two has them. A line has its end."""

    base: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def settled(self) -> tuple[str, ...] | None:
        """These lines as both would have them; None where they crossed."""
        if self.theirs in (self.mine, self.base):
            return self.mine
        return self.theirs if self.mine == self.base else None


class Merge(NamedTuple):
    """The pieces, in order. `text` is the merged text where no two changes crossed."""

    pieces: tuple[MergePiece, ...]

    @property
    def crossed(self) -> tuple[MergePiece, ...]:
        """The pieces that both changed, each in their own way."""
        return tuple(piece for piece in self.pieces if piece.settled is None)

    @property
    def text(self) -> str:
        """The merged text; in a piece that crossed, the lines of mine then those of theirs."""
        return "".join(
            "".join(both if (both := piece.settled) is not None else _one_then_other(piece))
            for piece in self.pieces
        )

    @property
    def taken(self) -> tuple[str, ...]:
        """The lines that are in it because the other wrote them."""
        return tuple(
            line
            for piece in self.pieces
            if piece.mine == piece.base and piece.theirs != piece.base
            for line in piece.theirs
        )


def merge(base: str, mine: str, theirs: str) -> Merge:
    """What two texts made of the one both began from; one crossed piece where they are too long."""
    lines = [_lines(text) for text in (base, mine, theirs)]
    if max(map(len, lines)) > LIMIT:
        return Merge((MergePiece(*map(tuple, lines)),))
    return Merge(tuple(_pieces(*lines)))


def _pieces(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[MergePiece]:
    same: list[dict[int, int]] = []
    for other in (mine, theirs):
        blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
        same.append({each.a + k: each.b + k for each in blocks for k in range(each.size)})
    held = [(line, same[0][line], same[1][line]) for line in sorted(same[0].keys() & same[1])]
    at = (0, 0, 0)
    for anchor in (*held, (len(base), len(mine), len(theirs))):
        if anchor != at:
            texts = zip((base, mine, theirs), at, anchor, strict=True)
            yield MergePiece(*(tuple(text[start:end]) for text, start, end in texts))
        if anchor[0] < len(base):
            line = (base[anchor[0]],)
            yield MergePiece(line, line, line)
        at = (anchor[0] + 1, anchor[1] + 1, anchor[2] + 1)


def _lines(text: str) -> list[str]:
    """Its lines, each with its end: a Markdown paragraph, item or row is one or a few."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _one_then_other(piece: MergePiece) -> tuple[str, ...]:
    mine = piece.mine
    if mine and not mine[-1].endswith("\n"):
        mine = (*mine[:-1], f"{mine[-1]}\n")
    return (*mine, *piece.theirs)
