"""The mission's frame: five things to begin, each refused with its reason where it can't be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.change import Draft
from coach_tui.engagement.profile import NAME_LIMIT, Profile, amend, begin, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal, Words
from tests.engagement.writers import Writer

FIRST = date(2026, 9, 7)


def begun(**fields: Any) -> Writer:
    founder = Writer("founder")
    founder.record(begin("Atelier Nord", FIRST, 2.0, "founder"))
    if fields:
        founder.record(amend(founder.engagement, fields))
    return founder


def reason(decision: object) -> str:
    assert isinstance(decision, Refusal), decision
    for language in ("fr", "en"):
        said = Words(language).refusal(decision)
        assert said != decision.reason
        assert "{" not in said
    return decision.reason.removeprefix("refusal.")


def test_a_mission_begins_with_five_things() -> None:
    profile = profile_of(begun().engagement)
    assert profile == Profile(
        company="Atelier Nord", role="founder", days_per_week=2.0, first_day=FIRST
    )
    assert profile.depth == "essential"


def test_nothing_recorded_is_a_profile_too() -> None:
    assert profile_of(Engagement()) == Profile()


@pytest.mark.parametrize(
    "name",
    ["Dupont & fils", "a/b", "../../etc", "👩‍💻 Studio", "שלום", "x" * NAME_LIMIT, "[/x]", "0"],
)
def test_a_company_is_called_what_it_is_called(name: str) -> None:
    founder = Writer()
    founder.record(begin(f"  {name} ", FIRST, 1, "cmo"))
    assert profile_of(founder.engagement).company == name


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "profile.no-name"),
        ("   ", "profile.no-name"),
        ("\u200b\x1b", "profile.no-name"),
        ("x" * 300, "field.long"),
        ("password: hunter22!", "secret.password"),
    ],
)
def test_names_that_are_refused(name: str, why: str) -> None:
    assert reason(begin(name, FIRST, 1, "cmo")) == why


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"days_per_week": 0}, "profile.days-per-week"),
        ({"days_per_week": 5.5}, "profile.days-per-week"),
        ({"days_per_week": -1}, "profile.days-per-week"),
        ({"days_per_week": True}, "profile.days-per-week"),
        ({"days_per_week": float("nan")}, "profile.days-per-week"),
        ({"role": "king"}, "field.choice"),
        ({"depth": "deep"}, "field.choice"),
        ({"first_day": date(1999, 12, 31)}, "field.far-day"),
        ({"first_day": date(2101, 1, 1)}, "field.far-day"),
        ({"revenue": -1}, "field.money"),
        ({"revenue": -0.5}, "field.money"),
        ({"headcount": float("inf")}, "field.number"),
        ({"day_rate": "900"}, "field.money"),
        ({"leadership_budget": False}, "field.money"),
        ({"planned_end": date(2026, 9, 6)}, "profile.end-before-start"),
        ({"sector": "token = ghp_" + "a" * 36}, "secret.key"),
    ],
)
def test_values_that_are_refused(fields: dict[str, object], why: str) -> None:
    assert reason(amend(begun().engagement, fields)) == why


def test_values_at_the_edge_are_kept() -> None:
    mission = begun(
        days_per_week=5, revenue=0, headcount=1, day_rate=900.5, planned_end=FIRST, depth="full"
    )
    profile = profile_of(mission.engagement)
    assert (profile.days_per_week, profile.revenue, profile.day_rate) == (5, 0, 900.5)
    assert (profile.planned_end, profile.depth) == (FIRST, "full")


def test_the_first_day_does_not_move_beyond_the_end_either() -> None:
    mission = begun(planned_end=date(2026, 12, 31))
    assert reason(amend(mission.engagement, {"first_day": date(2027, 1, 4)})) == (
        "profile.end-before-start"
    )
    moved = {"first_day": date(2027, 1, 4), "planned_end": date(2027, 6, 30)}
    assert not isinstance(amend(mission.engagement, moved), Refusal)


def test_a_field_can_be_emptied() -> None:
    mission = begun(revenue=3_000_000, planned_end=date(2026, 12, 31))
    mission.record(amend(mission.engagement, {"revenue": None, "planned_end": None}))
    profile = profile_of(mission.engagement)
    assert (profile.revenue, profile.planned_end) == (None, None)


@given(
    st.dictionaries(
        st.sampled_from(Profile._fields),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    )
)
def test_whatever_a_file_says_of_a_mission_is_read(fields: dict[str, Any]) -> None:
    mission = begun()
    mission.record([Draft("engagement", "engagement", fields)])
    profile = profile_of(mission.engagement)
    assert profile.depth in ("essential", "full")
    assert isinstance(profile.company, str)
    assert isinstance(profile.first_day, date | None)
