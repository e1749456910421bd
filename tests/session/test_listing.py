"""The engagements of a home, as the user knows them: one line a mission."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.clients import clients_of
from coach_tui.engagement.profile import begin
from coach_tui.listing import find_engagement, list_engagements
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from coach_tui.store import disk
from coach_tui.store.signature import Signature


def now() -> datetime:
    return datetime(2026, 9, 7, 9, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Two missions, whose names begin alike."""
    home = Home(tmp_path / "engagements", tmp_path / "state")
    for company in ("Acme", "Acme Industries"):
        begun = create_session(home, begin(company, date(2026, 9, 7), 2.0, "cmo"), "cmo", now)
        assert isinstance(begun, Session)
    return home


def companies(home: Home) -> list[str]:
    return [summary.profile.company for summary in list_engagements(home)]


def test_missions_are_listed_by_name(home: Home) -> None:
    assert companies(home) == ["Acme", "Acme Industries"]


@pytest.mark.parametrize("beside", ["{}-LAPTOP", "{} (1)", "{} 2", "{} (Ann's conflicted copy)"])
def test_a_copy_left_by_a_synchroniser_is_no_second_mission(home: Home, beside: str) -> None:
    files = {summary.path for summary in list_engagements(home)}
    for file in files:
        shutil.copy(file, file.with_stem(beside.format(file.stem)))
    assert companies(home) == ["Acme", "Acme Industries"]
    assert {summary.path for summary in list_engagements(home)} == files
    assert len(find_engagement(list_engagements(home), "acme")) == 1


def test_files_that_can_t_be_opened_are_all_listed_with_the_reason(home: Home) -> None:
    for name in ("note", "other"):
        (home.engagements / f"{name}.json").write_text('{"not": "ours"}')
    refused = [one.error.reason for one in list_engagements(home) if one.error]
    assert refused == ["refusal.store.foreign", "refusal.store.foreign"]


def test_the_portfolio_opens_each_file_once_and_lists_clients_by_name(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in list(home.engagements.iterdir()):
        shutil.copy(file, file.with_stem(f"{file.stem} (conflicted copy)"))
    (home.engagements / "damaged.json").write_text("{")
    read: list[Path] = []
    really = disk.read

    def reading(path: Path) -> tuple[bytes, Signature]:
        read.append(path)
        return really(path)

    monkeypatch.setattr(disk, "read", reading)
    playbook, _ = load_playbook("en")
    clients = clients_of(home, playbook, Catalogues(), now)
    assert [each.line.company for each in clients if each.line] == ["Acme", "Acme Industries"]
    assert [each.path.name for each in clients if each.error] == ["damaged.json"]
    for client in clients:
        if client.line:
            assert read.count(client.path) == 1
