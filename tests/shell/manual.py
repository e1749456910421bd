"""The manual page, from the commands' own declarations, in the words of their help."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser
from collections.abc import Iterator
from typing import Final

from coach_tui import __version__
from coach_tui.cli.parser import COMMANDS, OPEN, parser_of
from coach_tui.language import Language, Words

# What the commands do not say of themselves: headings, and what is beside them.
SAID: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "name": "NAME",
        "about": "a company brings in a fractional CMO, from framing the need to handing over",
        "synopsis": "SYNOPSIS",
        "use": "options] [command …",
        "description": "DESCRIPTION",
        "commands": "COMMANDS",
        "options": "OPTIONS OF EVERY COMMAND",
        "environment": "ENVIRONMENT",
        "COACH_HOME": "The folder that everything is kept in, as --home says it.",
        "COACH_LANG": "The language, fr or en, as --lang says it.",
        "COACH_PLAYBOOK": "A playbook of your own, as --playbook says it.",
        "NO_COLOR": "Set to anything: no colours.",
        "files": "FILES",
        "where": "`coach where` names them all.",
        "exit": "EXIT STATUS",
        "codes": "0: fine. 1: refused, with the reason. 2: not how it is used.",
    },
    "fr": {
        "name": "NOM",
        "about": "une entreprise fait venir un fractional CMO, du cadrage à la passation",
        "synopsis": "SYNOPSIS",
        "use": "options] [commande …",
        "description": "DESCRIPTION",
        "commands": "COMMANDES",
        "options": "OPTIONS DE TOUTES LES COMMANDES",
        "environment": "ENVIRONNEMENT",
        "COACH_HOME": "Le dossier où tout est gardé, comme --home.",
        "COACH_LANG": "La langue, fr ou en, comme --lang.",
        "COACH_PLAYBOOK": "Un playbook à vous, comme --playbook.",
        "NO_COLOR": "Quelle que soit sa valeur\u00a0: aucune couleur.",
        "files": "FICHIERS",
        "where": "`coach where` les nomme tous.",
        "exit": "CODE DE RETOUR",
        "codes": "0\u00a0: fait. 1\u00a0: refusé, la raison est dite. 2\u00a0: mal employé.",
    },
}
ENVIRONMENT: Final = ("COACH_HOME", "COACH_LANG", "COACH_PLAYBOOK", "NO_COLOR")


def manual(words: Words) -> str:
    """coach(1), in roff."""
    said = {name: _plain(text) for name, text in SAID[words.language].items()}
    shared = parser_of(OPEN, words)
    known = {action.dest for action in shared._actions}
    lines = [
        '.\\" Written by `make shell`; change the commands instead.',
        f'.TH COACH 1 "" "coach\\-tui {__version__}" "coach"',
        *_section(said["name"], f"coach \\- {said['about']}"),
        *_section(said["synopsis"], f".B coach\n[{said['use']}]"),
        *_section(said["description"], _plain(words("cli.about"))),
        *_section(said["commands"]),
    ]
    for command in COMMANDS[1:]:
        parser = parser_of(command, words)
        command.add_options(parser, words)
        lines += [f'.SS "coach {_plain(command.name)}"', _plain(words(command.help_key))]
        for action in parser._actions:
            if action.dest not in known:
                lines += _option(parser, action)
        if parser.epilog:
            lines += [".PP", *_filled(parser.epilog)]
    lines += _section(said["options"])
    for action in shared._actions:
        lines += _option(shared, action)
    lines += _section(said["environment"])
    for name in ENVIRONMENT:
        lines += [".TP", f".B {name}", said[name]]
    lines += _section(said["files"], said["where"])
    lines += _section(said["exit"], said["codes"])
    return "\n".join(lines) + "\n"


def _section(name: str, text: str = "") -> list[str]:
    return [f'.SH "{name}"', *([text] if text else [])]


def _option(parser: ArgumentParser, action: Action) -> Iterator[str]:
    values = parser._get_formatter()._format_args(action, (action.dest or "").upper())
    names = ", ".join(action.option_strings)  # not as argparse: each version says it otherwise
    said = f"{names} {values}" if names and action.nargs != 0 else names or values
    yield ".TP"
    yield f"\\fB{_plain(said)}\\fR"
    yield _plain(action.help or "")


def _filled(text: str) -> Iterator[str]:
    """Lines laid out already stay as they are."""
    if "\n" not in text:
        yield _plain(text)
        return
    yield ".nf"
    yield from map(_plain, text.splitlines())
    yield ".fi"


def _plain(text: str) -> str:
    """These words, none of which means anything to roff."""
    said = text.replace("\\", "\\e").replace("-", "\\-").replace("\u202f", "\u00a0")
    return re.sub(r"^(?=[.'])", r"\\&", said, flags=re.M)
