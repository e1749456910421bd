"""`coach doctor`: what this machine gives the coach, and what is wrong, in plain words."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui import __version__
from coach_tui.bundled import load_playbook
from coach_tui.cli import FINE, REFUSED
from coach_tui.cli.call import Call
from coach_tui.cli.output import show
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.session import list_engagements

SMALLEST: Final = (40, 15)  # columns and lines the screens were designed to work in
LITTLE_ROOM: Final = 50  # MB; our rule of thumb: an engagement takes a few at most


class Finding(NamedTuple):
    """`wrong` ends the command with 1; what is only worth knowing does not."""

    text: str
    wrong: bool = False


def add_doctor(parser: ArgumentParser, words: Words) -> None:
    """Nothing but the options every command has."""


def run_doctor(call: Call) -> int:
    """One line a thing looked at; those that need something done begin with “!”."""
    findings = [*_machine(call.words), *_places(call), *_engagements(call), *_playbook(call)]
    for finding in findings:
        show(f"{'!' if finding.wrong else '·'} {finding.text}")
    wrong = sum(finding.wrong for finding in findings)
    show(call.words("cli.doctor.wrong", n=wrong) if wrong else call.words("cli.doctor.fine"))
    return REFUSED if wrong else FINE


def _machine(words: Words) -> Iterator[Finding]:
    yield Finding(f"coach-tui {__version__} · {platform.system()}")
    yield Finding(f"Python {platform.python_version()}", sys.version_info < (3, 11))
    if sys.stdin.isatty() and sys.stderr.isatty():
        columns, lines = shutil.get_terminal_size()
        small = columns < SMALLEST[0] or lines < SMALLEST[1]
        said = {"term": os.environ.get("TERM", "?"), "columns": columns, "lines": lines}
        yield Finding(words("cli.doctor.terminal", **said))
        if small:
            yield Finding(words("cli.doctor.small", columns=SMALLEST[0], lines=SMALLEST[1]), True)
    else:
        yield Finding(words("cli.doctor.no-terminal"))
    encoding = sys.stdout.encoding or "?"
    if encoding.lower().replace("-", "").startswith("utf"):
        yield Finding(words("cli.doctor.encoding", encoding=encoding))
    else:
        yield Finding(words("cli.doctor.ascii", encoding=encoding), True)


def _places(call: Call) -> Iterator[Finding]:
    for name, folder in (("engagements", call.home.engagements), ("state", call.home.state)):
        said = {"name": call.words(f"cli.where.{name}"), "folder": str(folder)}
        if folder.is_dir():
            if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                yield Finding(call.words("cli.doctor.no-rights", **said), True)
            else:
                yield Finding(call.words("cli.doctor.folder", **said))
        elif folder.exists():
            yield Finding(call.words("cli.doctor.not-a-folder", **said), True)
        elif not _can_be_made(folder):
            yield Finding(call.words("cli.doctor.cannot-make", **said), True)
        else:
            yield Finding(call.words("cli.doctor.not-yet", **said))
    yield from _room(call)


def _room(call: Call) -> Iterator[Finding]:
    folder = next(each for each in (call.home.engagements, *call.home.engagements.parents)
                  if each.is_dir())  # fmt: skip
    try:
        free = shutil.disk_usage(folder).free // 1_000_000
    except OSError:
        return
    if free < LITTLE_ROOM:
        yield Finding(call.words("cli.doctor.room", n=free, folder=str(folder)), True)


def _engagements(call: Call) -> Iterator[Finding]:
    summaries = list_engagements(call.home)
    if not summaries:
        yield Finding(call.words("cli.doctor.no-engagement"))
    for summary in summaries:
        if summary.error:
            yield Finding(call.words.refusal(summary.error.refusal), True)
            continue
        name = f"{one_line(summary.profile.company, 40)} ({summary.path.name})"
        yield Finding(call.words("cli.doctor.engagement", name=name))
        if not os.access(summary.path, os.W_OK):
            yield Finding(call.words("cli.doctor.read-only", file=str(summary.path)), True)


def _playbook(call: Call) -> Iterator[Finding]:
    folder = call.playbook_folder()
    for language in LANGUAGES:
        playbook, problems = load_playbook(language, folder)
        said = {"language": language, "n": len(playbook.steps)}
        yield Finding(call.words("cli.doctor.playbook", **said), not playbook.stages)
        for problem in problems:
            reason = call.words(problem.reason, **problem.values)
            yield Finding(f"{problem.path}:{problem.line}: {reason}", True)


def _can_be_made(folder: Path) -> bool:
    above = next((each for each in folder.parents if each.exists()), folder)
    return above.is_dir() and os.access(above, os.W_OK | os.X_OK)
