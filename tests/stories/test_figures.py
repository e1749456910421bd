"""Figures and verdicts, by hand: the same in `coach check`, on the screen and in the exports."""

from __future__ import annotations

import shlex
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coach_tui.cli import main
from coach_tui.places import Home
from coach_tui.ui.app import CoachApp
from tests.ui.conftest import PatientPilot, screen_text

from . import ends, figures, money

MISSIONS = {**figures.MISSIONS, **money.MISSIONS, **ends.MISSIONS}


@pytest.mark.parametrize("name", MISSIONS)
async def test_every_door_says_what_is_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    home, mission = Home(tmp_path / "engagements", tmp_path / "state"), MISSIONS[name]
    monkeypatch.setenv("COACH_HOME", str(tmp_path))

    def said(line: str) -> tuple[int, str]:
        day, _, command = line.strip().partition(" ")
        monkeypatch.setenv("COACH_TODAY", day)
        capfd.readouterr()
        code = main(["--lang", "en", *shlex.split(command)])
        told = capfd.readouterr()
        return code, told.out + told.err

    for line in mission.recorded.strip().splitlines():
        code, told = said(line)
        assert code == 0, (line, told)
    [path] = (tmp_path / "engagements").glob("*.json")
    for line, why in mission.refused.items():
        code, told = said(line)
        assert (code in (1, 2), why in told) == (True, True), (line, told)
    for line, expected in mission.doors.items():
        if " screen " in line:
            day, _, keys = line.split(" ", 2)
            told = await shown(home, path, date.fromisoformat(day), keys.split())
        else:
            told = said(line)[1]
        told = " ".join(told.replace("\xa0", " ").split())
        for words in expected:
            wanted = not words.startswith("no: ")
            assert (words.removeprefix("no: ") in told) is wanted, (line, words, told)


async def shown(home: Home, path: Path, day: date, keys: list[str]) -> str:
    """What the app shows on this day after these keys."""
    app = CoachApp(home, lambda: datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
                   language="en", path=path)  # fmt: skip
    async with app.run_test(size=(160, 90)):
        pilot = PatientPilot(app)
        await pilot.pause()
        await pilot.press(*keys)
        return screen_text(app)
