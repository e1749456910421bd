"""Standard streams that are closed: what was saved is saved, and nothing is written over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Coach

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")


def shell(home: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run `coach …` by a shell that closes what the command says."""
    env = {**os.environ, "COACH_HOME": str(home), "COACH_TODAY": "2026-05-20", "COACH_LANG": "en",
           "PYTHONPATH": str(ROOT), "COACH": f"{sys.executable} -m coach_tui"}  # fmt: skip
    return subprocess.run(
        ["sh", "-c", command], env=env, capture_output=True, text=True, timeout=120, check=False
    )


def test_a_closed_stream_changes_neither_what_is_saved_nor_where_it_is_said(
    tmp_path: Path,
) -> None:
    """Each command with its streams: its exit code, and what is in stdout and in stderr."""
    begun = shell(tmp_path, "$COACH new Acme --start 2026-05-04 --days-per-week 2")
    assert begun.returncode == 0, begun.stderr
    cases = (
        ("$COACH step access-crm done >&-", 0, "", "done"),
        ("$COACH step access-crm todo 2>&-", 0, "", ""),
        ("$COACH step access-crm done <&- >&- 2>&-", 0, "", ""),
        ("$COACH status <&-", 0, "Acme", ""),
        ("$COACH --help >&-", 0, "", ""),
        ("$COACH export checklist >&- 2>&-", 0, "", ""),
        ("$COACH import - <&-", 1, "", "."),
        ("$COACH kpi import - <&-", 1, "", "."),
        ("$COACH report month --keep - <&-", 1, "", "."),
        ("$COACH <&-", 2, "", "terminal"),
        ("$COACH 2>&-", 2, "", ""),
    )
    for command, code, out, err in cases:
        ended = shell(tmp_path, command)
        assert ended.returncode == code, (command, ended)
        assert out in ended.stdout, (command, ended)
        assert bool(out) == bool(ended.stdout), (command, ended)
        assert err in ended.stderr, (command, ended)
        assert "Traceback" not in ended.stderr, (command, ended)
        assert "error of its own" not in ended.stderr, (command, ended)
    (file,) = (tmp_path / "engagements").glob("*.json")
    saved = json.loads(file.read_text(encoding="utf-8"))["events"].values()
    statuses = [each["changes"]["status"] for each in saved if each["entity"] == "step"]
    assert statuses == ["done", "todo", "done"]
    assert json.loads(file.read_text(encoding="utf-8")), "nothing was said into the file"


SHOWS = """
import os, sys
from coach_tui.cli.streams import stand_in
stand_in()
file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
os.write(file, f"{file} {sys.stdin.read()!r} {print('talk')} {sys.stderr.write('x')}".encode())
"""


def test_no_file_of_ours_is_opened_as_a_standard_stream(tmp_path: Path) -> None:
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        kept = tmp_path / "kept"
        ended = shell(tmp_path, f"{sys.executable} -c \"$SHOWS\" {kept} {closed} </dev/null"
                      .replace("$SHOWS", SHOWS.replace('"', '\\"')))  # fmt: skip
        assert ended.returncode == 0, (closed, ended)
        descriptor, *said = kept.read_text(encoding="utf-8").split()
        assert int(descriptor) > 2, closed
        assert said == ["''", "None", "1"], closed


def test_bytes_that_are_no_text_are_no_answer(dupont: Coach, tmp_path: Path) -> None:
    """A pipe in another encoding, at every question that a command asks: nothing is done."""
    place, sealed = tmp_path / "both", tmp_path / "sealed"
    place.mkdir()
    for command in (("forget", "Dupont"), ("send", str(sealed)), ("share", str(place))):
        _not_answered(dupont, *command)
    assert not sealed.exists()
    assert list(place.iterdir()) == []
    assert dupont("share", str(place), "--yes").code == 0
    invitation = tmp_path / "invitation.txt"
    invitation.write_text(dupont("share", "--show").out, encoding="utf-8")
    for more in ((), ("--folder", str(place))):
        _not_answered(dupont, "join", str(invitation), *more, "--home", str(tmp_path / "other"))
    assert dupont("status").code == 0


def _not_answered(coach: Coach, *command: str) -> None:
    ended = coach(*command, stdin=b"\xff\xfe\n" * 9)
    assert ended.code in (1, 2), (command, ended)
    assert ended.err.strip(), command
    assert "error of its own" not in ended.err, (command, ended)
