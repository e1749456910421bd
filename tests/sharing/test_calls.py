"""How long a call is given: longer wherever it has to connect, the first time or again."""

from __future__ import annotations

from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest

from coach_tui.sharing.server import calls


def test_a_call_that_has_to_connect_again_is_given_the_longer_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Any] = []
    given: list[float | None] = []

    def connect(*_: object, **__: object) -> Any:
        made.append(SimpleNamespace(closed=False))
        return made[-1]

    class Watched(SimpleQueue[Any]):
        def get(self, block: bool = True, timeout: float | None = None) -> Any:
            given.append(timeout)
            return super().get(block, timeout)

    library = SimpleNamespace(connect=connect, Error=psycopg.Error)
    monkeypatch.setattr(calls, "psycopg", lambda: library)
    monkeypatch.setattr(calls, "SimpleQueue", Watched)
    asked = calls.Calls("postgresql:///coach", 10.0)
    for expected in (20.0, 10.0, 20.0, 10.0):
        if len(given) == 2:
            made[-1].closed = True  # the server ended it meanwhile
        assert asked.ask(lambda connection: connection) is made[-1]
        assert given[-1] == expected, given
    asked.hurry(0.5)
    assert asked.ask(lambda connection: connection) is made[-1]
    assert given[-1] == 10.0, "whoever is in a hurry to reach it lets what is reached answer"
    made[-1].closed = True
    assert asked.ask(lambda connection: connection) is made[-1]
    assert given[-1] == 0.5
    made[-1].closed = True
    assert len(made) == 3
