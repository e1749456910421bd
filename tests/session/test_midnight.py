"""A day is the reader's own: near midnight, UTC is on another one."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from coach_tui.bundled import load_playbook
from coach_tui.cli import main
from coach_tui.coach.plan import opened_on, plan
from coach_tui.coach.rhythm.month import month_bounds, period_of
from coach_tui.engagement.framing.need import (
    GATES,
    QUESTIONS,
    answer_gate,
    answer_need,
    need_recorded,
)
from coach_tui.engagement.profile import begin
from coach_tui.engagement.step import UNTOUCHED, add_note, set_status, steps_of
from coach_tui.engagement.transition.dossier import dossier_of, write_section
from coach_tui.exports.checklist import Checklist, checklist
from coach_tui.exports.proof_words import proof_plain
from coach_tui.language import Words
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from coach_tui.ui.app import CoachApp
from coach_tui.wall_clock import local_moment, wall_clock
from tests.ui.conftest import screen_text

FIRST_DAY = date(2026, 3, 2)


class Place(NamedTuple):
    """Where somebody records something, and when: in UTC, and on her own calendar."""

    zone: str
    utc: datetime
    day: date
    clock: str


PARIS = Place(
    "Europe/Paris", datetime(2026, 3, 31, 22, 30, tzinfo=UTC), date(2026, 4, 1), "2026-04-01 00:30"
)
MONTREAL = Place(
    "America/Montreal", datetime(2026, 4, 1, 1, tzinfo=UTC), date(2026, 3, 31), "2026-03-31 21:00"
)


@pytest.fixture(params=[PARIS, MONTREAL], ids=lambda place: place.zone)
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The machine is in this zone; a zone it does not know would pass for UTC, and is skipped."""
    at: Place = request.param
    monkeypatch.setenv("TZ", at.zone)
    time.tzset()
    if at.utc.astimezone().date() != at.day:
        pytest.skip(f"this machine has no {at.zone}")
    return at


@pytest.fixture(autouse=True)
def back_to_utc() -> object:
    yield
    time.tzset()


@pytest.fixture
def mission(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Begun, a step done, another noted, a section and the need written: all near midnight."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path))
    now = ticking(place.utc)
    home = Home(tmp_path / "engagements", tmp_path / "state")
    begun = begin("Acme", FIRST_DAY, 2, "founder")
    session = create_session(home, begun, "founder", now)
    assert isinstance(session, Session)
    session.record(set_status("kickoff", "done", current=UNTOUCHED, actor="founder"))
    session.record(add_note(session.new_id(), "kickoff", "All came"))
    session.record(write_section("summary", {"text": "In short"}))
    for question in QUESTIONS:
        session.record(answer_need(question, True, "a fact"))
    for gate in GATES:
        session.record(answer_gate(gate, True))
    return session


def ticking(first: datetime) -> Callable[[], datetime]:
    """That moment on this machine's clock, and a little later each time it is asked."""
    moments = iter(first + timedelta(milliseconds=n) for n in range(10**6))
    return lambda: next(moments).astimezone()


def test_what_was_just_recorded_was_recorded_today(place: Place, mission: Session) -> None:
    assert mission.today == place.day
    record = steps_of(mission.engagement)["kickoff"]
    assert record.day == place.day
    assert [note.day for note in record.notes] == [place.day]
    assert dossier_of(mission.engagement)["summary"].day == place.day
    assert opened_on(mission.engagement) == place.day
    assert proof_plain(need_recorded(mission.engagement)).endswith(place.day.isoformat())


def test_the_file_says_it_in_utc(place: Place, mission: Session) -> None:
    moments = {datetime.fromisoformat(change.at) for change in mission.changes}
    assert all(moment.tzinfo == UTC for moment in moments)
    assert steps_of(mission.engagement)["kickoff"].at.startswith(place.utc.isoformat()[:16])


def test_the_monthly_report_tells_it_in_the_month_it_was_done(
    place: Place, mission: Session
) -> None:
    playbook = load_playbook("en")[0]
    title = playbook.step("kickoff").title
    for month in ("2026-03", "2026-04"):
        told = period_of(playbook, mission.engagement, *month_bounds(month), place.day)
        assert (title in told.done) == place.day.isoformat().startswith(month)


def test_an_exported_note_bears_that_day(place: Place, mission: Session) -> None:
    playbook = load_playbook("en")[0]
    planned = plan(playbook, mission.engagement, place.day)
    handout = Checklist("Acme", mission.id, place.day, playbook.stages, planned, notes=True)
    lines = checklist(handout, Words("en")).splitlines()
    [said] = [before for before, line in pairwise(lines) if "All came" in line]
    assert f"{place.day.day} {place.day:%B} 2026" in said


def test_the_command_line_tells_the_reader_s_clock_and_gives_programs_utc(
    place: Place, mission: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["history", "--limit", "1"]) == 0
    assert capsys.readouterr().out.startswith(place.clock)
    assert main(["history", "--limit", "1", "--json"]) == 0
    [gesture] = json.loads(capsys.readouterr().out)
    assert gesture["at"] == mission.changes[-1].at
    assert gesture["at"].endswith("+00:00")


async def test_the_app_tells_the_reader_s_day(place: Place, mission: Session) -> None:
    home = Home(mission.path.parent, mission.path.parent.parent / "state")
    app = CoachApp(home, ticking(place.utc), language="en", path=mission.path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("9")
        await pilot.pause()
        shown = screen_text(app)
        assert f"{place.day.day} {place.day:%B}" in shown
        other = (place.day + timedelta(days=1), place.day - timedelta(days=1))
        assert not any(f"{day.day} {day:%B}" in shown for day in other)


@pytest.mark.parametrize("played", ["2026-01-15", "2026-07-15"])
def test_a_day_played_keeps_its_own_hour_in_winter_and_in_summer(place: Place, played: str) -> None:
    now = wall_clock({"COACH_TODAY": played})()
    assert now.date().isoformat() == played
    assert local_moment(now.astimezone(UTC).isoformat()) == now
    assert now.astimezone().utcoffset() == now.utcoffset()


@pytest.mark.parametrize(
    "at", ["", "yesterday", "2026-13-01T00:00:00", "9999-12-31T23:59:59-12:00"]
)
def test_what_is_no_moment_has_no_day(place: Place, at: str) -> None:
    assert local_moment(at) is None


def test_the_ends_of_the_calendar_are_days_too(place: Place) -> None:
    for at in ("0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00", "2026-03-31T22:30:00"):
        assert local_moment(at) is not None
