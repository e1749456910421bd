"""The tables of keys and commands are the program’s. `UPDATE_README=1 make test` writes them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from coach_tui.cli.parser import COMMANDS as CLI_COMMANDS
from coach_tui.language import LANGUAGES, Language, Words
from coach_tui.ui.commands import COMMANDS as KEYS
from coach_tui.ui.commands import EVERYWHERE, Command

ROOT = Path(__file__).resolve().parents[2]
READMES = (ROOT / "README.md", ROOT / "README.fr.md")
HEADS: Final[dict[Language, tuple[str, str]]] = {
    "en": ("| key | where | what it does |", "| command | what it does |"),
    "fr": ("| touche | où | ce qu’elle fait |", "| commande | ce qu’elle fait |"),
}


def engraved(key: str, words: Words) -> str:
    """A key as the app says it; `—` for what is found in the palette alone."""
    said = words(f"key.{key}")
    return (key if said == f"key.{key}" else said) or "—"


def keys_table(language: Language) -> str:
    words = Words(language)
    rows = [
        f"| `{engraved(command.keys.split(',')[0], words)}` | {where(command, words)} "
        f"| {words(f'command.{command.id}.help')} |"
        for command in KEYS
    ]
    return "\n".join([HEADS[language][0], "|---|---|---|", *rows])


def where(command: Command, words: Words) -> str:
    """The screens on which this key works."""
    if command.screens == EVERYWHERE:
        return words("help.everywhere")
    named = ("stages" if screen == "stage" else screen for screen in command.screens)
    return ", ".join(words(f"app.{screen}") for screen in named)


def commands_table(language: Language) -> str:
    words = Words(language)
    rows = [
        f"| `{f'coach {command.name}'.strip()}` | {words(command.help_key)} |"
        for command in CLI_COMMANDS
    ]
    return "\n".join([HEADS[language][1], "|---|---|", *rows])


def test_the_tables_of_keys_and_commands_are_true() -> None:
    for language in LANGUAGES:
        file = ROOT / "content" / "help" / f"reference.{language}.md"
        text = expected = file.read_text(encoding="utf-8")
        tables = (("keys", keys_table(language)), ("commands", commands_table(language)))
        for name, table in tables:
            block = f"<!-- {name} -->\n{table}\n<!-- /{name} -->"
            expected = re.sub(
                rf"<!-- {name} -->.*?<!-- /{name} -->",
                lambda _, block=block: block,
                expected,
                flags=re.S,
            )
        if os.environ.get("UPDATE_README"):
            file.write_text(expected, encoding="utf-8")
            continue
        assert text == expected, "the tables are old: UPDATE_README=1 make test"


def test_what_it_links_to_is_there() -> None:
    for readme in READMES:
        for link in re.findall(r"\]\(([^)#:]+)\)", readme.read_text(encoding="utf-8")):
            assert (ROOT / link).is_file(), link


def test_no_command_or_key_is_without_words() -> None:
    for language in ("en", "fr"):
        words = Words(language)
        for command in KEYS:
            for key in (f"command.{command.id}", f"command.{command.id}.help"):
                assert words(key) != key
        for command in CLI_COMMANDS:
            assert words(command.help_key) != command.help_key
