"""Asking somebody who never opens the coach: the message, what is noted, what returns."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.cli.conftest import Coach

BOTH = pytest.mark.parametrize("language", ["en", "fr"])


@pytest.fixture
def waiting(dupont: Coach) -> Coach:
    """A mission that waits for Julie's access to the CRM and Marc's to the analytics."""
    for tool, category, who in (("HubSpot", "crm", "Julie Morel"), ("GA4", "analytics", "Marc")):
        added = dupont("access", "add", tool, "--category", category, "--granter", who)
        assert added.code == 0, added.err
    return dupont


def step(coach: Coach, step_id: str) -> str:
    told = coach("today", "--all", "--json").json["all"]
    return next(each["status"] for each in told if each["id"] == step_id)


@BOTH
def test_what_is_asked_is_noted_as_one_gesture_and_asked_again_it_reminds(
    waiting: Coach, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask() -> str:
        ended = waiting("ask", "julie", "--lang", language)
        assert ended.code == 0, ended.err
        assert "Julie Morel" in ended.err
        assert "GA4" not in ended.out
        assert "Marc" not in ended.out
        return ended.out

    assert step(waiting, "access-crm") == "todo"
    first = ask()
    assert step(waiting, "access-crm") == "doing"
    assert step(waiting, "access-analytics") == "todo"
    history = waiting("history", "--lang", language).out.splitlines()[0]
    assert "Julie Morel" in history
    monkeypatch.setenv("COACH_TODAY", "2026-11-30")
    second = ask()
    assert "22 nov" in second.lower()
    common = {line for line in second.splitlines() if line} & set(first.splitlines())
    assert {line[:2] for line in common} <= {"He", "Bo", "- ", "  ", "<!"}, "in other words"
    assert waiting("undo").code == 0
    assert waiting("undo").code == 0
    assert step(waiting, "access-crm") == "todo"


def test_a_draft_notes_nothing_and_without_a_name_all_are_listed(waiting: Coach) -> None:
    before = waiting("history").out
    assert "HubSpot" in waiting("ask", "Julie Morel", "--draft").out
    listed = waiting("ask").out.splitlines()
    assert [line for line in listed if line.startswith(("Julie Morel:", "Marc:"))] != []
    assert waiting("history").out == before


@BOTH
def test_whoever_is_not_waited_for_is_refused_with_those_who_are(
    waiting: Coach, language: str
) -> None:
    for said in ("Zoé", "\x1b[2J", "", "hr"):
        ended = waiting("ask", said or " ", "--lang", language)
        assert ended.code == 1, said
        assert "Julie Morel" in ended.err
        assert "\x1b" not in ended.err


@BOTH
def test_the_draft_opens_in_a_mail_program_and_comes_back_ticked(
    waiting: Coach, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "julie.eml"
    asked = waiting("ask", "julie", "--format", "eml", "-o", str(file), "--lang", language)
    assert asked.code == 0, asked.err
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (mail["X-Unsent"], mail["To"]) == ("1", None)
    assert "Dupont & fils" in mail["Subject"]
    untouched = waiting("import", str(file), "--apply")
    assert untouched.code == 0
    assert step(waiting, "access-crm") == "doing"
    text = mail.get_content().replace("- [ ]", "> - [x]")
    mail.set_content(text, cte="quoted-printable")
    file.write_bytes(bytes(mail))
    assert waiting("import", str(file), "--apply").code == 0
    assert step(waiting, "access-crm") == "done"


def test_a_message_that_could_not_be_written_was_not_sent(waiting: Coach, tmp_path: Path) -> None:
    file = tmp_path / "there.md"
    file.write_text("mine", encoding="utf-8")
    assert waiting("ask", "julie", "-o", str(file)).code == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert step(waiting, "access-crm") == "todo"
