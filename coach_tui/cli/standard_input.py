"""What is piped into a command, where it takes `-` for a file."""

from __future__ import annotations

import sys

from coach_tui.cli.call import Refused
from coach_tui.store.documents import LIMIT


def text_from_stdin() -> str:
    """The text piped in; refused where it is too long, or bytes that are no text."""
    encoded = sys.stdin.buffer.read(LIMIT + 1)
    if len(encoded) > LIMIT:
        raise Refused("refusal.export.too-large", limit=LIMIT)
    try:
        return encoded.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Refused("refusal.export.not-text", file="-") from None
