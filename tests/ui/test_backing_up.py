"""The whole home saved in one file, from the palette: asked where to, never over another."""

from __future__ import annotations

import zipfile

from textual.widgets import Input

from coach_tui.ui.backing_up import ask_to_back_up

from .conftest import screen_text


async def test_it_asks_where_to_and_writes_nothing_over(opened, acme, tmp_path) -> None:
    taken, free = tmp_path / "taken.zip", tmp_path / "free.zip"
    inside = acme.path.parent / "inside.zip"
    taken.write_text("mine")
    async with opened(acme.path) as (app, pilot):
        ask_to_back_up(app)
        await pilot.pause()
        for file in (taken, inside, free):
            app.screen.query_one("#field-file", Input).value = str(file)
            await pilot.press("ctrl+s")
            await pilot.pause()
            if file is taken:
                assert "already there" in screen_text(app)
            if file is inside:
                assert "the coach’s own" in " ".join(screen_text(app).split())
                assert not inside.exists()
    assert taken.read_text() == "mine"
    with zipfile.ZipFile(free) as archive:
        assert f"engagements/{acme.path.name}" in archive.namelist()
