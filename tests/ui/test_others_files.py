"""What was written for one client is refused for another, at each of the app's doors too."""

from __future__ import annotations

from decimal import Decimal

from textual.widgets import Input

from coach_tui.cli import main
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.profile import begin
from coach_tui.session import Session, create_session

from .conftest import TODAY, screen_text

# What is made for one client, and the place that would take it in for another with `f`.
DOORS = (
    ("export checklist", "2"),
    ("export accesses --format csv", "3"),
    ("export kpis --format csv", "4"),
)


async def test_another_clients_file_is_refused_and_nothing_is_recorded(
    opened, acme, home, now, tmp_path, monkeypatch
):
    monkeypatch.setenv("COACH_TODAY", TODAY.isoformat())
    other = create_session(home, begin("Boréal", TODAY, 2.0, "cmo"), "cmo", now)
    assert isinstance(other, Session)
    other.record(add_access(other.engagement, "hubspot", {"tool": "HubSpot"}, TODAY))
    other.record(follow(other.engagement, "mql", {"catalogue": "mql"}, TODAY))
    other.record(read_kpi(other.engagement, "r1", Heard("mql", TODAY, Decimal(12)), TODAY))
    for place, (made, _) in enumerate(DOORS):
        said = [*made.split(), "-e", "Boréal", "-o", str(tmp_path / f"{place}.txt")]
        assert main(["--home", str(tmp_path), "--lang", "en", *said]) == 0
    before = acme.path.read_bytes()
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        for place, (made, key) in enumerate(DOORS):
            await pilot.press(key, "f")
            app.screen.query_one("#field-path", Input).value = str(tmp_path / f"{place}.txt")
            await pilot.press("ctrl+s")
            told = " ".join(screen_text(app).split())
            assert "Boréal" in told or "another engagement" in told, (made, told, screen_text(app))
            await pilot.press("escape", "escape")
    assert acme.path.read_bytes() == before


async def test_a_title_that_names_another_client_is_refused_and_the_order_of_days_is_asked(
    opened, acme, home, now, tmp_path
):
    """As by the commands: the title of another program, then a day that can be read two ways."""
    create_session(home, begin("Boréal", TODAY, 2.0, "cmo"), "cmo", now)
    acme.record(follow(acme.engagement, "mql", {"catalogue": "mql"}, TODAY))
    acme.record(add_access(acme.engagement, "hubspot", {"tool": "HubSpot"}, TODAY))
    file, before = tmp_path / "table.csv", acme.path.read_bytes()
    doors = (("3", "Tool;Planned end\nHubSpot;03/04/2026\n"), ("4", "Date;MQL\n2026-03-02;12\n"))
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        for key, rows in doors:
            file.write_text(f"Account: Boréal SAS\n\n{rows}", "utf-8")
            await pilot.press(key, "f")
            app.screen.query_one("#field-path", Input).value = str(file)
            await pilot.press("ctrl+s")
            await pilot.pause(0.1)
            assert "names another client" in screen_text(app), key
            await pilot.press("escape", "escape")
        file.write_text(doors[0][1], "utf-8")
        await pilot.press("3", "f")
        app.screen.query_one("#field-path", Input).value = str(file)
        app.screen.query_one("#field-header", Input).value = "1"
        await pilot.press("ctrl+s")
        await pilot.pause(0.2)
        assert "month first" in screen_text(app)
        await pilot.press("ctrl+s")
        await pilot.pause(0.2)
        assert "2026-04-03" in screen_text(app), "day first is offered first"
    assert acme.path.read_bytes() == before
