"""The ledger, walked through from an empty screen to a verified removal."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input

from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.access.steps import take_step
from coach_tui.ui.widgets.detail_pane import DetailPane

from .conftest import screen_text

TODAY = date(2026, 3, 12)
HOSTILE = "[/x] [x] [@click=app.quit]go[/] `|` <script> \x1b[2J\x9b31m \u202egnp.exe\u2066 🦊"


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause(0.05)


def line(app, access_id="hubspot"):
    return accesses_of(app.session.engagement)[access_id]


def said(app):
    """What is shown, on one line, without the borders that cut sentences."""
    return " ".join(screen_text(app).replace("│", " ").split())


def put(session, access_id, *steps, **fields):
    """Record a line and some of its steps, as the command line would."""
    fields = {"tool": access_id, **fields}
    session.record(add_access(session.engagement, access_id, fields, TODAY))
    for step in steps:
        known = {"granted_role": "Viewer", "transferred_to": "Zoé", "exit_verified_by": "Zoé"}
        assert session.record(take_step(session.engagement, access_id, step, known, TODAY))


async def test_two_letters_then_one_key_a_state_to_the_end(opened, acme):
    async with opened(acme.path, size=(100, 34)) as (app, pilot):
        await press(pilot, "3")
        assert "two letters of a tool" in said(app)
        assert "If it ended today: 0 to revoke, 0 to transfer, 9 documents missing" in said(app)
        await press(pilot, "a", "h", "u", "enter")
        assert app.screen.query_one("#field-requested_role", Input).value.startswith("View-only")
        await press(pilot, "ctrl+s")
        assert line(app).state == "requested"
        await press(pilot, "enter")
        app.screen.query_one("#field-granted_role", Input).value = "Super Admin"
        await press(pilot, "ctrl+s")
        assert "more than was asked" in said(app)
        assert "1 to revoke" in said(app)
        for _ in ("verified", "leaving", "removed"):
            await press(pilot, "enter", "ctrl+s")
        assert line(app).state == "removed"
        await press(pilot, "enter", "ctrl+s")
        assert "who checked" in said(app)
        await press(pilot, *"Zoe", "ctrl+s")
        assert line(app).state == "exit-verified"
        assert "verified removed" in said(app)
        assert "0 to revoke" in said(app)


async def test_a_tool_of_ones_own_and_a_secret_refused_in_place(opened, acme):
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        await press(pilot, "3", "a", *"Acme CRM", "up", "enter")
        app.screen.query_one("#field-reason", Input).value = "mot de passe : Tr0ub4dor&3"
        await press(pilot, "ctrl+s")
        assert "looks like a password" in said(app)
        assert app.screen.query_one("#field-reason", Input).value.endswith("Tr0ub4dor&3")
        app.screen.query_one("#field-reason", Input).value = "to see the pipeline"
        await press(pilot, "ctrl+s")
        assert line(app, "acme-crm").tool == "Acme CRM"


async def test_the_exit_side_asks_what_to_do_and_ownership_comes_first(opened, acme):
    put(acme, "figma", "granted", "verified", exit="transfer")
    put(acme, "ahrefs")
    async with opened(acme.path, size=(100, 34)) as (app, pilot):
        await press(pilot, "3", "x", "ctrl+s")
        assert line(app, "figma").state == "leaving"
        await press(pilot, "enter")
        assert "Ownership transferred" in said(app)
        await press(pilot, *"Zoe", "ctrl+s", "enter", "ctrl+s")
        assert line(app, "figma").removed_on == TODAY
        await press(pilot, "down", "x", *"no SEO here", "ctrl+s")
        assert line(app, "ahrefs").na_reason == "no SEO here"
        await press(pilot, "x")
        assert line(app, "ahrefs").state == "requested"


async def test_the_list_is_cut_to_what_needs_someone(opened, acme):
    put(acme, "figma", "granted", owner="Zoé", admins=1)
    put(acme, "ahrefs", owner="Tom")
    async with opened(acme.path, size=(100, 34)) as (app, pilot):
        await press(pilot, "3", "g", "down", "enter")
        assert "fewer than 2 company admins" in said(app)
        assert "ahrefs" not in said(app)
        await press(pilot, "g", "home", "enter")
        assert "ahrefs" in said(app)


async def test_what_the_catalogue_knows_is_beside_the_line(opened, acme):
    async with opened(acme.path, size=(120, 60), language="fr") as (app, pilot):
        await press(pilot, "3", "a", *"google ana", "enter", "ctrl+s")
        text = said(app)
        for words in ("Rôle minimal", "Comment vérifier", "Piège", "Rôles et formules changent"):
            assert words in text


async def test_a_step_of_the_playbook_is_done_by_the_ledger_and_says_by_which_line(opened, acme):
    put(acme, "hubspot", "granted", "verified", category="crm")
    async with opened(acme.path, size=(100, 34)) as (app, pilot):
        app.go_to_step("access-crm")
        await pilot.pause(0.2)
        assert "hubspot (12 Mar 2026)" in said(app)


async def test_a_tick_taken_off_elsewhere_of_what_the_ledger_shows_is_said_to_stay(
    opened, acme, tmp_path
):
    put(acme, "hubspot", "granted", "verified", category="crm")
    file = tmp_path / "liste.md"
    async with opened(acme.path, size=(100, 34)) as (app, pilot):
        app.go_to_step("access-crm")
        await press(pilot, "e")
        app.screen.query_one("#field-path", Input).value = str(file)
        await press(pilot, "ctrl+s", "enter")
        written = file.read_text(encoding="utf-8")
        unticked = written.replace("- [x] Open CRM access", "- [ ] Open CRM access")
        assert unticked != written
        file.write_text(unticked, encoding="utf-8")
        await press(pilot, "f")
        app.screen.query_one("#field-path", Input).value = str(file)
        await press(pilot, "ctrl+s")
        await pilot.pause(0.2)
        assert "Nothing to change: every other box says what is recorded." in said(app)
        assert "1 step stays done, because something recorded shows it" in said(app)
        assert ": Open CRM access" in said(app)


@pytest.mark.parametrize(("size", "language"), [((80, 24), "fr"), ((40, 15), "en")])
async def test_hostile_words_are_shown_harmlessly(opened, acme, size, language):
    put(acme, "x", "granted", tool=HOSTILE, asset=HOSTILE, owner=HOSTILE, reason=HOSTILE)
    async with opened(acme.path, size=size, language=language) as (app, pilot):
        for keys in (("3",), ("o",), ("escape",), ("g",), ("escape",), ("c",)):
            await press(pilot, *keys)
            assert "\x1b" not in screen_text(app)
            assert "\u202e" not in screen_text(app)
        await press(pilot, "escape")
        assert "[/x] [x]" in screen_text(app)


async def test_forty_columns_read_one_thing_at_a_time(opened, acme):
    put(acme, "figma")
    async with opened(acme.path, size=(40, 15)) as (app, pilot):
        await press(pilot, "3")
        pane = app.screen.query_one(DetailPane)
        assert not pane.display
        await press(pilot, "o")
        assert pane.display
        assert "Requested on" in said(app)
        await press(pilot, "escape")
        assert not pane.display
        assert app.screen.NAME == "accesses"


async def test_the_table_comes_back_in_as_by_the_command(opened, acme, tmp_path):
    for tool in ("HubSpot", "GA4"):
        fields = {"tool": tool, "category": "crm"}
        acme.record(add_access(acme.engagement, tool.lower(), fields, TODAY))
    file = tmp_path / "accesses.csv"
    async with opened(acme.path, size=(100, 40)) as (app, pilot):

        async def read(table: str) -> None:
            file.write_text(table, "utf-8")
            await press(pilot, "3", "f")
            app.screen.query_one("#field-path", Input).value = str(file)
            await press(pilot, "ctrl+s")

        await read("tool,owner,admins\nHubSpot,Léa,many\nGA4,Tom,\n")
        assert "taken in whole or not at all" in said(app)
        assert "line 2" in said(app)
        await press(pilot, "escape")
        await read("Tool,Owner\nHubSpot,Léa [x]\nSlack,Tom\n")
        assert "~ HubSpot" in said(app)
        assert "— → Léa [x]" in said(app)
        assert "+ Slack" in said(app)
        assert len(accesses_of(app.session.engagement)) == 2, "nothing before the reader says yes"
        await press(pilot, "enter")
        known = {each.tool: each.owner for each in accesses_of(app.session.engagement).values()}
        assert known == {"HubSpot": "Léa [x]", "GA4": "", "Slack": "Tom"}
        await press(pilot, "u")
        known = {each.tool: each.owner for each in accesses_of(app.session.engagement).values()}
        assert known == {"HubSpot": "", "GA4": ""}
        await read("Tool,Owner\nGA4,\n")
        assert "the table says what is recorded" in said(app)


async def test_what_is_typed_of_one_line_and_left_is_not_in_the_form_of_another(opened, acme):
    put(acme, "figma", owner="Zoé")
    put(acme, "webflow", owner="Tom")
    async with opened(acme.path, size=(100, 34)) as (app, pilot):
        await press(pilot, "3")
        for access_id, typed in (("figma", "Nobody any more"), ("webflow", "")):
            app.screen.put_cursor(access_id)
            await press(pilot, "c")
            owner = app.screen.query_one("#field-owner", Input)
            assert owner.value == line(app, access_id).owner
            owner.value = typed or owner.value
            await press(pilot, "escape" if typed else "ctrl+s")
        assert (line(app, "webflow").tool, line(app, "webflow").owner) == ("webflow", "Tom")
        app.screen.put_cursor("figma")
        await press(pilot, "c")
        assert app.screen.query_one("#field-owner", Input).value == "Nobody any more"
