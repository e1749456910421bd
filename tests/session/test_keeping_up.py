"""Two windows on one engagement: each comes to know what the other did, once, whatever it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coach_tui.engagement.change import Draft
from coach_tui.engagement.profile import begin
from coach_tui.places import Home
from coach_tui.session import Session, create_session, open_session


def now() -> datetime:
    return datetime(2026, 9, 7, 9, tzinfo=UTC)


@pytest.fixture
def windows(tmp_path: Path) -> tuple[Session, Session]:
    """The same file, opened twice."""
    home = Home(tmp_path / "engagements", tmp_path / "state")
    mine = create_session(home, begin("Acme", date(2026, 9, 7), 2.0, "cmo"), "cmo", now)
    assert isinstance(mine, Session)
    return mine, open_session(mine.path, home, "founder", now)


def tick(window: Session, step: str) -> None:
    window.record([Draft("step", step, {"status": "done"})])


def is_done(window: Session, step: str) -> bool:
    return "status" in window.engagement.record("step", step)


@pytest.mark.parametrize("keep_up", [Session.refresh, Session.catch_up])
def test_what_the_other_window_did_is_known_after_a_look(
    windows: tuple[Session, Session], keep_up: Callable[[Session], bool]
) -> None:
    mine, hers = windows
    tick(hers, "crm")
    assert not is_done(mine, "crm")
    assert keep_up(mine)
    assert is_done(mine, "crm")
    assert not keep_up(mine), "it is no news any more"


@pytest.mark.parametrize("keep_up", [Session.refresh, Session.catch_up])
def test_what_was_taken_in_while_saving_is_known_after_a_look(
    windows: tuple[Session, Session], keep_up: Callable[[Session], bool]
) -> None:
    mine, hers = windows
    tick(hers, "crm")
    tick(mine, "brief")
    assert keep_up(mine)
    assert is_done(mine, "crm")
    assert is_done(mine, "brief")


def test_an_edit_beats_what_its_author_had_seen_and_only_that(
    windows: tuple[Session, Session],
) -> None:
    mine, hers = windows
    tick(hers, "crm")
    mine.refresh()
    mine.record([Draft("step", "crm", {"status": "doing"})])
    hers.refresh()
    for window in windows:
        field = window.engagement.record("step", "crm")["status"]
        assert field.value == "doing"
        assert field.change.base == {"status": hers.changes[-2].id}
