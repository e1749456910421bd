"""Asking somebody who never opens the coach: the message, what is noted, what returns."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.cli.conftest import Coach

BOTH = pytest.mark.parametrize("language", ["en", "fr"])
CRM_AND_ADS = {"en": ("Open CRM access", "Open ads"),
               "fr": ("accès au CRM", "Ouvrir publicité")}  # fmt: skip


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


@BOTH
def test_an_answer_in_prose_is_kept_whole_and_settles_what_it_is_about(
    waiting: Coach, language: str
) -> None:
    said = "It is open since this morning.\nThe role is the one you asked for. [x] <b>\x1b[2J"
    answered = waiting("answer", "--from", "Julie Morel", "--lang", language, stdin=said.encode())
    assert answered.code == 0, answered.err
    assert step(waiting, "access-crm") == "done"
    assert step(waiting, "access-analytics") == "todo"
    told = waiting("history", "--lang", language).out.splitlines()[0]
    assert "Julie Morel · It is open since this morning." in told
    assert "\x1b" not in told + answered.err
    notes = waiting("export", "checklist", "--notes", "--lang", language).out
    assert "The role is the one you asked for." in notes
    assert waiting("undo").code == 0
    assert step(waiting, "access-crm") == "todo"
    assert "The role is the one" not in waiting("export", "checklist", "--notes").out


@BOTH
def test_an_answer_nobody_can_place_is_refused_and_nothing_is_kept(
    waiting: Coach, language: str
) -> None:
    before = waiting("history").out
    step_of = ("--step", "access-crm")
    for options, text in (
        (("--from", "Zoé"), b"yes"),
        (("--from", " ", *step_of), b"yes"),
        (("--from", "Julie Morel"), b" \n"),
        (("--from", "Julie Morel", "--step", "\x1b[2Jnope"), b"yes"),
        (("--from", "Julie Morel", "--on", "2026-12-24", *step_of), b"yes"),
        (("--from", "Julie Morel", "--on", "soon", *step_of), b"yes"),
        (("--from", "Julie Morel", *step_of), b"x" * 20_000),
    ):
        ended = waiting("answer", *options, "--lang", language, stdin=text)
        assert ended.code == 1, options
        assert ended.err.strip(), options
        assert "\x1b" not in ended.err
    assert waiting("history").out == before


@BOTH
def test_what_was_asked_today_is_still_waited_for_beside_what_was_never_asked(
    waiting: Coach, language: str
) -> None:
    """Only the next message leaves it out: an answer may be about either; the page tells both."""
    assert waiting("ask", "julie").code == 0
    added = waiting("access", "add", "Ads", "--category", "ads", "--granter", "Julie Morel")
    assert added.code == 0, added.err
    before = waiting("history").out
    answered = waiting("answer", "--from", "Julie Morel", "--lang", language, stdin=b"It is open")
    assert answered.code == 1, answered.err
    assert "access-crm, access-ads" in answered.err
    assert waiting("history").out == before, "nothing is declared done"
    page = waiting("page", "-", "--lang", language)
    assert page.code == 0, page.err
    told = page.out.split('<section class="waits"')[1].split("</section>")[0]
    line = next(part for part in told.split("<li") if "Julie Morel" in part)
    for said in CRM_AND_ADS[language]:
        assert said in line, line
    message = waiting("ask", "julie", "--draft").out
    assert "access-ads" in message
    assert "access-crm" not in message, "asked today already"


def test_an_answer_may_leave_the_step_open(waiting: Coach) -> None:
    ended = waiting(
        "answer", "--from", "Julie Morel", "--step", "access-crm", "--open", stdin=b"Soon"
    )
    assert ended.code == 0, ended.err
    assert step(waiting, "access-crm") == "todo"
    assert "Soon" in waiting("export", "checklist", "--notes").out


@BOTH
def test_the_week_of_who_never_opens_it_is_a_mail_whose_boxes_come_back(
    waiting: Coach, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = waiting("history").out
    file = tmp_path / "founder.eml"
    for role in ("founder", "cmo"):
        ended = waiting("remind", "--role", role, "--lang", language)
        assert ended.code == 0, (role, ended.err)
        mail = message_from_bytes(ended.out.encode(), policy=policy.default)
        assert "Dupont & fils" in mail["Subject"], role
        assert "- " in mail.get_content(), role
    assert waiting("remind", "--role", "cmo", "-o", str(file), "--lang", language).code == 0
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    text = mail.get_content()
    assert "(coach#" in text
    mail.set_content(text.replace("- [ ]", "- [x]"), cte="quoted-printable")
    file.write_bytes(bytes(mail))
    assert "→" in waiting("import", str(file)).out
    assert waiting("history").out == before, "reminding changes nothing"
    assert waiting("step", "access-list", "done").code == 0
    monkeypatch.setenv("COACH_TODAY", "2026-11-27")
    assert "access-crm" in waiting("remind", "--role", "ops", "--lang", language).out


@BOTH
def test_with_nothing_to_remind_of_cron_is_told_by_the_code(coach: Coach, language: str) -> None:
    assert coach("new", "Quiet", "--start", "2027-12-07", "--days-per-week", "2").code == 0
    ended = coach("remind", "--role", "successor", "--lang", language)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.strip()
