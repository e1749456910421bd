"""A folder that may not be looked into: said in words, and what can be done without it is done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rigs.rig import PATIENCE, Ended, Home
from tests.rigs.warm import Command

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="root's leave is taken by Linux")


def asked(home: Home, forbidden: Path, *arguments: str) -> Ended:
    """How the command ends for an ordinary user while nobody may look into this folder."""
    forbidden.chmod(0)
    try:
        command = Command(arguments, home.env, ordinary=True)
        return Ended(command.ended(PATIENCE), *command.said())
    finally:
        command.close()
        subprocess.run(["chmod", "-R", "u+rwX", str(home.folder)], check=True)


def test_without_the_private_folder_all_is_shown_and_saved(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").begun()
    for command in (("status",), ("today",), ("list",), ("history",), ("portfolio",)):
        told = asked(home, home.state, *command)
        assert told.code == 0, (command, told.err)
    told = asked(home, home.state, "step", "access-crm", "done", "--note", "kept all the same")
    assert told.code == 0
    assert "second copy" in told.err
    assert "kept all the same" in home.file.read_text()
    doctor = asked(home, home.state, "doctor")
    assert doctor.code == 1
    assert str(home.state) in doctor.out
    assert "All is well" not in doctor.out


def test_a_home_that_is_forbidden_is_said_to_be(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").begun()
    for command in (("status",), ("list",), ("doctor",), ("forget", "Dupont", "--yes", "Dupont")):
        told = asked(home, home.folder, *command)
        assert told.code == 1, command
        assert not told.broken, (command, told.err)
        assert str(home.folder) in told.out + told.err


@pytest.mark.parametrize("mode", [0, 0o500])
def test_a_client_that_can_t_be_erased_whole_is_not_erased_in_part(
    tmp_path: Path, mode: int
) -> None:
    home = Home(tmp_path / "home").begun()
    home.coach("step", "access-crm", "done", "--note", "kept")
    before = {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()}
    home.state.chmod(mode)
    command = Command(("forget", "Dupont", "--yes", "Dupont"), home.env, ordinary=True)
    code, said = command.ended(PATIENCE), command.said()
    command.close()
    home.state.chmod(0o700)
    assert code == 1
    assert str(home.state) in said[1]
    after = {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()}
    assert {**before, **after} == after
