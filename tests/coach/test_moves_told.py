"""Moves that wait for a day, and how a move is told: its own reasons, its month."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from coach_tui.asking.week import reason_of, view_of
from coach_tui.coach.moves.move import SINKS
from coach_tui.coach.moves.settling import SETTLING
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.advice import set_aside
from coach_tui.engagement.framing.budget import plan_cost
from coach_tui.engagement.framing.cost import Dose, FullTime
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.profile import ROLES, amend, begin
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.rhythm.rituals import Schedule, hold
from coach_tui.engagement.step import UNTOUCHED, set_status
from coach_tui.engagement.team.absence import log_drill
from coach_tui.exports.move_words import MoveReader
from coach_tui.language import LANGUAGES, Words
from tests.asking.desk import TODAY, MemoryDesk
from tests.coach.story import Story, d
from tests.coach.test_moves import found, move


def test_what_only_comes_before_the_step_of_a_rule_says_so() -> None:
    """What a rule says is no reason for a step that does not settle it."""
    story = Story(opened=d(-14)).profile(activation_budget=100_000.0, day_rate=1_100.0)
    story.do(plan_cost(Dose(1_100.0, 8.0, 12.0), FullTime()))
    moves = found(story, 10)
    horizon = moves["step:exit-horizon"]
    assert {"no-exit-horizon", "vigilance-due"} <= {*horizon.why}
    for language, other in (("en", "This comes first. Then: "), ("fr", "Ceci passe d’abord. ")):
        reader = MoveReader(Words(language), story.at(10))
        own = reader.rule("no-exit-horizon", horizon.since)
        assert reader.reason(horizon).startswith(f"{own} {other}"), "none is dropped"
        only = horizon._replace(why=("vigilance-due",))
        assert reader.reason(only).startswith(other)


def test_a_rule_about_two_tools_is_one_reason_of_the_step_before_both() -> None:
    """Each of their steps waits for the list of tools: it said the same sentence twice."""
    story = Story().access("HubSpot").access("GA4", category="analytics")
    for each in found(story, 20).values():
        assert len(each.why) == len({*each.why}), (each.id, each.why)
    carriers = [each for each in found(story, 20).values() if "critical-access-day5" in each.why]
    assert [each.id for each in carriers] == ["step:access-list"]


def test_an_absence_that_is_over_is_told_before_another_is_tried() -> None:
    story = Story(opened=d(-14)).tick("deputy").skill("dg-campaigns")
    assert found(story, 200, "cmo")["step:absence-test"].why == ("absence-test-due",)
    story.do(log_drill(story.engagement, "one", "cmo", d(180), d(193), "planned", d(170)))
    moves = found(story, 200, "cmo")
    assert "step:absence-test" not in moves
    assert moves["drill:one"].why == ("absence-test-due",)


def test_a_meeting_that_has_its_day_is_not_asked_for_again_before() -> None:
    """Once the ritual runs, its step waits for the next meeting; on its day it is only logged."""
    story = Story(opened=d(-14))
    assert found(story, 1)["step:weekly-ceo"].start <= d(1)
    story.ritual("weekly-ceo")
    for day in (1, 7, 8, 20):
        moves = found(story, day)
        step, logged = moves["step:weekly-ceo"], moves["occurrences:founder"]
        assert d(day) < step.start <= d(day + 7), day
        assert logged.about == ("weekly-ceo",)
    for language, said in (
        ("en", "Hold a first meeting: "),
        ("fr", "Tenir une première réunion : "),
    ):
        title = MoveReader(Words(language), story.at(20)).title(step)
        assert title.startswith(said), title


def test_a_meeting_that_somebody_absent_holds_is_logged_by_whoever_leads_the_file() -> None:
    """Whoever never opens the coach is asked; what came of it, the one who asked notes."""
    for alone, rituals in (("cmo", ("weekly-ceo",)), ("founder", ("standup", "sales-sync"))):
        desk = MemoryDesk(role=alone)
        assert desk.try_to_save(begin("Acme", TODAY, 2.0, alone, "begun")) is None
        for each in rituals:
            held = hold(each, desk.new_id(), Schedule(TODAY, "weekly", (0,)), minutes=30)
            assert desk.try_to_save(held) is None
        moves = view_of(desk.shown).moves
        logged = [each for each in moves if each.kind == "occurrence"]
        assert [(each.role, {*each.about}) for each in logged] == [(alone, {*rituals})]
    done = set_status("standup", "done", current=UNTOUCHED, actor="founder")
    assert desk.try_to_save(done) is None
    owners = {
        each.role: each.about for each in view_of(desk.shown).moves if each.kind == "occurrence"
    }
    assert owners == {"founder": ("sales-sync",), "cmo": ("standup",)}, "no step asks for it now"


def _read_on(desk: MemoryDesk, day: int) -> bool:
    desk.today = TODAY + timedelta(day)
    return any(each.kind == "reading" for each in view_of(desk.shown).moves)


def test_readings_of_a_cmo_who_never_opens_the_file_are_noted_by_whoever_leads_it() -> None:
    for alone in ("founder", "cmo"):
        desk = MemoryDesk(role=alone)
        assert desk.try_to_save(begin("Acme", TODAY, 2.0, alone, "begun")) is None
        tracked = follow(desk.engagement, "mql", {"name": "MQL", "cadence": "week"}, TODAY)
        assert desk.try_to_save(tracked) is None
        made = promise("deck", "the deck", TODAY, by="Ann", due=TODAY)
        assert desk.try_to_save(made) is None
        desk.today = TODAY + timedelta(8)
        asked = {each.kind: each.role for each in view_of(desk.shown).moves
                 if each.kind in ("reading", "promise")}  # fmt: skip
        assert asked == {"reading": alone, "promise": alone}
        read = read_kpi(desk.engagement, "r", Heard("mql", TODAY, Decimal(9)), desk.today)
        assert desk.try_to_save(read) is None
        days = [day for day in (8, 20, 27, 28) if _read_on(desk, day)]
        in_her_place = alone == "founder"  # once two in a row were missed
        assert days == ([27, 28] if in_her_place else [8, 20, 27, 28])
    desk.role = "founder"
    both = {each.role for each in view_of(desk.shown).moves if each.kind == "reading"}
    assert both == {"cmo"}, "the CMO opens it: it stays theirs"


def test_an_absence_is_told_by_whoever_leads_a_file_that_the_cmo_never_opens() -> None:
    desk = MemoryDesk()
    assert desk.try_to_save(begin("Acme", TODAY, 2.0, "founder", "begun")) is None
    start, end = TODAY + timedelta(1), TODAY + timedelta(14)
    planned = log_drill(desk.engagement, "one", "cmo", start, end, "planned", TODAY)
    assert desk.try_to_save(planned) is None
    desk.today = end + timedelta(1)
    told = view_of(desk.shown).move("drill:one")
    assert told
    assert told.role == "founder"


def test_the_report_of_a_month_is_elided_where_french_elides_it() -> None:
    titles = {}
    for month in ("2026-04", "2026-05", "2026-08", "2026-10"):
        report = move("report", kind="again", about=(month,))
        for language in ("fr", "en"):
            reader = MoveReader(Words(language), Story().at(20))
            titles[month, language] = reader.title(report)
    assert titles["2026-04", "fr"] == "Écrire le rapport d’avril 2026"
    assert titles["2026-05", "fr"] == "Écrire le rapport de mai 2026"
    assert titles["2026-08", "fr"].endswith("d’août 2026")
    assert titles["2026-10", "en"] == "Write the report of October 2026"


def test_a_question_says_the_day_it_comes_from() -> None:
    for language, said in (("en", "week of 16 March 2026"), ("fr", "semaine du 16 mars 2026")):
        desk = MemoryDesk(language)
        assert desk.try_to_save(begin("Acme", TODAY, 2.0, "founder", "begun")) is None
        desk.today = TODAY + timedelta(40)
        view = view_of(desk.shown)
        first = view.agenda.now
        assert first
        assert first.id == "idle:founder"
        assert said in reason_of(view, first)
        end = amend(desk.engagement, {"planned_end": TODAY + timedelta(39)})
        assert desk.try_to_save(end) is None
        over = view_of(desk.shown).move("ended")
        assert over
        assert "24" in reason_of(view, over)


def test_still_nothing_recorded_is_said_only_where_nothing_was_since_the_question() -> None:
    """Two busy weeks after “it goes on”, then a silent fortnight: that is a first question."""
    for language, still in (("en", "Still nothing"), ("fr", "Toujours rien")):
        desk = MemoryDesk(language)
        assert desk.try_to_save(begin("Acme", TODAY, 2.0, "founder", "begun")) is None
        desk.today = TODAY + timedelta(40)
        goes_on = set_aside("idle:founder", "info", (), desk.today)
        assert desk.try_to_save(goes_on) is None
        desk.today = TODAY + timedelta(80)
        view = view_of(desk.shown)
        assert view.agenda.now
        assert view.reader.title(view.agenda.now).startswith(still)
        desk.today = TODAY + timedelta(50)
        noted = set_status("standup", "doing", current=UNTOUCHED, actor="founder")
        assert desk.try_to_save(noted) is None
        desk.today = TODAY + timedelta(80)
        view = view_of(desk.shown)
        first = view.agenda.now
        assert first
        assert first.id == "idle:founder"
        assert not view.reader.title(first).startswith(still)


def test_what_did_not_come_for_weeks_asks_one_question_not_two() -> None:
    reader = {each: MoveReader(Words(each), Story().at(40)) for each in LANGUAGES}
    late = move("step:standup", kind="collect", role="founder", about=("standup",),
                passed=SINKS, asked=d(1))  # fmt: skip
    for language, each in reader.items():
        for passed in (0, SINKS):
            title = each.title(late._replace(passed=passed))
            assert title.count("?") == 1, (language, title)
            assert each.day(late.asked) in title


def test_nobody_is_asked_something_for_the_day_the_file_was_begun() -> None:
    """Due that very day, it was asked of the CMO by that evening; one's own step keeps its day."""
    first = TODAY - timedelta(6)
    for alone, other in (("founder", "cmo"), ("cmo", "founder")):
        desk = MemoryDesk(role=alone)
        assert desk.try_to_save(begin("Acme", first, 2.0, alone, "begun")) is None
        moves = view_of(desk.shown).moves
        asked = [each for each in moves if each.kind == "ask" and each.due and each.why == ()]
        assert [each.id for each in asked if each.due <= TODAY] == [], other
    own = [each for each in moves if each.kind in ("step", "full") and each.due == TODAY]
    assert own, "what is one's own that day stays of that day"


