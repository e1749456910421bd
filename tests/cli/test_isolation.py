"""What one client's file says is never in what is shown, exported or found for another."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach_tui.demo import make_demo
from coach_tui.engagement.profile import amend
from coach_tui.engagement.rhythm import decisions as rhythm_decision
from coach_tui.engagement.step import add_note
from coach_tui.exports.handouts import HANDOUTS
from coach_tui.language import Words
from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.wall_clock import wall_clock
from tests.cli.conftest import TODAY, Coach
from tests.engagement.recording import waiting

EXPORTS = [f"export {name}{' --yes' if handout.asks else ''}" for name, handout in HANDOUTS.items()]
SHOWN = [["today"], ["status"], ["check"], ["history"], ["why", "critical-gap"]]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two rich engagements, made once and copied by `clients`."""
    root = tmp_path_factory.mktemp("both")
    # Of one day, the two would be the same engagement: the demo is the same every time.
    for name, day in (("minerva", TODAY), ("thalie", "2026-10-05")):
        place = Home(root / "engagements", root / "state")
        made = make_demo(place, Words("en"), date.fromisoformat(day))
        made.rename(made.with_name(f"{name}.json"))
    return root


def clients(both: Path, root: Path, mine: str, theirs: str) -> None:
    """Both in one home; every text of theirs bears their mark."""
    shutil.copytree(both, root, dirs_exist_ok=True)
    place = Home(root / "engagements", root / "state")
    for name, mark in (("Minerva", mine), ("Thalie", theirs)):
        path = place.engagements / f"{name.lower()}.json"
        session = open_session(path, place, "cmo", wall_clock({"COACH_TODAY": TODAY}))
        today = session.today
        session.record(amend(session.engagement, {"company": name, "sector": mark}))
        session.record(add_note(session.new_id(), "access-crm", mark))
        session.record(waiting(session.new_id(), mark, today))
        session.record(rhythm_decision.promise(session.new_id(), mark, today, to=mark))


@pytest.mark.parametrize("command", [*(name.split() for name in EXPORTS), *SHOWN])
def test_no_command_brings_another_clients_words(
    coach: Coach, home: Path, both: Path, command
) -> None:
    clients(both, home, "mine-amber", "theirs-cobalt")
    told = coach(*command, "-e", "Minerva", "--lang", "en")
    assert told.code in (0, 3), told.err
    assert told.out
    for words in (told.out, told.err):
        assert "theirs-cobalt" not in words
        assert "Thalie" not in words


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("abcdefghij", min_size=5, max_size=12))
def test_search_finds_only_in_the_engagement_it_is_asked_about(
    tmp_path_factory, both, word
) -> None:
    root = tmp_path_factory.mktemp("home")
    place = Home(root / "engagements", root / "state")
    clients(both, root, f"mine {word}x", f"theirs {word}y")
    from coach_tui.bundled import load_playbook
    from coach_tui.coach.search import search

    now = wall_clock({"COACH_TODAY": TODAY})
    mine = open_session(place.engagements / "minerva.json", place, "cmo", now)
    for sought in (word, "theirs", f"{word}y"):
        for hit in search(sought, load_playbook("en")[0], mine.engagement):
            assert f"theirs {word}y" not in f"{hit.title} {hit.excerpt}"
