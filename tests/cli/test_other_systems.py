"""What Windows and macOS do to files, done here: ends of lines, names that are one, names kept."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coach_tui.bundled import content, load_playbook
from coach_tui.language import LANGUAGES
from tests.cli.conftest import Coach
from tests.cli.one_name import names_are_one

ROOT = Path(__file__).resolve().parents[2]


def test_files_whose_lines_end_as_on_windows_say_the_same(
    dupont: Coach, home: Path, tmp_path: Path
) -> None:
    """An engagement, settings and a playbook that went through git or an editor there."""
    dupont("step", "access-crm", "done")
    (file,) = (home / "engagements").glob("*.json")
    before = [dupont(*each).out for each in (("status", "--json"), ("history",), ("list",))]
    for path in (file, home / "state" / "settings.json"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert [dupont(*each).out for each in (("status", "--json"), ("history",), ("list",))] == before
    assert dupont("doctor").code == 0
    assert dupont("step", "access-crm", "todo").code == 0

    own = tmp_path / "own"
    shutil.copytree(Path(str(content("playbook"))), own)
    for page in own.rglob("*.md"):
        page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    for language in LANGUAGES:
        assert load_playbook(language, own)[1] == ()
        assert load_playbook(language, own)[0].stages == load_playbook(language)[0].stages
    assert dupont("playbook", "check", "--playbook", str(own)).code == 0


def test_no_text_is_read_or_written_in_the_systems_own_encoding(dupont: Coach, home: Path) -> None:
    """Windows' is no UTF-8: a file opened without saying which is another file there."""
    commands = (
        ["new", "Été", "--start", "2026-12-07", "--days-per-week", "2"],
        ["step", "access-crm", "done", "-e", "Dupont"],
        ["export", "checklist", "-e", "Dupont", "-o", str(home / "list.md")],
        ["import", str(home / "list.md"), "-e", "Dupont"],
        ["status", "-e", "Dupont"],
        ["doctor"],
        ["me", "founder/Zoé", "-e", "Dupont"],
        ["backup", str(home.parent / "b.zip")],
    )
    strict = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    for command in commands:
        ended = subprocess.run(
            [*strict, "-m", "coach_tui", *command],
            capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False,
        )  # fmt: skip
        assert ended.returncode == 0, (command, ended.stderr)


DEVICES = ("CON", "prn", "Aux", "NUL", "com1", "LPT9", "aux.json", "CON.", "nul ", "con .md")


def test_no_file_of_ours_has_a_name_that_windows_keeps_for_itself(coach: Coach, home: Path) -> None:
    for company in DEVICES:
        begun = coach("new", company, "--start", "2026-12-07", "--days-per-week", "2")
        assert begun.code == 0
        name = Path(begun.out.strip()).name
        assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
        assert name == name.rstrip(". ")
    assert len([*(home / "engagements").iterdir()]) == len(DEVICES)


@pytest.mark.parametrize("said", [*DEVICES, "what?.md", "a:b.md", "a*.md", "list.md.", "CONOUT$"])
def test_a_document_never_goes_to_a_name_that_windows_keeps_for_itself(
    dupont: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setattr("coach_tui.store.documents.HAS_DEVICES", True)
    monkeypatch.chdir(tmp_path)
    ended = dupont("export", "checklist", "-o", f"{tmp_path}/{said}")
    assert ended.code == 1, ended
    assert "Windows" in ended.err
    assert not (tmp_path / said).exists()


def test_elsewhere_those_are_names_like_others(dupont: Coach, tmp_path: Path) -> None:
    assert dupont("export", "checklist", "-o", f"{tmp_path}/aux.md").code == 0


def test_a_home_is_one_however_it_is_spelt(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a file system without cases that keeps accents apart, every command finds the same."""
    names_are_one(monkeypatch, tmp_path)
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "Été"))
    assert coach("new", "Été", "--start", "2026-12-07", "--days-per-week", "2").code == 0
    assert coach("new", "CAFÉ", "--start", "2026-12-07", "--days-per-week", "2").code == 0
    assert [each.name for each in tmp_path.iterdir() if "te" in each.name.lower()] == [
        "E\u0301te\u0301"
    ]
    for home in ("Été", "ÉTÉ", "E\u0301te\u0301", "été"):
        monkeypatch.setenv("COACH_HOME", str(tmp_path / home))
        assert coach("status").out.startswith("CAFÉ"), "the one used last"
        assert coach("step", "access-crm", "done", "-e", "cafe\u0301").code == 0
        assert coach("list").out.startswith("* CAFÉ · "), home
        ours = tmp_path / home.swapcase() / "engagements" / "mine.md"
        assert coach("export", "checklist", "-o", str(ours)).code == 1, "one of our own folders"
    assert coach("doctor").code == 0
    assert coach("export", "checklist", "-o", str(tmp_path / "Liste é.md")).code == 0
    written = coach("export", "checklist", "-o", str(tmp_path / "LISTE É.MD"))
    assert written.code == 1
    assert "LISTE" in written.err, "another's document is not written over"


def test_a_copy_that_a_synchroniser_named_with_accents_apart_is_taken_in(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names_are_one(monkeypatch, home)
    (file,) = (home / "engagements").glob("*.json")
    before = file.read_bytes()
    dupont("step", "access-crm", "done")
    copy = file.with_name(f"{file.stem} (Copie en conflit de Zoe\u0301).json")
    copy.write_bytes(file.read_bytes())
    file.write_bytes(before)
    shutil.rmtree(home / "state")
    assert dupont("step", "access-site", "done").code in (0, 1)
    assert "CRM" in dupont("history", "--lang", "en").out
    assert len([*dupont("list").out.strip().splitlines()]) == 1
