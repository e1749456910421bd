"""The last answer of `coach status`, told again while nothing it came from has changed.

Shell prompts ask for it at every line. Working it out loads two hundred modules, ten times what
bare Python takes to start; looking whether anything changed loads none. The answer is kept with
an account of all it came from: the day, the language and places of the environment, and the look
(inode, size, times) of every file behind it, the program's own included. Whatever differs, or
can't be told, and it is worked out again.

A command that changes what the answer says leaves the new one behind, where it was asked for
before: whoever has it in a shell prompt never waits for it.
"""

from __future__ import annotations

import os
import sys
import time

from coach_tui import __version__

TYPE_CHECKING = False  # the `typing` module alone would cost a third of a start
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

_NAMES = {("status",): "status.remembered", ("status", "--json"): "status-json.remembered"}
_DAY = "%Y-%m-%d"
_LOCALE = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "TZ", "ACCESSIBLE")
_PLACES = ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_SETTLED = 50_000_000  # nanoseconds: file systems date changes by a clock that ticks every 10 ms


def again(arguments: Sequence[str], env: Mapping[str, str]) -> str | None:
    """The answer given last, or None where it has to be worked out."""
    path = _path(arguments, env)
    if not path:
        return None
    try:
        with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123
            if not _is_ours_alone(os.fstat(file.fileno())):
                return None
            account, _, rest = file.read().partition("\n\n")
    except (OSError, ValueError):
        return None
    answer, _, size = rest.rpartition("\0")
    if size != str(len(answer)) or "\0" in answer:
        return None  # cut short: it was never forced to the disk
    files = [line.partition("\t")[2] for line in account.split("\n")[1:]]
    return answer if files and account == _account(arguments, env, files) else None


def asked_before(env: Mapping[str, str]) -> list[list[str]]:
    """The questions whose answers are kept here: those that somebody asks."""
    asked = [list(words) for words in _NAMES]
    return [words for words in asked if (path := _path(words, env)) and os.path.exists(path)]  # noqa: PTH110


def keep(
    arguments: Sequence[str],
    env: Mapping[str, str],
    files: Iterable[str],
    answer: str,
    began: int,
    *,
    ours: Collection[str] = (),
    unless: Callable[[], bool] = lambda: False,
) -> None:
    """Keep this answer, worked out since `began` (nanoseconds since 1970) from these files.

    Not where one of them has changed meanwhile: nobody could say which state was read. Those that
    were written by whoever worked it out are `ours`; `unless` tells whether others have written
    since.
    """
    path = _path(arguments, env)
    if not path:
        return
    known = [*files, *_program()]
    unsure = (each for each in known if each not in ours)
    if any(_changed_since(each, began - _SETTLED) for each in unsure):
        return
    account = _account(arguments, env, known)
    if time.strftime(_DAY, time.localtime(began // 10**9)) != time.strftime(_DAY):
        return  # the answer may be yesterday's
    if not all(each.isprintable() for each in known) or unless():
        return
    draft = f"{path}.{os.getpid()}"
    try:
        with_care = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        number = os.open(draft, with_care, 0o600)
        with open(number, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123
            file.write(f"{account}\n\n{answer}\0{len(answer)}")
        os.replace(draft, path)  # noqa: PTH105
    except (OSError, ValueError):
        return


def _is_ours_alone(found: os.stat_result) -> bool:
    """Whether nobody else can have put words of theirs in this file."""
    if sys.platform == "win32":  # its rights are not in the mode: a user's folders are theirs alone
        return True
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _account(arguments: Sequence[str], env: Mapping[str, str], files: Iterable[str]) -> str:
    said = sorted(
        (name, value)
        for name, value in env.items()
        if name in (*_LOCALE, *_PLACES) or name.startswith("COACH_")
    )
    # Of the terminal, only whether it is a dumb one counts: two of them may ask in turn.
    dumb = env.get("TERM") == "dumb"
    head = repr((__version__, sys.version, arguments, said, dumb, time.strftime(_DAY)))
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


def _path(arguments: Sequence[str], env: Mapping[str, str]) -> str:
    """Where the answer to this question is kept; empty where none is."""
    name, state = _NAMES.get(tuple(arguments)), _state(env)
    return f"{state}/{name}" if name and state and _speaks_utf8() else ""


def _state(env: Mapping[str, str]) -> str | None:
    """`places.home(None, env).state`, without the modules that it needs; None where unsure."""
    root = env.get("COACH_HOME")
    if root:
        folder = os.path.expanduser(root)  # noqa: PTH111
        try:
            folder = os.path.join(os.getcwd(), folder)  # noqa: PTH109, PTH118
        except OSError:  # the folder one is in was taken away
            return None
        return os.path.join(folder, "state")  # noqa: PTH118
    if not sys.platform.startswith("linux"):
        return None
    said = env.get("XDG_STATE_HOME", "")
    above = said if os.path.isabs(said) else os.path.expanduser("~/.local/state")  # noqa: PTH111, PTH117
    return os.path.join(above, "coach-tui")  # noqa: PTH118


def _speaks_utf8() -> bool:
    return (getattr(sys.stdout, "encoding", "") or "").lower() in ("utf-8", "utf8")
