"""The lines that a README has people type, and a shell that runs them as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def block(readme: str, name: str) -> str:
    """The lines under this name."""
    text = (ROOT / readme).read_text("utf-8")
    [lines] = re.findall(rf"<!-- {name} -->\n```sh\n(.*?)```", text, re.S)
    return str(lines)


def typed(lines: str, folder: Path, language: str = "en") -> str:
    """What they print, typed in this folder, which is also the home."""
    coach = f"coach() {{ '{sys.executable}' -m coach_tui \"$@\"; }}\nset -e\n"
    said = {"HOME": str(folder), "PYTHONPATH": str(ROOT), "COACH_LANG": language}
    ran = subprocess.run(
        ["bash", "-c", coach + lines], cwd=folder, env={**os.environ, **said},
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
