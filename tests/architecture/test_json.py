"""Whatever is written as JSON is JSON: NaN and infinity, which Python would write, are refused."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import coach_tui

ROOT = Path(coach_tui.__file__).parent
WRITERS = {"dumps", "dump", "JSONEncoder"}


def writers(source: str) -> Iterator[ast.Call]:
    """The calls that write JSON, or make something that does."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            whose = node.func.value
            named = isinstance(whose, ast.Name) and whose.id == "json"
            if named and node.func.attr in WRITERS:
                yield node


def is_strict(call: ast.Call) -> bool:
    return any(
        each.arg == "allow_nan" and isinstance(each.value, ast.Constant) and not each.value.value
        for each in call.keywords
    )


def test_json_is_written_without_numbers_that_are_none() -> None:
    calls = {
        f"{path.relative_to(ROOT)}:{call.lineno}": call
        for path in ROOT.rglob("*.py")
        for call in writers(path.read_text("utf-8"))
    }
    assert len(calls) >= 3
    assert [place for place, call in calls.items() if not is_strict(call)] == []


def test_the_look_for_them_finds_one() -> None:
    [call] = writers("import json\njson.dumps(1, indent=2)")
    assert not is_strict(call)


def test_json_is_always_called_by_its_name() -> None:
    """Else the look above would miss it."""
    for path in ROOT.rglob("*.py"):
        assert "from json import" not in path.read_text("utf-8"), path
