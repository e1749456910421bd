"""Writes shell/ from the commands as they are: `make shell` (`python -m tests.shell.write`)."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import shtab

from coach_tui.cli.argparse_words import in_words
from coach_tui.cli.completion import SHELLS
from coach_tui.cli.parser import COMMANDS, OPEN, parser_of
from coach_tui.language import LANGUAGES, Language, Words
from tests.shell.manual import manual

FOLDER: Final = Path(__file__).resolve().parents[2] / "shell"


def texts() -> Iterator[tuple[Path, str]]:
    """Every file of shell/, and what it says."""
    kept = argparse._  # type: ignore[attr-defined]
    try:
        for language in LANGUAGES:
            for shell in SHELLS:
                yield FOLDER / language / f"coach.{shell}", completion(shell, language)
            yield FOLDER / language / "coach.1", manual(Words(language))
    finally:
        argparse._ = kept  # type: ignore[attr-defined]


def completion(shell: str, language: Language) -> str:
    """shtab's script, with the options every command has said once."""
    words = Words(language)
    argparse._ = in_words(words)  # type: ignore[attr-defined]
    script: str = shtab.complete(whole(words), shell)
    shorter = {"zsh": _shorter_zsh, "fish": _shorter_fish}.get(shell)
    return shorter(script) if shorter else script


def whole(words: Words) -> ArgumentParser:
    """One parser of every command; the program itself builds only the one asked for."""
    top = parser_of(OPEN, words)
    top.description = ""
    within: dict[str, Any] = {"": top.add_subparsers(dest="command")}
    for command in COMMANDS:
        subject, _, verb = command.name.rpartition(" ")
        if subject not in within:
            about = words(f"cli.subject.{subject}")
            parser = ArgumentParser(prog=f"coach {subject}", description=about)
            within[subject] = parser.add_subparsers(dest="verb")
            _attach(within[""], subject, parser, about)
        if verb:
            parser = parser_of(command, words)
            command.add_options(parser, words)
            _with_files(parser, words)
            _attach(within[subject], verb, parser, words(command.help_key))
    _with_files(top, words)
    return top


def _attach(subparsers: Any, name: str, parser: ArgumentParser, about: str) -> None:
    """Have this very parser answer to this name; argparse would only make one of its own."""
    subparsers._name_parser_map[name] = parser
    subparsers._choices_actions.append(subparsers._ChoicesPseudoAction(name, [], about))


def _with_files(parser: ArgumentParser, words: Words) -> None:
    """Where a file or a folder is asked for, those there are come to choose from."""
    for action in parser._actions:
        if action.metavar == words("cli.file"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar == words("cli.dir"):
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]


def _shorter_zsh(script: str) -> str:
    """The options of every command, first in the list of each, in a list of their own."""
    opening = "_shtab_coach_list_options=(\n"
    shared = script.partition(opening)[2].partition('  "--json[')[0]
    once = f"_shtab_coach_shared=(\n{shared})\n\n"
    shorter = script.replace(shared, '  "${_shtab_coach_shared[@]}"\n')
    return shorter.replace("_shtab_coach_commands() {", f"{once}_shtab_coach_commands() {{", 1)


def _shorter_fish(script: str) -> str:
    """The options of every command without a condition, and no more beside each command."""
    own = "complete -c coach -n _shtab_coach_using "
    shared = [line.removeprefix(own) for line in script.splitlines() if line.startswith(own)]
    lines = []
    for line in script.splitlines():
        condition = line.partition(" -n '_shtab_coach_using ")[2]
        if condition and line.partition("' ")[2] in shared:
            continue
        lines.append(line.replace(own, "complete -c coach ") if line.startswith(own) else line)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for file, text in texts():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
