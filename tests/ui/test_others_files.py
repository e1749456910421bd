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
