"""The access register goes out as a table, is edited in a spreadsheet, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach_tui.cli.exit_codes import FINE, REFUSED
from tests.cli.conftest import Coach


@pytest.fixture
def register(dupont: Coach) -> Coach:
    """Two accesses, one of them verified, with words a spreadsheet would run."""
    for command in (
        ("add", "HubSpot", "--owner", "=Zoé", "--admins", "2", "--critical"),
        ("add", "Google Analytics 4", "--asset", "dupont.fr", "--exit", "downgrade"),
        ("next", "hubspot", "--role", "Marketing"), ("next", "hubspot", "--evidence", "login"),
    ):  # fmt: skip
        ended = dupont("access", *command)
        assert ended.code == FINE, ended.err
    return dupont


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_went_out_comes_back_and_changes_nothing(
    register: Coach, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "accesses.csv"
    out = ("export", "accesses", "--format", "csv", "-o", str(file), "--lang", language)
    assert register(*out).code == FINE
    before = register("access", "list", "--json").json
    for read_in in ("fr", "en"):
        ended = register("access", "import", str(file), "--apply", "--lang", read_in)
        assert (ended.code, ended.out) == (FINE, ""), ended.err
    assert register("access", "list", "--json").json == before


def test_of_many_columns_the_first_are_named_and_the_others_counted(
    register: Coach, tmp_path: Path
) -> None:
    file, unknown = tmp_path / "wide.csv", ",".join(f"Weißnicht {n}" for n in range(299))
    for head, cells, more in (("X", "1", 292), ("Tool", "HubSpot", 291), ("Tool,Tool", "a,b", 0)):
        file.write_text(f"{head},{unknown}\n{cells}{',1' * 299}\n", "utf-8")
        for language, others in (("en", "and {} more"), ("fr", "et {} autres")):
            ended = register("access", "import", str(file), "--lang", language)
            assert others.format(more) in ended.err or not more, ended.err[:500]
            assert "Weißnicht 8" not in ended.err
            assert len(max(ended.err.splitlines(), key=len)) < 500


def test_exactly_what_was_edited_comes_back_whole_or_not_at_all(
    register: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "accesses.csv"
    out = ("export", "accesses", "--format", "csv", "-o", str(file), "--lang", "en")
    assert register(*out).code == FINE
    text = file.read_bytes().decode("utf-8-sig")
    head, first, *rest = text.split("\r\n")
    edited = first.replace("'=Zoé", "Léa")
    more = ["New tool"] + [""] * (head.count(",") - 1)
    file.write_text("\r\n".join([head, edited, *rest[:-1], "," + ",".join(more)]), "utf-8")
    shown = register("access", "import", str(file), "--lang", "en")
    assert shown.code == FINE, shown.err
    assert len(shown.out.splitlines()) == 2
    assert "=Zoé → Léa" in shown.out
    assert "+ New tool" in shown.out
    assert register("access", "import", str(file), "--apply", "--lang", "en").code == FINE
    lines = {line["tool"]: line for line in register("access", "list", "--json").json["lines"]}
    assert lines["HubSpot"]["owner"] == "Léa"
    assert lines["HubSpot"]["state"] == "verified"
    assert "New tool" in lines
    assert register("undo").code == FINE
    lines = {line["tool"]: line for line in register("access", "list", "--json").json["lines"]}
    assert lines["HubSpot"]["owner"] == "=Zoé"
    assert "New tool" not in lines
    spoilt = "Tool,Owner,Planned end\r\nHubSpot,Tom,\r\nGoogle Analytics 4,Tom,9999-12-31\r\n"
    file.write_text(spoilt)
    ended = register("access", "import", str(file), "--apply", "--lang", "en")
    assert ended.code == REFUSED
    assert "line 3" in ended.err
    lines = {line["tool"]: line for line in register("access", "list", "--json").json["lines"]}
    assert lines["HubSpot"]["owner"] == "=Zoé"


def test_what_is_no_register_is_refused(register: Coach) -> None:
    for table in (b"Date,CAC\n2026-01-01,3\n", b"", b"\x00\xff", b"Tool,Tool\na,b\n", b"Tool\n"):
        ended = register("access", "import", "-", "--apply", stdin=table)
        assert ended.code == REFUSED, table
        assert ended.err.strip()


def test_a_tool_that_stands_twice_is_refused_and_the_last_does_not_win(
    register: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "accesses.csv"
    file.write_text("Tool,Owner\nHubSpot,Tom\nhubspot,Léa\nNew,Tom\nnew,Tom\n", "utf-8")
    ended = register("access", "import", str(file), "--apply", "--lang", "en")
    assert ended.code == REFUSED
    assert "line 3" in ended.err
    assert "Line 2 says otherwise" in ended.err
    file.write_text("Tool,Owner\nNew,Tom\nnew,Tom\n", "utf-8")
    assert register("access", "import", str(file), "--apply").code == FINE
    tools = [line["tool"] for line in register("access", "list", "--json").json["lines"]]
    assert tools.count("New") == 1


def test_what_a_spreadsheet_adds_or_swallows_becomes_no_access(
    register: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "accesses.csv"
    tables = {
        # A quotation mark that another row closes: no row between is lost in silence.
        'Tool;Owner\r\nHubSpot;"Lea\r\nGoogle Analytics 4;"\r\nNotion;Lea\r\n': (
            1,
            "line 2: HubSpot",
        ),
        'Tool;Owner;Why\nNotion;a;"b\nNew;c;d\nOther;e;"\nLast;f;g\n': (1, "line 2: Notion"),
        'Tool;Owner;Why\nHubSpot;"Lea\nNew;"\nLast;f;g\n': (1, "line 2: HubSpot"),
        'Tool;"Why it is needed"\nHubSpot;"leads,\nthen deals"\n': (0, "1 line would change"),
        # A row of totals is told and left out; a tool may be called so.
        "Tool;Owner\nHubSpot;Lea\n\nTotal général;2\n": (0, "line 4: Total général"),
        "Tool;Owner\nTotal Expert;Lea\n": (0, "1 line would change"),
    }
    for text, (code, told) in tables.items():
        file.write_text(text, "utf-8")
        ended = register("access", "import", str(file), "--lang", "en")
        assert (ended.code, told in ended.err) == (code, True), (text, ended)
        assert "+ Total g" not in ended.out


def test_a_dash_in_a_cell_stands_for_nothing(register: Coach, tmp_path: Path) -> None:
    file = tmp_path / "accesses.csv"
    file.write_text("Tool;Owner;Planned end\nGoogle Analytics 4;—;n/a\n", "utf-8")
    ended = register("access", "import", str(file), "--apply", "--lang", "en")
    assert (ended.code, ended.out) == (FINE, ""), ended
    file.write_text("Tool;Owner\nGoogle Analytics 4;Nan\n", "utf-8")
    assert "→ Nan" in register("access", "import", str(file), "--lang", "en").out, "a name is one"
    assert register("access", "set", "hubspot", "owner=-").code == FINE
    file.write_text("Tool;Owner\nHubSpot;-\n", "utf-8")
    assert register("access", "import", str(file), "--lang", "en").out == "", "as it is recorded"


def test_in_which_order_the_days_stand_is_told_by_the_table_and_not_by_a_row(
    register: Coach, tmp_path: Path
) -> None:
    """One row alone would be the third of April in Paris and the fourth of March in Boston."""
    file = tmp_path / "days.csv"
    heads = {
        "fr": ("Outil", "Fin prévue", "Demandé le"),
        "en": ("Tool", "Planned end", "Requested on"),
    }

    def changed(language: str, separator: str, end: str, asked: str = "") -> str:
        rows = heads[language], ("HubSpot", "", asked), ("Google Analytics 4", end, "")
        file.write_text("".join(f"{separator.join(row)}\n" for row in rows), "utf-8")
        ended = register("access", "import", str(file), "--lang", language)
        return ended.out if ended.code == FINE else ended.err

    for language in ("fr", "en"):
        for separator in (";", ","):
            told = changed(language, separator, "03/04/2027", "30/10/2026")
            assert "→ 2027-04-03" in told, told
            assert "→ 2027-04-03" in changed(language, separator, "2027-04-03 00:00:00")
            told = changed(language, separator, "03/04/2027")
            sure = (language, separator) == ("fr", ";")
            assert ("→ 2027-04-03" in told) is sure, told
            assert ("--dates dmy" in told and "03/04/2027" in told) is not sure, told
            told = changed(language, separator, "03/04/2027", "10/30/2026")
            assert "→ 2027-03-04" in told, told
            assert "→ 2027-03-04" in changed(language, separator, "03/04/27", "10/30/2026 9:05")


def test_a_weekday_that_is_another_is_named_in_the_readers_language(
    register: Coach, tmp_path: Path
) -> None:
    """The day it falls on, whatever order the table's other days are read in."""
    file = tmp_path / "days.csv"
    table = "Tool;Requested on;Planned end\nHubSpot;{};\nGoogle Analytics 4;;Monday 5 March 2027\n"
    for asked in ("30/10/2026", "10/30/2026", ""):
        file.write_text(table.format(asked), "utf-8")
        for language, falls in (("en", "Friday"), ("fr", "vendredi")):
            ended = register("access", "import", str(file), "--lang", language)
            assert falls in ended.err, ended.err


def test_the_order_of_its_days_and_its_header_are_said_by_an_option(
    register: Coach, tmp_path: Path
) -> None:
    """As of a table of readings: what nothing in the file tells is refused, naming the option."""
    file = tmp_path / "days.csv"
    file.write_text("Vendor;Paid\nHubSpot;x\n\nTool;Planned end\nHubSpot;03/04/2027\n", "utf-8")
    command = ("access", "import", str(file), "--lang", "en")
    refused = register(*command, "--apply")
    assert (refused.code, refused.out) == (REFUSED, "")
    assert "--dates dmy" in refused.err
    for order, day in (("dmy", "2027-04-03"), ("mdy", "2027-03-04")):
        for header in ((), ("--header", "4")):
            told = register(*command, "--dates", order, *header)
            assert (told.code, f"→ {day}" in told.out) == (FINE, True), told
    assert register(*command, "--header", "1", "--dates", "dmy").code == REFUSED, "no tool there"
    assert register(*command, "--header", "40").code == REFUSED
