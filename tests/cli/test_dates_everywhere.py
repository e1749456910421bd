"""Every option that takes a day refuses one that no mission can have, in words, and saves nothing.

The options come from the commands' own parsers: one that is added and not tried here is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coach_tui.cli.parser import COMMANDS, parser_of
from coach_tui.language import Words

from .conftest import Coach

FAR = ("9999-12-31", "0001-01-01", "31/12/9999")
GATHERED = (
    ("team", "add", "Lea"), ("team", "skills", "seo"), ("access", "add", "HubSpot"),
    ("kpi", "add", "mql"), ("transition", "open-loops", "--add", "Agency"),
    ("rhythm", "add", "weekly-ceo", "--cadence", "weekly", "--day", "fri", "--time", "08:00"),
    ("frame", "candidates", "--add", "Nora"),
    *(("access", "next", "hubspot", "--role", "admin", "--owner", "Lea"),) * 3,
)  # fmt: skip
# What each of these commands is told besides, so that nothing but the day is wrong.
GIVEN = {
    "new": ("Other", "--days-per-week", "2"), "answer": ("--from", "Lea", "--step", "access-crm"),
    "set": ("days_per_week=3",), "document link": ("strategy", "https://example.org/s"),
    "document verify": ("strategy", "--by", "Lea"), "document sent": ("strategy",),
    "rhythm add": ("far", "--name", "F", "--cadence", "weekly", "--day", "mon", "--time", "09:00"),
    "rhythm stop": ("weekly-ceo",), "rhythm log": ("weekly-ceo", "held"),
    "rhythm met": ("kickoff", "--who", "Max"), "rhythm decide": ("Stop",),
    "rhythm promise": ("List",), "rhythm days": ("1",), "team add": ("Lea",),
    "team rate": ("lea", "seo", "2"), "team use": ("lea", "seo"), "team drill": ("lea",),
    "team entrust": ("lea", "seo", "2", "--evidence", "seen", "--by", "Nora"),
    "team taper": ("--set", "1"), "access next": ("hubspot",), "access exit": ("hubspot",),
    "kpi add": ("mql", "--target-3", "5", "--target-6", "6", "--target-12", "7", "--baseline", "4"),
    "kpi read": ("mql", "5"), "kpi limits": ("mql",),
    "access add": ("Ahrefs",), "expiry set": ("Domain",),
    "kpi objective": ("Grow", "--from", "1", "--to", "2"), "frame situation": ("launch",),
    "frame candidates": ("--of", "Nora"), "transition signals": ("--headcount", "3"),
    "transition plan": (), "transition open-loops": ("--of", "Agency"),
}  # fmt: skip
NEEDED = {"new": "--start"}  # asked for whatever else is said


def dated() -> Iterator[tuple[str, str]]:
    """Each command, each of its options that takes a day."""
    words = Words("en")
    for command in COMMANDS:
        parser = parser_of(command, words)
        command.add_options(parser, words)
        for action in parser._actions:
            if action.metavar == "DATE" and action.dest != "today":
                yield command.name, action.option_strings[-1]


def test_every_option_refuses_a_day_out_of_bounds(dupont: Coach, home: Path) -> None:
    assert {name for name, _ in dated()} == GIVEN.keys()
    for command in GATHERED:
        assert dupont(*command).code == 0, command
    answer = home.parent / "answer.md"
    answer.write_text("It is open.")
    files = {file: file.read_bytes() for file in (home / "engagements").iterdir()}
    taken = []
    for name, option in dated():
        given = [*name.split(), *GIVEN[name]]
        given += [str(answer)] if name == "answer" else []
        needed = NEEDED.get(name, option)
        for day in FAR:
            said = [option, day] if needed == option else [needed, "2026-12-07", option, day]
            told = dupont(*given, *said, "--lang", "en")
            if told.code != 1 or "is too far away" not in told.err:
                taken.append((name, option, day, told.code, told.err[:160]))
    assert taken == []
    assert {file: file.read_bytes() for file in (home / "engagements").iterdir()} == files
