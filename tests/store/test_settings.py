"""Settings are a comfort: whatever became of the file, the coach opens and can keep new ones."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from coach_tui.store import disk
from coach_tui.store.settings import read_settings, write_settings

CHOSEN: dict[str, Any] = {"language": "fr", "missions": {"m-1": {"role": "cmo", "place": {}}}}


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings as the coach wrote them."""
    path = tmp_path / "state" / "settings.json"
    assert write_settings(path, CHOSEN)
    return path


def test_what_was_chosen_is_read_back_by_its_owner_alone(settings: Path) -> None:
    assert read_settings(settings) == CHOSEN
    assert settings.stat().st_mode & 0o777 == 0o600
    assert settings.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in settings.parent.iterdir()] == [settings.name]


def test_every_truncation_reads_as_nothing_and_can_be_written_over(settings: Path) -> None:
    text = settings.read_bytes()
    for length in range(len(text)):
        settings.write_bytes(text[:length])
        assert read_settings(settings) == {}
    assert write_settings(settings, CHOSEN)
    assert read_settings(settings) == CHOSEN


@pytest.mark.parametrize(
    "text",
    [
        b"[]",
        b"null",
        b"7",
        b"\0" * 64,
        b"\xff\xfe\xfa",
        b"<html>",
        b"[" * 200_000,
        b'{"a":' * 99_999,
    ],
    ids=["list", "null", "number", "zeros", "binary", "page", "deep list", "deep mapping"],
)
def test_what_is_no_settings_reads_as_nothing(settings: Path, text: bytes) -> None:
    settings.write_bytes(text)
    assert read_settings(settings) == {}


def test_a_file_name_that_is_no_text_is_kept_too(settings: Path) -> None:
    last = os.fsdecode(b"/missions/caf\xe9.json")
    assert write_settings(settings, {"engagement": last})
    assert read_settings(settings) == {"engagement": last}


@pytest.mark.parametrize("taken", ["state", "state/settings.json"])
def test_where_they_can_t_be_written_that_is_all_that_is_lost(tmp_path: Path, taken: str) -> None:
    """A file where the folder should be; a folder where the file should be."""
    path = tmp_path / "state" / "settings.json"
    if taken == "state":
        path.parent.write_text("mine")
    else:
        path.mkdir(parents=True)
    assert read_settings(path) == {}
    assert not write_settings(path, CHOSEN)
    assert not path.is_dir() or list(path.parent.iterdir()) == [path]


def test_a_failed_writing_leaves_the_earlier_ones(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "replace", full)
    assert not write_settings(settings, {"language": "en"})
    assert json.loads(settings.read_text()) == CHOSEN
    assert [path.name for path in settings.parent.iterdir()] == [settings.name]


def test_a_link_laid_in_its_place_is_replaced_and_never_followed(settings: Path) -> None:
    victim = settings.with_name("victim")
    victim.write_text("mine")
    settings.unlink()
    settings.symlink_to(victim)
    assert write_settings(settings, CHOSEN)
    assert victim.read_text() == "mine"
    assert read_settings(settings) == CHOSEN
    assert not settings.is_symlink()


def test_what_is_no_file_is_not_waited_for(settings: Path) -> None:
    """Reading a pipe that nobody writes into would never end."""
    settings.unlink()
    os.mkfifo(settings)
    assert read_settings(settings) == {}
