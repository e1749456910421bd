"""A record taken away in another window while its form is open here."""

from __future__ import annotations

from textual.widgets import Input

from coach_tui.engagement.access.change import remove_access
from coach_tui.engagement.access.record import accesses_of
from coach_tui.session import open_session

from .conftest import screen_text
from .test_accesses import press, put, said


async def test_what_is_typed_about_a_line_taken_away_elsewhere_is_refused_and_kept(
    opened, acme, home, now
):
    put(acme, "hubspot", "requested", owner="Zoé")
    async with opened(acme.path, size=(100, 34)) as (app, pilot):
        await press(pilot, "3", "enter")
        app.screen.query_one("#field-granted_role", Input).value = "Viewer"
        other = open_session(acme.path, home, "cmo", now)
        other.record(remove_access(other.engagement, "hubspot"))
        app.look_for_news()
        await press(pilot, "ctrl+s")
        assert "The register has no line “hubspot”." in said(app)
        assert app.screen.query_one("#field-granted_role", Input).value == "Viewer"
        await press(pilot, "escape")
        assert "What you typed is kept" in screen_text(app)
        assert "hubspot" not in accesses_of(app.session.engagement), "it is not brought back"
    assert "hubspot" not in accesses_of(open_session(acme.path, home, "", now).engagement)
