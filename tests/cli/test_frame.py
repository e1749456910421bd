"""Framing from the command line: the guide's example without an engagement, and the rest with."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach_tui.exports.page import page
from tests.cli.conftest import Coach

EXAMPLE = ("--day-rate", "1100", "--days-per-month", "4", "--months", "6")


def test_the_guides_example_is_answered_without_any_engagement(coach: Coach, home: Path) -> None:
    told = coach("frame", "cost", *EXAMPLE, "--json")
    assert told.code == 0
    assert (told.json["days"], told.json["per_month"], told.json["fee"]) == (24, 4400, 26400)
    assert [each["saving_percent"] for each in told.json["against"]] == [52.0, 64.8, 72.2]
    assert told.json["against"][0]["break_even_days_per_week"] == 2.3
    assert told.json["other_effort"] is True
    assert not (home / "engagements").exists(), "nothing was created"


@pytest.mark.parametrize(
    ("language", "saying"),
    [("en", ("€26,400", "52.0% less", "24 days is not the same effort")),
     ("fr", ("26\u202f400\u00a0€", "52,0\u00a0% de moins", "ne sont pas le même effort"))],
)  # fmt: skip
def test_the_effort_stands_beside_the_price(
    coach: Coach, language: str, saying: tuple[str, ...]
) -> None:
    told = coach("--lang", language, "frame", "cost", *EXAMPLE)
    assert all(said in told.out for said in saying)
    assert "**" not in told.out


def test_phases_make_seventy_days(coach: Coach) -> None:
    told = coach("frame", "cost", "--phase", "3x13", "--phase", "1x31", "--json").json
    assert (told["days"], told["fee"]) == (70, 77_000)
    assert coach("frame", "cost", "--phase", "3x13, 1 x 31", "--json").json["days"] == 70
    french = coach("--lang", "fr", "frame", "cost", "--phase", "1,5x44", "--json").json
    assert french["days"] == 66


@pytest.mark.parametrize(
    "options",
    [("--day-rate", "0", "--days-per-month", "4", "--months", "6"),
     ("--day-rate=-5", "--days-per-month", "4", "--months", "6"),
     ("--phase", "8x13"), ("--phase", "often"), ("--days-per-month", "4"),
     ("--days-per-month", "4", "--months", "1.234")],
)  # fmt: skip
def test_figures_that_cannot_be_are_refused_with_the_reason(
    coach: Coach, options: tuple[str, ...]
) -> None:
    told = coach("--lang", "fr", "frame", "cost", *options)
    assert (told.code, told.out) == (1, "")
    assert len(told.err) > 20
    assert "refusal." not in told.err


def test_a_dose_is_kept_where_asked_and_read_back(dupont: Coach) -> None:
    assert dupont("frame", "cost", *EXAMPLE, "--save").code == 0
    assert dupont("frame", "cost", "--json").json["days"] == 24
    assert dupont("status", "--json").json["changes"] == 2


def test_the_need_is_answered_one_question_at_a_time(dupont: Coach) -> None:
    dupont("frame", "need", "stall", "yes", "--fact", "two flat quarters")
    dupont("frame", "need", "coach", "oui")
    told = dupont("frame", "need", "hands", "no", "--fact", "nobody writes", "--json").json
    assert (told["score"], told["answered"], told["failed_gates"]) == (1.5, 2, ["hands"])
    assert "nobody writes" in dupont("frame", "need").out


def test_the_model_says_why_and_why_not_the_others(dupont: Coach) -> None:
    answers = ("--leadership-budget", "120 K€", "--daily", "no", "--employee", "no")
    told = dupont("--lang", "fr", "frame", "model", *answers, "--marketer", "yes")
    assert "Zone grise" in told.out
    assert told.out.count("Pas ") == 4
    assert dupont("frame", "model", "--json").json["model"] == "grey-zone"
    refused = dupont("frame", "model", "--keep", "fractional")
    assert refused.code == 1
    assert dupont("frame", "model", "--keep", "fractional", "--reason", "two juniors").code == 0


def test_two_raters_mark_before_they_talk(dupont: Coach) -> None:
    dupont("frame", "candidates", "--add", "Ada [x]")
    dupont("frame", "candidates", "--of", "ada", "--rater", "1", "--mark", "fit=5")
    (ada,) = dupont("frame", "candidates", "--json").json
    assert (ada["marked"], ada["scores"], ada["verdict"]) == ([1, 0], None, None)
    assert dupont("frame", "candidates", "--of", "Ada", "--mark", "charm=5").code == 1
    assert dupont("frame", "candidates", "--of", "Ada", "--mark", "fit=6").code == 1
    assert dupont("frame", "candidates", "--of", "Bob", "--mark", "fit=3").code == 1
    dupont("frame", "candidates", "--of", "Ada", "--veto", "no-exit")
    assert dupont("frame", "candidates", "--json").json[0]["verdict"] == "veto"


def test_a_contract_and_its_grid(dupont: Coach) -> None:
    for clause in ("scope", "time", "objectives", "exit"):
        dupont("frame", "contract", clause, "agreed", "--holder", "counsel")
    told = dupont("frame", "contract", "--independence", "tools=red", "--independence",
                  "clients=red", "--json").json  # fmt: skip
    assert (told["base_agreed"], told["warned"]) == (4, True)
    assert dupont("frame", "contract", "gdpr", "na").code == 1


def test_fit_and_situation(dupont: Coach) -> None:
    fit = dupont("frame", "fit", "--headcount", "30", "--sector", "saas", "--json").json
    assert fit["fitting"] == 2
    assert (
        dupont("--lang", "fr", "frame", "situation", "launch", "--deadline", "31/12/2026").code == 0
    )
    assert dupont("frame", "situation", "--json").json["deadline"] == "2026-12-31"


def test_the_note_is_exported_to_a_file_once(dupont: Coach, tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    assert dupont("--lang", "fr", "export", "decision", "-o", str(target)).code == 0
    assert target.read_text(encoding="utf-8").startswith("# Note de décision\n")
    assert dupont("export", "decision", "-o", str(target)).code == 1


def test_the_dossier_goes_out_as_markdown_or_as_a_page(dupont: Coach, tmp_path: Path) -> None:
    written = dupont("export", "handover", "--all", "--lang", "en").out
    assert written.count("\n## ") == 16
    assert "<!-- step: " in written
    assert "<!--" not in dupont("export", "handover", "--clean").out
    made = dupont("export", "handover", "--all", "--format", "html", "--lang", "fr").out
    assert made.startswith("<!doctype html>")
    assert "<title>Dupont &amp; fils · Dossier de passation</title>" in made
    assert "coach import" not in made, "nobody ticks a printed page"
    assert "coach import" in dupont("export", "handover", "--all", "--lang", "fr").out
    assert made.endswith(page("", "", "fr")[-15:])


def test_ticks_of_the_dossier_are_imported(dupont: Coach, tmp_path: Path) -> None:
    written = dupont("export", "handover", "--all", "--lang", "en").out
    target = tmp_path / "dossier.md"
    target.write_text(written.replace("- [ ] ", "- [x] ", 2), encoding="utf-8")
    told = dupont("import", str(target), "--apply")
    assert told.code == 0
    assert dupont("export", "handover", "--all").out.count("- [x] ") == 2
