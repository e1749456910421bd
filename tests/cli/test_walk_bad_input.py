"""What nobody should give the walk, and somebody will.

Beside what is played here: a playbook whose `does:` names nothing is refused by
`playbook/test_check.py` (`act`, `no-act`); a record taken away in another window while its form is
open, by `ui/test_gone_meanwhile.py`; an answer refused with nothing after it, by
`test_walk_command.py`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach_tui.bundled import content
from coach_tui.language import LANGUAGES, Language, Words

from .conftest import Coach

SPELLINGS = ("Élodie Morel", "elodie  morel", "ÉLODIE MOREL")
OTHERS = ("sales", "ops/Julie", "team/Tom")


def begun(coach: Coach, first: str = "2026-11-23", lang: Language = "en") -> None:
    said = ("new", "Dupont", "--where", "signed", "--start", first, "--days-per-week", "2")
    assert coach(*said, "--lang", lang).code == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_person_in_three_spellings_is_asked_once_and_named_once(
    coach: Coach, lang: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(coach, lang=lang)
    tools = ("HubSpot", "Pipedrive", "Salesforce")
    for tool, who in zip(tools, SPELLINGS, strict=True):
        added = coach("access", "add", tool, "--category", "crm", "--granter", who)
        assert added.code == 0, added.err
    asked = coach("ask", "elodie morel", "--lang", lang)
    assert asked.code == 0, asked.err
    assert all(tool in asked.out for tool in tools), "one message of all three"
    everybody = coach("ask", "--lang", lang).out
    monkeypatch.setenv("COACH_TODAY", "2026-12-09")
    shown = coach("today", "--lang", lang).out
    for said in (everybody, shown):
        assert said.casefold().count("lodie") <= 1, said
    assert "Élodie Morel" in everybody
    assert "Élodie Morel" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_step_that_opens_nothing_is_shown_done_and_names_no_key_of_the_app(
    coach: Coach, lang: Language, tmp_path: Path
) -> None:
    """A playbook of somebody's own, not checked."""
    own = tmp_path / "own"
    shutil.copytree(str(content() / "playbook"), own)
    for page in (own / "onboarding").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("does: access |", "does: nothing |", 1), encoding="utf-8")
    said = ("new", "Dupont", "--where", "signed", "--start", "2026-11-30", "--days-per-week", "2")
    assert coach(*said, "--role", "cmo").code == 0
    walked = coach("--playbook", str(own), "walk", "--lang", lang, stdin=b"\nIn the folder\n\n\n")
    words = Words(lang)
    assert words("walk.nothing") in walked.out, walked.out + walked.err
    assert words("act.nothing") not in walked.out
    shown = coach("--playbook", str(own), "history", "--lang", lang).out
    assert "In the folder" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_role_without_moves_is_told_so_and_whom_it_waits_for(
    coach: Coach, lang: Language
) -> None:
    begun(coach)
    words = Words(lang)
    for role in OTHERS:
        walked = coach("walk", "--lang", lang, "--as", role, stdin=b"")
        assert walked.code == 0, (role, walked.err)
        assert words("move.all-done") in walked.out
        assert words("walk.do") not in walked.out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_first_day_in_2031_asks_for_nothing_that_can_wait(coach: Coach, lang: Language) -> None:
    begun(coach, first="2031-01-06")
    words = Words(lang)
    walked = coach("walk", "--lang", lang, stdin=b"s\n" * 20)
    assert walked.code == 0, walked.err
    assert words("move.all-done") in walked.out
    assert "2031" not in walked.out, "no step of the first day is asked for five years before"
    assert coach("today", "--json").json["role"] == "founder"


def test_a_hundred_tools_make_one_screen_and_all_are_asked_for(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line of the register is one thing to chase: none is lost, four are shown."""
    begun(coach)
    rows = "\n".join(f"Tool {n};crm;Editor;Person {n}" for n in range(100))
    given = f"tool;category;requested_role;granter\n{rows}\n".encode()
    assert coach("access", "import", "-", "--apply", stdin=given).code == 0
    monkeypatch.setenv("COACH_TODAY", "2026-12-09")
    assert 1 <= len(coach("today", "--json").json["now"]) <= 4
    people = coach("ask", "--lang", "en").out.splitlines()
    assert sum(line.startswith("Person ") for line in people) == 100
