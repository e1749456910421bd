"""The command named where an extra is absent is the one that installs it here."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from coach_tui import extras

ROOT = Path(__file__).parents[2]


def test_the_libraries_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["optional-dependencies"]
    assert {name: tuple(named) for name, named in declared.items()} == extras.LIBRARIES


def test_each_way_of_installing_has_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = str(tmp_path / "bin" / "python3")
    wheel = "file:///tmp/coach_tui-0.1.0-py3-none-any.whl"
    cases = (
        ("", "", False, f'{python} -m pip install "coach-tui[server]"'),
        ("", wheel, False, f'{python} -m pip install "coach-tui[server] @ {wheel}"'),
        ("pyvenv.cfg", "", False, f'uv pip install --python {python} "coach-tui[server]"'),
        ("uv-receipt.toml", "", False, 'uv tool install --compile-bytecode "coach-tui[server]"'),
        ("pipx_metadata.json", "", False, 'pipx install --force "coach-tui[server]"'),
        ("", "", True, f'{python} -m pip install "pyrage>=1.4,<2" "psycopg[binary]>=3.2,<4"'),
    )
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    for number, (told_by, source, in_one_file, command) in enumerate(cases):
        prefix = tmp_path / str(number)
        prefix.mkdir()
        if told_by:
            (prefix / told_by).write_text("home = /usr/bin\nuv = 0.8.0\n")
        found = extras.command_for("server", prefix, python, source, in_one_file=in_one_file)
        assert found == command


def test_a_pip_that_the_shell_finds_beside_this_python_needs_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = tmp_path / "pip"
    pip.write_text("")
    pip.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    command = extras.command_for("share", tmp_path, str(tmp_path / "python3"), "")
    assert command == 'pip install "coach-tui[share]"'
