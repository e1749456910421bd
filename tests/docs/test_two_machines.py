"""The READMEs' lines for two machines, run as they stand from two empty homes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .typed import block, typed


@pytest.mark.parametrize(
    ("readme", "language", "who", "tick"),
    [("README.md", "en", "Nora (founder)", "Open CRM access” → done"),
     ("README.fr.md", "fr", "Nora (dirigeant)", "l’accès au CRM\N{NO-BREAK SPACE}» → faite")],
)  # fmt: skip
def test_the_lines_for_two_machines_end_at_a_shared_tick(
    tmp_path: Path, readme: str, language: str, who: str, tick: str
) -> None:
    lines = block(readme, "two machines")
    assert len(lines.splitlines()) <= 10
    homes = {"Ann": tmp_path / "ann", "Nora": tmp_path / "nora"}
    said = re.sub(
        r"^# (Ann|Nora).*$",
        lambda found: f"export COACH_HOME='{homes[found[1]]}'",
        lines,
        flags=re.M,
    )
    printed = typed(said, tmp_path, language)
    last = printed.splitlines()[0] if "Nora" in printed.splitlines()[0] else printed
    assert who in last
    assert tick in printed