def test_whoever_a_move_can_belong_to_has_words() -> None:
    """A successor waits for “the founder or the CMO”: a key of the program was read there."""
    for language in LANGUAGES:
        words = Words(language)
        for role in (*ROLES, "leads"):
            for key in (f"role.{role}", f"move.the.{role}", f"move.to.{role}"):
                assert words(key) != key, (language, key)


def test_what_a_successor_takes_over_says_why() -> None:
    for language in LANGUAGES:
        desk = MemoryDesk(language, "successor")
        begun = begin("Acme", TODAY, 2.0, "successor", "successor")
        assert desk.try_to_save(begun) is None
        tool = {"tool": "Metabase", "category": "reporting", "granted_on": TODAY}
        assert desk.try_to_save(add_access(desk.engagement, "a", tool, TODAY)) is None
        view = view_of(desk.shown)
        taken = [each for each in view.moves if each.kind == "take"]
        assert {each.id for each in taken} >= {"take-access:a", "take-loop:", "take-contact:"}
        for each in taken:
            said = reason_of(view, each)
            assert said
            assert "move." not in said, said


# A step whose Enter opens another act than the rule's own, and is about what the rule says.
ABOUT_IT = {
    ("fee-eats-budget", "budget-time"): "the cost form has the days that the rule says to cut",
    ("references-missing", "references"): "noting a call is what is missing",
    ("too-few-interviews", "interviews-customers"): "either kind of interview is missing",
    ("meeting-overload", "ritual-audit"): "pruning them is what it asks",
    ("single-autonomous", "backup-pairs"): "a pair is a second person",
}


