"""What shells and `man` read is what the commands are now, and it works there."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Coach, coach, home  # noqa: F401
from tests.shell.write import FOLDER, texts

ROOT = FOLDER.parent


def without(program: str) -> pytest.MarkDecorator:
    """Skip, saying so, where this machine hasn't this program."""
    return pytest.mark.skipif(not shutil.which(program), reason=f"no {program} on this machine")


def test_it_says_what_the_commands_are() -> None:
    for file, text in texts():
        if os.environ.get("UPDATE_README"):
            file.write_text(text, encoding="utf-8")
        assert file.read_text("utf-8") == text, f"{file} is old: make shell"


def test_coach_completion_prints_it(coach: Coach) -> None:  # noqa: F811
    for language in ("en", "fr"):
        for shell in ("bash", "zsh", "fish"):
            told = coach("completion", shell, "--lang", language)
            assert told.code == 0
            assert told.out == (FOLDER / language / f"coach.{shell}").read_text("utf-8")
    assert coach("completion", "tcsh").code == 2


def completed(*words: str) -> set[str]:
    """What bash offers for the last of these words."""
    script = f"""
        source {FOLDER}/en/coach.bash
        COMP_WORDS=({" ".join(map(repr, words))}); COMP_CWORD={len(words) - 1}
        _shtab_coach coach {words[-1]!r} {words[-2]!r}; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    shell = ["bash", "--norc", "-c", script]
    ended = subprocess.run(shell, capture_output=True, text=True, cwd=ROOT, check=True)
    assert ended.stderr == ""
    return {*ended.stdout.split()}


@without("bash")
def test_bash_completes_commands_their_options_and_choices() -> None:
    assert completed("coach", "sta") == {"status"}
    assert completed("coach", "access", "") >= {"list", "add", "set", "next", "exit"}
    assert completed("coach", "access", "n") == {"next"}
    assert "--days-per-week" in completed("coach", "new", "Acme", "--d")
    assert completed("coach", "new", "Acme", "--lang", "f") == {"fr"}
    assert completed("coach", "completion", "z") == {"zsh"}
    assert "README.md" in completed("coach", "export", "checklist", "-o", "READ")


@without("fish")
def test_fish_completes_with_what_each_does(tmp_path: Path) -> None:
    script = (
        f"source {FOLDER}/fr/coach.fish; complete -C 'coach access n'; complete -C 'coach --la'"
    )
    env = {**os.environ, "HOME": str(tmp_path)}
    shell = ["fish", "--no-config", "-c", script]
    ended = subprocess.run(shell, capture_output=True, text=True, env=env, check=True)
    next_one, language = ended.stdout.splitlines()
    assert next_one.startswith("next\t")
    assert language.startswith("--lang\tlangue")


@without("zsh")
def test_zsh_reads_it() -> None:
    for language in ("en", "fr"):
        subprocess.run(["zsh", "-n", f"{FOLDER}/{language}/coach.zsh"], check=True)


@without("man")
def test_man_shows_it_without_a_complaint() -> None:
    for language, said in (("en", "Begin an engagement"), ("fr", "Commencer une mission")):
        shown = ["man", "--warnings", "-E", "UTF-8", "-l", f"{FOLDER}/{language}/coach.1"]
        env = {**os.environ, "MANWIDTH": "100", "LC_ALL": "C.UTF-8"}
        ended = subprocess.run(shown, capture_output=True, text=True, env=env, check=True)
        assert ended.stderr == ""
        assert said in ended.stdout.replace("\u00a0", " ")
        assert "--days-per-week" in ended.stdout
