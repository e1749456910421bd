"""A line of a list, which goes on below itself where the room is short."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content, Span

LEAST: Final = 16  # cells that a line going on needs; in less it is cut
MORE: Final = " …"


class Row(NamedTuple):
    """A step's line (with its id), or a heading that the cursor skips (`heading`).

    hang  the column in which a line too long for the room goes on; negative, it is cut
    most  how many lines it may take, where that is bounded; the last says that there is more
    """

    id: str
    content: Content
    heading: bool = False
    hang: int = -1
    most: int = 0

    def within(self, width: int) -> Content:
        """It in this room, on as many lines as it needs where it may go on."""
        room = width - self.hang
        if self.hang < 0 or room < LEAST or self.content.cell_length <= width:
            return self.content
        folds = _folds(self.content.plain, self.hang, room)
        if folds is None:
            return self._wrapped(room)
        text, spans = self.content.plain, self.content.spans
        if self.most and len(folds) >= self.most:
            folds = folds[: self.most]
            end = folds.pop()
            if cell_len(text[(folds or [self.hang])[-1] : end]) + len(MORE) > room:
                end = text.rindex(" ", 0, end)
            text = text[:end] + MORE
        return _folded(text, spans, folds, self.hang)

    def _wrapped(self, room: int) -> Content:
        """The same where a word is longer than the room: slower, and cut in the word."""
        first, *others = self.content[self.hang :].wrap(room)
        if self.most and len(others) >= self.most:
            kept = others[: self.most - 1]
            others = [*kept[:-1], (kept[-1].rstrip() + MORE).truncate(room, ellipsis=True)]
        gap = Content("\n" + " " * self.hang)
        return (
            self.content[: self.hang]
            + first.rstrip()
            + Content("").join(gap + each.rstrip() for each in others)
        )


def _folds(text: str, start: int, room: int) -> list[int] | None:
    """The blanks at which lines of `room` cells end; None where a word is longer than that."""
    folds: list[int] = []
    used, place = 0, start
    for word in text[start:].split(" "):
        size = cell_len(word)
        if size > room:
            return None
        if place > start and used + 1 + size > room:
            folds.append(place - 1)
            used = size
        else:
            used += size + (place > start)
        place += len(word) + 1
    return folds


def _folded(text: str, spans: Sequence[Span], folds: Sequence[int], hang: int) -> Content:
    """This text with a line's end at each fold; no style reaches the blanks before the next."""
    starts = [0, *(fold + 1 for fold in folds)]
    ends = [*folds, len(text)]
    lines = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    moved = [
        Span(max(span.start, start) + n * hang, min(span.end, end) + n * hang, span.style)
        for span in spans
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
        if span.start < end and span.end > start
    ]
    return Content(("\n" + " " * hang).join(lines), spans=moved)
