"""Random command lines, of the program's own options and of hostile words.

No traceback, no error of its own, no hang, no refusal without a word, no escape sequence printed,
and nothing written beside the home and the working folder.
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from coach_tui.cli.parser import COMMANDS, parser_of
from coach_tui.language import Words

from .rig import PATIENCE, Ended, Found, Home, Rig, stock
from .warm import Command

HOSTILE = (
    "", " ", "-", "--", "---", "-1", "0", "1e999", "nan", "-inf", "NaN%", "9" * 24, "1,5",
    "1 000,50 €", "٣", "²", "½", "0x10", "1_000", "2026-02-30", "0001-01-01", "9999-12-31",
    "31/12/2026", "today", "demain", "+1", "\n", "\t", "a\nb", "\x1b[31mred\x1b]0;t\x07", "\x01x",
    "[bold]x[/bold]", "[/]", "{0}", "{file}", "%s%n", "%(x)s", "../../none/passwd", "/dev/null",
    "/dev/full", "/", ".", "~nobody/x", "C:\\x", "é", "e\u0301", "\u202eabc", "\ufeff", "\u2028",
    "\udcff", "😀" * 50, "x" * 5000, "a|b", "|---|", "# h", "<script>", "$(id)", "';--",
    "=cmd|' /C calc'!A0", "@x", "cmo/", "/x", "all", "none", "null", "((((((", "*" * 300,
    "[" * 300, "a,b,c", "1-2", "12:99", "P1D", "2026-W53", "-e", "-o", "=", "a=b", "=b", "\\", '"',
)  # fmt: skip
KNOWN = (
    "access-crm", "baselines", "skill-map", "founder", "cmo", "founder/Ann", "Dupont", "mql", "Ann",
    "CRM", "done", "todo", "2026-11-25", "2026-12-01", "mon", "monthly", "3,5", "1", "0", "50%",
    "100 000 €", "yes", "no",
)  # fmt: skip
LEFT_OUT = ("", "demo")  # the app, which wants a terminal, and what opens it
NOT_TRIED = ("--home", "--version", "--help", "-h")
PIPED = (b"", b"y\n" * 50, b"\xff\xfe\n" * 9)
GATHERED = (
    ("kpi", "add", "mql", "--definition", "x"), ("team", "add", "Ann"), ("access", "add", "CRM"),
    ("rhythm", "decide", "Stop ads"), ("step", "access-crm", "done"),
)  # fmt: skip


Option = tuple[str, bool, Sequence[str]]


class Shape(NamedTuple):
    """What a command takes: how many words, and its options, those it needs apart.

    Of each option, whether it takes a value, and which ones where they are few.
    """

    name: str
    words: int
    options: Sequence[Option]
    needed: Sequence[Option]


def run(trials: int, folder: Path) -> Found:
    return _each(trials, folder, "coach_tui.cli:main")


def control(trials: int, folder: Path) -> Found:
    """A program that believes every number it is given."""
    inside = folder / "fuzz-control"
    inside.mkdir()
    return _each(30, inside, "tests.rigs.fuzz:believing")


def believing(arguments: list[str]) -> int:
    """Take the last word for a number."""
    return int(float(arguments[-1])) % 2


def _each(trials: int, folder: Path, call: str) -> Found:
    dice, wrong, shapes = random.Random(11), Counter[str](), _shapes()
    home, out = Home(folder / "fuzz").begun(), folder / "fuzz-out"
    for gathered in GATHERED:
        home.coach(*gathered)
    template = folder / "fuzz-template"
    shutil.copytree(home.folder, template)
    out.mkdir()
    beside = sorted(folder.iterdir())
    for trial in range(trials):
        if trial % 40 == 0:
            shutil.rmtree(home.folder)
            shutil.copytree(template, home.folder)
        (home.state / "settings.json").unlink(missing_ok=True)
        line = _line(dice.choice(shapes), dice)
        piped = dice.choice(PIPED)
        command = Command(line, home.env, stdin=piped, cwd=str(out), call=call)
        why = _judged(Ended(command.ended(PATIENCE), *command.said()))
        command.close()
        if why:
            wrong[f"{why}: {' '.join(line)[:80]!r}"] += 1
    if sorted(folder.iterdir()) != beside:
        wrong["written beside"] += 1
    for file in home.folder.glob("engagements/dupont*.json"):
        stock(file)  # raises where it can't be read
    return Found(trials, wrong)


def _judged(ended: Ended) -> str:
    if ended.broken:
        return ended.broken
    said = ended.out + ended.err
    if ended.code in (1, 2) and not said.strip():
        return "refused without a word"
    return "an escape printed" if any(letter in said for letter in "\x1b\x07\u202e") else ""


def _shapes() -> list[Shape]:
    """Of every command, by asking the parser that reads it."""
    words, found = Words("en"), []
    for command in COMMANDS:
        if command.name not in LEFT_OUT:
            parser = parser_of(command, words)
            command.add_options(parser, words)
            found.append(_shape(command.name, parser))
    return found


def _shape(name: str, parser: argparse.ArgumentParser) -> Shape:
    actions = [each for each in parser._actions if each.dest != "help"]
    found: dict[bool, list[Option]] = {True: [], False: []}
    for each in actions:
        if each.option_strings and each.option_strings[-1] not in NOT_TRIED:
            choices = [str(one) for one in each.choices or ()]
            found[each.required].append((each.option_strings[-1], each.nargs != 0, choices))
    positional = sum(not each.option_strings for each in actions)
    return Shape(name, positional, found[False], found[True])


def _line(shape: Shape, dice: random.Random) -> list[str]:
    line = shape.name.split()
    for _ in range(shape.words):
        if dice.random() < 0.9:
            line.append(_word((), dice))
    some = dice.sample(shape.options, min(len(shape.options), dice.choice((0, 1, 1, 2, 3))))
    for option, valued, choices in (*shape.needed, *some):
        line.append(option)
        if valued and dice.random() < 0.95:
            line.append(_word(choices, dice))
    if dice.random() < 0.1:
        line.append(_word((), dice))
    return line


def _word(choices: Sequence[str], dice: random.Random) -> str:
    if choices and dice.random() < 0.9:
        return dice.choice(choices)
    return dice.choice(dice.choice((KNOWN, HOSTILE)))


RIG = Rig("fuzz", run, control, small=60, full=2500)
