"""A year of following the coach: what is settled, how often one line is said, how much it asks.

Printed week by week by `python -m tests.stories`; these are the numbers to keep.
"""

from __future__ import annotations

from functools import cache

import pytest

from coach_tui.coach.advice.rules import RULES, kpi
from coach_tui.engagement.kpi.behaviour import Behaviour
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.language import LANGUAGES, Words
from tests.stories.lived import Told
from tests.stories.told import (
    FALLS,
    STORIES,
    alone,
    follower,
    idle,
    joiner,
    lines,
    looker,
    refuses,
    shifts,
    thinking,
    wanders,
)
from tests.stories.told import collapses as collapse_again
from tests.stories.world import START

collapses = cache(collapse_again)
refusers = cache(refuses)

ESSENTIAL = 46
RED = 3
NEWER = (
    "test-contract", "first-interviews", "domains", "data-retention", "brand-audit", "maturity",
    "north-star", "ai-policy", "leaving-agency", "agency-memory",
)  # fmt: skip


def settled(told: Told, month: int) -> int:
    """Essential steps open no more at that month, those that apply to nobody counted in."""
    return told.settled[month] + told.apart[month]


def test_both_leads_do_what_is_asked() -> None:
    _, told = follower()
    assert settled(told, 12) == ESSENTIAL
    assert (settled(told, 3), settled(told, 6)) >= (37, 42)
    assert told.repeated == {}
    assert max(told.red) <= RED
    assert told.a_week("founder") <= 8


def test_a_founder_alone_gives_a_quarter_of_an_hour_and_settles_everything() -> None:
    _, told = alone()
    assert settled(told, 12) == ESSENTIAL
    assert told.repeated == {}
    assert max(told.red) <= RED
    assert told.a_week("founder") <= 8


def test_a_founder_who_refuses_two_things_is_not_told_of_them_for_ever() -> None:
    _, told = refusers()
    assert len(told.repeated) <= 2
    assert max(told.repeated.values(), default=0) <= 4
    assert settled(told, 6) >= 38
    assert max(told.red) <= RED


def test_a_collapse_is_first_that_day_and_silent_once_something_is_decided_about_it() -> None:
    world, told = collapses()
    role, shown = told.shown[FALLS][0]
    assert role == "founder"
    assert shown.now
    assert shown.now.why == ("kpi-fell",)
    assert told.first["kpi-fell"] == [FALLS]
    log = decisions_of(world.engagement).values()
    about = [each for decision in log for each in decision.about]
    assert "kpi:pipeline-created" in about
    assert told.repeated == {}


def test_a_file_begun_four_months_in_asks_what_exists_and_calls_nothing_late() -> None:
    _, told = joiner()
    _, first = told.shown[0][0]
    assert not any(move.late for move in first.shown)
    assert any(move.kind == "settle" for _, week in told.shown[0] for move in week.later) or (
        first.also.get("settle")
    )
    assert settled(told, 12) >= 44
    assert max(told.red) <= RED
    assert told.repeated == {}


def test_silence_is_one_question_asked_again_in_other_words() -> None:
    world, told = idle()
    weeks = [each for week in list(told.shown)[8:] for _, each in told.shown[week]]
    assert all(shown.now and shown.now.id == "idle:founder" for shown in weeks)
    assert all(not shown.mine for shown in weeks)
    assert max(told.red) <= 1
    said = {language: lines(world, told, language) for language in LANGUAGES}
    assert any("Is this engagement alive?" in line for line in said["en"])
    assert any("Cette mission est-elle vivante" in line for line in said["fr"])


def test_who_falls_silent_beside_somebody_who_notes_is_not_told_that_nothing_is() -> None:
    world, told = refusers()
    for language, false in (("en", "Still nothing recorded"), ("fr", "Toujours rien de noté")):
        story = lines(world, told, language)
        assert any(Words(language)("move.idle.you") in line for line in story)
        assert not any(false in line for line in story)


def test_who_only_looks_sees_the_collapse_above_the_question() -> None:
    _, told = looker()
    shown = told.shown[FALLS][0][1]
    assert shown.now
    assert shown.now.why == ("kpi-fell",)
    assert told.shown[FALLS + 3][0][1].shown[0].id == "idle:founder"


def test_a_year_within_its_noise_asks_nothing_and_a_real_shift_is_told_in_weeks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """False alarms of this one year, with natural limits and as it was without; and how soon a fall
    of two standard deviations is told. Of two hundred years: FORMULAS.md."""
    firm = [n for n in wanders()[1].spoken if n > 0]
    assert firm == []
    assert 1 <= min(n for n in shifts()[1].spoken if n > 0) <= 8
    monkeypatch.setattr(kpi, "behaviour", lambda *_: Behaviour(None))
    without = [n for n in wanders()[1].spoken if n > 0]
    assert len(without) >= 4, "what the limits keep silent"


def test_who_only_thinks_about_it_is_led_from_the_need_to_the_first_day() -> None:
    world, told = thinking()
    first = told.shown[0][0][1].now
    assert first
    assert first.act == "frame:need"
    profile = profile_of(world.engagement)
    assert profile.first_day
    assert profile.first_day > START
    assert told.repeated == {}


def test_a_story_is_told_in_both_languages_without_a_key_of_the_program() -> None:
    world, told = collapses()
    for language in LANGUAGES:
        story = "\n".join(lines(world, told, language))
        assert "move." not in story
        assert "{" not in story.partition("said more than twice")[0]
        assert not [rule for rule in RULES if rule in story]


def test_who_follows_the_whole_method_is_offered_each_of_its_newer_steps() -> None:
    """Those no essential step rests on: a story of a year at full depth comes to each."""
    _, told = STORIES["full"]()
    offered = {
        step
        for week in told.shown.values()
        for _, shown in week
        for move in shown.shown
        for step in move.about
    }
    assert set(NEWER) <= offered
    assert told.a_week("founder") <= 8
