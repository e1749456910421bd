"""`coach.pyz`: one file that needs only a Python, started from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from building.pyz import build
from tests.terminal.terminal import Terminal


@pytest.fixture(scope="module")
def pyz(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, in a folder with nothing else."""
    file = tmp_path_factory.mktemp("pyz") / "coach.pyz"
    build(file)
    return file


def test_it_begins_an_engagement_and_reads_its_own_words_in_an_empty_home(
    pyz: Path, tmp_path: Path
) -> None:
    env = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "COACH_LANG": "fr"}
    for arguments, said in (
        (["new", "Acme", "--start", "2026-03-09", "--days-per-week", "2"], "acme"),
        (["export", "checklist"], "Ouvrir l’accès au CRM"),
        (["completion", "fish"], "complete -c coach"),
        (["--version"], "Textual 8"),
        (["status"], "Acme"),
    ):
        command = [sys.executable, "-I", str(pyz), *arguments]
        ended = subprocess.run(
            command, cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8",
            timeout=120, check=False,
        )  # fmt: skip
        assert (ended.returncode, said in ended.stdout) == (0, True), ended


def test_the_app_opens_from_it(pyz: Path, tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "TERM": "xterm-256color"}
    with Terminal([sys.executable, "-I", str(pyz)], 80, 24, env) as terminal:
        terminal.wait_for("Company")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0


def test_it_holds_no_tests_and_nothing_compiled_for_one_machine(pyz: Path) -> None:
    names = zipfile.ZipFile(pyz).namelist()
    assert "coach_tui/_content/playbook/onboarding/fr.md" in names
    assert not [each for each in names if each.startswith(("tests/", "building/"))]
    assert not [each for each in names if each.endswith((".so", ".pyd"))]
    assert not [each for each in names if "__pycache__" in each]
