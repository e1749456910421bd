"""Enter on a step opens what it says doing it is, and answering what is asked does it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from coach_tui.asking.acts import OPENS, asked_elsewhere, asked_for
from coach_tui.asking.acts.framing import BASE_LACKS
from coach_tui.asking.sheet import Asked, AtScreen, Pick, Several, Sheet
from coach_tui.bundled import load_playbook
from coach_tui.coach.acts import read_act
from coach_tui.coach.rhythm.month import period_of
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.elsewhere import elsewhere_of
from coach_tui.engagement.framing.contract import BASE, CLAUSES, set_clause
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.rituals import Ritual, Schedule, rituals_of
from coach_tui.engagement.rhythm.slots import next_slot
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.skills import keep_skill
from coach_tui.language import Language
from coach_tui.language.dates import long_date

from .desk import TODAY, MemoryDesk, all_words, settle

STEPS = load_playbook("en")[0].steps
ROUNDS = 120  # answers after which a step must be done; the team's levels are one each
# Of two people, or on another day: one person's answers of one day don't do these.
LATER = {"quarterly-reassess", "interviews", "evaluation"}
# What these steps are about must be recorded first: an access, held by the CMO alone.
OF_ACCESSES = {"access-hygiene", "ownership-transfer", "access-revoke"}
FIRST_THEN_LAST = (0, 99)
IN_TURN = {"open-loops": (0,)}  # listed, then signed by both: the last line would list another


def begun(language: Language = "en", step: str = "") -> MemoryDesk:
    desk = MemoryDesk(language)
    assert desk.try_to_save(begin("Acme", date(2026, 3, 2), 2.0, "founder")) is None
    if step in OF_ACCESSES:
        line = {"tool": "HubSpot", "category": "crm", "granted_role": "admin", "cmo_owns": True,
                "requested_on": date(2026, 3, 2), "granted_on": date(2026, 3, 3)}  # fmt: skip
        assert desk.try_to_save(add_access(desk.engagement, "hubspot", line, TODAY)) is None
    return desk


def place_of(step: str, turn: int) -> int:
    """Which line of a list is chosen this time."""
    places = IN_TURN.get(step, FIRST_THEN_LAST)
    return places[turn % len(places)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_step_opens_something_said_in_words(language: Language) -> None:
    desk = begun(language)
    for step in STEPS:
        asked = asked_for(desk, desk.shown, step.act.does, (step.id,))
        assert isinstance(asked, Sheet | Pick | Several | AtScreen), (step.id, step.act.does)
        unsaid = [word for word in all_words(asked) if re.fullmatch(r"[a-z]+(\.[a-z_-]+)+", word)]
        assert not unsaid, (step.id, unsaid)


def test_answering_what_a_step_asks_does_it() -> None:
    """Each step alone, from an engagement just begun: what is saved is what shows it done."""
    undone = {}
    for step in STEPS:
        desk = begun(step=step.id)
        for turn in range(ROUNDS):
            planned = desk.shown.step(step.id)
            assert planned
            if planned.finished:
                break
            asked = asked_for(desk, desk.shown, step.act.does, (step.id,))
            before = len(desk.gestures)
            answered = settle(asked, choice=place_of(step.id, turn))
            if answered is not None or len(desk.gestures) == before:
                undone[step.id] = desk.words.refusal(answered) if hasattr(answered, "reason") \
                    else str(answered)  # fmt: skip
                break
            assert len(desk.gestures) == before + 1, f"{step.id} is more than one gesture"
        else:
            undone[step.id] = "never done"
    assert undone.keys() <= LATER, {k: v for k, v in undone.items() if k not in LATER}
    assert len(STEPS) - len(undone) > 90


def test_every_kind_of_act_of_the_playbook_opens() -> None:
    assert {read_act(step.act.does).kind for step in STEPS} <= OPENS.keys()


def test_done_elsewhere_is_one_line_of_proof() -> None:
    desk = begun()
    asked = asked_elsewhere(desk, desk.shown, "contract")
    assert isinstance(asked, Sheet)
    empty = {field.name: "" for field in asked.fields}
    assert asked.submit(empty) is not None, "nothing shows it"
    assert settle(asked) is None
    assert elsewhere_of(desk.engagement)["contract"].what


def test_what_is_left_out_of_a_stage_settled_in_one_pass_is_set_aside() -> None:
    desk = begun()
    asked = asked_for(desk, desk.shown, "settle:framing", ("brief", "sourcing", "interviews"))
    assert isinstance(asked, Several)
    assert asked.submit(("brief",)) is None
    states = {each: desk.shown.step(each).status for each in ("brief", "sourcing", "interviews")}  # type: ignore[union-attr]
    assert states == {"brief": "done", "sourcing": "na", "interviews": "na"}
    assert len(desk.gestures) == 2, "one gesture, to undo at once"


def test_the_transfer_asks_of_each_line_what_it_lacks_and_of_no_other() -> None:
    """What cannot be transferred, asked for or removed, is not: its line is put right instead."""
    desk = begun()
    day = date(2026, 3, 2)
    whole = {"owner": "Zoé", "admins": 2, "requested_on": day, "granted_on": day}
    lines: dict[str, dict[str, Any]] = {
        "fine": {**whole, "more": True},  # it carries a flag, and is the company's
        "asked": {"owner": "Zoé", "cmo_owns": True, "requested_on": day},
        "gone": {**whole, "cmo_owns": True, "removed_on": day},
        "few": {**whole, "admins": 1},
        "open": {**whole, "cmo_owns": True},
        "bare": {"requested_on": day},
    }
    for each, fields in lines.items():
        made = add_access(desk.engagement, each, {"tool": each, **fields}, TODAY)
        assert desk.try_to_save(made) is None
    ours = {"cmo_owns": "no", "admins": "2"}
    for each, lead, answers in (
        ("asked", "cmo_owns", ours), ("gone", "cmo_owns", ours), ("few", "admins", ours),
        ("open", "", {"transferred_to": "Zoé"}), ("bare", "owner", {"owner": "Zoé", **ours}),
    ):  # fmt: skip
        asked = asked_for(desk, desk.shown, "access:ownership", ("ownership-transfer",))
        assert isinstance(asked, Sheet), each
        assert asked.lead == lead, each
        known = {field.name: field.value for field in asked.fields}
        assert known.get("tool", each) == each
        assert asked.submit({**known, **answers}) is None, each
    assert all(line.company_owned for line in accesses_of(desk.engagement).values())
    done = asked_for(desk, desk.shown, "access:ownership", ("ownership-transfer",))
    assert done == AtScreen("accesses")


def contract_asked(desk: MemoryDesk, *why: str) -> Asked:
    return asked_for(desk, desk.shown, "frame:contract", ("contract",), why=why)


def test_clauses_nobody_drafted_are_asked_one_after_the_other() -> None:
    desk = begun()
    asked = contract_asked(desk)
    for left in range(len(CLAUSES), 0, -1):
        assert isinstance(asked, Sheet)
        assert f"{left} answer" in asked.about
        assert asked.submit({"state": "draft", "holder": "", "words": ""}) is None
        assert asked.then
        asked = asked.then()
    assert asked is None, "each was asked in this sitting"
    assert desk.try_to_save(set_clause("gdpr", "missing")) is None
    asked = contract_asked(desk)
    assert isinstance(asked, Sheet)
    assert asked.submit({"state": "missing", "holder": "", "words": ""}) is None
    assert asked.then
    assert asked.then() is None, "it was left open"


def test_the_diagnosis_counts_the_questions_and_conditions_its_title_names_then_concludes() -> None:
    desk, counted = begun(), []
    asked = asked_for(desk, desk.shown, "frame:need", ("need-diagnostic",))
    while isinstance(asked, Sheet):
        counted.append(asked.about)
        assert settle(asked) is None
        asked = asked.then() if asked.then else None
    assert "8 questions, 6 conditions · 14 answers left" in counted[0].replace("\n", " ")
    assert "1 answer left" in counted[13]
    assert "of 8" in counted[14], "what is to be concluded"
    assert len(counted) == 15


def test_any_base_block_not_agreed_yet_can_be_chosen_once_all_are_drafted() -> None:
    desk = begun()
    for clause in CLAUSES:
        assert desk.try_to_save(set_clause(clause, "draft", "Me Roy")) is None
    asked = contract_asked(desk)
    for left in (4, 3, 2):
        assert isinstance(asked, Pick)
        assert f"{left} answers left" in asked.about
        assert asked.options[0] == ("scope", "Purpose and scope · drafted · with Me Roy")
        sheet = asked.then(asked.options[-1][0])  # and not what the lawyer still has
        assert settle(sheet) is None
        assert isinstance(sheet, Sheet)
        assert sheet.then
        asked = sheet.then()
    assert isinstance(asked, Sheet), "of one alone there is nothing to choose"
    kept = {"state": "draft", "holder": "Me Roy", "words": ""}
    assert asked.submit(kept) is None
    assert asked.then
    assert asked.then() is None, "once in a sitting"
    assert desk.try_to_save(set_clause("scope", "na", words="A group contract")) is None
    assert contract_asked(desk) == AtScreen("framing")
    again = contract_asked(desk, BASE_LACKS)
    assert isinstance(again, Sheet), "the advice counts it"
    assert again.title == "Purpose and scope"


def test_the_advice_about_a_signed_contract_asks_for_its_base_blocks_alone() -> None:
    desk = begun()
    for clause in BASE:
        assert desk.try_to_save(set_clause(clause, "draft")) is None
    asked = contract_asked(desk)
    assert isinstance(asked, Sheet)
    assert asked.title == "Deliverables"
    asked = contract_asked(desk, BASE_LACKS)
    assert isinstance(asked, Pick)
    assert [each for each, _ in asked.options] == [*BASE]


@pytest.mark.parametrize(("language", "said"), [("en", "The first time"), ("fr", "La première")])
def test_a_ritual_begun_early_falls_from_the_first_day_and_says_when(
    language: Language, said: str
) -> None:
    desk = MemoryDesk(language)
    first = TODAY + timedelta(14)
    assert desk.try_to_save(begin("Acme", first, 2.0, "founder")) is None
    asked = asked_for(desk, desk.shown, "ritual:weekly-ceo", ("weekly-ceo",))
    assert isinstance(asked, Sheet)
    schedule = Schedule(first, weekdays=(0,))
    meets = next_slot(Ritual("weekly-ceo", schedules=(schedule,)), first)
    assert meets
    assert said in asked.about
    assert long_date(meets, language) in asked.about
    assert settle(asked, language) is None
    ritual = rituals_of(desk.engagement)["weekly-ceo"]
    assert next_slot(ritual, TODAY) == meets


def test_an_act_that_names_nothing_opens_nothing() -> None:
    desk = begun()
    assert asked_for(desk, desk.shown, "nothing:at-all") is None


def test_a_decision_that_a_step_asks_has_its_title_and_is_taken_unless_said_to_wait() -> None:
    desk = begun()
    asked = asked_for(desk, desk.shown, "decision", ("signoff",))
    assert isinstance(asked, Sheet)
    known = {field.name: field.value for field in asked.fields}
    assert known["title"]
    assert known["state"] == "taken"
    assert asked.submit({**known, "why": "It holds."}) is None
    step = desk.shown.step("signoff")
    assert step
    assert step.finished


def test_a_model_is_chosen_after_what_the_rules_ask_and_say() -> None:
    desk = begun()
    asked = asked_for(desk, desk.shown, "frame:model", ("model-choice",))
    assert isinstance(asked, Sheet)
    assert {"headcount", "daily"} <= {field.name for field in asked.fields}
    assert settle(asked) is None
    assert asked.then
    chosen = asked.then()
    assert isinstance(chosen, Sheet)
    assert {"kept", "rejected"} <= {field.name for field in chosen.fields}
    assert desk.words("frame.rule.part-time") in chosen.about, "the rule that speaks is said"
    again = asked_for(desk, desk.shown, "frame:model", ("model-choice",))
    assert isinstance(again, Sheet)
    assert "kept" in {field.name for field in again.fields}, "what is known is not asked again"


def test_a_document_with_blanks_is_written_on_before_anybody_checks_it() -> None:
    desk = begun()
    asked = asked_for(desk, desk.shown, "document:company-brief:verified", ("brief-company",))
    assert isinstance(asked, Sheet)
    assert asked.aloud
    questions = asked.aloud().questions
    said = {field.name: "" for field in questions.fields}
    first = questions.fields[0].name
    assert questions.submit({**said, first: "Ten years.", "author": "Claire"}) is None
    half = asked_for(desk, desk.shown, "document:company-brief:verified", ("brief-company",))
    assert isinstance(half, Sheet)
    assert half.page, "still to be written"
    filled = {field.name: "Said." for field in half.aloud().questions.fields} if half.aloud else {}
    assert half.aloud
    assert half.aloud().questions.submit({**filled, "author": "Claire"}) is None
    whole = asked_for(desk, desk.shown, "document:company-brief:verified", ("brief-company",))
    assert isinstance(whole, Sheet)
    assert "verified_by" in {field.name for field in whole.fields}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_tools_still_without_a_line_are_named_and_can_be_said_not_to_exist(
    language: Language,
) -> None:
    desk = begun(language)

    def list_of_tools() -> Several:
        asked = asked_for(desk, desk.shown, "access", ("access-list",))
        assert isinstance(asked, Several)
        return asked

    words = desk.words
    named = words("access.category.analytics")
    first = list_of_tools()  # nothing is listed yet: nothing is lacking either
    assert named not in first.about
    assert not any(each[0].startswith("no-") for each in first.options)
    assert list_of_tools().submit(("hubspot",)) is None
    asked = list_of_tools()
    assert named in asked.about
    assert words("access.category.crm") not in asked.about
    none_here = [value for value, _ in asked.options if value.startswith("no-")]
    assert none_here == ["no-analytics", "no-automation", "no-reporting"]
    both = asked.submit(("no-analytics", next(key for key, said in asked.options if named in said
                                              and key not in none_here)))  # fmt: skip
    assert both is not None
    assert named in words.refusal(both)
    assert asked.submit(tuple(none_here)) is None
    line = accesses_of(desk.engagement)["no-analytics"]
    assert (line.state, line.na_reason) == ("na", words("act.tools.none-why"))
    assert line.requested_on is None
    planned = desk.shown.step("access-list")
    assert planned is not None
    assert not planned.open


def test_where_nobody_is_in_the_team_the_skills_say_why_somebody_is_asked_for() -> None:
    desk = begun()
    asked = asked_for(desk, desk.shown, "skill-map", ("skill-map",))
    assert isinstance(asked, Sheet)
    assert asked.about.startswith(desk.words("act.people-first"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_once_the_raters_own_are_in_what_the_person_says_of_herself_is_asked(
    language: Language,
) -> None:
    desk = begun(language)
    desk.role = "cmo"
    assert desk.try_to_save(add_person("zoe", "Zoé")) is None
    for skill in ("ac-seo", "da-crm"):
        assert desk.try_to_save(keep_skill(skill, 2, True)) is None

    def opened() -> Sheet:
        asked = asked_for(desk, desk.shown, "rate", ("baseline-autonomy",))
        assert isinstance(asked, Sheet)
        return asked

    for _ in range(2):
        asked = opened()
        assert any(field.name == "side" for field in asked.fields)
        assert settle(asked, language) is None
    for left in (2, 1):
        asked = opened()
        assert not any(field.name == "side" for field in asked.fields), "hers, and nobody else's"
        assert asked.about == desk.words("act.rate-theirs", n=left, name="Zoé")
        assert settle(asked, language) is None
    planned = desk.shown.step("baseline-autonomy")
    assert planned is not None
    assert not planned.open


def test_an_objective_without_its_day_is_asked_for_the_rest_before_another_is() -> None:
    desk = begun()
    asked = asked_for(desk, desk.shown, "objective", ("business-objectives",))
    assert isinstance(asked, Sheet)
    known = {field.name: field.value for field in asked.fields}
    assert asked.submit({**known, "what": "More pipeline", "goal": "600"}) is None
    again = asked_for(desk, desk.shown, "objective", ("business-objectives",))
    assert isinstance(again, Sheet)
    known = {field.name: field.value for field in again.fields}
    assert (known["what"], known["goal"], again.lead) == ("More pipeline", "600", "start")
    assert again.about != asked.about, "a draft of another one would be put over it"
    another = asked_for(desk, desk.shown, "objective")
    assert isinstance(another, Sheet)
    assert {field.name: field.value for field in another.fields}["what"] == "", "from the palette"
    assert again.submit({**known, "start": "300", "by": "31/12/2027"}) is None
    step = desk.shown.step("business-objectives")
    assert step
    assert step.finished


def test_of_several_tools_of_a_kind_the_next_to_open_is_asked_for_and_no_exit_begun() -> None:
    desk, opened = begun(), {"granted_on": date(2026, 3, 3), "verified_on": date(2026, 3, 4)}
    for tool, more in (("GA4", opened), ("Tag Manager", {})):
        line = {"tool": tool, "category": "analytics", "requested_on": date(2026, 3, 2), **more}
        added = add_access(desk.engagement, tool.casefold().replace(" ", "-"), line, TODAY)
        assert desk.try_to_save(added) is None
    asked = asked_for(desk, desk.shown, "access:analytics", ("access-analytics",))
    assert isinstance(asked, Sheet)
    assert (asked.title, asked.about) == (desk.words("access.step.granted"), "Tag Manager")


def test_a_kpi_that_judges_the_engagement_is_asked_for_where_it_starts() -> None:
    desk = begun()
    assert desk.try_to_save(follow(desk.engagement, "leads", {"name": "Leads"}, TODAY)) is None
    several = asked_for(desk, desk.shown, "kpi:success", ("success-kpis",))
    assert isinstance(several, Several)
    assert several.submit(("leads",)) is None
    asked = asked_for(desk, desk.shown, "kpi:success", ("success-kpis",))
    assert isinstance(asked, Sheet)
    assert "baseline" in {field.name for field in asked.fields}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_was_settled_as_the_file_was_opened_is_no_work_of_that_month(
    language: Language,
) -> None:
    desk = begun(language)
    asked = asked_for(desk, desk.shown, "settle:framing", ("sourcing", "interviews"))
    assert isinstance(asked, Several)
    assert asked.submit(("interviews",)) is None
    month = period_of(desk.shown.playbook, desk.engagement, TODAY.replace(day=1), TODAY, TODAY)
    assert (month.done, month.stopped) == ((), ())
