"""One key opens the place where a record is fixed, with the cursor on it; Escape comes back."""

from __future__ import annotations

import ast
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path

import pytest

from coach_tui.coach.advice import rules
from coach_tui.coach.moves.falling_due import falling_due
from coach_tui.coach.search import WRITTEN
from coach_tui.coach.team import left_behind
from coach_tui.engagement import step as steps
from coach_tui.engagement.kpi.setup import let_go
from coach_tui.ui.record_places import PLACES

from .conftest import screen_text
from .records import TODAY, record_one_of_each

# A record of each kind → the screen, the line under its cursor, and words seen there.
WHERE = {
    ("access", "ads"): ("accesses", "ads", "Ads"),
    ("kpi", "sql"): ("kpis", "sql", "SQL"),
    ("reading", "rd1"): ("kpis", "sql", "SQL"),
    ("kpi-series", "sql@2026-02-10"): ("kpis", "sql", "SQL"),
    ("kpi-verdict", "sql@2026-02-10"): ("kpis", "sql", "SQL"),
    ("kpi-limits", "sql"): ("kpis", "sql", "SQL"),
    ("ritual", "one-on-one"): ("rhythm", "ritual:one-on-one", ""),
    ("occurrence", "o2"): ("rhythm", "slot:weekly-ceo/2026-03-03", "travelling"),
    ("slot", "one-on-one/2026-03-11"): ("rhythm", "slot:one-on-one/2026-03-11", "nobody said"),
    ("decision", "d0"): ("rhythm", "decision:d0", "Decision 0"),
    ("promise", "p1"): ("rhythm", "promise:p1", "kept on"),
    ("promise", "p2"): ("rhythm", "promise:p2", "Book the fair"),
    ("report", "2026-01"): ("rhythm", "report:2026-01", "January 2026"),
    ("allowance", "allowance"): ("rhythm", "days:", ""),
    ("day-used", "all"): ("rhythm", "days:", ""),
    ("skill", "da-reporting"): ("team", "da-reporting/*", "Reporting"),
    ("person", "tom"): ("team", "*/tom", "Tom"),
    ("assessment", "as1"): ("team", "ac-seo/tom", "Tom"),
    ("entrustment", "en1"): ("team", "da-reporting/ann", "Ann"),
    ("goal", "g1"): ("team", "da-reporting/ann", "Ann"),
    ("delegation", "b1"): ("team", "*/tom", "Approve a campaign"),
    ("drill", "dr1"): ("team", "*/cmo-1", "all went on"),
    ("dose", "dose1"): ("team", "*/*", "the team runs the rituals"),
    ("need-gate", "hands"): ("framing", "need/hands", ""),
    ("need-answer", "stall"): ("framing", "need/stall", ""),
    ("framing", "daily"): ("framing", "model/answers", ""),
    ("budget", "budget"): ("framing", "cost", ""),
    ("candidate", "c1"): ("framing", "candidates/c1", "Paula"),
    ("candidate", "c2"): ("transition", "permanent/c2", "Quentin"),
    ("clause", "time"): ("framing", "contract/time", ""),
    ("independence", "time"): ("framing", "contract/grid.time", ""),
    ("transition", "overlap_weeks"): ("transition", "plan*", ""),
    ("signal-review", "r1"): ("transition", "signals/*", ""),
    ("open-loop", "l1"): ("transition", "open-loops/l1", "Rebate"),
    ("rehearsal", "re1"): ("transition", "rehearsal/re1", "2 questions left"),
    ("expiry", "x1"): ("transition", "expiries/x1", "example.com"),
    ("contact", "k1"): ("transition", "contacts/k1", "chair"),
    ("document", "strategy"): ("transition", "documents/strategy", ""),
    ("exit-check", "kpi-fed"): ("transition", "exit/kpi-fed", ""),
    ("dossier-section", "strategy"): ("transition", "dossier/strategy", ""),
    ("step", "access-crm"): ("stages", "access-crm", "CRM"),
    ("note", "n1"): ("stages", "access-crm", ""),
}


