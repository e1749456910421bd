"""The wheel carries the words and the looks, and runs away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

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


def test_it_carries_every_word_and_style(installed: Path) -> None:
    for name in ("content", "styles"):
        for path in (ROOT / name).rglob("*"):
            if path.suffix in {".md", ".toml", ".tcss"}:
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
