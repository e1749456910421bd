"""The demo has something on every screen, in both languages, and can't touch real data."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.cli import demo
from coach_tui.cli.call import Call
from coach_tui.coach.advice.ranked import advise, praise
from coach_tui.coach.moves.falling_due import falling_due
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.move import WEEK, agenda
from coach_tui.coach.plan import plan
from coach_tui.demo import make_demo
from coach_tui.engagement.access import record as access
from coach_tui.engagement.documents.record import nine_of
from coach_tui.engagement.framing import candidates as framing_candidates
from coach_tui.engagement.kpi import record as kpi
from coach_tui.engagement.rhythm import decisions as rhythm_decision
from coach_tui.engagement.rhythm import reports as rhythm_report
from coach_tui.engagement.rhythm import rituals as rhythm
from coach_tui.engagement.step import LEADS
from coach_tui.engagement.team import cover as team_cover
from coach_tui.engagement.team import people as team
from coach_tui.engagement_files import open_session
from coach_tui.language import LANGUAGES, Words
from coach_tui.places import Home
from coach_tui.session import Session
from coach_tui.wall_clock import wall_clock
from tests.cli.conftest import coach, home

__all__ = ["coach", "home"]
PYTHON = sys.executable
DAYS = [date(2026, 3, 12), date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 2)]


def opened(tmp_path: Path, language: str, today: date) -> Session:
    place = Home(tmp_path / "engagements", tmp_path / "state")
    path = make_demo(place, Words(language), today)
    return open_session(path, place, "cmo", wall_clock({"COACH_TODAY": today.isoformat()}))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("today", DAYS)
def test_there_is_something_on_every_screen(tmp_path, language, today):
    session = opened(tmp_path, language, today)
    engagement, playbook = session.engagement, load_playbook(language)[0]
    assert 115 <= (today - session.profile.first_day).days <= 130
    found = advise(playbook, engagement, today, Catalogues())
    assert len({each.severity for each in found}) >= 3
    assert {due.kind for due in falling_due(engagement, today)} >= {"promise", "reading"}
    planned = plan(playbook, engagement, today)
    assert {each.status for each in planned} >= {
        "todo",
        "doing",
        "blocked",
        "done",
        "confirmed",
        "na",
    }
    assert {line.state for line in access.accesses_of(engagement).values()} == {
        "requested",
        "verified",
    }
    assert len(kpi.followed(engagement)) == 6
    assert len(rhythm.rituals_of(engagement)) == 5
    assert len(rhythm_report.reports_of(engagement)) >= 3
    assert any(each.open for each in rhythm_decision.decisions_of(engagement).values())
    assert {"Léa", "Tom"} <= {each.name for each in team.people_of(engagement).values()}
    index = team_cover.autonomy_index(team_cover.covers_of(engagement, today))
    assert 0.3 < index < 0.6
    assert any(each.chosen for each in framing_candidates.candidates_of(engagement))
    states = [each.state for each in nine_of(engagement).values()]
    assert {"verified", "written", "missing"} == set(states)
    praise(playbook, engagement, today, Catalogues())


@pytest.mark.parametrize("today", DAYS)
def test_whoever_opens_it_begins_with_something_to_do(tmp_path, today):
    """Both were here lately: nobody is asked whether the engagement is alive."""
    session = opened(tmp_path, "en", today)
    for role in LEADS:
        moves = moves_of(
            load_playbook("en")[0], session.engagement, today, Catalogues(), viewer=role
        )
        first = agenda(moves, role, WEEK[role], today).now
        assert first is not None, role
        assert first.kind != "question", role
        assert not [move for move in moves if move.act == "question:idle"]


def test_nothing_in_it_is_later_than_today_and_its_history_is_in_order(tmp_path):
    today = date(2026, 3, 12)
    session = opened(tmp_path, "en", today)
    moments = [change.at for change in session.changes]
    assert moments == sorted(moments)
    assert moments[-1][:10] <= today.isoformat()
    assert moments[0][:10] == (session.profile.first_day - timedelta(days=45)).isoformat()


def test_it_is_the_same_every_time(tmp_path):
    first = opened(tmp_path / "1", "fr", DAYS[0])
    second = opened(tmp_path / "2", "fr", DAYS[0])
    assert list(first.changes) == list(second.changes)


def test_it_refuses_a_home_that_holds_anything(coach, home, tmp_path):
    assert coach("new", "Real", "--start", "2026-12-07", "--days-per-week", "2").code == 0
    before = sorted(path for path in home.rglob("*") if path.is_file())
    told = coach("demo", "--home", str(home), "--lang", "en")
    assert told.code == 1
    assert "never touches real data" in told.err
    made = coach("demo", "--home", str(tmp_path / "fresh"))
    assert made.code == 0
    assert Path(made.out.strip()).is_file()
    assert sorted(path for path in home.rglob("*") if path.is_file()) == before


def test_it_ignores_the_real_home_and_needs_a_terminal(coach, home):
    told = coach("demo", "--lang", "en")
    assert told.code == 2
    assert not home.exists() or not any(home.rglob("lumen*"))
    printed = coach("demo", "--print")
    assert "coach-demo-" in printed.out
    assert not any(home.rglob("lumen*"))


@pytest.mark.parametrize("python", [sys.executable, "/nowhere/python", "false"])
def test_it_is_made_by_a_second_process_or_else_by_this_one(tmp_path, monkeypatch, python):
    here = []
    monkeypatch.setattr(demo, "_made", lambda *told, make=demo._made: here.append(make(*told)))
    monkeypatch.setattr(sys, "executable", python)
    options = Namespace(home=None, lang="fr", playbook=None)
    day = DAYS[0].isoformat()
    call = Call(options, {**os.environ, "COACH_TODAY": day}, Words("fr"))
    with demo.Making(call, tmp_path / "made") as made:
        pass
    assert bool(here) == (python != PYTHON)
    [path] = made.home.engagements.glob("*.json")
    found = open_session(path, made.home, "cmo", wall_clock({"COACH_TODAY": day}))
    assert found.changes == opened(tmp_path / "apart", "fr", DAYS[0]).changes
