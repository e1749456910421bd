"""The README's pictures, the same bytes every time: `python -m tests.pictures.draw [--check]`."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
for name in ("NO_COLOR", "COLUMNS", "LINES"):
    os.environ.pop(name, None)

from coach_tui import session as sessions  # noqa: E402
from coach_tui.demo import make_demo  # noqa: E402
from coach_tui.engagement import step as steps  # noqa: E402
from coach_tui.engagement.profile import begin  # noqa: E402
from coach_tui.language import Words  # noqa: E402
from coach_tui.places import Home  # noqa: E402
from coach_tui.session import Session  # noqa: E402
from coach_tui.ui.app import CoachApp  # noqa: E402

FOLDER = Path(__file__).parent
MOMENTS = itertools.count()


def now() -> datetime:
    """A morning that lasts: each time it is asked, a millisecond later."""
    return datetime(2026, 3, 12, 9, 0, tzinfo=UTC) + timedelta(milliseconds=next(MOMENTS))


def mission(home: Home) -> Session:
    """Three weeks into a mission: some steps done, one confirmed, one blocked, one late."""
    decision = begin("Lumen", date(2026, 2, 23), 2, "founder")
    session = sessions.create_session(home, decision, "founder", now)
    assert isinstance(session, Session)

    def mark(step_id: str, status: str, actor: str, by: str = "", reason: str = "") -> None:
        session.actor = actor
        current = steps.steps_of(session.engagement).get(step_id, steps.UNTOUCHED)
        session.record(
            steps.set_status(step_id, status, current=current, actor=actor, by=by, reason=reason)
        )

    for step_id in ("access-list", "access-crm", "brief-company"):
        mark(step_id, "done", "cmo/Ann")
    mark("access-crm", "confirmed", "founder/Léa")
    mark("access-analytics", "blocked", "cmo/Ann", "the web agency", "it owns the property")
    mark("interviews-internal", "doing", "cmo/Ann")
    session.actor = "founder/Léa"
    session.record(
        steps.add_note(session.new_id(), "access-analytics", "Call them before Friday's stand-up.")
    )
    return session


async def draw() -> dict[str, str]:
    """Each picture's name and SVG."""
    pictures = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "engagements", Path(folder) / "state")
        path = mission(home).path
        app = CoachApp(home, now, language="en", path=path)
        async with app.run_test(size=(110, 32)) as pilot:
            app.animation_level = "none"
            await pilot.pause(0.3)
            pictures["today"] = cleaned(app.export_screenshot(title="coach"))
            app.go_to_step("access-analytics")
            await pilot.pause(0.8)
            pictures["stage"] = cleaned(app.export_screenshot(title="coach"))
        pictures["team"] = await draw_team(Path(folder) / "demo")
    return pictures


async def draw_team(folder: Path) -> str:
    """The demo's team: people × skills, with what is known of the cell pointed at."""
    home = Home(folder / "engagements", folder / "state")
    home.make()
    path = make_demo(home, Words("en"), now().date())
    app = CoachApp(home, now, language="en", path=path)
    async with app.run_test(size=(110, 26)) as pilot:
        app.animation_level = "none"
        await pilot.press("6", "right", *["down"] * 6)
        await pilot.pause(0.3)
        return cleaned(app.export_screenshot(title="coach"))


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
