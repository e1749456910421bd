"""Erasing a client leaves nothing of it; a backup holds a whole home, and comes back whole."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from coach_tui.engagement.profile import amend
from coach_tui.language import Refusal
from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.store.drafts import Drafts
from coach_tui.wall_clock import wall_clock

from .conftest import TODAY, Coach


@pytest.fixture
def full(dupont: Coach, home: Path) -> Coach:
    """A client that left every kind of trace there is, and another that must stay as it is."""
    assert dupont("new", "Acme", "--start", "2026-12-07", "--days-per-week", "2").code == 0
    dupont("step", "access-crm", "done", "--note", "SECRETOFACME")
    [dupont_file] = (home / "engagements").glob("dupont*.json")
    for _ in range(2):
        assert (
            dupont("step", "baselines", "done", "--note", "SECRETOFDUPONT", "-e", "dup").code == 0
        )
        dupont("undo", "-e", "dup")
    for asked in (("status",), ("status", "--json")):
        dupont(*asked, "-e", "dup")
    text = dupont_file.read_bytes()
    dupont_file.write_bytes(text[:-300])
    dupont("step", "baselines", "doing", "-e", "dup")  # sets the damaged file aside
    dupont_file.write_bytes(text)
    dupont("step", "baselines", "done", "-e", "dup")  # keeps what was found overwritten
    stem = dupont_file.stem
    (dupont_file.parent / f"{stem} (conflicted copy).json").write_bytes(text)
    (dupont_file.parent / f"{stem} 2.json").write_bytes(text)
    (dupont_file.parent / f".~{dupont_file.name}.abcd1234-12345678.tmp").write_bytes(text[:99])
    dupont("step", "access-crm", "doing", "-e", "dup")  # retires the conflicted one
    engagement = the_id(dupont, "dup")
    Drafts(home / "state").put(engagement, "access", {"tool": "SECRETOFDUPONT"}, "2026-11-22")
    Drafts(home / "state").put(the_id(dupont, "acme"), "access", {"tool": "Kept"}, "2026-11-22")
    return dupont


def the_id(coach: Coach, wanted: str) -> str:
    identity: str = coach("status", "--json", "-e", wanted).json["engagement"]["id"]
    return identity


def left_of(home: Path, *words: str) -> list[str]:
    """Every file of the home that holds one of these words, in its name or in its text."""
    sought = [word.lower().encode() for word in words]
    return [
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file()
        and any(word in path.name.lower().encode() + path.read_bytes().lower() for word in sought)
    ]


def test_nothing_of_the_client_is_left_and_the_other_stays(full: Coach, home: Path) -> None:
    engagement = the_id(full, "dup")
    acme = next((home / "engagements").glob("acme*.json")).read_bytes()
    words = ("secretofdupont", "dupont", engagement)
    before = left_of(home, *words)
    assert len(before) > 9, "the traces are there to be erased"

    asked = full("forget", "Dupont", stdin=b"")
    assert asked.code == 1
    assert left_of(home, *words) == before
    shown = {str(Path(line).relative_to(home)) for line in asked.out.splitlines()}
    assert {*before} - {"state/settings.json", "state/local.json"} <= shown
    assert "backups" in asked.err
    for wrong in ("Dupont", "dupont & fil", "Acme", ""):
        assert full("forget", "Dupont", "--yes", wrong).code == 1
        assert left_of(home, *words) == before

    assert full("forget", "Dupont", stdin=b"dupont & FILS\n").code == 0
    assert left_of(home, *words) == []
    assert next((home / "engagements").glob("acme*.json")).read_bytes() == acme
    assert len(Drafts(home / "state").of(the_id(full, "acme"))) == 1
    assert full("doctor", "-e", "acme").code == 0
    assert full("forget", "Dupont", "--yes", "Dupont & fils").code == 1


def test_a_client_whose_file_is_gone_can_be_forgotten(full: Coach, home: Path) -> None:
    for path in (home / "engagements").glob("*dupont*"):
        path.unlink()
    assert "coach forget" in full("doctor").out
    assert full("forget", "dup", "--yes", "Dupont & fils").code == 0
    assert left_of(home, "secretofdupont", "dupont") == []
    assert full("doctor").code == 0


def test_another_client_that_has_taken_the_name_of_its_file_stays_whole(
    full: Coach, home: Path
) -> None:
    """Acme's file is deleted, and the other's has been given its name; a copy was set aside."""
    [acme] = (home / "engagements").glob("acme*.json")
    identity, other = the_id(full, "acme"), the_id(full, "dup")
    [dupont] = [each for each in (home / "engagements").glob("dupont*.json")
                if " " not in each.name and ".damaged-" not in each.name]  # fmt: skip
    dupont.replace(acme)
    aside = acme.with_name(f"{acme.stem}.damaged-20261122.json")
    aside.write_bytes(acme.read_bytes()[:-300])
    before = acme.read_bytes(), aside.read_bytes()

    asked = full("forget", identity, stdin=b"")
    assert asked.code == 1
    assert str(acme) not in asked.out.splitlines()
    assert full("forget", identity, "--yes", "Acme").code == 0
    assert (acme.read_bytes(), aside.read_bytes()) == before
    assert left_of(home, "secretofacme", identity) == []
    assert the_id(full, "dup") == other


def test_a_name_is_understood_as_it_is_shown(coach: Coach, home: Path) -> None:
    """Double spaces and what no terminal is sent are not shown, so nobody types them."""
    begun = ("--start", "2026-12-07", "--days-per-week", "2")
    for written, shown in (("Dupont   et\tfils", "Dupont et fils"), ("Ac\x1b[31mme", "Ac[31mme")):
        assert coach("new", written, *begun).code == 0
        assert coach("status", "-e", shown).code == 0
        [file] = (home / "engagements").glob("*.json")
        copied = file.rename(file.with_name("kept  twice.json"))
        assert coach("status", "-e", "kept  twice").code == 0, "a file is called as it is"
        copied.unlink()
        assert coach("forget", shown, "--yes", shown).code == 0
        assert left_of(home, "dupont", "31mme") == []


@pytest.mark.parametrize("then", ["brought back", "forgotten"])
def test_of_what_was_deleted_by_hand_the_copy_left_is_offered_back_and_forgotten(
    full: Coach, home: Path, then: str
) -> None:
    """The file and this machine's record are deleted; the file before the last save is not."""
    engagement = the_id(full, "dup")
    for path in [*(home / "engagements").glob("*dupont*"), home / f"state/{engagement}.jsonl"]:
        path.unlink()
    bystander = home / "state" / "page.html"
    bystander.write_text("of somebody. Else.", encoding="utf-8")
    assert "coach doctor --bring-back" in full("list").err
    assert f"{engagement}.previous.json" in full("doctor").out
    if then == "brought back":
        assert full("doctor", "--bring-back", "dupont", "--apply").code == 0
        assert "SECRETOFDUPONT" in full("history", "-e", "dup", "--limit", "0").out
    else:
        asked = full("forget", "dupont", stdin=b"")
        assert str(bystander) not in asked.out
        assert full("forget", "dupont", "--yes", "Dupont & fils").code == 0
        assert left_of(home, "secretofdupont", "dupont", engagement) == []
        assert bystander.exists()
        assert full("doctor").code == 0


