"""What is left of a week: what was done in it counts, what was only told of the past does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach_tui.asking.acts import asked_for
from coach_tui.asking.requesting import everybody_to_write_to, message_of
from coach_tui.asking.sheet import Several
from coach_tui.asking.week import reason_of, still_asked, until_said, view_of
from coach_tui.cli.walk import _tell
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.framing.record import keep_model
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.rituals import Schedule, hold
from coach_tui.engagement.state import Engagement
from coach_tui.ui.now.why import reasons_of
from tests.exports.missions import MISSION

from .desk import TODAY, MemoryDesk


def test_telling_what_was_done_before_the_file_leaves_the_week_its_time() -> None:
    desk = MemoryDesk()
    begun = begin("Acme", TODAY, 2.0, "founder", "begun")
    assert desk.try_to_save(begun) is None
    week = view_of(desk.shown)
    mine = {move.id for move in week.agenda.shown}
    settle = next(move for move in week.agenda.shown if move.kind == "settle")
    asked = asked_for(desk, desk.shown, settle.act, settle.about)
    assert isinstance(asked, Several)
    assert len(settle.about) > 2, "several steps, of hours each"
    assert reason_of(week, settle) == desk.words("now.settle"), "what is left out is set aside"
    assert asked.submit(settle.about) is None
    after = view_of(desk.shown)
    assert after.done.steps == len(settle.about)
    assert (after.done.minutes, after.done.work) == (len(settle.about), 0)
    assert mine - {settle.id} <= {move.id for move in after.agenda.shown}


def test_while_the_cmo_is_looked_for_what_does_not_exist_is_still_offered() -> None:
    """Whether there is a need is worth asking still: set aside by one key, nobody ever would."""
    desk = MemoryDesk()
    assert desk.try_to_save(begin("Acme", None, None, "founder", "looking")) is None
    settle = next(move for move in view_of(desk.shown).agenda.shown if move.kind == "settle")
    assert reason_of(view_of(desk.shown), settle) == desk.words("move.settle.why")
    asked = asked_for(desk, desk.shown, settle.act, settle.about)
    assert isinstance(asked, Several)
    assert asked.about == desk.words("act.settle.looking")
    assert asked.submit(()) is None
    after = view_of(desk.shown).agenda.shown
    assert [move.about for move in after if move.kind == "settle"] == []
    assert [move.about for move in after][:1] == [(settle.about[0],)]
    desk.today = TODAY + timedelta(days=1)
    asked = asked_for(desk, desk.shown, settle.act, settle.about[:1])
    assert isinstance(asked, Several)
    assert asked.submit(settle.about[:1]) is None
    assert view_of(desk.shown).done.minutes == 1, "told of the past"
    assert desk.try_to_save(keep_model("fractional", "Two senior days a week")) is None
    done = view_of(desk.shown).done
    assert (done.steps, done.minutes) == (2, 1 + 5), "worked out here: the five minutes it took"


def test_a_message_is_shown_without_the_marks_that_only_an_import_reads() -> None:
    desk = MemoryDesk()
    assert desk.try_to_save(begin("Acme", TODAY, 2.0, "founder", "begun")) is None
    lead = {"tool": "HubSpot", "category": "crm", "granter": "Julie Morel"}
    assert desk.try_to_save(add_access(desk.engagement, "hubspot", lead, TODAY)) is None
    week = view_of(desk.shown)
    asked = everybody_to_write_to(week)
    assert asked
    for each in asked:
        subject, text = message_of(week, each, MISSION, "founder/Ann")
        assert "Acme" in subject
        assert "coach#" not in text, text
        assert MISSION not in text, text


def test_what_is_lacking_is_said_of_a_step_and_not_of_one_of_several_in_one_pass() -> None:
    desk = MemoryDesk()
    assert desk.try_to_save(begin("Acme", TODAY, 2.0, "founder", "begun")) is None
    held = hold("weekly-ceo", desk.new_id(), Schedule(TODAY, "weekly", (0,)), minutes=60)
    assert desk.try_to_save(held) is None
    view = view_of(desk.shown)
    logged = view.move("occurrences:founder")
    assert logged
    assert logged.about == ("weekly-ceo",), "the id of a step too"
    before = Engagement()
    assert still_asked(view, logged, before) == ""
    step = next(
        move for move in view.moves if move.kind == "step" and still_asked(view, move, before)
    )
    assert still_asked(view, step, desk.engagement) == "", "nothing was answered since"
    assert step.id == f"step:{step.about[0]}"


def test_what_is_late_says_so_in_the_walk_as_on_the_card(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A day that passed is never one to come: “by 8 January” was read in February."""
    desk = MemoryDesk()
    assert desk.try_to_save(begin("Acme", TODAY, 2.0, "founder", "begun")) is None
    desk.today = TODAY + timedelta(40)
    view = view_of(desk.shown)
    late = next(each for each in view.moves if each.late and each.kind == "step" and each.due)
    assert late.due
    days = (desk.today - late.due).days
    assert until_said(view, late) == f"late, {days} days"
    _tell(view, late)
    assert f"late, {days} days" in capsys.readouterr().out
    assert any(each.startswith("It was asked for") for each in reasons_of(view, late))
    assert until_said(view, late._replace(late=False, due=desk.today - timedelta(1))) == ""
