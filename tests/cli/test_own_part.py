"""A member of the team by `coach walk --as team/NAME`: her ratings, her words, nobody else's."""

from __future__ import annotations

import pytest

from coach_tui.language import LANGUAGES, Language, Words

from .conftest import Coach
from .test_walk_command import walk

ANN = ("--as", "team/Ann")


@pytest.fixture
def team(dupont: Coach) -> Coach:
    """Two members, two skills, one of which the CMO has rated of Ann, at a level of her own."""
    for name in ("Ann", "Tom"):
        assert dupont("team", "add", name).code == 0
    assert dupont("team", "skills", "ac-seo", "da-reporting").code == 0
    rated = dupont("team", "rate", "Ann", "ac-seo", "1", "--as", "cmo/Nora")
    assert rated.code == 0, rated.err
    return dupont


def ratings(coach: Coach, *options: str) -> list[tuple[str, int]]:
    told = coach("team", "list", "--ratings", "--json", *options).json["ratings"]
    return sorted((each["skill"], each["level"]) for each in told)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_she_rates_herself_says_a_word_and_reads_nobody_elses_rating(
    team: Coach, lang: Language
) -> None:
    words = Words(lang)
    until = ["s"] * 30  # whatever else the team is asked
    first = walk(team, *until, lang=lang, options=ANN)
    assert words("move.own-rate") in first.out
    assert words("now.own-rate") in first.out
    assert words("move.own-word") in first.out
    team("undo")  # put off: back again
    assert ratings(team) == [("ac-seo", 1)]
    assert ratings(team, *ANN) == [], "she has said nothing yet, and reads nothing"
    assert "1" not in " ".join(
        line for line in team("team", "list", *ANN).out.splitlines() if "SEO" in line
    )


def test_her_ratings_are_hers_and_what_blocks_her_is_promised(team: Coach) -> None:
    seo, reporting = ("", "3", "", "", ""), ("4", "ran the monthly report", "Tom", "")
    word = ("", "Search takes months", "No access to the site")
    done = walk(team, *word, *seo, *reporting, *["s"] * 30, options=("--as", "team/ann"))
    assert done.code == 0, done.out
    assert "I rate as" not in done.out, "herself, and as nobody else"
    assert ratings(team, *ANN) == [("ac-seo", 2), ("da-reporting", 3)]
    assert ratings(team) == [("ac-seo", 1)], "the CMO's are as they were"
    assert "Search takes months" in team("rhythm", "meetings").out
    (promised,) = team("rhythm", "resume", "--json").json["promises"]
    assert (promised["what"], promised["to"]) == ("Lift what blocks: No access to the site", "Ann")
    now = team("today", "--role", "cmo", "--json").json["now"]
    assert [each["act"] for each in now if each["kind"] == "promise"] == ["promise"]
    actors = [each["actor"] for each in team("history", "--json").json]
    assert "team/ann/founder" in actors
    shown = team("today", "--json", *ANN).json
    assert not [each for each in shown["now"] if each["id"].startswith("own-")], "until next month"


def test_somebody_who_is_nobody_of_the_team_is_asked_nothing_of_her_own(team: Coach) -> None:
    for said in ("team/Zoé", "team"):
        shown = team("today", "--json", "--as", said).json
        assert not [each for each in shown["now"] if each["id"].startswith("own-")], said
    for spelled in ("team/ANN", "team/ ann ", "team/Ann"):
        shown = team("today", "--json", "--as", spelled).json
        assert [each["id"] for each in shown["now"] if each["id"].startswith("own-")], spelled
