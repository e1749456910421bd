"""`coach doctor`: what it finds about the files, and what it puts right where it is told to."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from coach_tui.cli import doctor
from coach_tui.engagement.change import Change, to_record
from coach_tui.engagement.clock import HybridClock
from coach_tui.session import open_session
from coach_tui.store import disk, layout
from coach_tui.store.private_files import LOCAL_TABLES
from tests.cli.conftest import Coach


def file_of(home: Path) -> Path:
    [file] = (home / "engagements").glob("*.json")
    return file


def test_all_is_well_and_nothing_to_apply(dupont: Coach) -> None:
    assert dupont("doctor").code == 0
    assert dupont("doctor", "--apply").code == 2
    assert dupont("doctor", "--agree").code == 1
    assert dupont("doctor", "--start-over").code == 1
    assert dupont("doctor", "--bring-back", "dupont").code == 1


def test_an_engagement_is_opened_once_for_all_that_is_said_of_it(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def counted(path: Path, *others: Any) -> object:
        opened.append(path)
        return open_session(path, *others)

    monkeypatch.setattr(doctor, "open_session", counted)
    assert dupont("doctor").code == 0
    assert len(opened) == 1


def test_where_the_files_lie_that_it_names_can_not_be_read(dupont: Coach, home: Path) -> None:
    (home / "state" / LOCAL_TABLES).mkdir()  # in the place of a file
    for lang in ("en", "fr"):
        found = dupont("doctor", "--lang", lang)
        assert found.code == 1
        [line] = [line for line in found.out.splitlines() if LOCAL_TABLES in line]
        assert line.startswith("! ")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_mission_whose_folder_went_away_is_offered_and_comes_back_when_asked(
    dupont: Coach, home: Path, lang: str
) -> None:
    dupont("step", "access-crm", "done")
    file, text = file_of(home), file_of(home).read_bytes()
    shutil.rmtree(home / "engagements")

    found = dupont("doctor", "--lang", lang)
    assert found.code == 1
    [line] = [line for line in found.out.splitlines() if "Dupont" in line]
    assert line.startswith("! ")
    assert "2026" in line
    assert "--bring-back" in line

    shown = dupont("doctor", "--bring-back", "dupont", "--lang", lang)
    assert (shown.code, shown.out) == (0, "")
    assert "Dupont & fils" in shown.err
    assert "--apply" in shown.err
    assert not file.exists(), "shown, and no more"
    assert dupont("status").code == 1, "and it does not come back by itself"
    assert not file.exists()

    done = dupont("doctor", "--bring-back", "dupont", "--apply", "--lang", lang)
    assert (done.code, done.out.strip()) == (0, str(file))
    assert file.read_bytes() == text
    assert dupont("doctor").code == 0
    assert dupont("doctor", "--bring-back", "dupont", "--apply").code == 1


def test_a_name_that_may_be_several_is_asked_for_again(dupont: Coach, home: Path) -> None:
    assert dupont("new", "Dupont Nord", "--start", "2026-12-07", "--days-per-week", "1").code == 0
    shutil.rmtree(home / "engagements")
    refused = dupont("doctor", "--bring-back", "dup", "--apply")
    assert refused.code == 1
    assert "Dupont & fils" in refused.err
    assert "Dupont Nord" in refused.err
    assert not (home / "engagements").exists()
    assert dupont("doctor", "--bring-back", "Dupont Nord", "--apply").code == 0
    assert len(dupont("list", "--json").json) == 1


def test_starting_over_from_a_backup_put_in_the_file_s_place(dupont: Coach, home: Path) -> None:
    dupont("step", "access-crm", "done")
    backup = file_of(home).read_bytes()
    dupont("step", "access-crm", "blocked", "--by", "IT", "--note", "no licence")
    dupont("step", "access-analytics", "doing")
    file_of(home).write_bytes(backup)

    found = dupont("doctor")
    assert found.code == 1
    assert "--start-over" in found.out

    shown = dupont("doctor", "--start-over")
    assert shown.code == 0
    assert "no licence" in shown.out
    assert file_of(home).read_bytes() == backup, "shown, and no more"

    done = dupont("doctor", "--start-over", "--apply")
    assert done.code == 0
    statuses = dupont("history", "--json").json
    assert len(statuses) == 5, "the history keeps what came since"
    assert _status(dupont, "access-crm") == "done"
    assert _status(dupont, "access-analytics") == "todo"
    [kept] = (home / "state").glob("*.older-*.json")
    assert kept.read_bytes() == backup
    assert str(kept) in done.err
    assert dupont("doctor").code == 0
    assert dupont("undo").code == 0
    assert _status(dupont, "access-crm") == "blocked"


def test_starting_over_from_a_copy_that_lies_elsewhere(
    dupont: Coach, home: Path, tmp_path: Path
) -> None:
    attic = tmp_path / "dupont (before the summer).json"
    attic.write_bytes(file_of(home).read_bytes())
    dupont("step", "access-crm", "done")
    assert dupont("doctor", "--start-over", str(attic), "--apply").code == 0
    assert _status(dupont, "access-crm") == "todo"
    attic.write_bytes(attic.read_bytes()[:-60])
    assert dupont("doctor", "--start-over", str(attic), "--apply").code == 1
    assert dupont("doctor", "--start-over", str(tmp_path / "nothing"), "--apply").code == 1


def test_what_is_dated_years_ahead_counts_only_where_one_agrees(dupont: Coach, home: Path) -> None:
    now, day = time.time_ns() // 1_000_000, 24 * 3600 * 1000
    for at in (now + 5 * day, now + 4000 * day):
        stamp, moment = HybridClock().stamp(at, 0), "2026-11-22T09:00:00Z"
        done = Change(stamp, moment, "cmo", "step", "access-crm", {"status": "done"})
        _add(file_of(home), done)

    assert _status(dupont, "access-crm") == "todo"
    found = dupont("doctor")
    assert found.code == 1
    assert "--agree" in found.out
    shown = dupont("doctor", "--agree")
    assert shown.code == 0
    assert len(shown.out.splitlines()) == 1
    assert _status(dupont, "access-crm") == "todo"
    done_so = dupont("doctor", "--agree", "--apply")
    assert done_so.code == 0
    assert "2 changes now count" in done_so.err
    assert _status(dupont, "access-crm") == "done"


def test_agreeing_can_be_taken_back(dupont: Coach, home: Path) -> None:
    stamp = HybridClock().stamp(time.time_ns() // 1_000_000 + 10**9, 0)
    fields = ("cmo", "step", "access-crm", {"status": "done"})
    _add(file_of(home), Change(stamp, "2026-11-22T09:00:00Z", *fields))
    assert dupont("doctor", "--agree", "--apply").code == 0
    assert "put where it belongs" in dupont("history").out
    assert dupont("undo").code == 0
    assert _status(dupont, "access-crm") == "todo"
    assert "--agree" in dupont("doctor").out


def _add(file: Path, change: Change) -> None:
    """Saved into the file by somebody else."""
    meta, events = layout.sift(file.read_bytes())
    assert meta is not None
    file.write_bytes(layout.compose(meta, {}, [*events, layout.encode(to_record(change))]))


def _status(coach: Coach, step: str) -> str:
    document = coach("export", "checklist").out
    [line] = [line for line in document.splitlines() if f"step: {step} " in line]
    if "blocked" in line:
        return "blocked"
    return "done" if "[x]" in line else "todo"


def test_what_is_left_of_an_engagement_deleted_by_hand_is_named(dupont: Coach, home: Path) -> None:
    assert dupont("step", "situation", "doing").code == 0
    for path in (home / "engagements").glob("*.json"):
        path.unlink()
    for path in (home / "state").glob("*.jsonl"):
        path.unlink()
    told = dupont("doctor")
    assert told.code == 1
    left = [path for path in (home / "state").iterdir() if path.name.endswith(".previous.json")]
    assert left
    assert all(str(path) in told.out for path in left)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_file_named_as_a_proof_is_told_once_it_changed_or_went(
    dupont: Coach, tmp_path: Path, lang: str
) -> None:
    proof, note = tmp_path / "Bilan d'été.pdf", tmp_path / "note.md"
    for file in (proof, note):
        file.write_text("as it was")
    assert dupont("step", "situation", "done", "--proof", "Noted", "--where", str(proof)).code == 0
    assert dupont("rhythm", "decide", "No fair", "--why", f"see {note}, p. 2").code == 0
    assert dupont("document", "link", "strategy", str(note), "--author", "Ana").code == 0
    assert dupont("doctor", "--lang", lang).code == 0

    proof.write_text("as it is")
    note.unlink()
    found = dupont("doctor", "--lang", lang)
    assert found.code == 1
    told = [line for line in found.out.splitlines() if line.startswith("! Dupont")]
    assert [name for line in told for name in (proof.name, note.name) if name in line] == [
        proof.name, note.name, note.name,
    ]  # fmt: skip
    assert all(str(tmp_path) in line for line in told)
    left = dupont("forget", "Dupont", "--yes", "Dupont & fils")
    assert str(tmp_path / "note.md") not in (tmp_path / "coach/state/local.json").read_text(), left


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_file_that_is_nearly_as_large_as_it_may_be_is_told(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    size = file_of(home).stat().st_size
    for limit, code in ((size + 5, 1), (size * 2, 0)):
        monkeypatch.setattr(disk, "LARGEST", limit)
        found = dupont("doctor", "--lang", lang)
        assert (found.code, "coach backup" in found.out) == (code, bool(code)), found.out
