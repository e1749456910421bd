"""The last answer of `coach status`, told again while nothing it came from has changed.

Shell prompts ask for it at every line. Working it out loads some hundred modules, five times what
bare Python takes to start; looking whether anything changed loads none. The answer is kept with
an account of all it came from: the day, the language and places of the environment, and the look
(inode, size, times) of every file behind it, the program's own included. Whatever differs, or
can't be told, and it is worked out again.
"""

from __future__ import annotations

import os
import sys
import time

from coach_tui import __version__

TYPE_CHECKING = False  # the `typing` module alone would cost a third of a start
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAME = "status.remembered"
_ASKED = (["status"], ["status", "--json"])
_LOCALE = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "TZ")
_PLACES = ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_SETTLED = 50_000_000  # nanoseconds: file systems date changes by a clock that ticks every 10 ms


def again(arguments: Sequence[str], env: Mapping[str, str]) -> str | None:
    """The answer given last, or None where it has to be worked out."""
    state = _state(env)
    if arguments not in _ASKED or state is None or not _speaks_utf8():
        return None
    try:
        with open(f"{state}/{NAME}", encoding="utf-8", newline="") as file:  # noqa: PTH123
            account, _, answer = file.read().partition("\n\n")
    except (OSError, ValueError):
        return None
    files = [line.partition("\t")[2] for line in account.split("\n")[1:]]
    return answer if files and account == _account(arguments, env, files) else None


def keep(
    arguments: Sequence[str], env: Mapping[str, str], files: Iterable[str], answer: str, began: int
) -> None:
    """Keep this answer, worked out since `began` (nanoseconds since 1970) from these files.

    Not where one of them has changed meanwhile: nobody could say which state was read.
    """
    state = _state(env)
    if arguments not in _ASKED or state is None or not _speaks_utf8():
        return
    known = [*files, *_program()]
    if any(_changed_since(path, began - _SETTLED) or not path.isprintable() for path in known):
        return
    draft = f"{state}/.{NAME}.{os.getpid()}"
    try:
        number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(number, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123
            file.write(f"{_account(arguments, env, known)}\n\n{answer}")
        os.replace(draft, f"{state}/{NAME}")  # noqa: PTH105
    except (OSError, ValueError):
        return


def _account(arguments: Sequence[str], env: Mapping[str, str], files: Iterable[str]) -> str:
    said = sorted(
        (name, value)
        for name, value in env.items()
        if name in (*_LOCALE, *_PLACES) or name.startswith("COACH_")
    )
    head = repr((__version__, sys.version, arguments, said, time.strftime("%Y-%m-%d")))
    return "\n".join([head, *(f"{_look(path)}\t{path}" for path in files)])


def _look(path: str) -> str:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return "-"
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _changed_since(path: str, moment: int) -> bool:
    try:
        found = os.stat(path)  # noqa: PTH116
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return max(found.st_mtime_ns, found.st_ctime_ns) > moment


def _program() -> list[str]:
    """The files of ours that were loaded to work it out."""
    loaded = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    ours = os.path.dirname(os.path.dirname(__file__)) + os.sep  # noqa: PTH120
    return sorted(path for path in loaded if path and path.startswith(ours))


def _state(env: Mapping[str, str]) -> str | None:
    """`places.home(None, env).state`, without the modules that it needs; None off Linux."""
    root = env.get("COACH_HOME")
    if root:
        return os.path.join(os.path.expanduser(root), "state")  # noqa: PTH111, PTH118
    if not sys.platform.startswith("linux"):
        return None
    said = env.get("XDG_STATE_HOME", "")
    above = said if os.path.isabs(said) else os.path.expanduser("~/.local/state")  # noqa: PTH111, PTH117
    return os.path.join(above, "coach-tui")  # noqa: PTH118


def _speaks_utf8() -> bool:
    return (getattr(sys.stdout, "encoding", "") or "").lower() in ("utf-8", "utf8")
