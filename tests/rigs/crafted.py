"""Files made to hurt: every field the demonstration writes says something no form would take.

Then whole files that no program of ours writes (see `hostile_files`). The commands are run on each,
and somebody walks through the app with it (see `tour`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from coach_tui.engagement.clock import HybridClock
from coach_tui.store import layout

from .hostile_files import FILES
from .rig import PATIENCE, Ended, Found, Home, Rig
from .warm import Command

NESTED: Any = "x"
for _ in range(60):
    NESTED = [NESTED]
VALUES: Mapping[str, Any] = {
    "9999-12-31": "9999-12-31", "5e-324": 5e-324, "0001-01-01": "0001-01-01", "1e308": 1e308,
    "-1e308": -1e308, "10**400": 10**400, "0": 0, "-1": -1, "true": True, "[]": [], "null": None,
    "nested": NESTED, "mapping": {"a": {"b": [1]}}, "empty": "", "1e999": "1e999", "NaN": "NaN",
    "moment": "2026-11-29T23:59:59+14:00", "month 13": "2026-13", "week 53": "2026-W53",
    "escapes": "\x1b[2J\x1b]0;owned\x07[bold]x[/] \u202eabc\nb|c|</script>",
    "surrogate": "\ud800", "digits": "9" * 20_000, "200 kB": "x" * 200_000,
    "list": [{"a": 1}, None], "blanks": " " * 20_000, "parentheses": "(" * 20_000,
    "stars": "*_" * 10_000,
    "formula": '=HYPERLINK("http://e")',
}  # fmt: skip
COMMANDS = [
    said.split()
    for said in (
        "status", "export calendar", "export handover", "transition plan", "today", "list",
        "history", "check", "portfolio", "search x", "doctor", "kpi list", "kpi status",
        "team list", "access list", "rhythm list", "rhythm resume", "report month",
        "transition readiness", "frame need", "frame cost", "frame contract", "export checklist",
        "export decision", "export team", "export accesses", "export kpis", "undo",
        "step access-crm done",
    )
]  # fmt: skip


def run(trials: int, folder: Path) -> Found:
    """Half the trials are of values, half of files; full, every command and the whole walk."""
    wrong, tried = Counter[str](), 0
    meta, records = _demonstration(folder)
    sound = layout.compose(meta, {}, map(layout.encode, records))
    made = {name: partial(_with_value, meta, records, value) for name, value in VALUES.items()}
    files = {name: partial(make, sound) for name, make in FILES.items()}
    chosen = [*list(made.items())[: trials // 2], *list(files.items())[: trials // 2]]
    whole = trials >= len(VALUES)
    for name, make in chosen:
        home = Home(folder / "crafted")
        (home.folder / "engagements").mkdir(parents=True)
        file = home.folder / "engagements" / "mail.json"
        file.write_bytes(make())
        for command in COMMANDS[: None if whole else 4]:
            ended = home.coach(*command)
            tried += 1
            if found := ended.broken or _escaped(ended.out + ended.err):
                wrong[f"{found}: {name}, {' '.join(command)}"] += 1
        if whole or name == chosen[0][0]:
            file.write_bytes(make())
            tried += 1
            if found := _walked(home, file, whole):
                wrong[f"app: {name}, {found}"] += 1
    if outside := [path.name for path in folder.iterdir() if "evil" in path.name]:
        wrong[f"written outside: {outside}"] += 1
    return Found(tried, +wrong)


def _walked(home: Home, file: Path, whole: bool) -> str:
    """What was wrong in the app; empty where nothing was."""
    arguments = [str(file), *([] if whole else ["--short"])]
    command = Command(arguments, home.env, call="tests.rigs.tour:walk", cpu=600)
    code = command.ended(20 * PATIENCE)  # it is its own processor time that is limited
    out, err = command.said()
    command.close()
    return "hung" if code is None else "" if code == 0 else (out + err).strip()[-200:] or str(code)


def control(trials: int, folder: Path) -> Found:
    """A command that does stop on an error of its own is found out."""
    home = Home(folder / "crafted-control").begun()
    command = Command(["where"], home.env, call="tests.rigs.crafted:failing")
    found = Ended(command.ended(PATIENCE), *command.said()).broken
    command.close()
    return Found(1, +Counter({found: 1 if found else 0}))


def failing(arguments: list[str]) -> int:
    """The program with a fault in one command."""
    import coach_tui.cli.where as broken
    from coach_tui.cli import main

    broken.run_where = lambda _: 1 // 0
    return main(arguments)


def _demonstration(folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    home = Home(folder / "crafted-demo")
    assert home.coach("demo", "--home", str(home.folder), "--print").code == 0
    meta, events = layout.sift(home.file.read_bytes())
    assert meta is not None
    return meta, list(events.values())


def _with_value(meta: dict[str, Any], records: list[dict[str, Any]], value: Any) -> bytes:
    return layout.compose(meta, {}, _mutated(records, value))


def _mutated(records: list[dict[str, Any]], value: Any) -> Iterator[bytes]:
    """The events, and after them one for each thing whose fields all say this; twice a field."""
    seen: Counter[tuple[str, str]] = Counter()
    clock = HybridClock()
    clock.observe(max(record["id"] for record in records))
    yield from map(layout.encode, records)
    for record in records:
        kind = record["entity"]
        fields = [name for name in record["changes"] if name != "role" and seen[kind, name] < 2]
        seen.update((kind, name) for name in fields)
        if fields:
            changes = dict.fromkeys(fields, value)
            kept = {name: record[name] for name in ("at", "actor", "entity", "entity_id")}
            yield layout.encode({**kept, "id": clock.stamp(0, 1), "changes": changes})


def _escaped(text: str) -> str:
    bad = [letter for letter in "\x1b\x07\x9b\0\u202e" if letter in text]
    return "an escape printed" if bad else ""


RIG = Rig("crafted", run, control, small=2, full=2 * max(len(VALUES), len(FILES)))
