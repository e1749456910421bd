"""The lock around a save: one holder, and given back whatever becomes of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from coach_tui.store.errors import Locked
from coach_tui.store.lock import held

from .workers import Say, started


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "acme.lock"


def test_there_is_one_holder_at_a_time(lock: Path) -> None:
    with held(lock, lock, 0) as really:
        assert really
        with pytest.raises(Locked), held(lock, lock, 0.02):
            pass
    with held(lock, lock, 0) as really:
        assert really


def test_a_killed_holder_gives_it_back(lock: Path) -> None:
    def hold(say: Say) -> None:
        with held(lock, lock, 0):
            say("held")
            os.read(os.pipe()[0], 1)

    holder = started(hold)
    try:
        assert os.read(holder.reports, 5) == b"held\n"
        with pytest.raises(Locked), held(lock, lock, 0):
            pass
    finally:
        holder.kill_after(0)
    with held(lock, lock, 5) as really:
        assert really


def test_what_fails_inside_gives_it_back(lock: Path) -> None:
    with pytest.raises(ZeroDivisionError), held(lock, lock, 0):
        raise ZeroDivisionError
    with held(lock, lock, 0) as really:
        assert really


def test_it_is_its_owner_s_and_no_link_is_followed(lock: Path, tmp_path: Path) -> None:
    with held(lock, lock, 0):
        assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    lock.unlink(missing_ok=True)
    lock.symlink_to(tmp_path / "elsewhere")
    with held(lock, lock, 0) as really:
        assert not really
    assert not (tmp_path / "elsewhere").exists()
