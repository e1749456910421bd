"""What is asked first when something goes wrong: which version, on what, and where the data is."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

from coach_tui import __version__
from tests.cli.conftest import Coach


def test_the_version_says_what_it_runs_on_and_where_the_data_is(
    coach: Coach, home: Path, tmp_path: Path
) -> None:
    told = coach("--version", "--lang", "fr")
    first, second, *places = told.out.splitlines()
    assert (told.code, first) == (0, f"coach-tui {__version__}")
    assert second.startswith(f"Python {platform.python_version()}, Textual {version('textual')}, ")
    assert places == [
        f"missions\u00a0: {home / 'engagements'}",
        f"propre à cette machine\u00a0: {home / 'state'}",
    ]
    elsewhere = coach("--home", str(tmp_path / "other"), "--version").out
    assert str(tmp_path / "other" / "engagements") in elsewhere
    assert coach("status", "--version").out == coach("--version").out
    assert not home.exists(), "asking makes nothing"