@pytest.mark.parametrize("how", ["at work", "put away", "unreadable"])
def test_the_page_of_all_clients_goes_with_each_of_them(full: Coach, home: Path, how: str) -> None:
    client, name, other = "dup", "Dupont & fils", "Acme"
    if how == "put away":
        client, name, other = "acme", "Acme", "Dupont"
        [file] = (home / "engagements").glob("acme*.json")
        place = Home(home / "engagements", home / "state")
        session = open_session(file, place, "cmo", wall_clock({"COACH_TODAY": TODAY}))
        assert not isinstance(
            session.record(amend(session.engagement, {"archived": True})), Refusal
        )
    elif how == "unreadable":
        client = name = "Own & co"
        (home / "engagements" / f"{name}.json").write_text("torn", encoding="utf-8")
    assert full("page", "--clients").code == 0
    page = home / "state" / "clients.html"
    assert name.replace("&", "&amp;") in page.read_text("utf-8")
    asked = full("forget", client, stdin=b"")
    assert str(page) in asked.out.splitlines()
    assert page.exists()
    assert full("forget", client, "--yes", name).code == 0
    assert not page.exists()
    assert full("page", "--clients").code == 0
    text = page.read_text("utf-8")
    assert name.replace("&", "&amp;") not in text
    assert other in text


