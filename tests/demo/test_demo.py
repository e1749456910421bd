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
from coach_tui.coach.transition.dossier_parts import sections_of
from coach_tui.demo import make_demo
from coach_tui.demo.kpis import NUMBERS, QUALIFIED
from coach_tui.demo.recorder import Recorder
from coach_tui.demo.reports import BUDGET
from coach_tui.engagement.access import record as access
from coach_tui.engagement.documents.kinds import KINDS
from coach_tui.engagement.documents.record import nine_of, written_documents
from coach_tui.engagement.framing import candidates as framing_candidates
from coach_tui.engagement.kpi import record as kpi
from coach_tui.engagement.rhythm import days as rhythm_days
from coach_tui.engagement.rhythm import decisions as rhythm_decision
from coach_tui.engagement.rhythm import reports as rhythm_report
from coach_tui.engagement.rhythm import rituals as rhythm
from coach_tui.engagement.step import LEADS
from coach_tui.engagement.team import cover as team_cover
from coach_tui.engagement.team import people as team
from coach_tui.engagement.transition import dossier as transition_dossier
from coach_tui.engagement.transition import loops as transition_loops
from coach_tui.engagement.transition import record as transition_record
from coach_tui.language import LANGUAGES, Words
from coach_tui.places import Home
from coach_tui.session import Session, open_session
from coach_tui.wall_clock import wall_clock
from tests.cli.conftest import coach, home
from tests.content import sitavel as told

__all__ = ["coach", "home"]
PYTHON = sys.executable
DAY, END = demo.DAY, demo.END
DAYS = [date(2026, 3, 12), date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 2)]


def opened(tmp_path: Path, language: str, today: date, day: int = DAY) -> Session:
    place = Home(tmp_path / "engagements", tmp_path / "state")
    path = make_demo(place, Words(language), today, day)
    return open_session(path, place, "cmo", wall_clock({"COACH_TODAY": today.isoformat()}))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("today", DAYS)
def test_there_is_something_on_every_screen(tmp_path, language, today):
    session = opened(tmp_path, language, today)
    engagement, playbook = session.engagement, load_playbook(language)[0]
    assert DAY <= (today - session.profile.first_day).days < DAY + 7
    found = advise(playbook, engagement, today, Catalogues())
    assert len({each.severity for each in found}) >= 3
    assert {due.kind for due in falling_due(engagement, today)} >= {"promise"}
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
    assert len(kpi.followed(engagement)) == 7
    assert len(rhythm.rituals_of(engagement)) == 5
    assert len(rhythm_report.reports_of(engagement)) >= 6
    assert any(each.open for each in rhythm_decision.decisions_of(engagement).values())
    people = {each.name for each in team.people_of(engagement).values()}
    assert people == {"Inès Taleb", "Lucas Perrot", "Julien Astruc", "Pixel Garance"}
    index = team_cover.autonomy_index(team_cover.covers_of(engagement, today))
    assert round(index, 2) == 0.44
    assert any(each.chosen for each in framing_candidates.candidates_of(engagement))
    states = [each.state for each in nine_of(engagement).values()]
    assert {"verified", "written", "missing"} == set(states)
    praise(playbook, engagement, today, Catalogues())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("today", DAYS)
def test_its_end_is_an_end(tmp_path, language, today):
    """The CMO has left, the successor decides, the file is whole: as the company's story says."""
    session = opened(tmp_path, language, today, END)
    engagement = session.engagement
    assert transition_record.end_of(engagement) <= today
    assert transition_record.transition_of(engagement).successor == "Sonia Wibaux"
    index = team_cover.autonomy_index(team_cover.covers_of(engagement, today))
    assert round(index, 2) == 0.79
    used = sum(each.amount for each in rhythm_days.days_used_of(engagement))
    assert used == sum(told.DAYS) == 87.5
    owned = [line.company_owned for line in access.accesses_of(engagement).values()]
    assert (sum(owned), len(owned)) == (13, 14)
    nine = nine_of(engagement)
    assert {each.state for each in nine.values()} == {"verified"}
    entries = Catalogues()["dossier-sections"]
    counted = sections_of(engagement, entries, today).values()
    assert sum(each.written for each in counted) == 14
    assert sum(each.checked for each in counted) == 12
    kinds = {document.partition("/")[0] for document in written_documents(engagement)}
    assert set(KINDS) <= kinds, "a document of every kind"
    assert transition_loops.loops_of(engagement).settled
    written = {name: text.text for name, text in transition_dossier.dossier_of(engagement).items()}
    assert all(written[name] for name in ("summary", "content-brand", "people", "risks"))


