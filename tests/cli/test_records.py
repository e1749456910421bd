"""What the acts of the playbook record, from the command line; and how it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Coach


def step(coach: Coach, step_id: str) -> dict[str, object]:
    told = coach("today", "--all", "--json").json["all"]
    found: dict[str, object] = next(each for each in told if each["id"] == step_id)
    return found


def test_a_meeting_is_logged_listed_and_taken_out(dupont: Coach) -> None:
    said = ("--who", "Zoé", "--learned", "They buy in May.")
    assert dupont("rhythm", "met", "kickoff", *said).code == 0
    assert step(dupont, "kickoff")["status"] == "done"
    assert "Zoé" in dupont("rhythm", "meetings", "--lang", "fr").out
    (held,) = dupont("rhythm", "meetings", "--json").json
    assert held["day"] == "2026-11-22"
    refused = dupont("rhythm", "met", "kickoff", "--who", "Zoé", "--lang", "en")
    assert (refused.code, refused.out) == (1, "")
    assert "what was learned" in refused.err
    assert dupont("rhythm", "meetings", "--drop", held["id"]).code == 0
    assert step(dupont, "kickoff")["status"] == "todo"


def test_a_document_is_written_checked_by_another_and_sent(dupont: Coach, tmp_path: Path) -> None:
    page = tmp_path / "brief.md"
    page.write_text("# What we are", encoding="utf-8")
    assert dupont("document", "set", "company-brief", f"{page}", "--author", "Ann").code == 0
    assert step(dupont, "brief-company")["status"] == "todo"
    refused = dupont("document", "verify", "company-brief", "--by", "ann", "--lang", "en")
    assert "Somebody else" in refused.err
    assert dupont("document", "verify", "company-brief", "--by", "Zoé").code == 0
    assert step(dupont, "brief-company")["status"] == "done"
    assert dupont("document", "sent", "company-brief").code == 0
    (told,) = dupont("document", "list", "--json").json
    assert (told["state"], told["sent"]) == ("verified", "2026-11-22")
    assert "mql-sql" in dupont("document", "list", "--all").out
    assert dupont("document", "link", "poem", "https://x.org").code == 1
    assert dupont("document", "set", "scope", f"{tmp_path}").code == 1


def test_a_tick_declares_and_a_line_of_proof_says_where(dupont: Coach) -> None:
    said = ("--proof", "The board is open to all.", "--where", "Notion")
    assert dupont("step", "work-board", "done", *said).code == 0
    assert step(dupont, "work-board")["evidence"] == "The board is open to all."
    assert dupont("step", "announce", "done", *said).code == 0
    assert step(dupont, "announce")["evidence"] is None
    told = dupont("history", "--limit", "1", "--lang", "en").out
    assert "The board is open to all." in told
    assert dupont("step", "work-board", "done", "--where", "Notion", "--lang", "en").code == 1


def test_fields_of_every_subject_are_set_as_one_gesture_or_not_at_all(dupont: Coach) -> None:
    said = ("planned_end=30/11/2027", "exit_scenario=autonomous", "execution_days=6", "relay=Léa")
    assert dupont("set", *said, "--lang", "fr").code == 0
    shown = dupont("set").out.splitlines()
    assert {"planned_end=2027-11-30", "exit_scenario=autonomous", "relay=Léa"} <= {*shown}
    assert step(dupont, "exit-horizon")["status"] == "done"
    before = dupont("history", "--json").json
    refused = dupont(
        "set", "relay=Zoé", "strategy=50", "managing=10", "hands_on=10", "--lang", "en"
    )
    assert refused.code == 1
    assert "100" in refused.err
    assert dupont("set", "exit_scenario=never").code == 1
    assert dupont("history", "--json").json == before
    assert dupont("set", "strategy=50", "managing=30", "hands_on=20").code == 0
    assert step(dupont, "support-type")["status"] == "done"


def test_objectives_success_decisions_and_promises_say_what_they_are_about(dupont: Coach) -> None:
    wanted = ("Revenue", "--from", "3 M€", "--to", "5 M€", "--by", "31/12/2027", "--rank", "1")
    assert dupont("kpi", "objective", *wanted).code == 0
    assert step(dupont, "business-objectives")["status"] == "done"
    assert "3 M€ → 5 M€" in dupont("kpi", "objective").out
    assert dupont("kpi", "add", "mql", "--owner", "Ann").code == 0
    assert dupont("kpi", "success", "mql").code == 0
    about = ("--why", "It pays.", "--about", "step:signoff", "--about", "kpi:mql")
    assert dupont("rhythm", "decide", "Go on", *about).code == 0
    assert step(dupont, "signoff")["status"] == "done"
    assert dupont("rhythm", "decide", "X", "--why", "y", "--about", "poem:1").code == 1
    told = dupont("history", "--limit", "2", "--lang", "fr").out
    assert "porte sur" in told
    won = ("rhythm", "promise", "A win", "--by", "Ann", "--due", "15/3/2027")
    assert dupont(*won, "--kpi", "mql").code == 0
    assert dupont(*won, "--kpi", "poem").code == 1
    assert step(dupont, "quick-wins-3m")["status"] == "done"
    assert dupont("rhythm", "promise", "A win", "--kept", "--result", "Ten leads").code == 0
    assert dupont("kpi", "objective", "Revenue", "--drop").code == 0
    assert dupont("kpi", "objective", "--json").json == []


def test_days_free_and_the_day_of_an_interview(dupont: Coach) -> None:
    assert dupont("team", "add", "Tom", "--days-free", "1,5", "--lang", "fr").code == 0
    assert dupont("team", "add", "Tom", "--days-free", "2").code == 0
    assert dupont("team", "add", "Tom", "--days-free", "9").code == 1
    assert len(dupont("team", "list", "--json").json["people"]) == 1
    assert dupont("frame", "candidates", "--add", "Ada", "--interviewed", "20/11/2026").code == 0
    told = dupont("history", "--limit", "1", "--lang", "en").out
    assert "interviewed on" in told


@pytest.mark.parametrize(("lang", "field"), [
    ("en", "CMO’s days per week"), ("fr", "Jours du CMO par semaine"),
])  # fmt: skip
def test_what_a_mission_needs_is_not_emptied_and_the_field_is_named(
    dupont: Coach, lang: str, field: str
) -> None:
    ended = dupont("set", "days_per_week= ", "--lang", lang)
    assert (ended.code, ended.out) == (1, ""), ended
    assert ended.err.startswith(field), ended.err
    assert dupont("set", "planned_end=", "--lang", lang).code == 0, "its help says that it empties"
