"""Who only looks may confirm and answer where that was granted; others' words stay as they are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach_tui.engagement import history, step
from coach_tui.engagement.change import Change, Decision, Draft
from coach_tui.engagement.elsewhere import show_elsewhere
from coach_tui.engagement.profile import begin
from coach_tui.language import Refusal
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from coach_tui.store.membership import Membership

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Nora looks only, and may confirm, at what Ann the CMO recorded."""
    moments = iter(range(60))
    made = create_session(
        Home(tmp_path / "engagements", tmp_path / "state"),
        begin("Acme", TODAY, 2.0, "cmo"), "cmo/Ann", lambda: NOW.replace(second=next(moments)),
    )  # fmt: skip
    assert isinstance(made, Session)
    for decision in (
        step.set_status("pricing", "na", current=step.UNTOUCHED, actor="cmo", reason="sold yearly"),
        step.set_status("baselines", "done", current=step.UNTOUCHED, actor="cmo"),
        step.add_note("of-ann", "baselines", "Ann's own words"),
        show_elsewhere("baselines", {"what": "Ann's own sheet"}, TODAY),
    ):
        recorded(made, decision)
    made.actor = "founder/Nora"
    made.membership = Membership("", 1, looks_only=True, confirms=True)
    return made


def recorded(session: Session, decision: Decision) -> tuple[Change, ...]:
    answer = session.record(decision)
    assert not isinstance(answer, Refusal), answer
    return answer


def refused(answer: tuple[Change, ...] | Refusal) -> bool:
    return isinstance(answer, Refusal) and answer.reason == "refusal.share.confirms-only"


def test_whoever_looks_only_takes_back_nothing_of_others(session: Session) -> None:
    before = len(session.changes)
    for gesture in history.gestures(session.changes)[1:]:
        assert refused(session.undo_gesture(gesture)), gesture
    assert len(session.changes) == before


def test_whoever_looks_only_writes_over_no_words_of_others(session: Session) -> None:
    before = len(session.changes)
    for decision in (
        [Draft("note", "of-ann", {"text": "Nora's"})],
        [Draft("note", "of-ann", {"_deleted": True})],
        show_elsewhere("baselines", {"what": "Nora's sheet"}, TODAY),
    ):
        assert refused(session.record(decision)), decision
    assert len(session.changes) == before


def test_whoever_looks_only_answers_and_takes_that_back_and_again(session: Session) -> None:
    for decision in (
        [Draft("step", "baselines", {"status": "confirmed"})],
        step.add_note("of-nora", "baselines", "Nora's own words"),
        show_elsewhere("pricing", {"what": "Nora's sheet"}, TODAY),
        show_elsewhere("pricing", {"what": "Nora's other sheet"}, TODAY),
    ):
        recorded(session, decision)
    for _ in range(4):
        taken_back = session.undo()
        assert not isinstance(taken_back, Refusal), taken_back
    again = session.undo_gesture(history.gestures(session.changes)[-1])
    assert not isinstance(again, Refusal), again
    recorded(session, show_elsewhere("pricing", {"what": "Nora's again"}, TODAY))


def test_what_somebody_took_back_of_theirs_is_free_to_be_said_by_whoever_looks(
    session: Session,
) -> None:
    session.actor, session.membership = "cmo/Ann", None
    assert not isinstance(session.undo(), Refusal)
    session.actor = "founder/Nora"
    session.membership = Membership("", 1, looks_only=True, confirms=True)
    recorded(session, show_elsewhere("baselines", {"what": "Nora's sheet"}, TODAY))