def test_its_figures_are_the_companys() -> None:
    """What is read of each KPI, month by month, is what the examples' company is said to have."""
    months = range(told.BEFORE + 1, told.LAST)
    series = {
        "pipeline-created": [told.PIPELINE[m] * 1000 for m in months],
        "mql-to-sql": [told.RATE_TO_SQL[m] for m in months],
        "lead-response-time": [told.RESPONSE[m] for m in months],
        "win-rate": [told.WIN[m] for m in months],
        "cac": [told.CAC[m] for m in months],
        "new-customers": [sum(told.WON[m - 2 : m + 1]) for m in (5, 8, 11)],
    }
    for number in NUMBERS:
        if number.catalogue in series:
            read = [float(value) for value in number.readings]
            assert read == series[number.catalogue], number.catalogue
    assert [int(value) for value in QUALIFIED] == [told.MQL[m] for m in months]
    lines = [told.MEDIA, told.AGENCY, told.EVENTS, told.TOOLS]
    for number, (spent, planned) in enumerate(BUDGET, 1):
        until = slice(told.BEFORE + 1, told.BEFORE + 1 + number)
        days = told.RATE * sum(told.DAYS[until])
        assert round(sum(sum(each[until]) for each in lines) + days, 1) == spent, number
        assert round(178.4 / 12 * number + told.RATE * sum(told.PLANNED[until]), 1) == planned


def test_its_dates_slide_with_their_weekdays():
    """41 weeks later, the first day is on 21 October 2025, and the first month is October."""
    said = {
        "en": {
            "Thursday 22 May 2025": "Thursday 5 March 2026",
            "from 4 to 15 August": "from 18 to 29 May",
            "from 28 to 30 April, 3 Nov": "from 9 to 11 February, 17 Aug",
            "by 27 June, in May": "by 10 April, in February",
            "Q4 2024, May 2025 (month 5), decision 2025-011, €2,024, founded in 2017":
                "Q3 2025, February 2026 (month 5), decision 2026-011, €2,024, founded in 2018",
            "target Q4 2025, then Q1": "target Q3 2026, then Q4",
        },
        "fr": {
            "jeudi 22 mai 2025": "jeudi 5 mars 2026",
            "du 26 mai au 6 juin": "du 9 mars au 20 mars",
            "le 18 mars, puis 30 juin": "le 30 décembre, puis 13 avril",
            "chiffres d’octobre, de juillet": "chiffres de juillet, d’avril",
            "Octobre 2025": "Juillet 2026",
            "T2 2025, T0": "T1 2026, T0",
        },
    }  # fmt: skip
    for language, cases in said.items():
        story = Recorder(Words(language), date(2026, 5, 11), DAY)
        assert (story.first_day, story.month(1)) == (date(2025, 10, 21), date(2025, 10, 1))
        for text, moved in cases.items():
            assert story.slid(text) == moved


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
    assert moments[0][:10] == (session.profile.first_day - timedelta(days=40)).isoformat()


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
    assert not home.exists() or not any(home.rglob("sitavel*"))
    printed = coach("demo", "--print")
    assert "coach-demo-" in printed.out
    assert not any(home.rglob("sitavel*"))


@pytest.mark.parametrize("python", [sys.executable, "/nowhere/python", "false"])
def test_it_is_made_by_a_second_process_or_else_by_this_one(tmp_path, monkeypatch, python):
    here = []
    monkeypatch.setattr(demo, "_made", lambda *told, make=demo._made: here.append(make(*told)))
    monkeypatch.setattr(sys, "executable", python)
    options = Namespace(home=None, lang="fr", playbook=None, day=None)
    day = DAYS[0].isoformat()
    call = Call(options, {**os.environ, "COACH_TODAY": day}, Words("fr"))
    with demo.Making(call, tmp_path / "made", DAY) as made:
        pass
    assert bool(here) == (python != PYTHON)
    [path] = made.home.engagements.glob("*.json")
    found = open_session(path, made.home, "cmo", wall_clock({"COACH_TODAY": day}))
    assert found.changes == opened(tmp_path / "apart", "fr", DAYS[0]).changes
