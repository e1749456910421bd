"""The README's pictures, the same bytes every time: `python -m tests.pictures.draw [--check]`."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
for name in ("NO_COLOR", "COLUMNS", "LINES"):
    os.environ.pop(name, None)

from coach_tui.demo import make_demo  # noqa: E402
from coach_tui.language import Words  # noqa: E402
from coach_tui.places import Home  # noqa: E402
from coach_tui.ui.app import CoachApp  # noqa: E402
from coach_tui.ui.sharing.asking import ask  # noqa: E402

FOLDER = Path(__file__).parent
MOMENTS = itertools.count()


def now() -> datetime:
    """A morning that lasts: each time it is asked, a millisecond later."""
    return datetime(2026, 3, 12, 9, 0, tzinfo=UTC) + timedelta(milliseconds=next(MOMENTS))


async def draw() -> dict[str, str]:
    """Each picture's name and SVG, all of the demo."""
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
