"""The README's tables are those of the program. `UPDATE_README=1 make test` writes them."""

from __future__ import annotations

import os
import re
from pathlib import Path

from coach_tui.cli.parser import COMMANDS as CLI_COMMANDS
from coach_tui.language import Words
from coach_tui.ui.commands import COMMANDS as KEYS
from coach_tui.ui.commands import EVERYWHERE, Command

README = Path(__file__).resolve().parents[2] / "README.md"


def engraved(key: str) -> str:
    """A key as the app says it."""
    said = Words("en")(f"key.{key}")
    return key if said == f"key.{key}" else said


def keys_table() -> str:
    words = Words("en")
    rows = [
        f"| `{engraved(command.keys.split(',')[0])}` | {where(command)} "
        f"| {words(f'command.{command.id}.help')} |"
        for command in KEYS
    ]
    return "\n".join(["| key | where | what it does |", "|---|---|---|", *rows])


def where(command: Command) -> str:
    """The screens on which this key works."""
    return "everywhere" if command.screens == EVERYWHERE else ", ".join(command.screens)


def commands_table() -> str:
    words = Words("en")
    rows = [
        f"| `{f'coach {command.name}'.strip()}` | {words(command.help_key)} |"
        for command in CLI_COMMANDS
    ]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def test_the_tables_of_keys_and_commands_are_true() -> None:
    text = README.read_text(encoding="utf-8")
    expected = text
    for name, table in (("keys", keys_table()), ("commands", commands_table())):
        block = f"<!-- {name} -->\n{table}\n<!-- /{name} -->"
        expected = re.sub(
            rf"<!-- {name} -->.*?<!-- /{name} -->",
            lambda _, block=block: block,
            expected,
            flags=re.S,
        )
    if os.environ.get("UPDATE_README"):
        README.write_text(expected, encoding="utf-8")
        return
    assert text == expected, "the tables are old: UPDATE_README=1 make test"


def test_what_it_links_to_is_there() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (README.parent / link).is_file(), link


def test_no_command_or_key_is_without_words() -> None:
    for language in ("en", "fr"):
        words = Words(language)
        for command in KEYS:
            for key in (f"command.{command.id}", f"command.{command.id}.help"):
                assert words(key) != key
        for command in CLI_COMMANDS:
            assert words(command.help_key) != command.help_key
