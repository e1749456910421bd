"""The lock around a save: one holder, whoever made it, and given back whatever becomes of it."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from coach_tui.store import lock as locks
from coach_tui.store.errors import Locked
from coach_tui.store.lock import _by_filelock, _by_flock

from .workers import Say, started

WAYS = [_by_flock, _by_filelock]


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "acme.lock"


@pytest.mark.parametrize("way", WAYS)
def test_there_is_one_holder_at_a_time(lock: Path, way: Callable[..., object]) -> None:
    for other in WAYS:
        with way(lock, lock, 0) as really:  # type: ignore[attr-defined]
            assert really
            with pytest.raises(Locked), other(lock, lock, 0.02):
                pass
        with other(lock, lock, 0) as really:
            assert really


def test_an_older_version_s_lock_is_the_same(lock: Path) -> None:
    with _by_flock(lock, lock, 0), pytest.raises(Timeout), FileLock(lock, timeout=0):
        pass
    with FileLock(lock, timeout=0):
        pass


def test_a_killed_holder_gives_it_back(lock: Path) -> None:
    def hold(say: Say) -> None:
        with _by_flock(lock, lock, 0):
            say("held")
            os.read(os.pipe()[0], 1)

    holder = started(hold)
    try:
        assert os.read(holder.reports, 5) == b"held\n"
        with pytest.raises(Locked), _by_flock(lock, lock, 0):
            pass
    finally:
        holder.kill_after(0)
    with _by_flock(lock, lock, 5) as really:
        assert really


def test_what_fails_inside_gives_it_back(lock: Path) -> None:
    with pytest.raises(ZeroDivisionError), _by_flock(lock, lock, 0):
        raise ZeroDivisionError
    with _by_flock(lock, lock, 0) as really:
        assert really


def test_it_is_its_owner_s_and_no_link_is_followed(lock: Path, tmp_path: Path) -> None:
    with _by_flock(lock, lock, 0):
        assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    lock.unlink()
    lock.symlink_to(tmp_path / "elsewhere")
    with _by_flock(lock, lock, 0) as really:
        assert not really
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_said_to_have_none(
    lock: Path, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(locks.fcntl, "flock", flock)
    with _by_flock(lock, lock, 0) as really:
        assert not really


def test_a_save_loads_no_filelock(lock: Path) -> None:
    said = (
        "import sys; from pathlib import Path; import coach_tui.store.storage\n"
        "from coach_tui.store.lock import held\n"
        f"with held(Path({str(lock)!r}), Path('x')) as really: assert really\n"
        "print(sorted({'filelock', 'asyncio'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"
