"""Reading takes in what lies beside the file, and a file that is gone is offered back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Coach

READING = (
    ("history",),
    ("export", "checklist", "--notes"),
    ("search", "LATER"),
)
# Every command that only reads, but those that are about no engagement or all of this machine.
EVERY_READING = tuple(
    said.split()
    for said in (
        "status --json", "status", "today", "check", "search baseline", "portfolio", "set",
        "history", "rhythm list", "rhythm resume", "team list", "team skills", "team drill Ann",
        "team taper", "report month", "access list", "kpi list", "kpi status", "frame need",
        "frame fit", "frame cost", "frame contract", "frame candidates", "transition readiness",
        "transition plan", "transition documents", "transition open-loops", "document list",
        "rhythm meetings", "ask --list", "remind", "why", "list", "export decision", "export team",
        "export accesses", "export kpis", "export handover", "export report",
        "kpi objective", "kpi success", "transition signals", "team delegate", "walk",
    )
)  # fmt: skip
# Every command that wants an engagement, told enough to get so far.
ASKING = tuple(
    said.split()
    for said in (
        "status", "today", "walk", "ask", "remind", "check", "search x", "set",
        "step access-crm done", "document list", "history", "undo", "rhythm list", "team list",
        "report month", "export checklist", "export handover", "access list", "kpi list",
        "frame need", "transition plan", "team add Ann", "kpi add mql", "list", "portfolio",
    )
)  # fmt: skip


def the_file(home: Path) -> Path:
    [file] = (home / "engagements").glob("[!.]*.json")
    return file


def an_older_file(coach: Coach, home: Path) -> None:
    """A synchroniser puts an older state in place."""
    file = the_file(home)
    before = file.read_bytes()
    assert coach("step", "baselines", "done", "--note", "LATER").code == 0
    file.write_bytes(before)


def a_conflict_copy(coach: Coach, home: Path) -> None:
    """A synchroniser lays what a colleague saved beside the file."""
    file = the_file(home)
    before = file.read_bytes()
    kept = home.with_name("kept")
    shutil.copytree(home / "state", kept)
    assert coach("step", "baselines", "done", "--note", "LATER").code == 0
    file.with_name(f"{file.stem} (B's conflicted copy).json").write_bytes(file.read_bytes())
    file.write_bytes(before)
    shutil.rmtree(home / "state")
    shutil.copytree(kept, home / "state")


@pytest.mark.parametrize("met", [an_older_file, a_conflict_copy])
def test_reading_counts_what_lies_beside_and_writes_nothing(
    dupont: Coach, home: Path, met: Callable[[Coach, Path], None]
) -> None:
    dupont("step", "access-crm", "done")
    dupont("status")
    met(dupont, home)
    names = sorted(path.name for path in (home / "engagements").iterdir())
    text = the_file_text(home)

    for command in READING:
        assert "LATER" in dupont(*command).out, command

    assert dupont("status", "--json").json["changes"] == len(dupont("history", "--json").json) + 1
    assert dupont("portfolio", "--json").json
    told = dupont("doctor")
    assert told.code == 1
    assert "All is well" not in told.out
    assert any((line.startswith("!") and "1 change" in line) or "2 changes" in line
               for line in told.out.splitlines())  # fmt: skip
    assert sorted(path.name for path in (home / "engagements").iterdir()) == names
    assert the_file_text(home) == text

    assert dupont("step", "access-analytics", "done").code == 0
    assert "LATER" in the_file_text(home)


@pytest.mark.parametrize("met", [an_older_file, a_conflict_copy])
def test_every_reading_command_says_what_it_said_before(
    dupont: Coach, home: Path, met: Callable[[Coach, Path], None], tmp_path: Path
) -> None:
    """Before the file went back to an older state, or a colleague's part came to lie beside."""
    dupont("step", "access-crm", "done")
    dupont("team", "add", "Ann")
    whole = tmp_path / "whole"
    met(dupont, home)
    shutil.copytree(home, whole)
    united = dupont("step", "access-analytics", "doing", "--home", str(whole), "-e", "Dupont")
    assert united.code == 0
    assert dupont("undo", "--home", str(whole), "-e", "Dupont").code == 0
    differ = []
    for command in EVERY_READING:
        there = dupont(*command, "--home", str(whole), stdin=b"")
        here = dupont(*command, stdin=b"")
        assert here.code == there.code, (command, here.err)
        said = [
            {line for line in told.out.splitlines() if "analytics" not in line.lower()}
            for told in (here, there)
        ]
        if command[0] not in ("history", "status", "list") and said[0] != said[1]:
            differ.append((command, said[0] ^ said[1]))
    assert differ == []


