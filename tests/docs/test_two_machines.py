"""The README's lines for two machines, run as they stand from two empty homes."""

from __future__ import annotations

import re
from pathlib import Path

from .typed import block, typed


def test_the_lines_for_two_machines_end_at_a_shared_tick(tmp_path: Path) -> None:
    lines = block("README.md", "two machines")
    assert len(lines.splitlines()) <= 10
    homes = {"Ann": tmp_path / "ann", "Nora": tmp_path / "nora"}
    said = re.sub(
        r"^# (Ann|Nora).*$",
        lambda found: f"export COACH_HOME='{homes[found[1]]}'",
        lines,
        flags=re.M,
    )
    printed = typed(said, tmp_path)
    last = printed.splitlines()[0] if "Nora" in printed.splitlines()[0] else printed
    assert "Nora (founder)" in last
    assert "Open CRM access” → done" in printed
