"""Adding a field to a record touches its declaration and its words, and nothing else follows it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import coach_tui

ROOT = Path(coach_tui.__file__).parents[1]
# The five files a field of an access is written in, each before one of its lines: what it is, and
# its words in the form and in the history.
WRITTEN = {
    "engagement/access/record.py": ("    granter: str", "    seats: int | None = Count(500)"),
    "language/en/access.py": ('    "access.granter"', '    "access.seats": "Seats paid for",'),
    "language/fr/access.py": ('    "access.granter"', '    "access.seats": "Places payées",'),
    "language/en/history.py": ('    "history.field.owner"', '    "history.field.seats": "seats",'),
    "language/fr/history.py": ('    "history.field.owner"', '    "history.field.seats": "places",'),
}
ASKED = """
from coach_tui.asking.access import EDITED
from coach_tui.asking.answers import field_for
from coach_tui.coach.typed import question
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.fields import fields_of
from coach_tui.language import Words
spec, words = fields_of(Access)["seats"], Words("fr")
assert "seats" in EDITED
print("form:", field_for(spec, 3, words)[:3])
print("question:", question(spec, 3, words))
"""


def test_a_field_added_in_five_files_is_found_at_every_door(tmp_path: Path) -> None:
    copy = tmp_path / "house"
    shutil.copytree(
        ROOT / "coach_tui", copy / "coach_tui", ignore=shutil.ignore_patterns("__pycache__")
    )
    for folder in ("content", "styles"):
        (copy / "coach_tui" / f"_{folder}").symlink_to(ROOT / folder)  # as installed
    for name, (before, line) in WRITTEN.items():
        file = copy / "coach_tui" / name
        source = file.read_text("utf-8")
        assert source.count(before) == 1, name
        file.write_text(source.replace(before, f"{line}\n{before}"), "utf-8")

    env = {
        **os.environ,
        "PYTHONPATH": str(copy),
        "PYTHONDONTWRITEBYTECODE": "1",
        "COACH_HOME": str(tmp_path / "coach"),
        "COACH_LANG": "en",
        "COACH_TODAY": "2026-03-12",
    }

    def ran(*arguments: str) -> str:
        child = subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, env=env, cwd=copy
        )
        return child.stdout + child.stderr

    def coach(*arguments: str) -> str:
        return ran("-m", "coach_tui", *arguments)

    coach("new", "Acme", "--start", "2026-03-02", "--days-per-week", "2")
    coach("access", "add", "HubSpot", "--seats", "12")
    asked = ran("-c", ASKED)
    told = {
        "form": ("form: ('seats', 'Places payées', '3')", asked),
        "question": ("question: Places payées [3]", asked),
        "JSON": ('"seats": 12', coach("access", "list", "--json")),
        "table": ("Seats paid for", coach("export", "accesses", "--format", "csv")),
        "read": ("Saved", coach("access", "set", "hubspot", "seats=40")),
        "kept": ('"seats": 40', coach("access", "list", "--json")),
        "history": ("access “HubSpot” → seats: 40", coach("history")),
        "refused": (
            "Seats paid for: “many” is not a whole number",
            coach("access", "set", "hubspot", "seats=many"),
        ),
        "refused where too high": (
            "Seats paid for: “501” is not a whole number. Write one from 0 to 500",
            coach("access", "set", "hubspot", "seats=501"),
        ),
    }
    missing = {door: said for door, (sought, said) in told.items() if sought not in said}
    assert missing == {}
