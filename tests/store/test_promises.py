"""The promises in the docstring of the store name tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import coach_tui.store

HERE = Path(__file__).parent


def test_every_test_that_is_named_is_there() -> None:
    text = coach_tui.store.__doc__ or ""
    named = re.findall(r"(?:tests/(\w+)/)?(test_\w+)", text)
    assert len(named) > 10
    for room, name in named:
        assert (HERE.parent / (room or "store") / f"{name}.py").is_file(), name
