"""Beginning missions, listing them, and saying which one is meant."""

from __future__ import annotations

import json
import stat
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Coach


def test_begin_a_mission_and_see_it(coach: Coach, home: Path) -> None:
    begun = coach("new", "Dupont & fils", "--start", "2026-12-07", "--days-per-week", "2")
    assert begun.code == 0
    path = Path(begun.out.strip())
    assert path.parent == home / "engagements"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "Dupont & fils" in begun.err
    (listed,) = coach("list", "--json").json
    assert listed == {
        "id": listed["id"],
        "file": str(path),
        "current": True,
        "company": "Dupont & fils",
        "role": "founder",
        "first_day": "2026-12-07",
        "days_per_week": 2.0,
        "archived": False,
        "last_change": listed["last_change"],
        "error": None,
    }


def test_dates_and_amounts_as_a_french_founder_writes_them(coach: Coach) -> None:
    begun = coach(
        "new", "Zoé", "--start", "07/12/2026", "--days-per-week", "2,5", "--role", "cmo",
        "--revenue", "3 M€", "--marketing-budget", "150\u00a0000 €", "--end", "31/12/2027",
        "--lang", "fr",
    )  # fmt: skip
    assert begun.code == 0
    assert begun.err.startswith("Mission commencée\u00a0: Zoé")
    gesture = coach("history", "--json").json[-1]
    assert gesture["changes"][0]["fields"] == {
        "company": "Zoé",
        "first_day": "2026-12-07",
        "days_per_week": 2.5,
        "role": "cmo",
        "revenue": 3_000_000.0,
        "marketing_budget": 150_000.0,
        "planned_end": "2027-12-31",
    }


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("--start", "31/02/2026", "Premier jour"),
        ("--start", "bientôt", "Premier jour"),
        ("--days-per-week", "8", "Jours par semaine"),
        ("--days-per-week", "deux", "Jours par semaine"),
        ("--end", "2020-01-01", "Fin prévue"),
        ("--revenue", "beaucoup", "Chiffre d’affaires"),
        ("--headcount", "-3", "Effectif"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_name(
    coach: Coach, home: Path, field: str, value: str, said: str
) -> None:
    usual = ["--start", "2026-12-07", "--days-per-week", "2"]
    refused = coach("--lang", "fr", "new", "Dupont", *usual, f"{field}={value}")
    assert refused.code == 1
    assert said in refused.err
    assert refused.out == ""
    assert not list(home.glob("engagements/*"))


@pytest.mark.parametrize("name", ["", "   ", "x" * 300, "mot de passe: Hunter2!x"])
def test_names_that_are_none(coach: Coach, home: Path, name: str) -> None:
    refused = coach("new", name, "--start", "2026-12-07", "--days-per-week", "2")
    assert refused.code == 1
    assert refused.err.strip()
    assert not list(home.glob("engagements/*"))


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "a/b\\c", "🚀 Żółć", "[x] | `rm` <b>", "\x1b[2Jhi\u202e", "-rf", "CON"],
)
def test_odd_names_are_kept_and_stay_in_their_folder(coach: Coach, home: Path, name: str) -> None:
    begun = coach("new", "--start", "2026-12-07", "--days-per-week", "2", "--", name)
    assert begun.code == 0, begun.err
    assert Path(begun.out.strip()).parent == home / "engagements"
    assert Path(begun.out.strip()).name.isascii()
    for shown in (begun.err, coach("list").out, coach("status").out, coach("history").out):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    fields = coach("history", "--json").json[0]["changes"][0]["fields"]
    assert fields["company"] == name  # as written, and JSON's escapes keep terminals safe
    assert "\x1b" not in coach("history", "--json").out


def begin(coach: Coach, *names: str) -> None:
    for name in names:
        assert coach("new", name, "--start", "2026-12-07", "--days-per-week", "2").code == 0


def test_the_last_one_begun_is_worked_on_and_minus_e_chooses_another(coach: Coach) -> None:
    begin(coach, "Atelier Nord", "Bélier")
    assert coach("status").out.startswith("Bélier")
    assert coach("-e", "atelier", "status").out.startswith("Atelier Nord")
    assert coach("status", "--engagement=ATELIER NORD").out.startswith("Atelier Nord")
    assert coach("status", "-e", "belier").out.startswith("Bélier")


def test_none_several_or_an_unknown_one_is_said_with_the_choice(coach: Coach, home: Path) -> None:
    nothing = coach("status")
    assert (nothing.code, "coach new" in nothing.err) == (1, True)
    begin(coach, "Atelier Nord", "Atelier Sud")
    (home / "state" / "settings.json").unlink()
    which = coach("status", "--lang", "fr")
    assert which.code == 1
    assert "Atelier Nord" in which.err
    assert "Atelier Sud" in which.err
    assert coach("status", "-e", "atelier").code == 1
    unknown = coach("status", "-e", "Zoé")
    assert (unknown.code, "Atelier Nord" in unknown.err) == (1, True)


def test_a_foreign_file_is_listed_with_the_reason(dupont: Coach, home: Path) -> None:
    (home / "engagements" / "shopping.json").write_text('{"milk": 2}', encoding="utf-8")
    foreign = next(each for each in dupont("list", "--json").json if each["error"])
    assert foreign["error"]["reason"] == "refusal.store.foreign"
    assert foreign["company"] is None
    listed = dupont("list", "--lang", "fr")
    assert listed.code == 0
    assert "shopping" in listed.out
    assert json.loads((home / "engagements" / "shopping.json").read_text("utf-8")) == {"milk": 2}


@pytest.mark.parametrize("option", ["--start", "--successor-start"])
def test_who_takes_over_says_their_own_first_day_and_no_days_a_week(
    coach: Coach, option: str
) -> None:
    refused = coach("new", "Dupont", "--where", "successor", "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    assert "--successor-start is missing: your own first day" in refused.err
    assert coach("new", "Dupont", "--where", "successor", option, "2026-12-07").code == 0
    fields = coach("history", "--json").json[0]["changes"][0]["fields"]
    assert fields == {
        "company": "Dupont", "beginning": "successor", "role": "successor",
        "successor_first_day": "2026-12-07",
    }  # fmt: skip
    told = coach("today", "--lang", "en")
    assert "first day is not known" not in told.err + told.out, "she gave her own"
    comes = told.out.partition("Next:")[2].split("\n")[1:4]
    days = [datetime.strptime(f"{row[1:10].strip()} 2026", "%d %b %Y") for row in comes]
    days = [day.replace(year=2027) if day.month < 11 else day for day in days]
    assert days == sorted(days), comes
