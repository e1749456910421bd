"""What is said on a terminal while nothing else is goes before the next word, all of it."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from threading import Event

import pytest

from coach_tui.cli import patience
from coach_tui.cli.code_page import HANDLER, CodePage
from coach_tui.cli.output import before_words
from coach_tui.language import Words
from tests.cli.conftest import Coach

READERS = (
    ("import", "-"), ("access", "import", "-"), ("kpi", "import", "-"),
    ("answer", "--from", "Julie"), ("note", "access-crm", "-"),
)  # fmt: skip


def test_it_is_gone_before_anything_typed_is_read(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in READERS:
        told: list[str] = []

        class Typed(io.BytesIO):
            def read(self, size: int | None = -1, /, told: list[str] = told) -> bytes:
                told.append("read")
                return super().read(size)

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Typed(b"Tool,Owner\n")))
        before_words(lambda told=told: told.append("gone"))
        dupont(*command)
        assert told[:2] == ["gone", "read"], command


def test_whoever_asks_for_plain_words_hears_it_once(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(patience, "be_patient", lambda words, *, heard: asked.append(heard))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    dupont("status")
    dupont("today", "--plain")
    assert asked == [False, True]


def test_a_console_that_has_no_ellipsis_is_wiped_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    class Twice(Event):
        waits: Iterator[bool] = iter((False, False, True) * 9)

        def wait(self, timeout: float | None = None) -> bool:
            return next(self.waits)

    CodePage().take_over()
    for encoding in ("ascii", "cp850", "utf-8"):
        console = io.BytesIO()
        stream = io.TextIOWrapper(console, encoding, HANDLER)
        monkeypatch.setattr(sys, "stderr", stream)
        patience._say(Words("fr"), Twice(), heard=False)
        *said, blanks, end = console.getvalue().decode(encoding).split("\r")[1:]
        assert re.match("Un instant", said[0])
        assert (len(blanks), blanks.strip(), end) == (max(map(len, said)), "", ""), encoding
