"""The order line by line, what a screen may hold, and how steps and advice become moves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from coach_tui.coach.acts import records_of
from coach_tui.coach.advice.rules import RULES
from coach_tui.coach.due_days import due_days
from coach_tui.coach.moves.dated import dated
from coach_tui.coach.moves.found import _stuck, moves_of
from coach_tui.coach.moves.looked_at import round_of
from coach_tui.coach.moves.move import NEVER, STUCK, Move, Week, agenda, order
from coach_tui.coach.moves.settling import SETTLING
from coach_tui.coach.plan import plan
from coach_tui.engagement.advice import put_off
from coach_tui.engagement.documents.save import verify_document, write_document
from coach_tui.engagement.elsewhere import show_elsewhere
from coach_tui.engagement.profile import BEGINNINGS, amend
from coach_tui.engagement.step import add_note as note
from coach_tui.engagement.transition.record import set_transition
from coach_tui.exports.move_words import MoveReader
from coach_tui.language import Words
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d
from tests.stories.world import START, World

DAY = date(2026, 3, 2)
LONG = Week(15, 240)


def move(id_: str, **fields: Any) -> Move:
    return Move(id_, **{"kind": "step", "role": "founder", "act": "proof", "due": DAY, **fields})


def found(story: Story, day: int, viewer: str = "founder") -> dict[str, Move]:
    moves = moves_of(PLAYBOOK, story.engagement, d(day), CATALOGUES, viewer)
    return {each.id: each for each in moves}


def test_each_line_of_the_order_decides_before_the_next_one() -> None:
    """Each differs from the next in one thing only, and every later thing speaks for the next."""
    better = [
        move("critical", kind="advice", gravity=0, since=DAY, due=None),
        move("question", kind="question", minutes=1),
        move("newest", kind="advice", gravity=1, since=DAY, due=None),
        move("older", kind="advice", gravity=1, since=DAY - timedelta(9), due=None),
        move("waited", waited=True),
        move("late", late=True, minutes=9),
        move("early", due=DAY - timedelta(1), minutes=9),
        move("opens", opens=("a", "b"), minutes=9),
        move("short", minutes=1),
        move("plain", minutes=2),
        move("small", kind="confirm", due=DAY - timedelta(3), minutes=1),
        move("undated", due=None, kind="confirm"),
        move("full", essential=False, late=True, due=DAY - timedelta(60)),
        move("passed over", kind="advice", gravity=0, passed=2, since=DAY, waited=True),
    ]
    turned = list(reversed(better))
    assert [each.id for each in sorted(turned, key=order)] == [m.id for m in better]


def test_a_screen_holds_four_lines_three_red_and_the_first_however_long() -> None:
    many = [move(f"m{n}", late=True, minutes=1) for n in range(9)]
    long = move("long", minutes=90, late=True, due=date.min)
    shown = agenda([long, *many], "founder", LONG, DAY)
    assert shown.now
    assert [each.id for each in shown.shown] == ["long"]
    shown = agenda(many, "founder", LONG, DAY)
    assert len(shown.shown) == 3
    assert shown.also == {"late": 6}
    calm = [move(f"m{n}", minutes=1) for n in range(9)]
    assert len(agenda(calm, "founder", LONG, DAY).shown) == 4
    assert agenda(calm, "founder", Week(2, 0), DAY, fresh=False).minutes == 2


def test_what_others_hold_is_apart_and_what_is_not_asked_yet_is_later() -> None:
    theirs, later = move("theirs", role="cmo"), move("later", start=DAY + timedelta(3))
    shown = agenda([theirs, later, move("mine")], "founder", LONG, DAY)
    assert [each.id for each in shown.shown] == ["mine"]
    assert shown.waiting == {"cmo": (theirs,)}
    assert shown.later == (later,)
    results = move("results", role="leads")
    assert all(agenda([results], role, LONG, DAY).now == results for role in ("founder", "cmo"))


def test_a_role_without_moves_and_four_hundred_of_them() -> None:
    assert agenda([], "sales", LONG, DAY).now is None
    many = [move(f"m{n}", minutes=1) for n in range(400)]
    shown = agenda(many, "founder", LONG, DAY)
    assert len(shown.shown) + sum(shown.also.values()) == 400


def test_every_rule_is_settled_by_an_act_there_is() -> None:
    assert set(SETTLING) == set(RULES)
    for rule, settling in SETTLING.items():
        assert records_of(settling.act) is not None, rule
        assert all(PLAYBOOK.step(step) for step in settling.steps), rule


def test_a_prerequisite_stands_in_for_what_needs_it() -> None:
    moves = found(Story(opened=d(-14)).profile(sector="SaaS"), 60, "cmo")
    assert moves["step:targets-3-6-12"].start == NEVER
    assert "targets-3-6-12" in moves["step:business-objectives"].opens


def test_what_needs_a_step_that_nobody_wants_is_decided_without_it() -> None:
    story = Story(opened=d(-14))
    for step in PLAYBOOK.step("contract").act.needs:
        if step != "exit-horizon":
            story.tick(step)
    moves = found(story, 3)
    assert moves["step:contract"].start == NEVER
    for week in range(1, 9):  # he is here every week, and says no end
        story.do(note(story.new_id(), "kickoff", "met"), d(7 * week), "founder")
    moves = found(story, 60)
    assert moves["step:exit-horizon"].passed >= STUCK
    assert moves["step:contract"].start < d(60)
    assert moves["step:contract"].without == ("exit-horizon",)
    for language, said in (("en", "(decided without: "), ("fr", "(décidé sans : ")):
        assert said in MoveReader(Words(language), story.at(60)).title(moves["step:contract"])
    story.profile(planned_end=d(300))
    assert found(story, 60)["step:contract"].without == ()


def test_what_both_leads_passed_over_is_asked_of_both_once_a_month() -> None:
    passed = [move("both", role="leads", passed=STUCK), move("his", passed=STUCK)]
    asked = {each.id: each.about for each in _stuck(round_of(Story().at(60), "founder"), passed)}
    assert asked == {"stuck:founder": ("both", "his"), "stuck:cmo": ("both",)}


def test_on_the_first_day_nothing_scolds_wherever_the_company_stands() -> None:
    """What was due before anybody could be told of it is asked, and nobody is late with it."""
    for beginning in BEGINNINGS:
        for first in (-300, -90, -30, -8, -1, 0, 1, 5, 9, 30):
            for viewer in ("founder", "cmo"):
                story = Story(first=d(first)).profile(beginning=beginning)
                for id_, each in found(story, 0, viewer).items():
                    where = (beginning, first, viewer, id_)
                    assert not each.red, where
                    assert not each.due or each.due >= d(0), where
    due = found(Story(first=d(5)).profile(beginning="signed"), 0)["step:exit-horizon"].due
    assert due == d(5), "asked until the first day, where that is yet to come"


def test_advice_is_the_reason_of_its_step_and_never_a_second_line() -> None:
    moves = found(Story(opened=d(-14)), 10)
    assert "advice:no-exit-horizon" not in moves
    assert [m.id for m in moves.values() if "no-exit-horizon" in m.why] == ["step:exit-horizon"]


def test_advice_whose_step_was_only_ticked_stands_alone_and_opens_what_settles_it() -> None:
    story = Story(opened=d(-14)).tick("exit-horizon")
    alone = found(story, 10)["advice:no-exit-horizon"]
    assert (alone.act, alone.focus) == ("profile:planned_end", "planned_end")
    story.profile(planned_end=d(300))
    assert "advice:no-exit-horizon" not in found(story, 10)


def test_after_the_exit_only_what_is_left_of_it() -> None:
    story = Story(opened=d(-14))
    story.do(set_transition(story.engagement, {"ended": d(200)}))
    moves = found(story, 400)
    assert sorted(moves) == ["checks:30", "checks:7", "checks:90"]
    story.access(granted_role="Viewer", granted_on=d(3))
    assert found(story, 400)["residual"].gravity == 0


def test_a_planned_end_that_passed_is_asked_about_first() -> None:
    moves = found(Story().profile(planned_end=d(100)), 101)
    assert agenda(moves.values(), "founder", LONG, d(101)).now == moves["ended"]


def test_put_off_comes_back_on_its_day() -> None:
    story = Story(opened=d(-14))
    assert "step:exit-horizon" in found(story, 5)
    story.do(put_off("step:exit-horizon", d(5), d(20), "the board meets on the 19th"))
    assert "step:exit-horizon" not in found(story, 19)
    assert "step:exit-horizon" in found(story, 20)
    story.do(put_off("step:exit-horizon", d(20)))
    assert "step:exit-horizon" not in found(story, 26)
    assert "step:exit-horizon" in found(story, 27)


def test_an_empty_register_is_grave_from_the_third_day_and_no_kpi_from_the_thirtieth() -> None:
    story = Story(opened=d(-14))
    assert found(story, 2)["step:access-list"].gravity == 2
    assert found(story, 3)["step:access-list"].gravity == 1
    objectives = found(story, 30)["step:business-objectives"]  # it stands before the KPIs
    assert (objectives.gravity, "kpi-shortlist" in objectives.opens) == (1, True)
    assert found(story.access(), 4)["step:access-list"].gravity == 2


def test_one_message_a_person_then_six_days_then_did_it_come() -> None:
    world = World(START, START - timedelta(14))
    world.today = START + timedelta(10)
    ask = next(each for each in world.moves("founder") if each.id == "ask:cmo")
    assert ask.kind == "ask"
    world.answer(ask, "founder")
    held = {each.about[0]: each for each in world.moves("founder") if each.kind == "waits"}
    assert set(held) >= set(ask.about)
    assert {each.asked for each in held.values()} == {world.today}
    world.today += timedelta(6)
    come = {each.about[0] for each in world.moves("founder") if each.kind == "collect"}
    assert come >= set(ask.about)


def test_a_first_day_years_ahead_asks_for_the_framing_only() -> None:
    world = World(date(2031, 1, 6), START)
    now = agenda(world.moves("founder"), "founder", LONG, world.today)
    assert all(m.kind in ("beginning", "question") for m in now.shown), now.shown
    assert now.later


def test_paused_or_put_away_asks_nothing() -> None:
    story = Story().profile(archived=True)
    assert found(story, 30) == {}
    story.do(amend(story.engagement, {"archived": False}))
    assert found(story, 30)


def test_the_calendar_dates_a_step_as_its_move_does() -> None:
    story = Story(opened=d(60))
    story.do(amend(story.engagement, {"planned_end": d(300)}), on=d(60))
    days = {each.id: each.day for each in due_days(PLAYBOOK, story.engagement, d(60))}
    assert min(days.values()) >= d(60), "nobody is late with what nobody asked"
    assert days["dossier"] < d(300), "without a successor, the end is counted back from"


def test_a_page_that_returns_is_settled_by_writing_it_checking_it_or_saying_where() -> None:
    """Whatever shows that it was looked at again counts from that day, and no tick is needed."""
    page, again = "other/ai-policy", "again:ai-policy"
    written = Story().profile(depth="full")
    written.do(write_document(written.engagement, page, "Zoé", d(0), text="One page."), d(0))
    assert found(written, 170)[again].start > d(170)
    due = found(written, 200)[again]
    assert (due.act, due.due) == (f"document:{page}", d(182))
    looked_at = {
        "written": write_document(written.engagement, page, "Zoé", d(200), text="Two pages."),
        "checked": verify_document(written.engagement, page, "Ann", d(200), d(200)),
        "elsewhere": show_elsewhere("ai-policy", {"what": "Read over, nothing to change"}, d(200)),
    }
    before = written.engagement
    for how, decision in looked_at.items():
        written.engagement = before
        written.do(decision, d(200))
        assert found(written, 201)[again].start > d(201), how
        assert found(written, 380)[again].due == d(382), how


def test_a_step_is_dated_alike_on_its_card_on_its_page_and_in_lists() -> None:
    """A mission begun three months before its file: what lay before is dated anew everywhere."""
    anew = 0
    for first in (-90, -8, 0, 30):
        story = Story(first=d(first)).profile(beginning="begun")
        for role in ("founder", "cmo"):
            cards = found(story, 3, role)
            for each in plan(PLAYBOOK, story.engagement, d(3)):
                card = cards.get(f"step:{each.step.id}")
                shown = dated(each, PLAYBOOK, story.engagement, d(3), role)
                if card and card.due and card.due < NEVER:
                    assert shown.due == card.due, (first, role, each.step.id)
                    assert shown.late == (card.due < d(3))
                    anew += shown.due != each.due
    assert anew > 20
    done = plan(PLAYBOOK, Story().tick("brief-company").engagement, d(3))
    assert all(dated(each, PLAYBOOK, Story().engagement, d(3), "cmo") == each
               for each in done if each.finished)  # fmt: skip
