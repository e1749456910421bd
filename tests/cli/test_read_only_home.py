"""A home one may read and not write: each command says what is true of it, and says it once."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

import coach_tui.store.storage  # noqa: F401 (nobody may be unable to import it)
from coach_tui.cli import main
from tests.store.workers import Say, started

NOBODY = 65534


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home that another user can enter, unlike pytest's own folders."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        monkeypatch.setenv("COACH_HOME", folder)
        monkeypatch.setenv("COACH_TODAY", "2026-11-22")
        yield Path(folder)


@pytest.mark.parametrize("second_copy", [True, False])
def test_a_save_that_fails_says_only_that(shared: Path, second_copy: bool) -> None:
    _begin(shared)
    if not second_copy:  # the file came with a backup, or from another computer
        shutil.rmtree(shared / "state")
        (shared / "state").mkdir()
    for path in (*shared.rglob("*"), shared):
        path.chmod(0o555 if path.is_dir() else 0o444)

    said = _as_somebody_else(lambda: _talk("step", "access-crm", "done"))

    assert len(said) == 2
    assert said[0].startswith("Not saved: ")
    assert said[1] == "ended 1"


def test_a_save_without_its_second_copy_is_said_to_be_saved(shared: Path) -> None:
    _begin(shared)
    shutil.rmtree(shared / "state")
    (shared / "state").mkdir(mode=0o555)
    for path in (shared / "engagements").iterdir():
        path.chmod(0o666)
    (shared / "engagements").chmod(0o777)

    said = _as_somebody_else(lambda: _talk("step", "access-crm", "done"))

    assert said[0].startswith("Saved: ")
    assert sum("second copy" in line for line in said) == 1
    assert not any("Not saved" in line for line in said)
    assert said[-1] == "ended 0"


def _begin(home: Path) -> None:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert main(["new", "Acme", "--start", "2026-12-07", "--days-per-week", "2"]) == 0
    assert (home / "state").is_dir()


def _talk(*arguments: str) -> list[str]:
    talk = io.StringIO()
    sys.stderr = talk
    code = main(arguments)
    return [*talk.getvalue().splitlines(), f"ended {code}"]


def _as_somebody_else(work: Callable[[], list[str]]) -> list[str]:
    def dropped(say: Say) -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        for line in work():
            say(line)

    return started(dropped).said()
