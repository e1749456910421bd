"""The README's pictures, and sheets of every place: `python -m tests.pictures.draw [--check]`.

The same bytes every time. A sheet shows one place at one size in three themes and both languages.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
for name in ("NO_COLOR", "COLUMNS", "LINES"):
    os.environ.pop(name, None)

from coach_tui.demo import make_demo  # noqa: E402
from coach_tui.language import LANGUAGES, Language, Words  # noqa: E402
from coach_tui.places import Home  # noqa: E402
from coach_tui.ui.app import CoachApp  # noqa: E402
from coach_tui.ui.sharing.asking import ask  # noqa: E402
from tests.pictures.lived import live  # noqa: E402
from tests.pictures.sheet import cells_of, sheet  # noqa: E402

SIZES = ((40, 15), (80, 24), (120, 40))
LOOKS = ("coach-dark", "coach-light", "ansi-dark")
PLACES = {
    "now": ("1",), "journey": ("2",), "accesses": ("3",), "kpis": ("4",), "rhythm": ("5",),
    "team": ("6",), "handover": ("7",), "form": ("3", "c"),
}  # fmt: skip
# Of a mission that has what the demo has not (`lived`), in rooms where a chart has room.
CHARTS = {"limits": ("4",), "autonomy": ("6",)}
NO_ROOM = "autonomy-80x24"  # there the page has no curve
SETTLED = 0.25  # seconds: the page beside a list is drawn once the cursor rests
FOLDER = Path(__file__).parent
MOMENTS = itertools.count()


def now() -> datetime:
    """A morning that lasts: each time it is asked, a millisecond later."""
    return datetime(2026, 3, 12, 9, 0, tzinfo=UTC) + timedelta(milliseconds=next(MOMENTS))


async def draw() -> dict[str, str]:
    """Each picture's name and SVG."""
    return {**await draw_readme(), **await draw_places(), **await draw_charts()}


async def draw_places() -> dict[str, str]:
    """Each place of the demo, at each size."""
    return await draw_sheets(
        lambda home, language: make_demo(home, Words(language), now().date()), PLACES, SIZES
    )


async def draw_charts() -> dict[str, str]:
    """The charts: a KPI with its natural limits, autonomy over the months."""
    drawn = await draw_sheets(lambda home, _: live(home, now).path, CHARTS, SIZES[1:])
    return {name: svg for name, svg in drawn.items() if name != NO_ROOM}


async def draw_sheets(
    make: Callable[[Home, Language], Path],
    places: Mapping[str, Sequence[str]],
    sizes: Sequence[tuple[int, int]],
) -> dict[str, str]:
    """Each place at each size, in three themes and both languages."""
    screens: dict[tuple[str, int, int], dict[str, Any]] = {}
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            home = Home(Path(folder) / "engagements", Path(folder) / "state")
            app = CoachApp(home, now, language=language, path=make(home, language))
            async with app.run_test(size=sizes[-1]) as pilot:
                app.animation_level = "none"
                for theme in LOOKS:
                    app.theme = theme
                    for size in sizes:
                        await pilot.resize_terminal(*size)
                        for name, keys in places.items():
                            await pilot.press(*keys)
                            await pilot.pause(SETTLED)
                            said = f"{theme}, {language}"
                            screens.setdefault((name, *size), {})[said] = cells_of(app)
                            if len(keys) > 1:
                                await pilot.press("escape")
    return {
        f"{name}-{wide}x{high}": sheet(drawn, (wide, high), len(LOOKS))
        for (name, wide, high), drawn in screens.items()
    }


async def draw_readme() -> dict[str, str]:
    """The README's own."""
    pictures = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "engagements", Path(folder) / "state")
        path = make_demo(home, Words("en"), now().date())
        app = CoachApp(home, now, language="en", path=path)
        async with app.run_test(size=(110, 32)) as pilot:
            app.animation_level = "none"
            await pilot.pause(1.0)
            pictures["now"] = cleaned(app.export_screenshot(title="coach"))
            app.go_to_step("access-analytics")
            await pilot.pause(0.8)
            pictures["stage"] = cleaned(app.export_screenshot(title="coach"))
            await pilot.resize_terminal(110, 26)
            await pilot.press("6", "right", *["down"] * 6)
            await pilot.pause(0.3)
            pictures["team"] = cleaned(app.export_screenshot(title="coach"))
            ask(app, "share")
            await pilot.pause(0.3)
            pictures["share"] = cleaned(app.export_screenshot(title="coach"))
    return pictures


def cleaned(svg: str) -> str:
    """Without the web font: a picture must not call another host."""
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.S)


def stale(pictures: dict[str, str]) -> Iterator[str]:
    """The pictures whose file says otherwise."""
    for name, svg in pictures.items():
        file = FOLDER / f"{name}.svg"
        if not file.is_file() or file.read_text(encoding="utf-8") != svg:
            yield name


if __name__ == "__main__":
    drawn = asyncio.run(draw())
    if "--check" in sys.argv:
        sys.exit(f"stale: {', '.join(old)}" if (old := list(stale(drawn))) else 0)
    for name, svg in drawn.items():
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")
