"""What a template has that a text begun from it never had: headings that came since, offered.

A text that was begun stays as its author left it when the template changes. A heading that some
version of it had and has no more was taken out by somebody: it is not offered again.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from coach_tui.language.fold import folded

_HEADING: Final = re.compile(r"^(#{2,6})\s+(.*?)\s*#*\s*$")
_FENCE: Final = re.compile(r"^\s{0,3}(?:```|~~~)")


class Part(NamedTuple):
    """A heading below the title, and the lines under it up to the next one."""

    heading: str
    lines: tuple[str, ...]


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a text; what stands before its first heading is none."""
    found: list[tuple[str, list[str]]] = []
    for line, head in _lines(text):
        if head:
            found.append((head, [line]))
        elif found:
            found[-1][1].append(line)
    return tuple(Part(head, tuple(lines)) for head, lines in found)


def new_parts(template: str, beginning: str, texts: Collection[str]) -> tuple[Part, ...]:
    """The parts of what it would begin as today whose heading none of these texts has.

    A heading that is filled ("## {status}") says another thing every day: it is none that came.
    """
    had = {_same(part.heading) for text in texts for part in parts_of(text)}
    written = {_same(part.heading) for part in parts_of(template)} - had
    return tuple(part for part in parts_of(beginning) if _same(part.heading) in written)


def with_parts(text: str, parts: Collection[Part]) -> str:
    """The text, these parts at its end."""
    added = "\n\n".join("\n".join(part.lines).strip("\n") for part in parts)
    return f"{text.rstrip()}\n\n{added}\n" if added else text


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line with the heading it is, where it is one; in code there is none."""
    code = False
    for line in text.split("\n"):
        code ^= _FENCE.match(line) is not None
        head = None if code else _HEADING.match(line)
        yield line, head[2] if head else ""


def _same(heading: str) -> str:
    return " ".join(folded(heading).split())
