"""From the palette: one calendar, one sheet of days, of all the CMO's clients."""

from __future__ import annotations

from pathlib import Path

from coach_tui.engagement.rhythm.days import report_days
from coach_tui.ui.every_client import ask

from .conftest import screen_text


async def test_what_names_all_clients_is_written_where_it_is_told(opened, acme, now, tmp_path):
    acme.record(report_days(acme.new_id(), now().date(), day=None, note="=1+1", worked=1.0))
    async with opened(acme.path) as (app, pilot):
        app.sign_as("cmo/Ann")
        for name, told in (("days", "'=1+1"), ("calendar", "BEGIN:VCALENDAR")):
            file = tmp_path / f"all-{name}"
            ask(app, name)
            await pilot.pause()
            assert "It names all your clients" in " ".join(screen_text(app).split())
            app.screen.query_one("#field-path").value = str(app.home.state / "here")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert not (app.home.state / "here").exists()
            app.screen.query_one("#field-path").value = str(file)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert told in file.read_text("utf-8-sig")


async def test_a_month_that_is_none_is_refused_in_place(opened, acme, tmp_path: Path):
    async with opened(acme.path) as (app, pilot):
        ask(app, "days")
        await pilot.pause()
        app.screen.query_one("#field-month").value = "November"
        app.screen.query_one("#field-path").value = str(tmp_path / "all.csv")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not (tmp_path / "all.csv").exists()
        assert "November" in screen_text(app)
