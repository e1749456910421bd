"""Loading Textual without OpenSSL, which it brings along for connections the coach never makes.

Textual runs on asyncio, and asyncio loads `ssl` where there is one: a twentieth of the time until
the first frame. It does without on a Python that was built without, so that is what it is told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_tls() -> Iterator[None]:
    """While Textual is imported, `ssl` can't be. Whoever asks for it later gets it."""
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # how Python says "not to be imported"
    try:
        yield
    finally:
        del sys.modules["ssl"]
