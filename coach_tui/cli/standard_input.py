"""What is piped into a command, where it takes `-` for a file."""

from __future__ import annotations

import sys

from coach_tui.cli.call import Refused
from coach_tui.cli.output import make_room
from coach_tui.store.documents import LIMIT, file_named, read_bytes, read_document, text_in


def text_from_stdin() -> str:
    """The text piped in; refused where it is too long, or bytes that are no text."""
    make_room()
    encoded = sys.stdin.buffer.read(LIMIT + 1)
    if len(encoded) > LIMIT:
        raise Refused("refusal.export.too-large", limit=LIMIT)
    text = text_in(encoded)
    if text is None:
        raise Refused("refusal.export.not-text", file="-")
    return text.replace("\r\n", "\n")


def next_line() -> str:
    """The next line typed, or piped in. EOFError at its end, UnicodeDecodeError for no text.

    Read as bytes: a line that is no text then costs no line after it.
    """
    if sys.stdin is None:
        raise EOFError
    encoded = getattr(sys.stdin, "buffer", None)
    line = encoded.readline() if encoded else sys.stdin.readline().encode()
    if not line:
        raise EOFError
    text: str = line.decode(sys.stdin.encoding or "utf-8")
    return text.removeprefix("\ufeff")


def line_typed() -> str:
    """The next line without its blanks; empty at the end, and for bytes that are no text."""
    try:
        return next_line().strip()
    except (EOFError, OSError, ValueError):
        return ""


def bytes_given(file: str, limit: int) -> bytes:
    """What is in this file, or piped in for `-`; of that one byte more than `limit` at most."""
    if file != "-":
        return read_bytes(file_named(file), limit)
    make_room()
    return sys.stdin.buffer.read(limit + 1)


def text_given(file: str) -> str:
    """The text of this file; of what is piped in for `-`."""
    return text_from_stdin() if file == "-" else read_document(file_named(file))