@pytest.fixture
def full(acme):
    record_one_of_each(acme)
    return acme


async def settle(pilot, times=3):
    for _ in range(times):
        await pilot.pause(0.04)


def named_by_rules() -> set[str]:
    """Every kind of record a rule can put behind its advice, read from the rules' own text."""
    kinds = {"step"}  # Situation.step; fields of the mission (Situation.field) have no screen
    for path in Path(rules.__file__).parent.glob("*.py"):
        module = import_module(f"{rules.__name__}.{path.stem}")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Behind":
                first = node.args[0]
                if isinstance(first, ast.Attribute):  # whatever somebody who leaves answers for
                    kinds |= {*left_behind._LINES, "delegation", "skill"}
                    continue
                named = isinstance(first, ast.Name)
                kinds.add(getattr(module, first.id) if named else first.value)
    return kinds


def test_every_kind_of_record_the_coach_can_name_is_tried_below(full):
    tried = {kind for kind, _ in WHERE}
    named = {"promise": "promise", "reading": "kpi", "occurrence": "slot"}
    due = {named[each.kind] for each in falling_due(full.engagement, TODAY)}
    assert {"access", "kpi", "decision", "drill", "dose"} <= named_by_rules()
    assert due == {"promise", "slot", "kpi"}
    assert (named_by_rules() | due | set(WRITTEN)) - {"context"} <= tried
    assert set(PLACES) <= tried


async def test_a_record_opens_where_it_is_kept_and_escape_comes_back(opened, full):
    async with opened(full.path, size=(100, 40)) as (app, pilot):
        await settle(pilot)
        cursor = app.screen.cursor
        for (entity, identity), (screen, expected, words) in WHERE.items():
            if entity in ("step", "note"):
                app.go_to_step(identity if entity == "step" else "access-crm")
            else:
                app.go_to_record(screen, identity, entity)
            await settle(pilot)
            assert (entity, app.screen.NAME) == (entity, screen)
            assert fnmatchcase(app.screen.cursor, expected), (entity, app.screen.cursor)
            assert words in screen_text(app), entity
            await pilot.press("escape")
            await settle(pilot)
            assert (app.screen.NAME, app.screen.cursor) == ("now", cursor), entity


@pytest.mark.parametrize(
    ("key", "line", "sought", "screen", "found"),
    [
        ("3", "ads", "chair", "transition", None),
        ("3", "ads", "zoe rebate", "transition", "open-loops/l1"),
        ("5", "decision:d8", "decision 0", "rhythm", "decision:d0"),
        ("5", "report:2026-01", "send the figures", "rhythm", "promise:p1"),
        ("6", "da-reporting/tom", "from the crm", "kpis", "sql"),
        ("8", "need/data", "quentin", "transition", "permanent/c2"),
        ("7", "documents/strategy", "travelling", "rhythm", "slot:weekly-ceo/2026-03-03"),
        ("2", "access-list", "hubspot", "accesses", "crm"),
        ("9", "", "tom", "team", "*/tom"),
    ],
)
async def test_what_a_search_finds_is_pointed_at_and_escape_goes_back_to_the_line_left(
    opened, full, key, line, sought, screen, found
):
    async with opened(full.path, size=(100, 40)) as (app, pilot):
        await pilot.press(key)
        await settle(pilot)
        app.screen.put_cursor(line)
        await settle(pilot)
        left = (app.screen.NAME, app.screen.cursor)
        assert line in ("", app.screen.cursor)
        await pilot.press("slash", *sought)
        await pilot.pause(0.2)
        if found is None:
            await pilot.press("escape")
            await settle(pilot)
            assert (app.screen.NAME, app.screen.cursor) == left
            return
        await pilot.press("enter")
        await settle(pilot)
        assert screen == app.screen.NAME
        assert fnmatchcase(app.screen.cursor, found), app.screen.cursor
        await pilot.press("escape")
        await settle(pilot)
        assert (app.screen.NAME, app.screen.cursor) == left


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40)])
async def test_a_note_found_is_in_sight_at_once(opened, full, size):
    for place in range(12):
        note = steps.add_note(full.new_id(), "access-crm", f"Note {place}: " + "long words " * 20)
        full.record(note)
    full.record(steps.add_note(full.new_id(), "access-crm", "The pomegranate is ripe."))
    full.record(steps.add_note(full.new_id(), "access-crm", "And a last one. " * 60))
    async with opened(full.path, size=size) as (app, pilot):
        await settle(pilot)
        await pilot.press("slash", *"pomegranate")
        await pilot.pause(0.2)
        await pilot.press("enter")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert app.screen.cursor == "access-crm"
        assert "pomegranate is ripe" in " ".join(screen_text(app).split())
        for _ in range(2):  # from the advice to the list, from the list to where one came from
            await pilot.press("escape")
            await settle(pilot)
        assert app.screen.NAME == "now"


