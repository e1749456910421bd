"""What was read of content/, kept beside it, as Python keeps beside a module what it compiled.

Reading the documents and catalogues again takes `coach status` a seventh of its time. What was
found in them is kept in `content/__pycache__/` with a look (inode, size, times) at every file
that it came from, and at what reads them. Whatever differs, is damaged or can't be told, and they
are read again; where nothing can be written, or Python itself keeps nothing, nothing is kept.
"""
# ruff: noqa: PTH116 (half of the time would be spent in pathlib)

import marshal
import os
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final
from zlib import crc32

_FOLDER: Final = "__pycache__"
_SETTLED: Final = 50_000_000  # nanoseconds: file systems date changes by a clock that ticks

Look = tuple[Any, ...]


class ReadBefore:
    """What was made of some files of this content once, while they are as they were then.

    name  what is made of them, in letters of a file's name. What is kept is plain: texts, numbers,
          tuples, dicts, frozensets.
    """

    def __init__(self, content: Path, name: str) -> None:
        self._path = content / _FOLDER / f"{name}.{sys.implementation.cache_tag}.read"
        self._places = str(content), os.path.dirname(__file__)  # noqa: PTH120
        self._looks: list[Look] = []

    def recall(self) -> Any:
        """What was kept; None where nothing was, or a file that it came from is another now."""
        try:
            whole = self._path.read_bytes()
            if crc32(whole[4:]) != int.from_bytes(whole[:4]):
                return None
            places, looks, made = marshal.loads(whole[4:])  # noqa: S302 (as the modules beside it)
        except (OSError, EOFError, ValueError, TypeError):
            return None
        if places != self._places or any(look_at(look[0]) != look for look in looks):
            return None
        self._looks = looks
        return made

    @property
    def files(self) -> list[str]:
        """Every file, and folder of files, that what was made came from; what reads them too."""
        return [look[0] for look in self._looks]

    def begin(self, files: Iterable[Path]) -> None:
        """Look at the files, and folders of files, that are about to be read."""
        self._looks = [*_readers(), *(look_at(str(each)) for each in files)]

    def keep(self, made: Any) -> None:
        """Keep this; not where a file has changed since it was looked at, or just now."""
        changed = any(look_at(look[0]) != look for look in self._looks)
        if sys.dont_write_bytecode or changed or not settled(self._looks, time.time_ns()):
            return
        whole = marshal.dumps((self._places, self._looks, made))
        draft = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)
            draft.write_bytes(crc32(whole).to_bytes(4) + whole)
            draft.replace(self._path)


def look_at(path: str) -> Look:
    """What a file looks like from outside: no change of it leaves all of this as it was."""
    try:
        found = os.stat(path)
    except OSError:
        return (path,)
    return path, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def settled(looks: Iterable[Sequence[Any]], moment: int) -> bool:
    """Whether none of these files had changed just before this moment, in nanoseconds.

    One that had may change again and look the same.
    """
    last = max((each for look in looks for each in look[3:]), default=0)
    return last <= moment - _SETTLED


@cache
def _readers() -> list[Look]:
    """Our own modules that read content/: others may read it otherwise."""
    package = Path(__file__).parent
    found = sorted((package / "playbook").glob("*.py"))
    return [look_at(str(each)) for each in (*found, package / "language" / "clean.py")]