def test_the_place_it_is_shared_through_is_named_and_its_key_leaves(
    full: Coach, home: Path, tmp_path: Path
) -> None:
    place = tmp_path / "both"
    place.mkdir()
    assert full("share", str(place), "--yes", "-e", "dup").code == 0
    pushed = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    told = full("forget", "Dupont", "--yes", "Dupont & fils")
    assert told.code == 0
    assert str(place) in told.err
    assert left_of(home, "secretofdupont", "dupont", str(place).lower()) == []
    assert {path: path.read_bytes() for path in pushed} == pushed


def test_a_backup_comes_back_whole_in_an_empty_home_only(
    full: Coach, home: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.zip"
    assert full("backup", str(kept)).code == 0
    assert kept.stat().st_mode & 0o777 == 0o600
    assert full("backup", str(kept)).code == 1, "never over another"
    assert full("restore", str(kept)).code == 1, "never into a home that holds something"

    moved = tmp_path / "moved"
    assert full("restore", str(kept), "--home", str(moved)).code == 0
    for command in (("history", "-e", "dup"), ("status", "-e", "acme"), ("portfolio",)):
        assert full(*command, "--home", str(moved)).out == full(*command).out
    names = {path.name for path in (home / "engagements").iterdir() if path.suffix != ".tmp"}
    assert names == {path.name for path in (moved / "engagements").iterdir()}
    assert all(path.stat().st_mode & 0o077 == 0 for path in moved.rglob("*"))
    for folder in (home, moved):
        shutil.rmtree(folder / "engagements")
    assert "--bring-back" in full("list", "--home", str(moved)).err, "the records came too"


def test_a_backup_is_not_put_among_what_it_saves(
    full: Coach, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By whatever name: relative, through a link, in a folder of a folder; a letter neither."""
    link = tmp_path / "link"
    link.symlink_to(home / "engagements")
    (home / "engagements" / "deep").mkdir()
    monkeypatch.chdir(home / "engagements")
    before = sorted(path for path in home.rglob("*.zip"))
    for place in ("kept.zip", str(home / "engagements" / "deep" / "kept.zip"),
                  str(home / "state" / "kept.zip"), str(link / "kept.zip")):  # fmt: skip
        for language, why in (("en", "one of the coach’s own folders"), ("fr", "coach lui-même")):
            refused = full("--lang", language, "backup", place)
            assert (refused.code, why in refused.err) == (1, True), (place, refused.err)
            sent = full("--lang", language, "send", place, "--yes", "-e", "Dupont")
            assert (sent.code, "coach-tui" in sent.err) == (1, True), (place, sent.err)
    assert sorted(path for path in home.rglob("*.zip")) == before
    assert full("backup", str(home.parent / "beside.zip")).code == 0


@pytest.mark.parametrize(
    "name", ["../evil", "/evil", "engagements/../../evil", "else/evil", "evil", "state/..\\evil"]
)
def test_a_backup_that_leads_elsewhere_is_refused_whole(
    coach: Coach, home: Path, tmp_path: Path, name: str
) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("engagements/fine.json", "{}")
        archive.writestr(name, "{}")
    assert coach("restore", str(bad)).code == 1
    assert not list(tmp_path.rglob("*evil*"))
    assert not list((home / "engagements").iterdir())


@pytest.mark.parametrize("text", [b"", b"PK", b"x" * 5000, b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_backup_is_refused_in_words(coach: Coach, tmp_path: Path, text: bytes) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(text)
    told = coach("restore", str(bad))
    assert "error of its own" not in told.err
    assert told.code == (0 if text.startswith(b"PK\x05") else 1)


def test_a_damaged_backup_restores_nothing(full: Coach, home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.zip"
    full("backup", str(kept))
    text = kept.read_bytes()
    moved = tmp_path / "moved"
    for place in range(40, len(text), len(text) // 25):
        kept.write_bytes(text[:place] + bytes([text[place] ^ 255]) + text[place + 1 :])
        told = full("restore", str(kept), "--home", str(moved))
        assert "error of its own" not in told.err, place
        if told.code:
            assert not [path for path in moved.rglob("*") if path.is_file()]
        else:
            shutil.rmtree(moved)
