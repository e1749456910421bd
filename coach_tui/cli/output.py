"""stdout is data, stderr is talk. People's words reach neither with what a terminal would obey."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TextIO

from coach_tui.language.cause import Cause
from coach_tui.language.clean import clean
from coach_tui.language.glyphs import even, shaped

if TYPE_CHECKING:
    from coach_tui.language import Words


class Unwritten(OSError):
    """stdout takes no more: the disk it goes to is full, or fails."""


_BEFORE: Final[list[Callable[[], None]]] = []


def before_words(end: Callable[[], None]) -> None:
    """Have this done before the next word, be it said, shown or asked for."""
    _BEFORE.append(end)


def make_room() -> None:
    """What is said while nothing else is goes away: something is about to be said, or asked."""
    while _BEFORE:
        _BEFORE.pop()()


def quieten(*streams: TextIO) -> None:
    """Let what is still unwritten go nowhere, so that leaving says nothing more of it."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in streams or (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        return


def show(text: str) -> None:
    """Data, for a reader or a file."""
    make_room()
    with written():
        print(_for(sys.stdout, text))


def say(text: str) -> None:
    """Talk: what happened, what to do."""
    make_room()
    with written():
        sys.stdout.flush()
    print(_for(sys.stderr, text), file=sys.stderr)


def _for(stream: TextIO, text: str) -> str:
    """What this stream is given; a terminal, the shapes that all of them draw."""
    said = clean(text)
    return even(shaped(said)) if stream.isatty() else said


def show_json(value: Any) -> None:
    """Data, for a program."""
    make_room()
    with written():
        print(as_json(value))


def as_json(value: Any) -> str:
    """JSON in which what a terminal would obey is written as JSON's own escapes."""
    import json

    text = json.dumps(value, ensure_ascii=not _speaks_unicode(), indent=2, allow_nan=False)
    if clean(text) == text:
        return text
    return "".join(letter if clean(letter) else f"\\u{ord(letter):04x}" for letter in text)


def show_document(text: str) -> None:
    """A whole document, exactly: UTF-8 where it goes to a file or a program."""
    make_room()
    with written():
        if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
            print(text, end="")
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


def tell_unwritten(error: OSError, words: Words) -> None:
    """Say that not all of the answer could be written where it was sent."""
    quieten(sys.stdout)
    full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
    say(words("cli.unwritten-full") if full else words("cli.unwritten", why=Cause(error)))


@contextmanager
def written() -> Iterator[None]:
    """What stdout will not take raises Unwritten; a reader who has left, BrokenPipeError."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Unwritten(error.errno, error.strerror) from error


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
