"""The round trip: a checklist goes out, is ticked elsewhere, and comes back."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from coach_tui.cli.exit_codes import FINE, REFUSED
from tests.cli.conftest import Coach


def exported(coach: Coach, path: Path, *options: str) -> str:
    ended = coach("export", "checklist", "-o", str(path), *options)
    assert ended.code == 0, ended.err
    return path.read_text(encoding="utf-8")


def tick(document: str, *step_ids: str) -> str:
    for step_id in step_ids:
        document = re.sub(rf"- \[ \](.*<!-- step: {step_id} -->)", r"- [x]\1", document)
    return document


def statuses(coach: Coach) -> dict[str, str]:
    told = coach("today", "--all", "--json").json["all"]
    return {each["id"]: each["status"] for each in told}


def test_two_ticks_made_elsewhere_come_back(dupont: Coach, tmp_path: Path) -> None:
    file = tmp_path / "checklist.md"
    document = exported(dupont, file, "--stage", "onboarding", "--lang", "fr")
    assert document.startswith("# Accueil et accès\n")
    file.write_text(tick(document, "access-crm", "access-list"), encoding="utf-8")
    shown = dupont("import", str(file))
    assert shown.code == 0
    assert [line.split(":")[0] for line in shown.out.splitlines()] == ["access-list", "access-crm"]
    assert "--apply" in shown.err
    assert statuses(dupont)["access-crm"] == "todo"
    applied = dupont("import", str(file), "--apply", "--lang", "fr")
    assert applied.code == 0
    assert "2 actions ont changé" in applied.err
    assert statuses(dupont)["access-crm"] == statuses(dupont)["access-list"] == "done"
    assert dupont("import", str(file), "--apply").out == ""
    assert dupont("undo").code == 0
    assert statuses(dupont)["access-crm"] == "todo"


def test_stdout_and_stdin(dupont: Coach) -> None:
    document = dupont("export", "checklist").out
    ended = dupont("import", "-", "--apply", stdin=tick(document, "access-crm").encode())
    assert ended.code == 0
    assert ended.out.startswith("access-crm: to do → done")
    assert statuses(dupont)["access-crm"] == "done"
    assert "[x]" in dupont("export", "checklist", "--stage", "onboarding").out


def test_lines_not_understood_are_told_with_their_number(dupont: Coach, tmp_path: Path) -> None:
    file = tmp_path / "checklist.md"
    document = exported(dupont, file)
    file.write_text(document + "- [x] mine <!-- step: nobody -->\n", encoding="utf-8")
    ended = dupont("import", str(file), "--lang", "fr")
    assert ended.code == 0
    assert ended.out == ""
    assert f"ligne {len(document.splitlines()) + 1}" in ended.err
    assert "Rien à changer" in ended.err


def test_another_missions_checklist_is_refused(dupont: Coach, tmp_path: Path) -> None:
    file = tmp_path / "checklist.md"
    document = exported(dupont, file)
    file.write_text(tick(document, "access-crm"), encoding="utf-8")
    dupont("new", "Other", "--start", "2026-12-07", "--days-per-week", "2")
    refused = dupont("import", str(file), "--apply")
    assert (refused.code, refused.out) == (1, "")
    assert "-e" in refused.err
    assert statuses(dupont)["access-crm"] == "todo"
    assert dupont("-e", "dupont", "import", str(file), "--apply").code == 0
    assert "Dupont" not in dupont("export", "checklist", "--notes").out


def test_a_clean_checklist_has_no_id_and_cannot_come_back(dupont: Coach, tmp_path: Path) -> None:
    file = tmp_path / "clean.md"
    assert "<!--" not in exported(dupont, file, "--clean")
    refused = dupont("import", str(file), "--lang", "fr")
    assert refused.code == 1
    assert "--clean" in refused.err


def test_files_that_cannot_be_read_back(dupont: Coach, tmp_path: Path) -> None:
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "empty.md").write_bytes(b"")
    wide = dupont("export", "checklist").out.encode("utf-16-le")
    (tmp_path / "wide.md").write_bytes(wide)
    for name in ("nowhere.md", "bytes.md", "empty.md", "wide.md", "."):
        ended = dupont("import", str(tmp_path / name), "--lang", "en")
        assert ended.code == 1, name
        assert ended.err.strip()
        assert ("UTF-8" in ended.err) is (name in ("bytes.md", "wide.md")), name
    piped = dupont("import", "-", "--lang", "en", stdin=wide)
    assert (piped.code, "UTF-8" in piped.err) == (1, True)


def test_a_file_is_never_written_over_unless_forced(dupont: Coach, tmp_path: Path) -> None:
    file = tmp_path / "précieux.md"
    file.write_text("mine", encoding="utf-8")
    file.chmod(0o640)
    refused = dupont("export", "checklist", "-o", str(file), "--lang", "fr")
    assert refused.code == 1
    assert "--force" in refused.err
    assert file.read_text(encoding="utf-8") == "mine"
    assert exported(dupont, file, "--force").startswith("# Checklist")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640, "whoever could read it still can"
    fresh = tmp_path / "new.md"
    exported(dupont, fresh)
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o600
    fresh.unlink()
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["précieux.md"]
    assert dupont("export", "checklist", "-o", str(tmp_path / "no" / "where.md")).code == 1


def test_which_steps(dupont: Coach) -> None:
    def ids(*options: str) -> list[str]:
        return re.findall(r"step: (\S+) -->", dupont("export", "checklist", *options).out)

    assert len(ids("--depth", "full")) == len(statuses(dupont)) > len(ids())
    both = ids("--stage", "kpis", "--stage", "onboarding")
    assert set(both) == {*ids("--stage", "onboarding"), *ids("--stage", "kpis")}
    refused = dupont("export", "checklist", "--stage", "nope")
    assert refused.code == 1
    assert "onboarding" in refused.err


def test_notes_only_when_asked(dupont: Coach) -> None:
    dupont("step", "access-crm", "doing", "--note", "asked Zoé")
    dupont("step", "access-list", "doing", "--note", "between us", "--private")
    assert "asked Zoé" not in dupont("export", "checklist").out
    document = dupont("export", "checklist", "--notes").out
    assert "asked Zoé" in document
    assert "between us" not in document


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("", "No file is named"),
        ("   ", "No file is named"),
        ("/", "is a folder"),
        (".", "is a folder"),
        ("~nobody-here/list.md", "there is no folder ~nobody-here"),
        ("/nowhere-here/list.md", "there is no folder /nowhere-here"),
    ],
)
@pytest.mark.parametrize("command", ["checklist", "calendar"])
def test_a_name_no_document_can_have_is_refused_in_words(
    dupont: Coach, command: str, named: str, said: str
) -> None:
    ended = dupont("export", command, "-o", named, "--force")
    assert (ended.code, ended.out) == (1, "")
    assert said in ended.err


def test_reading_back_a_file_nobody_named_is_refused_in_words(dupont: Coach) -> None:
    assert "No file is named" in dupont("import", "").err
    assert "There is no file ~nobody-here/list.md" in dupont("import", "~nobody-here/list.md").err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_what_is_no_ordinary_file_is_never_replaced_even_forced(
    dupont: Coach, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    ended = dupont("export", "checklist", "-o", str(pipe), "--force")
    assert ended.code == 1
    assert "no ordinary file" in ended.err
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_home_of_a_user_there_is_not_is_a_folder_of_that_name(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert coach("--home", "~nobody-here", "list").code == 0


def test_where_no_box_can_be_read_it_says_so_and_ends_with_1(dupont: Coach, tmp_path: Path) -> None:
    document = dupont("export", "checklist", "--lang", "en").out
    file = tmp_path / "edited.md"
    file.write_text(document.replace("- [", "- \\["))
    ended = dupont("import", str(file), "--apply", "--lang", "en")
    assert ended.code == REFUSED
    assert "No box of this file could be read" in ended.err
    assert "the boxes say what is recorded" not in ended.err
    file.write_text(document.replace("- [ ]", "- [?]", 1))
    ended = dupont("import", str(file), "--lang", "en")
    assert ended.code == FINE
    assert "1 line could not be" in ended.err
    file.write_text(document)
    ended = dupont("import", str(file), "--lang", "en")
    assert (ended.code, ended.out) == (FINE, "")
    assert "the boxes say what is recorded" in ended.err


def test_a_wrapped_checklist_and_a_step_set_aside_come_back(dupont: Coach, tmp_path: Path) -> None:
    assert dupont("step", "access-crm", "na", "--note", "no CRM").code == FINE
    lines = dupont("export", "checklist", "--depth", "full", "--lang", "en").out.split("\n")
    file = tmp_path / "wrapped.md"
    edited = [
        line.replace("- [ ]", "1. [x]").replace(" <!-- step", "\n    <!-- step")
        if "step: access-crm " in line else line
        for line in lines
    ]  # fmt: skip
    file.write_text("\n".join(edited))
    ended = dupont("import", str(file), "--apply", "--lang", "en")
    assert ended.code == FINE, ended.err
    assert "access-crm: not applicable → done" in ended.out
