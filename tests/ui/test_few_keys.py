"""What is done every week, in how many keys from Now."""

from __future__ import annotations

from datetime import date

from textual.widgets import Input, Select, TextArea

from coach_tui.asking.acts import asked_for
from coach_tui.engagement.framing.need import need_of
from coach_tui.engagement.kpi.readings import readings_of
from coach_tui.engagement.rhythm import rituals
from coach_tui.engagement.rhythm.occurrences import occurrences_of
from coach_tui.engagement.rhythm.reports import reports_of
from coach_tui.engagement.team.levels import assessments_of
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.skills import keep_skill
from coach_tui.ui.acting import act
from coach_tui.ui.widgets.panel import Panel

from .test_accesses import press, said
from .test_kpis import put

SIZE = (80, 24)


async def count(pilot, *keys):
    """Press these; how many they are."""
    await press(pilot, *keys)
    return len(keys)


async def point(app, pilot, move_id):
    """Bring the cursor to this move, as the arrows would: those keys are not the gesture's."""
    await press(pilot, "a")
    assert app.screen.query_one("#week", Panel).point(move_id), [
        m.id for m in app.screen.view.moves
    ]
    await pilot.pause(0.05)


async def test_a_meeting_held_is_two_keys(opened, acme):
    schedule = rituals.Schedule(date(2026, 3, 10), "weekly", (1,))
    acme.record(rituals.hold("weekly-ceo", acme.new_id(), schedule, minutes=60))
    async with opened(acme.path, size=SIZE) as (app, pilot):
        await point(app, pilot, "occurrences:founder")
        assert await count(pilot, "enter", "ctrl+s") <= 2
        held = occurrences_of(app.session.engagement)["weekly-ceo"]
        assert [each.result for each in held] == ["held"]


async def test_five_readings_are_twenty_keys(opened, acme):
    names = ("mql", "sql", "cac", "win-rate", "new-customers")
    for name in names:
        put(acme, name, (1, date(2026, 1, 5)))
    async with opened(acme.path, size=SIZE) as (app, pilot):
        await press(pilot, "r")
        await point(app, pilot, "readings:cmo")
        keys = await count(pilot, "enter")
        for _ in names[:-1]:
            keys += await count(pilot, "1", "2", "enter")
        keys += await count(pilot, "1", "2", "ctrl+s")
        assert keys <= 20
        for name in names:
            assert [each.value for each in readings_of(app.session.engagement)[name]] == [1, 12]


async def test_a_reading_among_several_has_a_day_and_a_note_of_its_own(opened, acme):
    for name in ("mql", "sql"):
        put(acme, name, (1, date(2026, 1, 5)))
    async with opened(acme.path, size=SIZE, language="fr") as (app, pilot):
        await press(pilot, "r")
        await point(app, pilot, "readings:cmo")
        await press(pilot, "enter", *"12 ; 99/99", "enter", *"7", "ctrl+s")
        assert len(readings_of(app.session.engagement)["mql"]) == 1, "refused: nothing of it"
        assert "99/99" in said(app)
        app.screen.query_one("#field-n0", Input).value = "12 ; 28/02 ; panne ; deux jours"
        await press(pilot, "ctrl+s")
        read = {name: readings_of(app.session.engagement)[name][-1] for name in ("mql", "sql")}
        assert (read["mql"].day, read["mql"].note) == (date(2026, 2, 28), "panne ; deux jours")
        assert (read["sql"].day, read["sql"].value) == (date(2026, 3, 12), 7)


async def test_rating_somebody_anew_is_six_keys_and_the_evidence(opened, acme):
    acme.record(add_person("ann", "Ann"))
    acme.record(keep_skill("ac-seo", 1, False))
    async with opened(acme.path, size=SIZE) as (app, pilot):
        keys = await count(pilot, "6", "enter", "3", "tab")
        await press(pilot, *"wrote it", "tab", *"Tom")
        keys += 1 + await count(pilot, "ctrl+s")
        assert keys <= 6, said(app)
        (rated,) = assessments_of(app.session.engagement)[("ann", "ac-seo", "cmo")]
        assert (rated.level, rated.evidence, rated.verified_by) == (3, "wrote it", "Tom")


async def test_the_months_report_is_open_in_two_keys(opened, acme):
    async with opened(acme.path, size=SIZE) as (app, pilot):
        assert await count(pilot, "5", "c") <= 2
        assert reports_of(app.session.engagement) == {}
        assert app.screen.query(TextArea), said(app)


async def test_yes_and_its_fact_are_two_keys_and_the_words(opened, acme):
    """A letter chooses, what is added comes after what is there; a fact alone is no answer."""
    async with opened(acme.path, size=SIZE, language="fr") as (app, pilot):
        asked = asked_for(app, app.shown, "frame:need", ("needs-diagnosis",))
        act(app, asked)
        await pilot.pause(0.05)
        await press(pilot, "tab", *"plat", "ctrl+s")
        assert "oui ou par non" in said(app)
        assert need_of(app.session.engagement).answers["direction"].words == ""
        assert await count(pilot, "o", "tab") + 1 <= 3
        await press(pilot, *" net", "ctrl+s")
        answer = need_of(app.session.engagement).answers["direction"]
        assert (answer.yes, answer.words) == (True, "plat net")
        assert app.screen.query_one("#field-yes", Select).value == "", "the next question"
        await press(pilot, "n")
        assert app.screen.query_one("#field-yes", Select).value == "no"
