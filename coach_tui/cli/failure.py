"""An error of ours: one plain sentence, and a report that holds no word of a client's.

Messages of exceptions are left out of the report, since they quote what was being read.
"""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from coach_tui import __version__
from coach_tui.cli.call import words_of
from coach_tui.cli.output import say
from coach_tui.places import Home, home
from coach_tui.store.disk import make_folder


def report_path(home: Home) -> Path:
    """Where the report of the last error is."""
    return home.state / "last-error.log"


def tell(error: Exception, arguments: Sequence[str], env: Mapping[str, str]) -> None:
    """Say that something went wrong here, and where the report is."""
    from coach_tui.bundled import BundleMissing

    words = words_of(arguments, env)
    if isinstance(error, BundleMissing):
        say(words("cli.broken"))
        return
    path = report_path(home(_home_option(arguments), env))
    if _written(path, report(error)):
        say(words("cli.failure", kind=type(error).__name__, path=str(path)))
    else:
        say(words("cli.failure-unreported", kind=type(error).__name__))


def report(error: BaseException) -> str:
    """What the error was and where in the program, cause after cause; no value, no message."""
    lines = [f"coach-tui {__version__}, Python {platform.python_version()}, {platform.system()}"]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def _home_option(arguments: Sequence[str]) -> str | None:
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--home":
            return value if equals else next(iter(arguments[place + 1 :]), None)
    return None


def _written(path: Path, text: str) -> bool:
    try:
        make_folder(path.parent)
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
    except OSError:
        return False
    return True
