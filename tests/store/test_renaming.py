"""A name that Windows lets somebody hold for a moment: waited for, and never for anything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach_tui.store import renaming
from coach_tui.store.renaming import take_name


class Windows:
    """`os` as it is there: renaming fails with this number, so many times."""

    def __init__(self, winerror: int | None, times: int) -> None:
        self.asked = 0
        self._winerror, self._times = winerror, times

    def replace(self, source: Path, name: Path) -> None:
        self.asked += 1
        if self.asked <= self._times:
            error = PermissionError(13, "held")
            if self._winerror is not None:
                error.winerror = self._winerror  # type: ignore[attr-defined, unused-ignore]
            raise error
        os.replace(source, name)  # noqa: PTH105 (what stands in for it)


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited, none of which pass."""
    slept: list[float] = []
    monkeypatch.setattr(renaming.time, "sleep", slept.append)
    return slept


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A file written beside the one whose name it takes."""
    (tmp_path / "new").write_text("new")
    (tmp_path / "acme.json").write_text("old")
    return tmp_path / "new", tmp_path / "acme.json"


@pytest.mark.parametrize("number", [5, 32, 33])  # access denied, sharing, lock violation
def test_a_holder_is_waited_for(
    files: tuple[Path, Path],
    waited: list[float],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    monkeypatch.setattr(renaming, "os", Windows(number, times=5))
    take_name(*files)
    assert files[1].read_text() == "new"
    assert waited == list(renaming.PAUSES[:5])


def test_for_two_seconds_and_a_half_and_no_longer(
    files: tuple[Path, Path], waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renaming, "os", Windows(32, times=1000))
    with pytest.raises(PermissionError):
        take_name(*files)
    assert sum(waited) == pytest.approx(2.5)
    assert files[1].read_text() == "old"


@pytest.mark.parametrize("number", [None, 3, 112])  # not Windows; no such path; disk full
def test_what_no_waiting_mends_is_said_at_once(
    files: tuple[Path, Path],
    waited: list[float],
    monkeypatch: pytest.MonkeyPatch,
    number: int | None,
) -> None:
    system = Windows(number, times=1)
    monkeypatch.setattr(renaming, "os", system)
    with pytest.raises(PermissionError):
        take_name(*files)
    assert (system.asked, waited) == (1, [])
