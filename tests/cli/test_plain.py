"""Tables for the ear: "label: value", one a line, wherever that is asked for or told."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from coach_tui.demo import make_demo
from coach_tui.language import Words
from coach_tui.places import Home

from .conftest import TODAY, Coach

LISTS = (
    ("today",), ("today", "--all"), ("status",), ("list",), ("portfolio",), ("history",),
    ("access", "list"), ("kpi", "list"), ("kpi", "status"), ("team", "list"), ("team", "skills"),
    ("rhythm", "list"), ("rhythm", "days"), ("rhythm", "meetings"), ("rhythm", "decide"),
    ("rhythm", "promise"), ("document", "list"),
)  # fmt: skip
COLUMNS = re.compile(r"\S {2,}\S")


def french(home: Path) -> None:
    make_demo(Home(home / "engagements", home / "state"), Words("fr"), date.fromisoformat(TODAY))


def rows_of(said: str) -> list[list[str]]:
    """The lines of each row, of what ends with a blank line."""
    return [each.splitlines() for each in said.split("\n\n")[:-1]]


def test_every_table_is_said_by_label_and_value(home, coach: Coach):
    french(home)
    for command in LISTS:
        aligned = coach(*command, "--lang", "fr")
        plain = coach(*command, "--plain", "--lang", "fr")
        assert (aligned.code, plain.code) == (0, 0), (command, aligned.err, plain.err)
        assert not set(plain.out) & set("│─┌┐└┘║═"), command
        assert not COLUMNS.search(plain.out), (command, COLUMNS.search(plain.out))
        rows = rows_of(plain.out)
        assert rows, command
        # A row is of labels; a heading or a sentence may stand before the first of a group.
        for row in rows:
            labelled = [line for line in row if re.match(r"[^:]+\u00a0: ", line)]
            assert len(labelled) >= 2, (command, row)
            assert len(row) - len(labelled) <= 4, (command, row)
        assert len(rows) >= len([x for x in aligned.out.splitlines() if x.strip()]) // 2, command


def test_the_environment_asks_for_it_too_and_colours_change_nothing(home, coach, monkeypatch):
    french(home)
    for command in (("access", "list"), ("status",), ("kpi", "status")):
        aligned, plain = coach(*command), coach(*command, "--plain")
        assert aligned.out != plain.out
        for name, value in (("ACCESSIBLE", "1"), ("TERM", "dumb")):
            with monkeypatch.context() as patched:
                patched.setenv(name, value)
                assert coach(*command).out == plain.out, (name, command)
        with monkeypatch.context() as patched:
            patched.setenv("NO_COLOR", "1")
            patched.setenv("ACCESSIBLE", "0")
            assert coach(*command).out == aligned.out, command
