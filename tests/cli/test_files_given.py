"""Files that are named where no document can be, read or written: refused in words, left as is."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Coach

EXPORTS = (
    ("export", "checklist"), ("export", "team"), ("export", "calendar"), ("export", "decision"),
    ("export", "handover"), ("export", "handover", "--format", "html"), ("export", "accesses"),
    ("export", "kpis", "--format", "csv"), ("report", "month"),
)  # fmt: skip
READS = (("import",), ("kpi", "import"), ("report", "month", "--keep"))


@pytest.fixture
def own(dupont: Coach, home: Path) -> Path:
    """The engagement's own file."""
    (file,) = (home / "engagements").glob("*.json")
    return file


def test_nothing_is_exported_over_an_engagement_nor_among_our_own_files(
    dupont: Coach, own: Path, home: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(own.read_bytes())
    link = tmp_path / "link.md"
    link.symlink_to(own)
    (replica,) = (home / "state").glob("*.jsonl")
    before = {file: file.read_bytes() for file in (own, copy, replica)}
    targets = (own, own.parent / ".." / "engagements" / own.name, link, copy, replica,
               own.parent / "new.md", home / "state" / "new.md")  # fmt: skip
    for export in EXPORTS:
        for target in targets:
            refused = dupont(*export, "-o", str(target), "--force")
            assert refused.code == 1, (export, target)
            assert "coach-tui’s own" in refused.err or "an engagement’s own file" in refused.err
    assert {file: file.read_bytes() for file in before} == before
    assert link.is_symlink()
    assert not list(home.rglob("new.md"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_what_is_no_file_is_neither_read_nor_written(dupont: Coach, tmp_path: Path) -> None:
    """A pipe nobody feeds, a folder, a device, a file as large as a disk: none is waited for."""
    pipe, huge = tmp_path / "pipe", tmp_path / "huge.md"
    os.mkfifo(pipe)
    with huge.open("wb") as file:
        file.truncate(257 * 1024 * 1024)
    for read in READS:
        for given in (pipe, tmp_path, Path("/dev/zero"), huge, tmp_path / "none"):
            refused = dupont(*read, str(given))
            assert refused.code == 1, (read, given)
            assert str(given) in refused.err, (read, given)
            assert "error of its own" not in refused.err
    for export in EXPORTS[:2]:
        for given in (pipe, tmp_path, tmp_path / "no" / "x.md"):
            refused = dupont(*export, "-o", str(given), "--force")
            assert refused.code == 1, (export, given)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may do all")
def test_a_forbidden_folder_is_said_so(dupont: Coach, home: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    for command in (("--home", str(closed / "x"), "list"), ("--home", str(closed), "status"),
                    ("export", "team", "-o", str(closed / "x.md")),
                    ("import", str(closed / "x.md"))):  # fmt: skip
        refused = dupont(*command)
        assert refused.code == 1, command
        assert str(closed) in refused.err, command
        assert "error of its own" not in refused.err, command


@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX")
def test_what_is_ours_is_for_its_owner_alone_whatever_the_umask(
    coach: Coach, tmp_path: Path
) -> None:
    home, before = tmp_path / "deep" / "home", os.umask(0)
    try:
        begun = coach("--home", str(home), "new", "Acme", "--start", "2026-12-07",
                      "--days-per-week", "2")  # fmt: skip
        assert begun.code == 0, begun.err
        assert coach("--home", str(home), "export", "team", "-o", str(tmp_path / "t.md")).code == 0
        assert coach("--home", str(home), "export", "calendar").code == 0
    finally:
        os.umask(before)
    open_to_others = [str(path) for path in (home, *home.rglob("*"), tmp_path / "t.md")
                      if path.stat().st_mode & 0o077]  # fmt: skip
    assert not open_to_others
