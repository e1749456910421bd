"""A walk through the app, key by key, in a home whose file was made to hurt."""

from __future__ import annotations

import asyncio
import os
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from textual.pilot import Pilot, WaitForScreenTimeout

from coach_tui.places import Home
from coach_tui.ui.app import CoachApp
from coach_tui.wall_clock import wall_clock

SIZE: Final = (100, 32)
SLOW: Final = 2  # seconds of CPU for one key
WAITS: Final = 10  # times half a minute, on a machine that does much else
SHORT: Final = ("1", "down", "enter", "escape", "2", "3", "4", "5", "6", "7", "8", "9", "0")
KEYS: Final = """
1 down enter escape w escape y escape z p ? escape / a b c escape
2 right right down enter escape n escape e escape m i
3 down enter escape o escape a escape e escape
4 down enter escape o escape a escape r escape
5 down enter escape s escape c escape d escape e escape
6 m escape down enter escape i escape b escape t escape x escape
7 down enter escape e escape 8 down enter escape right
9 enter escape down 0 enter escape ctrl+p escape L T
"""


def walk(arguments: Sequence[str]) -> int:
    """Press the keys; say what was wrong. 1 where anything was."""
    file, keys = Path(arguments[0]), SHORT if "--short" in arguments else KEYS.split()
    try:
        wrong = asyncio.run(_walked(file, keys))
    except BaseException as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        wrong = f"{type(error).__name__} {Path(where.filename).name}:{where.lineno}"
    print(wrong)
    return 1 if wrong else 0


async def _walked(file: Path, keys: Sequence[str]) -> str:
    home = Home(file.parent, Path(os.environ["COACH_HOME"]) / "state")
    app = CoachApp(home, wall_clock({}), language="en", path=file)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            began = time.process_time()
            try:
                await _pressed(pilot, key)
            except Exception as error:
                where = traceback.extract_tb(error.__traceback__)[-1]
                place = f"{Path(where.filename).name}:{where.lineno}"
                return f"stopped at {key}: {type(error).__name__} {place}"
            if time.process_time() - began > SLOW:
                return f"slow at {key}"
            if not app.is_running:
                return f"ended at {key}"
            if bad := _obeyed(app):
                return f"{bad!r} drawn at {key}"
    return ""


async def _pressed(pilot: Pilot[None], key: str) -> None:
    """Press it, and wait until it is drawn, however long other programs keep the processor."""
    with suppress(WaitForScreenTimeout):
        await pilot.press(key)
    for _ in range(WAITS):
        with suppress(WaitForScreenTimeout):
            return await pilot.pause()
    return await pilot.pause()


def _obeyed(app: CoachApp) -> str:
    """What a terminal would obey in the text drawn; empty where there is nothing."""
    lines = app.screen._compositor.render_strips()
    text = "".join(segment.text for strip in lines for segment in strip)
    return "".join(letter for letter in text if ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0)
