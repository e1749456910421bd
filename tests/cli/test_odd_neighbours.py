"""What is no file among the engagements, or in the private folder, is told and never waited for."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Coach

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and sockets are POSIX")


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


ODD = (a_pipe, a_folder, a_link_to_itself, a_link_to_nothing, a_link_to_a_device, a_socket)
COMMANDS = (
    ("list",), ("status", "-e", "Dupont"), ("today", "-e", "Dupont"), ("portfolio",), ("doctor",),
    ("step", "access-crm", "doing", "-e", "Dupont"), ("undo", "-e", "Dupont"),
    ("backup", "kept.zip"),
)  # fmt: skip


@pytest.mark.parametrize("made", ODD)
def test_beside_an_engagement_it_keeps_nobody_from_working(
    dupont: Coach, home: Path, made: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    made(home / "engagements" / "odd.json")
    for command in COMMANDS:
        told = dupont(*command)
        assert "error of its own" not in told.err, command
        if command[0] not in ("doctor", "backup"):
            assert told.code == 0, (command, told.err)


@pytest.mark.parametrize("made", ODD)
@pytest.mark.parametrize("place", ["{}.jsonl", "{}.previous.json", "{}.held", "settings.json"])
def test_in_the_private_folder_it_keeps_nobody_from_working(
    dupont: Coach, home: Path, made: Callable[[Path], None], place: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(home)
    [record] = (home / "state").glob("*.jsonl")
    odd = home / "state" / place.format(record.stem)
    odd.unlink(missing_ok=True)
    made(odd)
    for command in COMMANDS:
        told = dupont(*command)
        assert "error of its own" not in told.err, (command, told.err)
        if command[0] not in ("doctor", "backup"):
            assert told.code == 0, (command, told.err)
    [file] = (home / "engagements").glob("*.json")
    assert file.read_text().count('"status":"doing"') == 1
