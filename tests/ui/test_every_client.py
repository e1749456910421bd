"""From the palette: one calendar, one sheet of days, one page, of all the CMO's clients."""

from __future__ import annotations

from pathlib import Path

from coach_tui.engagement.rhythm.days import report_days
from coach_tui.store.membership import Membership, keep_membership
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


async def test_the_page_of_all_clients_has_a_place_of_its_own_and_none_that_a_client_reads(
    opened, acme, home, tmp_path
):
    shared, mine = tmp_path / "shared", tmp_path / "mine.html"
    shared.mkdir()
    keep_membership(home.state, acme.id, Membership("AGE-SECRET-KEY-1", 1, str(shared)))
    async with opened(acme.path) as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"page clients", "enter")
        await pilot.pause()
        told = " ".join(screen_text(app).split())
        assert "it shows several clients at once" in told
        app.screen.query_one("#field-path").value = str(shared / "all.html")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "a client reads the folder" in " ".join(screen_text(app).split())
        assert not (shared / "all.html").exists()
        app.screen.query_one("#field-path").value = str(mine)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Acme" in mine.read_text("utf-8")
        ask(app, "page")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Acme" in (home.state / "clients.html").read_text("utf-8")


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
