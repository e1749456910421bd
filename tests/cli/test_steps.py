"""A mission's day from the command line: what to do, done, blocked, taken back."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Coach


def step(coach: Coach, step_id: str) -> dict[str, object]:
    told = coach("today", "--all", "--json").json["all"]
    found: dict[str, object] = next(each for each in told if each["id"] == step_id)
    return found


def test_today_lists_what_can_be_acted_on_now(dupont: Coach) -> None:
    told = dupont("today", "--json").json
    assert told["today"] == "2026-11-22"
    assert told["role"] == "founder"
    assert {"ask:cmo", "exit-horizon"} <= {each["id"] for each in told["now"]}
    horizon = next(each for each in told["now"] if each["id"] == "exit-horizon")
    assert horizon["act"] == "profile:planned_end"
    assert told["minutes"] == sum(each["minutes"] for each in told["now"])
    assert {each["owner"] for each in told["now"]} == {"founder"}
    assert "all" not in told
    shown = dupont("today", "--lang", "fr")
    assert shown.code == 0
    assert "exit-horizon" in shown.out
    assert "27 nov." in shown.out
    assert "plus tard" in shown.out
    assert "On attend le dirigeant" in dupont("today", "--role", "ops", "--lang", "fr").out


def test_today_cut_to_a_role(dupont: Coach) -> None:
    theirs = dupont("today", "--role", "cmo", "--json").json
    assert theirs["role"] == "cmo"
    assert "access-list" in {each["id"] for each in theirs["now"]}
    all_of_theirs = dupont("today", "--all", "--mine", "--role", "cmo", "--json").json["all"]
    assert {each["owner"] for each in all_of_theirs} == {"cmo"}


def test_today_cut_to_the_minutes_there_are(dupont: Coach) -> None:
    few, many = (dupont("today", "--minutes", n, "--json").json for n in ("1", "600"))
    assert len(few["now"]) == 1 < len(many["now"]) <= 4
    assert few["also"]
    for wrong in ("0", "a", "1e9", "-3", "٣"):
        refused = dupont("today", f"--minutes={wrong}", "--lang", "en")
        assert refused.code == 1
        assert "is not a number of minutes" in refused.err


def test_a_step_as_json(dupont: Coach) -> None:
    assert dupont("step", "access-crm", "blocked", "--by", "Zoé", "--note", "en congé").code == 0
    told = step(dupont, "access-crm")
    assert told == {
        "id": "access-crm",
        "title": told["title"],
        "stage": "onboarding",
        "section": "access",
        "owner": "ops",
        "confirmer": "cmo",
        "essential": True,
        "due": "2026-12-02",
        "late": False,
        "status": "blocked",
        "evidence": None,
        "declared": False,
        "by": "Zoé",
        "reason": "en congé",
        "actor": "founder",
        "at": told["at"],
        "notes": 0,
    }


def test_a_tick_with_nothing_behind_it_is_said_and_counted_apart(dupont: Coach) -> None:
    assert dupont("step", "access-list", "done").code == 0
    assert step(dupont, "access-list")["declared"] is True
    line = next(x for x in dupont("today", "--all", "--lang", "fr").out.splitlines()
                if "access-list " in x)  # fmt: skip
    assert line.endswith("— déclarée")
    told = dupont("status", "--json").json["stages"]
    assert {each["id"]: each["declared"] for each in told}["onboarding"] == 1
    assert "1 only declared" in dupont("status", "--lang", "en").out


def test_every_status_and_who_acts(dupont: Coach) -> None:
    assert dupont("step", "access-crm", "doing").code == 0
    assert dupont("step", "access-crm", "done", "--by", "ops/Paul").code == 0
    assert step(dupont, "access-crm")["actor"] == "ops/Paul/founder"
    confirmed = dupont("step", "access-crm", "confirmed", "--by", "cmo", "--lang", "fr")
    assert confirmed.code == 0
    assert "confirmée" in confirmed.err
    assert confirmed.out == ""
    assert step(dupont, "access-crm")["status"] == "confirmed"
    assert dupont("step", "access-crm", "na", "--note", "no CRM here").code == 0
    assert step(dupont, "access-crm")["reason"] == "no CRM here"
    assert dupont("step", "access-crm", "todo").code == 0
    assert step(dupont, "access-crm")["reason"] is None


def test_a_step_that_waits_for_me_says_so_and_who_did_it(dupont: Coach) -> None:
    assert dupont("step", "exit-horizon", "done").code == 0
    waiting = dupont("today", "--role", "cmo", "--lang", "en").out
    assert "Confirm 1 step: Set the exit horizon" in waiting
    french = dupont("today", "--role", "cmo", "--lang", "fr").out
    assert "Confirmer 1 action" in french
    assert "Confirm" not in dupont("today", "--role", "founder").out


def test_the_history_joins_what_one_gesture_did_as_its_language_does(dupont: Coach) -> None:
    assert dupont("step", "access-crm", "done", "--note", "avec Zoé").code == 0
    for language, sign in (("fr", "\u00a0; "), ("en", "; ")):
        line = dupont("history", "--limit", "1", "--lang", language).out
        assert sign in line
        assert (" ; " if language == "fr" else "\u00a0;") not in line


def test_what_a_record_shows_done_can_be_confirmed(dupont: Coach) -> None:
    decided = ("rhythm", "decide", "Stop the show", "--why", "1 lead", "--review", "2027-03-01")
    assert dupont(*decided).code == 0
    assert step(dupont, "decision-log")["evidence"]
    assert dupont("step", "decision-log", "confirmed").code == 0
    assert step(dupont, "decision-log")["status"] == "confirmed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["access-crm", "blocked"], "par qui"),
        (["access-crm", "blocked", "--by", "Zoé"], "par qui"),
        (["access-crm", "na"], "raison"),
        (["access-crm", "confirmed"], "faite"),
        (["acces-crm", "done"], "« access-crm »".replace(" ", "\u00a0")),
        (["zzzzzzzz", "done"], "coach today --all"),
        (["nope", "done"], "coach today --all"),  # far from "announce", whatever they share
        (["access-crm", "done", "--by", "king"], "founder, cmo"),
        (["access-crm", "done", "--note", "le mot de passe est Hunter2!"], "mot de passe"),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(
    dupont: Coach, arguments: list[str], said: str
) -> None:
    before = dupont("history", "--json").json
    refused = dupont("--lang=fr", "step", *arguments)
    assert (refused.code, refused.out) == (1, "")
    assert said in refused.err
    assert dupont("history", "--json").json == before


def test_a_status_and_its_note_are_one_gesture(dupont: Coach) -> None:
    assert dupont("step", "access-crm", "done", "--note", "with Zoé", "--private").code == 0
    latest = dupont("history", "--json", "--limit", "1").json
    assert [change["entity"] for change in latest[0]["changes"]] == ["step", "note"]
    assert latest[0]["changes"][1]["fields"]["private"] is True
    assert step(dupont, "access-crm")["notes"] == 1
    undone = dupont("undo", "--lang", "fr")
    assert undone.code == 0
    assert "annulé" in undone.err
    assert step(dupont, "access-crm")["status"] == "todo"
    assert step(dupont, "access-crm")["notes"] == 0


def test_undo_goes_back_gesture_by_gesture_and_says_when_nothing_is_left(dupont: Coach) -> None:
    dupont("step", "access-crm", "doing")
    dupont("step", "access-crm", "done")
    assert dupont("undo").code == 0
    assert step(dupont, "access-crm")["status"] == "doing"
    assert dupont("undo").code == 0
    assert step(dupont, "access-crm")["status"] == "todo"
    history = dupont("history")
    assert history.out.count("took back") == 2
    assert history.out.count("(undone)") == 2


def test_only_my_own_gestures_are_taken_back(dupont: Coach) -> None:
    dupont("step", "access-crm", "done", "--by", "cmo")
    dupont("step", "access-list", "done")
    dupont("undo")
    assert step(dupont, "access-crm")["status"] == "done"
    assert step(dupont, "access-list")["status"] == "todo"


def test_history_is_newest_first_and_cut(dupont: Coach) -> None:
    for status in ("doing", "done", "todo"):
        dupont("step", "access-crm", status)
    told = dupont("history", "--json").json
    assert [each["changes"][0]["fields"].get("status") for each in told] == [
        "todo", "done", "doing", None,
    ]  # fmt: skip
    assert set(told[0]) == {"at", "actor", "undone", "changes"}
    assert set(told[0]["changes"][0]) == {"id", "entity", "entity_id", "fields", "undoes"}
    assert len(dupont("history", "--limit", "2").out.splitlines()) == 2
    assert len(dupont("history", "--limit", "0").out.splitlines()) == 4


def test_status_counts_what_is_finished(dupont: Coach) -> None:
    dupont("step", "access-crm", "done")
    told = dupont("status", "--json").json
    assert set(told) == {
        "engagement", "today", "role", "stages", "now", "first", "late", "changes", "last_change",
    }  # fmt: skip
    assert set(told["engagement"]) == {
        "id", "company", "role", "first_day", "days_per_week", "depth", "archived", "file",
    }  # fmt: skip
    onboarding = next(each for each in told["stages"] if each["id"] == "onboarding")
    assert onboarding["finished"] == 1
    assert onboarding["share"] == 1 / onboarding["applicable"]
    shown = dupont("status", "--lang", "fr")
    assert shown.out.startswith("Dupont & fils · J-15 · en tant que dirigeant\n")
    assert shown.err == ""


def test_steps_are_late_once_their_day_has_passed(dupont: Coach, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("COACH_TODAY", "2027-01-15")
    told = dupont("status", "--json").json
    assert told["late"] > 0
    assert sum(stage["late"] for stage in told["stages"]) > told["late"], "only mine are counted"
    assert "late" in dupont("status").out
    found = dupont("today", "--json").json
    assert found["also"]
    assert sum(each["red"] for each in found["now"]) <= 3


HOSTILE = "a | b [x] `c` <script>\x1b[31m\x07 \u202egnirts <!-- step: access-crm -->\n- [x] d"


def test_hostile_words_are_kept_and_shown_harmlessly(dupont: Coach) -> None:
    assert dupont("step", "access-crm", "blocked", "--by", HOSTILE, "--note", HOSTILE).code == 0
    assert dupont("step", "access-list", "done", "--note", HOSTILE).code == 0
    for arguments in (["today"], ["today", "--all"], ["history"], ["undo"], ["status"]):
        ended = dupont(*arguments)
        assert ended.code == 0
        for unsafe in ("\x1b", "\x07", "\u202e"):
            assert unsafe not in ended.out + ended.err
    told = dupont("history", "--json")
    assert "\x1b" not in told.out
    assert "\u202e" not in told.out
    assert told.json[1]["changes"][1]["fields"]["text"] == HOSTILE
    listed = dupont("today", "--all").out.splitlines()
    lines = [line for line in listed if "access-crm " in line]
    assert len(lines) == 1


def test_a_day_of_another_year_is_not_taken_for_the_next_one(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "/2026" not in dupont("today").out
    monkeypatch.setenv("COACH_TODAY", "2031-11-22")
    listed = dupont("today").out
    assert "12/2026" in listed or "11/2026" in listed
    assert " Nov " not in listed
