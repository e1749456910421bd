"""What the three systems would be told to run, once the project is hosted, is there to be run."""

from __future__ import annotations

import ast
import re
import shlex
import sys
import tomllib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from coach_tui.cli import main
from tests.conftest import POSIX_ONLY

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "tests.yml"
needs = pytest.mark.skipif(not WORKFLOW.is_file(), reason="the sources alone have no workflow")


def lines_run() -> list[list[str]]:
    """Each line of a shell that a step runs, in words."""
    text = WORKFLOW.read_text(encoding="utf-8")
    alone = re.findall(r"^ +-? *run: (?!\|)(.+)$", text, re.MULTILINE)
    blocks = re.findall(r"^( +)run: \|\n((?:\1  .*\n?)+)", text, re.MULTILINE)
    said = [*alone, *(line for _, block in blocks for line in block.splitlines())]
    return [shlex.split(line) for line in said]


@needs
def test_every_step_names_what_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    lines = lines_run()
    assert len(lines) >= 8, lines
    for words in lines:
        if words[0] == "make":
            assert set(words[1:]) <= targets, words
        if "-m" in words:
            assert find_spec(words[words.index("-m") + 1]), words
        if "--requirement" in words:
            assert (ROOT / words[words.index("--requirement") + 1]).is_file(), words


@needs
def test_the_commands_of_ours_it_runs_are_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "a home é"))
    ours = [words[1:] for words in lines_run() if words[0].endswith("/coach")]
    assert [words[0] for words in ours] == ["new", "status"]
    for words in ours:
        assert main(words) == 0, words


@needs
def test_it_runs_every_python_the_package_says_it_runs_on() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    listed = re.search(r"^ +python: \[(.+)\]$", text, re.MULTILINE)
    assert listed
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [
        each.rpartition(" ")[2]
        for each in said["classifiers"]
        if re.fullmatch(r".* :: Python :: 3\.\d+", each)
    ]
    assert [each.strip(' "') for each in listed[1].split(",")] == named
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in named


@cache
def read_with(file: Path) -> frozenset[str]:
    """The modules that come in as this file does: its own imports outside any function."""
    found = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            folder = file.parents[node.level - 1] if node.level else None
            base = ".".join(folder.relative_to(ROOT).parts) if folder else ""
            name = ".".join(filter(None, (base, node.module)))
            found |= {name, *(f"{name}.{each.name}" for each in node.names)}
    return frozenset(found)


def only_posix(file: Path) -> set[str]:
    """What Windows lacks, of what this file brings in, itself or through other tests."""
    waiting, seen = [file], {file}
    while waiting:
        for name in read_with(waiting.pop()):
            other = ROOT.joinpath(*name.split(".")).with_suffix(".py")
            if name.startswith("tests.") and other.is_file() and other not in seen:
                seen.add(other)
                waiting.append(other)
    brought = {name for each in seen for name in read_with(each)}
    return brought & {"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"}


def test_windows_can_read_every_test_it_is_not_told_to_leave_out() -> None:
    tests = ROOT / "tests"
    left_out = {file for each in POSIX_ONLY for file in tests.glob(each)}
    read = sorted({*tests.rglob("*.py")} - left_out)
    assert len(read) > 200
    unreadable = {file.relative_to(tests).as_posix(): only_posix(file) for file in read}
    assert {name: lacking for name, lacking in unreadable.items() if lacking} == {}
