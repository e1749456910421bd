"""A ticked checklist comes back through the programs that lay Markdown out anew.

Each is run as it comes, with the wrapping it does by itself, where it is installed: the tests need
none of them, and say which were not there.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

from coach_tui.exports.checklist_reading import ChecklistRead, WantedBox, read_checklist
from tests.exports.missions import MISSION, began, exported, planned, playbook, recorded, status

# Each command lays out the file that is named last, in place or on stdout.
FORMATTERS: Final[Mapping[str, Sequence[str]]] = {
    "prettier": ("prettier", "--parser", "markdown"),
    "prettier, wrapped": ("prettier", "--parser", "markdown", "--prose-wrap", "always"),
    "remark": ("remark", "--use", "remark-gfm"),
    "mdformat": ("mdformat",),
    "mdformat, wrapped": ("mdformat", "--wrap", "60"),
    "pandoc": ("pandoc", "--from", "gfm", "--to", "gfm"),
    "pandoc, its own Markdown": ("pandoc", "--from", "gfm", "--to", "markdown"),
    "pandoc, alone": ("pandoc", "--from", "markdown", "--to", "markdown"),
    "pandoc, boxes drawn": ("pandoc", "--from", "gfm", "--to", "markdown_strict"),
    "deno": ("deno", "fmt"),
    "dprint": ("dprint", "fmt"),
    "cmark-gfm": ("cmark-gfm", "--to", "commonmark", "--unsafe", "-e", "tasklist", "--width", "60"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATTERS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_exactly_what_was_ticked_comes_back(name: str, language: str, tmp_path: Path) -> None:
    command = FORMATTERS[name]
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed: the round trip through it was not tried")
    book = playbook()
    mission = recorded(began(), status("access-crm", "done"), status("kpi-cac", "na", reason="no"))
    document = exported(mission, language=language)
    lines = [
        line.replace("- [ ]", "- [x]") if "step: brief-story " in line
        else line.replace("- [x]", "- [ ]") if "step: access-crm " in line else line
        for line in document.split("\n")
    ]  # fmt: skip
    file = tmp_path / "checklist.md"
    file.write_text("\n".join(lines), "utf-8")
    # From the program's own folder: there remark finds its plug-in.
    ended = subprocess.run(
        [program, *command[1:], str(file)],
        capture_output=True,
        cwd=Path(program).parent,
        timeout=120,
    )
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")
    laid_out = ended.stdout.decode("utf-8") or file.read_text("utf-8")
    reading = read_checklist(laid_out, MISSION, planned(book, mission))
    assert isinstance(reading, ChecklistRead), laid_out[:400]
    assert set(reading.changes) == {
        WantedBox("brief-story", "todo", "done"), WantedBox("access-crm", "done", "todo"),
    }  # fmt: skip
    assert reading.not_understood == ()
