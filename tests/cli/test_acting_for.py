"""`--as ROLE[/NAME]`: somebody acts for somebody else, and history names them both."""

from __future__ import annotations

from coach_tui.language import LANGUAGES

from .conftest import Coach

SAID = {
    "en": "Claire (founder), recorded by Nora (CMO)",
    "fr": "Claire (dirigeant), saisi par Nora (CMO)",
}


def actors(coach: Coach) -> list[str]:
    return [gesture["actor"] for gesture in coach("history", "--json").json]


def test_both_are_named_where_one_acts_for_the_other(dupont: Coach) -> None:
    assert dupont("me", "cmo/Nora").code == 0
    assert dupont("--as", "founder/Claire", "set", "headcount=40").code == 0
    assert actors(dupont)[0] == "founder/Claire/cmo/Nora"
    for language in LANGUAGES:
        assert SAID[language] in dupont("history", "--lang", language).out
    assert dupont("set", "headcount=41", "--as", "team").code == 0
    assert actors(dupont)[0] == "team//cmo/Nora"


def test_who_acts_for_themselves_acts(dupont: Coach) -> None:
    assert dupont("me", "cmo/Nora").code == 0
    for said in ("cmo/Nora", "cmo"):
        assert dupont("set", "headcount=40", "--as", said).code == 0
        assert dupont("set", "headcount=41").code == 0
        assert actors(dupont)[:2] == ["cmo/Nora", "cmo/Nora"]


def test_what_was_recorded_for_somebody_else_is_taken_back_by_whoever_recorded_it(
    dupont: Coach,
) -> None:
    assert dupont("set", "headcount=40", "--as", "cmo/Nora").code == 0
    assert dupont("undo").code == 0
    assert "headcount=40" not in dupont("set").out


def test_a_role_there_is_not_is_refused_and_nothing_is_saved(dupont: Coach) -> None:
    before = len(actors(dupont))
    for said in ("boss", "boss/Nora", "", "/Nora", "CMO", "cmo/" + "N" * 200):
        ended = dupont("set", "headcount=40", "--as", said)
        assert ended.code == 1, said
        assert ended.err, said
    assert len(actors(dupont)) == before


def test_a_name_is_never_taken_for_a_second_actor(dupont: Coach) -> None:
    assert dupont("set", "headcount=40", "--as", "cmo/A/founder/B\x1b[2J\nC").code == 0
    told = dupont("history").out
    assert "A founder B[2J C (CMO), recorded by founder" in " ".join(told.split())
    assert "\x1b" not in told


def test_the_role_only_filters_what_is_listed(dupont: Coach) -> None:
    before = actors(dupont)
    assert dupont("today", "--role", "cmo").code == 0
    assert dupont("set", "headcount=40").code == 0
    assert actors(dupont) == ["founder", *before]


def test_who_one_is_is_said_once_and_can_be_changed(dupont: Coach) -> None:
    assert dupont("me").out == "founder\n"
    assert dupont("me", "founder/Claire").code == 0
    assert dupont("me").out == "founder/Claire\n"
    assert dupont("me", "--json").json == {"role": "founder", "name": "Claire"}
    assert dupont("set", "headcount=40").code == 0
    assert actors(dupont)[0] == "founder/Claire"
    assert dupont("me", "boss").code == 1
    assert dupont("me", "--as", "cmo/Nora").out == "founder/Claire\n"
    assert dupont("me", "cmo").code == 0
    assert dupont("me").out == "cmo/Claire\n"
    assert dupont("me", "cmo/").code == 0
    assert dupont("me").out == "cmo\n"
