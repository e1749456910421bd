"""Notes on an access, a KPI and a decision: written by a key, shown below its record."""

from __future__ import annotations

from datetime import date

import pytest

from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.remarks import remarks_on
from coach_tui.engagement.rhythm.decisions import log_decision

from .conftest import screen_text


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_note_is_written_and_read_on_each_kind_of_record(opened, acme, language):
    known, today = acme.engagement, date(2026, 1, 5)
    acme.record(add_access(known, "hubspot", {"tool": "HubSpot", "category": "crm"}, today))
    acme.record(follow(known, "leads", {"name": "Leads"}, today))
    acme.record(log_decision(known, "fair", {"title": "Drop the fair", "why": "no leads"}, today))
    async with opened(acme.path, language=language) as (app, pilot):
        for key, entity, which in (
            ("3", "access", "hubspot"),
            ("4", "kpi", "leads"),
            ("5", "decision", "fair"),
        ):
            await pilot.press(key)
            app.go_to_record({"3": "accesses", "4": "kpis", "5": "rhythm"}[key], which, entity)
            await pilot.pause()
            await pilot.press("N")
            await pilot.pause()
            await pilot.press(*"never", "ctrl+s")
            await pilot.pause()
            [note] = remarks_on(app.session.engagement, entity, which)
            assert (note.text, note.private) == ("never", False)
            assert "never" in screen_text(app)
        await pilot.press("u")
        assert remarks_on(app.session.engagement, "decision", "fair") == ()