@pytest.mark.usefixtures("short_help")
async def test_a_way_of_several_steps_is_walked_back_one_by_one(opened, full):
    async with opened(full.path, size=(100, 40)) as (app, pilot):
        await settle(pilot)
        await pilot.press("a")
        for _ in app.screen.view.moves:
            if app.screen.pointed:
                break
            await pilot.press("down")  # to a move about a step
        start, step = app.screen.cursor, app.screen.pointed.step.id
        await pilot.press("right")  # the step, in full
        await settle(pilot)
        app.go_to_step("access-analytics")  # another one, as by a link
        await settle(pilot)
        await pilot.press("question_mark")  # the help
        await settle(pilot)
        for screen, cursor in (
            ("help", ""),
            ("stages", "access-analytics"),
            ("stages", step),
            ("now", start),
        ):
            assert (app.screen.NAME, app.screen.cursor) == (screen, cursor)
            await pilot.press("escape")
            await settle(pilot)
        assert app.screen.NAME == "now", "there is nothing further back"


async def test_a_places_own_key_begins_anew_and_escape_then_goes_to_today(opened, full):
    async with opened(full.path, size=(100, 40)) as (app, pilot):
        app.go_to_record("rhythm", "d0", "decision")
        await settle(pilot)
        for key in ("3", "4", "5", "6", "7", "8", "9", "0", "p"):
            await pilot.press(key)
            await settle(pilot, 2)
            assert app.screen.NAME != "now"
            await pilot.press("escape")
            await settle(pilot, 2)
            assert app.screen.NAME == "now", key


async def test_the_readiness_leads_to_the_ledger_and_back_to_its_line(opened, full):
    async with opened(full.path, size=(100, 40)) as (app, pilot):
        await pilot.press("7")
        await settle(pilot)
        app.screen.point_at("readiness/accesses")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.NAME == "accesses"
        await pilot.press("escape")
        await settle(pilot)
        assert (app.screen.NAME, app.screen.cursor) == ("transition", "readiness/accesses")


async def test_a_client_of_the_portfolio_opens_and_escape_comes_back_to_the_portfolio(opened, full):
    async with opened(full.path, size=(100, 40)) as (app, pilot):
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("end")
        act = app.screen.cursor
        assert " " in act, "a step of this week"
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.NAME == "stages"
        await pilot.press("escape")
        await settle(pilot)
        assert (app.screen.NAME, app.screen.cursor) == ("portfolio", act)


async def test_a_line_cut_from_the_list_comes_back_for_who_asks_for_it(opened, full):
    async with opened(full.path, size=(100, 40)) as (app, pilot):
        await pilot.press("3", "g")
        await settle(pilot)
        await pilot.press("down", "down", "enter")  # only the critical ones
        await settle(pilot)
        assert "Ads" not in screen_text(app)
        app.go_to_record("accesses", "ads", "access")
        await settle(pilot)
        assert app.screen.cursor == "ads"


async def test_a_record_listed_no_more_is_said_to_be(opened, full):
    full.record(let_go(full.engagement, "sql", TODAY))
    async with opened(full.path, size=(100, 40)) as (app, pilot):
        app.go_to_record("kpis", "rd1", "reading")
        await settle(pilot)
        assert "listed no more" in screen_text(app)