class _Speaking(MoveReader):
    """Every rule speaks, and says its own name."""

    @property
    def advice(self):  # type: ignore[no-untyped-def, override]
        return dict.fromkeys(SETTLING)

    def rule(self, rule: str, since: object = None) -> str:
        return rule


def test_a_reason_is_about_what_enter_opens_for_every_step_and_every_rule() -> None:
    """Anything else that waits for the step is said to come after it."""
    words, known = Words("en"), Story().at(0)
    reader = _Speaking(words, known)
    for step in known.playbook.steps:
        for rule, settled in SETTLING.items():
            card = move(f"step:{step.id}", act=step.act.does, about=(step.id,), why=(rule,))
            own = step.act.does == settled.act and settled.act != "access"
            tool = settled.act == "access" and step.act.does.startswith("access:")
            wanted = own or tool or (rule, step.id) in ABOUT_IT
            said = rule if wanted else words("move.first", what=rule)
            assert reader.reason(card) == said, (step.id, step.act.does, rule, settled.act)


def test_what_waits_for_a_step_outside_the_chosen_depth_is_no_reason_of_it() -> None:
    """The contract comes before the certificate, whose own step the essential depth leaves out."""
    story = Story(opened=d(-14)).profile(activation_budget=100_000.0, day_rate=1_100.0)
    story.profile(planned_end=d(300))
    story.do(plan_cost(Dose(1_100.0, 8.0, 12.0), FullTime()))
    for step in ("exit-horizon", "test-mission", "test-contract"):
        story.tick(step)
    contract = found(story, 10)["step:contract"]
    assert "vigilance-due" in contract.why
    reader = MoveReader(Words("fr"), story.at(10))
    own = reader.rule("vigilance-due", contract.since)
    assert reader.reason(contract) == reader.words("move.first", what=own)
