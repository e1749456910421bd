"""A mission stays itself: in its own home, with its name, whatever is undone or amended."""

from __future__ import annotations

import itertools
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from coach_tui.engagement import step as steps
from coach_tui.engagement.profile import amend, begin
from coach_tui.language import Refusal
from coach_tui.places import Home
from coach_tui.session import Session, create_session, open_session
from coach_tui.ui.opening import _first_path

MOMENTS = itertools.count()


def now() -> datetime:
    return datetime(2026, 3, 12, 9, 0, tzinfo=UTC) + timedelta(milliseconds=next(MOMENTS))


def acme(folder: Path) -> tuple[Home, Session]:
    home = Home(folder / "engagements", folder / "state")
    decision = begin("Acme", date(2026, 3, 9), 2, "founder")
    session = create_session(home, decision, "founder/Zoé", now)
    assert isinstance(session, Session)
    return home, session


def test_a_copied_home_never_writes_to_the_original(tmp_path: Path) -> None:
    home, session = acme(tmp_path / "first")
    home.settings.write_text(f'{{"engagement": "{session.path}"}}', encoding="utf-8")
    assert _first_path(home, "") == session.path
    shutil.copytree(tmp_path / "first", tmp_path / "copy")
    copy = Home(tmp_path / "copy" / "engagements", tmp_path / "copy" / "state")
    assert _first_path(copy, "") == copy.engagements / session.path.name


def test_the_beginning_of_a_mission_is_not_undone(tmp_path: Path) -> None:
    _, session = acme(tmp_path)
    session.record(steps.set_status("kickoff", "done", current=steps.UNTOUCHED, actor="founder"))
    assert not isinstance(session.undo(), Refusal)
    assert session.undo() == Refusal("refusal.history.nothing")
    assert session.profile.company == "Acme"


def test_a_later_name_can_be_taken_back(tmp_path: Path) -> None:
    _, session = acme(tmp_path)
    session.record(amend(session.engagement, {"company": "Acme SAS"}))
    session.undo()
    assert session.profile.company == "Acme"


def test_two_dates_that_disagree_do_not_block_the_rest(tmp_path: Path) -> None:
    home, session = acme(tmp_path)
    other = open_session(session.path, home, "cmo", now)
    session.record(amend(session.engagement, {"planned_end": date(2026, 4, 1)}))
    other.record(amend(other.engagement, {"first_day": date(2026, 6, 1)}))
    session.refresh()
    assert not isinstance(amend(session.engagement, {"depth": "full"}), Refusal)
    assert isinstance(amend(session.engagement, {"first_day": date(2026, 6, 2)}), Refusal)


def test_whoever_is_named_to_confirm_may_have_done_it(tmp_path: Path) -> None:
    done = steps.StepRecord(status="done", actor="founder")

    def confirmed(actor: str, confirmer: str | None) -> bool:
        answer = steps.set_status("a", "confirmed", current=done, actor=actor, confirmer=confirmer)
        return not isinstance(answer, Refusal)

    assert confirmed("cmo", "founder")  # the founder did it: the CMO says so
    assert confirmed("cmo", "team")  # the team may never open the coach
    assert not confirmed("founder", "founder")
    assert not confirmed("sales", "cmo")
