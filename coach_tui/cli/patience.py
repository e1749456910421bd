"""A command that takes over a second says so on a terminal's stderr, until its first word."""

from __future__ import annotations

import sys
from threading import Event, Thread
from typing import Final

from coach_tui.cli.output import before_words
from coach_tui.language import Words
from coach_tui.language.glyphs import even, shaped

PATIENT: Final = 1.0  # seconds without a word after which it is said, and said anew


def be_patient(words: Words, *, heard: bool) -> None:
    """From now on say each second how many have gone by; once, to whom hears it line by line."""
    ended = Event()
    watching = Thread(target=_say, args=(words, ended, heard), daemon=True)
    watching.start()

    def end() -> None:
        ended.set()
        watching.join()

    before_words(end)


def _say(words: Words, ended: Event, heard: bool) -> None:
    seconds, said = 0, ""
    while not ended.wait(PATIENT):
        seconds += 1
        said = _as_written(even(shaped(words("app.working", n=seconds))))
        if not heard:
            _write(f"\r{said}")
        elif seconds == 1:
            _write(f"{said}\n")
    if said and not heard:  # with blanks: not every console obeys more than a return
        _write(f"\r{' ' * len(said)}\r")


def _as_written(text: str) -> str:
    """`text` as this console has it: a letter it lacks may stand there as three."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"  # none: it is captured
    return text.encode(encoding, sys.stderr.errors or "strict").decode(encoding)


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
