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
