"""What was written for one client is refused for another, by every command that reads a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Coach

# What is made for one client, and what would take it in for another.
DOORS = (
    ("export checklist", "import"),
    ("report month", "report month --keep"),
    ("export kpis --format csv", "kpi import"),
    ("export accesses --format csv", "access import"),
    ("export accesses --format md", "access import"),
    ("export accesses --format csv", "report month --keep"),
    ("export accesses --format md", "report month --keep"),
    ("export kpis --format csv", "report month --keep"),
    ("export kpis --format md", "document set strategy"),
    ("export accesses --format csv", "document set strategy"),
)


@pytest.fixture
def two(dupont: Coach) -> Coach:
    """Two clients alike in all but their names."""
    assert dupont("new", "Boréal", "--start", "2026-12-07", "--days-per-week", "2").code == 0
    for client in ("Dupont", "Boréal"):
        for command in (
            ("kpi", "add", "mql"), ("kpi", "read", "mql", "12", "--date", "2026-11-02"),
            ("access", "add", "HubSpot"),
        ):  # fmt: skip
            assert dupont(*command, "-e", client).code == 0
    return dupont


@pytest.mark.parametrize(("made", "door"), DOORS)
def test_another_clients_file_is_refused(
    two: Coach, home: Path, tmp_path: Path, made: str, door: str
) -> None:
    theirs = tmp_path / "theirs.md"
    assert two(*made.split(), "-e", "Boréal", "-o", str(theirs)).code == 0
    before = {file: file.read_bytes() for file in (home / "engagements").iterdir()}
    refused = two(*door.split(), str(theirs), "-e", "Dupont", "--lang", "en")
    assert refused.code == 1, refused.out + refused.err
    assert "Boréal" in refused.err or "another" in refused.err
    assert {file: file.read_bytes() for file in (home / "engagements").iterdir()} == before
    assert two(*door.split(), str(theirs), "-e", "Boréal", "--lang", "en").code == 0, "its own"


OURS = "# Strategy\n\n## The market\n\n"
TEXTS = {
    f"{OURS}What we sell.\n": True,
    "Register of accesses\nTool;Company\nGA4;Boréal\n": False,
    "sep=;\nTool;Company\nGA4;Boréal\n": False,
    "# Accesses\n\n| Tool | Company |\n| --- | --- |\n| GA4 | Boréal |\n": False,
    "\ufeffRegistre;\n\nOutil;Entreprise\nGA4;Boréal\n": False,
    "Tool;Company\nGA4;Dupont\n": True,
    "# Strategy\n\n**Company** Boréal\n\n## The market\n": False,
    "## Strategy\n\n**Entreprise** Boréal\n": False,
    f"{OURS}**Company** Boréal\n\nA rival to look at.\n": True,
    f"{OURS}| Company | Place |\n| --- | --- |\n| Boréal | Second |\n": True,
}


def test_a_text_is_anothers_by_what_stands_under_its_title_and_by_no_passage_of_it(
    two: Coach, tmp_path: Path
) -> None:
    for place, (text, is_ours) in enumerate(TEXTS.items()):
        file = tmp_path / f"{place}.md"
        file.write_text(text, encoding="utf-8")
        into = ("document", "set", "strategy", f"{file}", "--over")
        said = two(*into, "-e", "Dupont", "--lang", "en")
        assert said.code == (0 if is_ours else 1), (text, said.err)
        assert is_ours or "another client’s (Boréal)" in said.err


def test_a_damaged_neighbour_refuses_no_clients_text(
    two: Coach, home: Path, tmp_path: Path
) -> None:
    (home / "engagements" / "damaged.json").write_text('{"engage', encoding="utf-8")
    file = tmp_path / "ours.md"
    file.write_text(f"{OURS}What we sell.\n", encoding="utf-8")
    for door in ("document set strategy", "report month --keep"):
        kept = two(*door.split(), f"{file}", "-e", "Dupont", "--lang", "en")
        assert kept.code == 0, (door, kept.err)


def test_a_table_is_refused_on_the_line_that_names_the_other_client(
    two: Coach, tmp_path: Path
) -> None:
    table = {
        "access import": (
            "| Tool | Owner |\n| --- | --- |\n| GA4 | Ann |\n",
            "Nothing was changed",
        ),
        "kpi import": ("Date;MQL\n2026-11-02;12\n", "Nothing was added"),
    }
    for door, (rows, nothing) in table.items():
        file = tmp_path / "theirs.md"
        file.write_text(f"# Ours\n\n**Company** Boréal\n\nOf today.\n\n{rows}", encoding="utf-8")
        refused = two(*door.split(), f"{file}", "-e", "Dupont", "--lang", "en")
        assert refused.code == 1, refused.out
        assert "Line 3: this table is another client’s (Boréal). " + nothing in refused.err, door


TABLES = {
    "kpi import": ("Date;MQL\n2026-11-02;12\n", ("kpi", "add", "mql")),
    "access import": ("Tool;Owner\nGA4;Ann\n", ("access", "add", "GA4")),
}
THEIRS = (
    "Company: Boréal", "Boréal", "Client;Boréal", "Account: BOREAL S.A.S.", "# Account: Boréal SAS",
    "Compte\u00a0: Boréal", '"Boréal, SAS"', "Report,Boréal Ltd,2026",
)  # fmt: skip
OURS_TOO = (
    "Dupont & fils", "Company: Dupont & Fils SARL", "Visits near Boréal this month",
    "Boréal account", "Boréal-les-Bains", "DUPONT & FILS;Boréal", "Account: Atlas", "",
)  # fmt: skip


@pytest.mark.parametrize("door", TABLES)
def test_a_title_of_another_program_that_names_another_client_refuses_the_table(
    two: Coach, tmp_path: Path, door: str
) -> None:
    """A whole line or cell, or what follows a label: a word of a longer title refuses nothing."""
    rows, add = TABLES[door]
    two(*add, "-e", "Dupont")
    file = tmp_path / "theirs.csv"
    for title in THEIRS:
        file.write_text(f"Export\n{title}\n\n{rows}", encoding="utf-8")
        for language, said in (("en", "Line 2 names another client"), ("fr", "La ligne 2 nomme")):
            ended = two(*door.split(), f"{file}", "-e", "Dupont", "--apply", "--lang", language)
            assert (ended.code, ended.out) == (1, ""), title
            assert said in ended.err, title
    for title in OURS_TOO:
        file.write_text(f"Export\n{title}\n\n{rows}", encoding="utf-8")
        ended = two(*door.split(), f"{file}", "-e", "Dupont", "--lang", "en")
        assert (ended.code, "another client" in ended.err) == (0, False), (title, ended)


def test_an_answer_or_a_text_that_says_another_client_is_refused(
    two: Coach, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.md"
    assert two("export", "checklist", "-e", "Boréal", "-o", f"{theirs}").code == 0
    answer = ("answer", "{}", "--from", "Zoé", "--step", "access-crm")
    doors = (answer, ("document", "set", "strategy", "{}"), ("report", "month", "--keep", "{}"))
    quoted = theirs.read_text("utf-8")
    texts = {"Client: Boréal SAS\n\nIt is done.\n": doors, f"It is done.\n\n{quoted}": (answer,)}
    file = tmp_path / "text.md"
    for text, asked in texts.items():
        file.write_text(text, "utf-8")
        for door in asked:
            command = [part.format(file) for part in door]
            ended = two(*command, "-e", "Dupont", "--lang", "en")
            assert (ended.code, "Boréal" in ended.err) == (1, True), (door, ended)
    file.write_text("Boréal does it the same way.\n\nIt is done.\n", "utf-8")
    kept = two(*(part.format(file) for part in answer), "-e", "Dupont", "--lang", "en")
    assert kept.code == 0, kept.err
