"""Consoles that can't write every letter: nothing fails, no sign becomes another, loss is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from coach_tui.cli.code_page import HANDLER, CodePage
from tests.cli.conftest import Coach

ROOT = Path(__file__).resolve().parents[2]
CODE_PAGES = ("cp1252", "cp850", "cp437", "ascii")


def written(encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What the command writes on a console of this encoding."""
    return subprocess.run(
        [sys.executable, "-m", "coach_tui", *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        timeout=60,
        check=False,
    )


def test_every_letter_of_ours_is_told_on_every_code_page() -> None:
    page = CodePage()
    page.take_over()
    files = [*(ROOT / "content").rglob("*.*"), *(ROOT / "coach_tui/language").rglob("*.py")]
    texts = [file.read_text("utf-8") for file in files if "__pycache__" not in file.parts]
    letters = sorted({*"".join(texts)})
    for encoding in CODE_PAGES:
        for letter in letters:
            page.lost = False
            letter.encode(encoding, HANDLER)
            assert not page.lost, (
                f"{letter} (U+{ord(letter):04X}) has nothing near it in {encoding}"
            )


def test_no_sign_becomes_another() -> None:
    CodePage().take_over()
    said = "−5 % · ≤ 3 → Zoé ✓ ✗ œuvre « 12 € »"
    for encoding, read in {
        "cp1252": "-5 % · <= 3 -> Zoé v x œuvre « 12 € »",
        "cp850": "-5 % · <= 3 -> Zoé v x oeuvre « 12 EUR »",
        "cp437": "-5 % · ≤ 3 -> Zoé v x oeuvre « 12 EUR »",
        "ascii": '-5 % - <= 3 -> Zoe v x oeuvre " 12 EUR "',
    }.items():
        assert said.encode(encoding, HANDLER).decode(encoding) == read, encoding


def test_a_letter_that_nothing_is_near_is_told(dupont: Coach) -> None:
    dupont("step", "access-crm", "blocked", "--by", "Зоя", "--note", "ключ")
    for encoding in CODE_PAGES:
        ended = written(encoding, "today", "--all")
        assert (ended.returncode, b"???" in ended.stdout) == (0, True), encoding
        assert f"can't be written in {encoding}" in ended.stderr.decode(encoding).replace("’", "'")
    whole = written("utf-8", "today", "--all")
    assert "Зоя" in whole.stdout.decode()
    assert whole.stderr == b""
