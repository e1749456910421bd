"""Older lines of this machine's own record, packed: some hundred of them compressed on one line.

A packed line begins with `z:`, then base64 of zlib. It stands for the lines in it, so a record may
mix both, is still added to at its end, and a damaged piece costs its own lines alone: zlib's check
tells, and the engagement's file gives them back.
"""

from __future__ import annotations

import zlib
from binascii import Error, a2b_base64, b2a_base64
from collections.abc import Iterator, Sequence
from typing import Final

MARK: Final = b"z:"
PIECE: Final = 32 * 1024  # bytes of plain lines in one: a quarter of that on disk
_LARGEST: Final = 64 * 1024 * 1024  # no piece of ours holds as much


def packed(lines: Sequence[bytes]) -> Iterator[bytes]:
    """The same lines in as few as are worth it, in their order."""
    piece: list[bytes] = []
    size = 0
    for line in lines:
        piece.append(line)
        size += len(line)
        if size >= PIECE:
            yield _packed(piece)
            piece, size = [], 0
    yield from piece  # they will be with the next ones


def unpacked(text: bytes) -> bytes:
    """A record's text with each packed line replaced by those in it; a damaged one by none."""
    if MARK not in text:
        return text
    return b"\n".join(
        _lines_in(line) if line.startswith(MARK) else line for line in text.split(b"\n")
    )


def _packed(lines: Sequence[bytes]) -> bytes:
    return MARK + b2a_base64(zlib.compress(b"\n".join(lines), 6), newline=False)


def _lines_in(line: bytes) -> bytes:
    try:
        unzip = zlib.decompressobj()
        found = unzip.decompress(a2b_base64(line[len(MARK) :], strict_mode=True), _LARGEST)
    except (Error, zlib.error):
        return b""
    return found if unzip.eof else b""
