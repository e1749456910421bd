"""The README's lines for two machines, run as they stand from two empty homes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_lines_for_two_machines_end_at_a_shared_tick(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    [block] = re.findall(r"<!-- two machines -->\n```sh\n(.*?)```", text, re.S)
    assert len(block.splitlines()) <= 10
    homes = {"Ann": tmp_path / "ann", "Nora": tmp_path / "nora"}
    said = re.sub(
        r"^# (Ann|Nora).*$",
        lambda found: f"export COACH_HOME='{homes[found[1]]}'",
        block,
        flags=re.M,
    )
    coach = f"coach() {{ '{sys.executable}' -m coach_tui \"$@\"; }}\nset -e\ncd '{tmp_path}'\n"
    ran = subprocess.run(
        ["bash", "-c", coach + said],
        env={**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "COACH_LANG": "en"},
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    last = ran.stdout.splitlines()[0] if "Nora" in ran.stdout.splitlines()[0] else ran.stdout
    assert "Nora (founder)" in last
    assert "Open CRM access” → done" in ran.stdout
