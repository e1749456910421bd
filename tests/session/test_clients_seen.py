"""The portfolio at a glance: a client's line is worked out once a change and a day, then kept."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach_tui.bundled import load_playbook
from coach_tui.clients import TOGETHER, ClientSeen, clients_seen
from coach_tui.engagement.profile import amend, begin
from coach_tui.language import Language, Words
from coach_tui.places import Home
from coach_tui.session import Session, create_session, open_session
from coach_tui.store import disk
from coach_tui.store.signature import Signature

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
NAMES = ("Acme", "Brel", "Chez Nous")
Seen = tuple[ClientSeen, ...]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "engagements", tmp_path / "state")
    for name in NAMES:
        founded = begin(name, NOW.date(), 2.0, "cmo")
        assert isinstance(create_session(made, founded, "cmo", lambda: NOW), Session)
    age(made)
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The engagement files that were read, by name, since it was last emptied."""
    found: list[str] = []
    really = disk.read

    def reading(path: Path) -> tuple[bytes, Signature]:
        if path.suffix == ".json":
            found.append(path.name)
        return really(path)

    monkeypatch.setattr(disk, "read", reading)
    return found


def age(home: Home) -> None:
    """All of it was written a while ago: what is being written is not kept."""
    for folder in home:
        for path in folder.iterdir():
            old = path.stat().st_mtime_ns - 10**9
            os.utime(path, ns=(old, old))


def seen(
    home: Home, language: Language = "en", days: int = 0, *, keeps: bool = True, patience: int = 4
) -> Seen:
    """As `clients_seen`; again while a file was too fresh for its line to be kept."""
    import time

    words, playbook = Words(language), load_playbook(language)[0]
    for _ in range(patience):
        found = clients_seen(home, playbook, words, lambda: NOW + timedelta(days), keeps=keeps)
        if len([*home.state.glob("*.line")]) >= len(found):
            break
        time.sleep(0.06)
    return found


def of(home: Home, name: str) -> Path:
    found = (path for path in home.engagements.iterdir() if name.lower() in path.name)
    return min(found, key=lambda path: len(path.name))


def changed(home: Home, name: str) -> None:
    session = open_session(of(home, name), home, "cmo", lambda: NOW)
    assert isinstance(session.record(amend(session.engagement, {"sector": "saas"})), tuple)


def test_a_line_that_is_kept_says_the_same_and_reads_no_file(home: Home, read: list[str]) -> None:
    first = seen(home)
    assert [each.line.company for each in first if each.line] == [*NAMES]
    assert any(each.line.acts for each in first if each.line)
    read.clear()
    assert seen(home) == first
    assert read == []


AFTER: dict[str, Callable[[Home], None]] = {
    "a change": lambda home: changed(home, "brel"),
    "a copy beside it": lambda home: shutil.copy(
        of(home, "brel"), of(home, "brel").with_stem(of(home, "brel").stem + " (1)")
    ),  # type: ignore[dict-item,return-value]
    "the same size another day": lambda home: os.utime(of(home, "brel"), ns=(1, 1)),
    "its record gone": lambda home: [
        path.unlink() for path in home.state.glob("*.jsonl")
        if path.stem[-6:] in of(home, "brel").name
    ],  # type: ignore[dict-item,return-value]
}  # fmt: skip


@pytest.mark.parametrize("what", AFTER)
def test_after_any_change_that_client_alone_is_worked_out_again(
    home: Home, read: list[str], what: str
) -> None:
    seen(home)
    before = {path.name for path in home.engagements.iterdir()}
    AFTER[what](home)
    read.clear()
    again = seen(home, patience=1)
    assert {name for name in read if name in before} == {of(home, "brel").name}
    assert [each.line.company for each in again if each.line] == [*NAMES]
    fresh = clients_seen(home, load_playbook("en")[0], Words("en"), lambda: NOW, keeps=False)
    assert again == fresh


def test_another_day_or_language_or_a_playbook_of_ones_own_is_never_told_from_it(
    home: Home, read: list[str]
) -> None:
    english = seen(home)
    for language, days, keeps in (("fr", 0, True), ("en", 1, True), ("en", 0, False)):
        seen(home)
        read.clear()
        told = seen(home, language, days, keeps=keeps, patience=1)  # type: ignore[arg-type]
        assert len(set(read)) == len(NAMES), (language, days, keeps)
        if language == "fr":
            assert told != english


@pytest.mark.parametrize("text", ["", "{", "[]", '{"line": 3}', "deep"])
def test_a_kept_line_that_makes_no_sense_is_worked_out_again(home: Home, text: str) -> None:
    first = seen(home)
    for path in home.state.glob("*.line"):
        if text == "deep":
            path.write_text(path.read_text().replace('"company"', '"firm"'))
        else:
            path.write_text(text)
    assert seen(home) == first


def test_a_damaged_file_is_told_each_time_and_a_gone_one_is_no_client(home: Home) -> None:
    seen(home)
    of(home, "brel").write_text("{}")
    for kept in home.state.glob("*.jsonl"):
        kept.unlink()
    again = seen(home)
    assert [bool(each.error) for each in again if "brel" in each.path.name] == [True]
    of(home, "brel").unlink()
    assert [each.line.company for each in seen(home) if each.line] == ["Acme", "Chez Nous"]


def test_garbage_is_looked_for_once_in_so_many_files_read_and_for_none_that_is_kept(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(2 * TOGETHER - len(NAMES)):
        founded = begin(f"More {n}", NOW.date(), 2.0, "cmo")
        assert isinstance(create_session(home, founded, "cmo", lambda: NOW), Session)
    age(home)
    looks: list[None] = []
    monkeypatch.setattr(gc, "collect", lambda: looks.append(None))
    seen(home, patience=1)
    assert len(looks) == 2
    seen(home)
    changed(home, "Acme")
    looks.clear()
    seen(home, patience=1)
    assert not looks, "one file was read"