def the_file_text(home: Path) -> str:
    file = min((home / "engagements").glob("[!.]*.json"), key=lambda path: len(path.name))
    return file.read_text()


def test_a_file_that_is_gone_is_offered_back_wherever_one_would_be_begun(
    dupont: Coach, home: Path
) -> None:
    file = the_file(home)
    file.unlink()
    for command in ASKING:
        told = dupont(*command, stdin=b"")
        assert f"coach doctor --bring-back {file.stem}" in told.out + told.err, command
        assert "Begin one" not in told.out + told.err, command
    assert "--bring-back" in dupont("status", "-e", "Dupont").err
    assert dupont("doctor", "--bring-back", file.stem, "--apply").code == 0
    assert dupont("status").code == 0


def test_a_file_that_a_cloud_took_off_the_disk_is_said_to_be_there(
    dupont: Coach, home: Path
) -> None:
    file = the_file(home)
    left = file.with_name(f".{file.name}.icloud")
    file.rename(left)
    for command in (*ASKING, ("doctor",)):
        told = dupont(*command, stdin=b"")
        assert str(left) in told.out + told.err, command
    shutil.rmtree(home / "state")
    for command in (*ASKING, ("doctor",)):
        told = dupont(*command, stdin=b"")
        assert str(left) in told.out + told.err, command
        assert "Begin one" not in told.err


def test_another_client_is_never_taken_for_the_one_that_is_gone(dupont: Coach, home: Path) -> None:
    other = the_file(home)
    assert dupont("new", "Acme", "--start", "2026-12-07", "--days-per-week", "2").code == 0
    [acme] = [path for path in (home / "engagements").glob("*.json") if path != other]
    acme.unlink()
    told = dupont("step", "access-crm", "done")
    assert told.code == 1
    assert "Acme" in told.err
    assert dupont("status", "-e", "Dupont").code == 0


def test_a_folder_that_can_t_be_looked_into_is_not_said_to_be_empty(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import coach_tui.listing as listing

    def forbidden(folder: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(listing.os, "listdir", forbidden)
    for command in (("list",), ("doctor",), ("portfolio",)):
        told = dupont(*command)
        assert told.code == 1
        assert "not allowed" in told.out + told.err, command
        assert "Begin one" not in told.err


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_copy_that_has_not_arrived_whole_is_told_and_left_for_the_rest(
    dupont: Coach, home: Path, lang: str
) -> None:
    """The synchroniser is not through with it: its last change is cut."""
    file = the_file(home)
    before = file.read_bytes()
    for note in ("ARRIVED", "CUT"):
        assert dupont("step", "baselines", "done", "--note", note).code == 0
    whole = file.read_bytes()
    shutil.rmtree(home / "state")
    file.write_bytes(before)
    copy = file.with_stem(f"{file.stem} (Ann's conflicted copy)")
    copy.write_bytes(whole[:-40])

    told = dupont("history", "--lang", lang)
    assert "ARRIVED" in told.out
    assert "CUT" not in told.out
    assert str(copy) in told.err
    found = dupont("doctor", "--lang", lang)
    assert found.code == 1
    assert ("damaged" if lang == "en" else "abîmée") in found.out
    saved = dupont("step", "access-crm", "todo", "--lang", lang)
    assert saved.code == 0
    assert str(copy) in saved.err
    assert ".merged-" not in saved.err, "nobody says that all of it is saved"
    assert copy.read_bytes() == whole[:-40]
    assert dupont("doctor").code == 1

    copy.write_bytes(whole)
    assert ".merged-" in dupont("step", "access-crm", "doing").err
    assert "CUT" in dupont("history").out
    assert not copy.exists()
    assert dupont("doctor").code == 0
