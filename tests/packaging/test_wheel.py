"""The wheel carries the words and the looks, and runs away from the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from building.description import description

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, unpacked where nothing of the checkout can be seen."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_two_builds_are_the_same_bytes(tmp_path: Path, kind: str) -> None:
    made = []
    for name in ("one", "two"):
        build = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(tmp_path / name)]
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
        (file,) = (tmp_path / name).iterdir()
        made.append(file.read_bytes())
    assert made[0] == made[1]


def test_it_has_no_tests_and_says_what_it_is(installed: Path) -> None:
    assert not list(installed.rglob("__pycache__"))
    folders = {each.name for each in installed.iterdir()}
    (about,) = [each for each in folders if each.endswith(".dist-info")]
    (data,) = [each for each in folders if each.endswith(".data")]
    assert folders == {"coach_tui", about, data}, "nothing but the program"
    assert (installed / data / "data/share/man/fr/man1/coach.1").is_file()
    said = (installed / about / "METADATA").read_text("utf-8")
    for line in ("Name: coach-tui", "License-Expression: MIT", "Requires-Python: >=3.11",
                 "Provides-Extra: web", "Description-Content-Type: text/markdown"):  # fmt: skip
        assert f"{line}\n" in said


def test_what_the_index_shows_is_the_readme_and_no_link_in_it_leads_nowhere(
    installed: Path,
) -> None:
    (about,) = installed.glob("*.dist-info/METADATA")
    shown = about.read_text("utf-8").partition("\n\n")[2]
    readme = (ROOT / "README.md").read_text("utf-8")
    beside = re.findall(r"\]\(((?![a-z]+:|#)[^)]+)\)", readme)
    assert len(beside) > 3, "the control: the README of the sources has such links"
    assert re.findall(r"\]\((?![a-z]+:|#)", shown) == []
    (first, *_) = re.findall(r"!\[([^\]]*)\]", readme)
    assert f"\n*{first}*\n" in shown, "a picture is its words"
    hosted = description(readme, "https://example.org/raw/")
    assert all(f"](https://example.org/raw/{each})" in hosted for each in beside)
    for line in ("# coach-tui", "make test    # sets everything up"):
        assert f"\n{line}" in f"\n{shown}"


def test_it_carries_every_word_and_style(installed: Path) -> None:
    for name in ("content", "styles", "shell"):
        for path in (ROOT / name).rglob("*"):
            if path.suffix in {".md", ".toml", ".tcss", ".html", ".bash", ".1"}:
                assert (
                    installed / "coach_tui" / f"_{name}" / path.relative_to(ROOT / name)
                ).is_file()


def test_it_runs_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    env = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "COACH_HOME": str(tmp_path),
        "COACH_LANG": "fr",
    }
    coach = [sys.executable, "-m", "coach_tui"]
    new = [*coach, "new", "Acme", "--start", "2026-03-09", "--days-per-week", "2"]
    subprocess.run(new, cwd=tmp_path, env=env, check=True, capture_output=True)
    status = subprocess.run(
        [*coach, "export", "checklist"],
        cwd=tmp_path,
        env=env,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Ouvrir l’accès au CRM" in status.stdout
