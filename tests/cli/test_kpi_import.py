"""`coach kpi import`, with the files other programs write: shown, asked about, added whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.kpi.importing import SHOWN
from tests.cli.conftest import Coach, Ended

TODAY = "2026-11-29"


@pytest.fixture
def lumen(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """An engagement that follows three KPIs, each read once."""
    monkeypatch.setenv("COACH_TODAY", TODAY)
    for command in (
        ("new", "Lumen", "--start", "2026-01-05", "--days-per-week", "2"),
        ("kpi", "add", "mql"), ("kpi", "add", "cac", "--definition", "loaded"),
        ("kpi", "add", "mql-to-sql", "--kind", "above", "--limit", "1 %"),
        ("kpi", "read", "mql", "64", "--date", "2026-08-31"),
        ("kpi", "read", "cac", "3 600 €", "--date", "2026-08-31"),
        ("kpi", "read", "mql-to-sql", "1.1%", "--date", "2026-08-31"),
    ):  # fmt: skip
        ended = coach(*command, "--lang", "en")
        assert ended.code == FINE, ended.err
    return coach


@pytest.fixture
def brought(lumen: Coach, tmp_path: Path) -> Callable[..., Ended]:
    """Bring a file in; without --apply nothing is ever recorded."""

    def bring(text: str | bytes, *options: str, language: str = "en") -> Ended:
        file = tmp_path / "table.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return lumen("kpi", "import", str(file), "--lang", language, *options)

    return bring


def added(ended: Ended) -> list[str]:
    return [line for line in ended.out.splitlines() if line.startswith("+ ")]


def test_a_row_longer_than_its_header_gives_nothing(brought: Callable[..., Ended]) -> None:
    for text in ("Date,CAC,MQL\n2026-05-13,3,650,71\n2026-05-14,3,660,72\n",
                 "Date,MQL-to-SQL rate,MQL\n13/05/2026,1,25,71\n",
                 "Date,CAC\n2026-05-13,3650,50\n"):  # fmt: skip
        ended = brought(text, "--apply")
        assert (ended.code, ended.out) == (REFUSED, ""), text
        assert "line 2:" in ended.err
    assert "3 cells where the header names 2" in ended.err


def test_an_open_quotation_mark_is_named_and_nothing_is_swallowed(
    brought: Callable[..., Ended],
) -> None:
    for rest in ("", '2026-05-15,3670,"second"\n2026-05-16,3680,ok\n'):
        ended = brought(f'Date,CAC,Note\n2026-05-13,3650,"first\n2026-05-14,3660,ok\n{rest}')
        assert (ended.code, ended.out) == (REFUSED, "")
        assert "Line 2: a quotation mark is opened and not closed" in ended.err


GA4 = (
    "# ---\n# Pages and screens\n# Account: Lumen\n# Start date: 20260901\n# End date: 20261031\n"
    "Date,New users,Sessions,Session key event rate\n20260901,1234,2345,0.0051\n"
    "20260902,1034,2145,0.0042\n,2268,4490,0.0047,Grand total\n"
)  # fmt: skip
ADS = (
    'Campaign report\n"September 1, 2026 - October 31, 2026"\nMonth,Campaign,Cost,Conv. rate\n'
    '"September 2026",Brand,"1,234.56",1.2%\n"October 2026",Brand,"2,001.10", --\n'
    'Total: Account, --,"3,235.66",3.1%\n'
)  # fmt: skip
LINKEDIN = (
    "Campaign Performance Report (in Europe/Paris)\nReport Start: September 1, 2026, 12:00 AM\n"
    "Date Generated: November 2, 2026, 9:00 AM\n\n"
    "Start Date (in UTC)\tAccount Name\tTotal Spent\tLeads\n9/1/2026\tLumen\t1234.56\t12\n"
    "9/2/2026\tLumen\t1000\t-\n"
)  # fmt: skip


def test_what_advertising_platforms_write_above_and_below_is_passed_over(
    brought: Callable[..., Ended],
) -> None:
    ended = brought(GA4, "--column", "New users=mql")
    assert added(ended) == ["+ mql  1 Sep 2026  1,234", "+ mql  2 Sep 2026  1,034"]
    assert "The columns are named on line 6; 4 rows above it were passed over." in ended.err
    assert "line 9: Grand total — a row that sums up others: left out" in ended.err
    assert "Sessions, Session key event rate" in ended.err
    ended = brought(
        ADS.encode("utf-16"), "--column", "Cost=cac", "--column", "Conv. rate=mql-to-sql"
    )
    assert ended.code == FINE, ended.err
    assert added(ended) == [
        "+ cac  30 Sep 2026  €1,234.56", "+ mql-to-sql  30 Sep 2026  1.2%",
        "+ cac  31 Oct 2026  €2,001.10",
    ]  # fmt: skip
    assert "line 6: Total: Account" in ended.err
    totals = "".join(f"Total {n},,\n" for n in range(SHOWN + 3))
    ended = brought(f"Date,CAC,Note\n2026-05-13,3650,\n{totals}")
    assert f"Total {SHOWN - 1} — " in ended.err
    assert f"Total {SHOWN} — " not in ended.err
    assert "… and 3 more" in ended.err
    ended = brought(LINKEDIN.encode("utf-16"), "--column", "Leads=mql")
    assert (ended.code, ended.out) == (REFUSED, "")
    assert "--dates dmy" in ended.err
    ended = brought(LINKEDIN.encode("utf-16"), "--column", "Leads=mql", "--dates", "mdy")
    assert added(ended) == ["+ mql  1 Sep 2026  12"]


def test_a_header_can_be_named_and_columns_by_their_place(brought: Callable[..., Ended]) -> None:
    text = "x,y\nDate,MQL,MQL\n2026-09-01,70,71\n"
    ended = brought(text, "--header", "2")
    assert ended.code == REFUSED
    assert "2 (MQL), 3 (MQL)" in ended.err
    assert "--column 2=ignore" in ended.err
    assert added(brought(text, "--column", "2=ignore")) == ["+ mql  1 Sep 2026  71"]
    assert "no row on line 9" in brought(text, "--header", "9").err
    assert brought(text, "--header", "soon").code == 2


def test_what_is_in_doubt_is_shown_with_the_option_that_answers(
    brought: Callable[..., Ended], lumen: Coach
) -> None:
    text = "Date,CAC,MQL to SQL\n2026-08-31,3700,\n2026-09-30,37,0.011\n2026-10-31,3800,0.012\n"
    said = ("--column", "MQL to SQL=mql-to-sql", "--apply")
    ended = brought(text, *said)
    assert ended.code == REFUSED
    for line in ("€3,700 in the file, €3,600 recorded (line 2)",
                 "0.011% in the file, 1.1% until then (line 3)",
                 "€37 in the file, €3,600 until then (line 3)"):  # fmt: skip
        assert line in ended.out
    for option in ("--same-day keep", "--rates shares", "--unlike skip"):
        assert option in ended.err
    assert readings(lumen) == 3
    answers = ("--same-day", "replace", "--rates", "shares", "--unlike", "skip")
    ended = brought(text, *said, *answers)
    assert ended.code == FINE, ended.err
    assert readings(lumen) == 3 + 3  # a day corrected is one reading
    assert lumen("undo").code == FINE
    assert readings(lumen) == 3


def test_a_table_is_added_whole_or_not_at_all_and_only_once(
    brought: Callable[..., Ended], lumen: Coach
) -> None:
    text = "Jour;MQL;CAC\r\n30/09/2026;72;\r\n31/10/2026;78;3 650,50 €\r\n13/11/2026;abc;1.234\r\n"
    raw = text.encode("cp1252")
    shown = brought(raw, language="fr")
    assert shown.code == REFUSED
    assert len(added(shown)) == 3
    assert "ligne 4" in shown.err
    assert "se lit de deux façons" in shown.err
    whole = brought(raw, "--apply", language="fr")
    assert whole.code == REFUSED
    assert "--partly" in whole.err
    assert readings(lumen) == 3
    assert "3 relevés ajoutés" in brought(raw, "--apply", "--partly", language="fr").err
    assert readings(lumen) == 6
    again = brought(raw.replace(b"13/11/2026;abc;1.234\r\n", b""), "--apply", language="fr")
    assert (again.code, "Rien à ajouter" in again.err) == (FINE, True)


def test_a_columns_meaning_is_said_once(brought: Callable[..., Ended], lumen: Coach) -> None:
    text = "Le jour;Leads du mois\n28/10/2026;72\n"
    refused = brought(text, language="fr")
    assert refused.code == REFUSED
    assert "Le jour, Leads du mois" in refused.err
    said = ("--column", "Le jour=date", "--column", "Leads du mois=mql", "--apply")
    assert brought(text, *said, language="fr").code == FINE
    assert brought("Le jour;Leads du mois\n29/11/2026;70\n", "--apply", language="fr").code == FINE
    assert readings(lumen) == 5


def test_where_nothing_can_be_read_the_command_ends_with_1(brought: Callable[..., Ended]) -> None:
    for text in ("Date,CAC\n2026-05-13,abc\n2026-05-14,#REF!\n", "Date,CAC\n", "Date\n2026-05-13\n",
                 "", b"\x00\x01\xff", "no table at all"):  # fmt: skip
        ended = brought(text, "--apply")
        assert ended.code == REFUSED, text
        assert ended.err.strip(), text


def test_a_long_table_and_a_wide_one_are_read(brought: Callable[..., Ended]) -> None:
    rows = "".join(f"2026-{1 + n % 9:02}-{1 + n % 28:02},{60 + n % 7}\n" for n in range(100_000))
    ended = brought(f"Date,MQL\n{rows}", "--same-day", "replace")
    assert ended.code == FINE, ended.err
    names = ",".join(f"K{n}" for n in range(299))
    wide = f"Date,{names},MQL\n2026-09-01,{','.join(['1'] * 299)},70\n"
    ended = brought(wide)
    assert added(ended) == ["+ mql  1 Sep 2026  70"]
    assert "299 unknown columns were not read" in ended.err


def test_of_many_columns_the_first_are_named_and_the_others_counted(
    brought: Callable[..., Ended],
) -> None:
    """Whatever is said of them: none holds a day, one named is not there, several mean the same."""
    names = [f"Weißnicht {n}" for n in range(300)]
    unknown, same = ",".join(names), ",".join(["Date"] * 300)
    figures = ",".join(["1"] * 300)
    for text, arguments, more in (
        (f"{unknown}\n{figures}\n", (), 292),
        (f"Date,{unknown}\n2026-09-01,{figures}\n", (), 293),
        (f"Date,MQL,{unknown}\n2026-09-01,1,{figures}\n", (), 292),
        (f"{unknown}\n{figures}\n", ("--column", "Elsewhere=date"), 292),
        (f"{same}\n{figures}\n", (), 292),
        ("Date,MQL\n" + "".join(f"2026-09-01,{n + 65}\n" for n in range(300)), (), 292),
    ):
        for language, others in (("en", f" and {more} more"), ("fr", f" et {more} autres")):
            ended = brought(text, *arguments, language=language)
            said = ended.out + ended.err
            assert others in said, said[:500]
            assert "Weißnicht 8" not in said
            assert len(max(said.splitlines(), key=len)) < 500


def readings(coach: Coach) -> int:
    return sum(each["readings"] for each in coach("kpi", "list", "--json").json)


def test_another_clients_readings_are_refused_whole(dupont: Coach, tmp_path: Path) -> None:
    """Two clients follow the same KPI: the table of one says whose it is, in either language."""
    assert dupont("new", "Boréal", "--start", "2026-01-05", "--days-per-week", "2").code == 0
    for client, value in (("Dupont & fils", "40"), ("Boréal", "=7")):
        assert dupont("kpi", "add", "mql", "-e", client).code == 0
        read = dupont("kpi", "read", "mql", value.strip("="), "--date", "2026-11-02", "-e", client)
        assert read.code == 0, read.err
    for language in ("fr", "en"):
        theirs = tmp_path / f"{language}.csv"
        export = ("export", "kpis", "--format", "csv", "-e", "Boréal", "--lang", language)
        theirs.write_text(dupont(*export).out, encoding="utf-8")
        into = ("kpi", "import", str(theirs), "-e", "Dupont & fils", "--apply")
        refused = dupont(*into)
        assert refused.code == 1
        assert "another client’s (Boréal)" in refused.err
        assert dupont("kpi", "import", str(theirs), "-e", "Boréal").code == 0, "it knows its own"
    listed = dupont("kpi", "status", "-e", "Dupont & fils", "--json").json
    assert [each["value"] for each in listed["kpis"]] == [40]
    # A column of the name that says something else is left out on demand.
    asked = dupont(*into, "--column", "Company=ignore")
    assert "another client" not in asked.err
