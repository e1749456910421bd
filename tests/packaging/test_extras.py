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
    uv, pipx, both = "uv tool install --compile-bytecode", "pipx install --force", ("share", "web")
    receipt = '[tool]\nrequirements = []\npython = "3.13"\n'
    clone = extras.Source("/home/ann/coach tui", editable=True)
    cases = (
        ("", {}, f'{python} -m pip install "coach-tui[server]"'),
        ("", {"extras": both}, f'{python} -m pip install "coach-tui[server]"'),
        (
            "", {"source": extras.Source(wheel)},
            f'{python} -m pip install "coach-tui[server] @ {wheel}"',
        ),
        ("", {"source": clone}, f'{python} -m pip install -e "/home/ann/coach tui[server]"'),
        ("pyvenv.cfg", {}, f'uv pip install --python {python} "coach-tui[server]"'),
        ("uv-receipt.toml", {}, f'{uv} --python 3.13 "coach-tui[server]"'),
        (
            "uv-receipt.toml", {"extras": both},
            f'{uv} --python 3.13 "coach-tui[share,web,server]"',
        ),
        ("pipx_metadata.json", {}, f'{pipx} "coach-tui[server]"'),
        ("pipx_metadata.json", {"extras": both}, f'{pipx} "coach-tui[share,web,server]"'),
        (
            "", {"in_one_file": True},
            f'{python} -m pip install "pyrage>=1.4,<2" "psycopg[binary]>=3.2,<4"',
        ),
    )  # fmt: skip
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    for number, (told_by, known, command) in enumerate(cases):
        prefix = tmp_path / str(number)
        prefix.mkdir()
        if told_by:
            said = receipt if told_by.endswith("toml") else "home = /usr/bin\nuv = 0.8.0\n"
            (prefix / told_by).write_text(said)
        mine = extras.Installed(prefix, python)._replace(**known)
        assert extras.command_for("server", mine) == command


def test_uv_chooses_the_python_where_its_receipt_names_none(tmp_path: Path) -> None:
    for said in ("[tool]\nrequirements = []\n", "no toml at all"):
        (tmp_path / "uv-receipt.toml").write_text(said)
        command = extras.command_for("web", extras.Installed(tmp_path, "python3"))
        assert command == 'uv tool install --compile-bytecode "coach-tui[web]"'


def test_where_it_was_installed_from_is_that_very_revision_or_folder() -> None:
    url, commit = "https://example.org/coach.git", "c0ffee"
    for told, source in (
        ({"url": "file:///tmp/x.whl", "archive_info": {}}, extras.Source("file:///tmp/x.whl")),
        ({"url": "file:///a/b", "dir_info": {}}, extras.Source("file:///a/b")),
        (
            {"url": "file:///home/ann/coach%20tui", "dir_info": {"editable": True}},
            extras.Source("/home/ann/coach tui", editable=True),
        ),
        (
            {"url": url, "vcs_info": {"vcs": "git", "commit_id": commit}},
            extras.Source(f"git+{url}@{commit}"),
        ),
        (
            {"url": url, "vcs_info": {
                "vcs": "git", "commit_id": commit, "requested_revision": "v1",
            }},
            extras.Source(f"git+{url}@v1"),
        ),
    ):  # fmt: skip
        assert extras.source_told(told) == source


def test_each_extra_is_told_by_a_library_of_its_own() -> None:
    assert extras._TELLING.keys() == extras.LIBRARIES.keys()


def test_a_pip_that_the_shell_finds_beside_this_python_needs_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = tmp_path / "pip"
    pip.write_text("")
    pip.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    command = extras.command_for("share", extras.Installed(tmp_path, str(tmp_path / "python3")))
    assert command == 'pip install "coach-tui[share]"'
