"""What a form proposes before anybody typed, and from what; what it says where nothing is usual."""

from __future__ import annotations

from datetime import date, timedelta

from coach_tui.asking.acts import asked_for
from coach_tui.asking.cost import cost_form
from coach_tui.asking.profile import profile_fields
from coach_tui.asking.sheet import Sheet
from coach_tui.asking.week import reason_of, view_of
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.framing.budget import cost_of, months_planned
from coach_tui.engagement.profile import amend, begin, profile_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.language import LANGUAGES, Refusal

from .desk import TODAY, MemoryDesk


def test_the_days_of_the_mission_are_proposed_as_its_cost_and_say_how() -> None:
    """Known days a week are not asked again as days a month; what was typed there stays."""
    for language in LANGUAGES:
        desk = MemoryDesk(language)
        first, end = date(2026, 1, 5), date(2026, 7, 5)
        assert desk.try_to_save(begin("Acme", first, 2.0, "founder", "signed")) is None
        fields = {each.name: each for each in cost_form(desk.engagement, desk.words).fields}
        assert fields["days_per_month"].value == {"en": "7.33", "fr": "7,33"}[language]
        assert {"2", "44", "÷", "12"} <= {*fields["days_per_month"].hint.split()}
        assert (fields["months"].value, fields["months"].hint) == ("", ""), "no end is planned"
        assert desk.try_to_save(amend(desk.engagement, {"planned_end": end})) is None
        form = cost_form(desk.engagement, desk.words)
        fields = {each.name: each for each in form.fields}
        assert fields["months"].value == "6"
        assert "2026" in fields["months"].hint
        for day, last, months in (
            (date(2026, 1, 1), date(2026, 6, 30), 6.0), (date(2026, 2, 1), date(2026, 4, 30), 3.0),
            (date(2026, 1, 31), date(2026, 2, 28), 1.0), (date(2026, 1, 5), date(2026, 7, 19), 6.5),
            (date(2026, 1, 5), date(2026, 1, 5), None),
        ):  # fmt: skip
            said = {"first_day": day, "planned_end": last}
            told = MemoryDesk(language)
            assert told.try_to_save(begin("Acme", day, 2.0, "founder", "signed")) is None
            assert told.try_to_save(amend(told.engagement, {"planned_end": last})) is None, said
            assert months_planned(told.engagement) == months, said
        answers = {each.name: each.value for each in form.fields}
        assert desk.try_to_save(form.decide({**answers, "days_per_month": "5"})) is None
        again = {each.name: each for each in cost_form(desk.engagement, desk.words).fields}
        assert (again["days_per_month"].value, again["days_per_month"].hint) == ("5", "")
        known = cost_of(desk.engagement)
        assert known
        assert known.days == 30


def test_nothing_is_proposed_where_the_days_are_not_known() -> None:
    desk = MemoryDesk()
    assert desk.try_to_save(begin("Acme", None, None, "founder", "looking")) is None
    fields = {each.name: each for each in cost_form(desk.engagement, desk.words).fields}
    assert (fields["days_per_month"].value, fields["months"].value) == ("", "")


def test_the_planned_end_is_asked_with_what_is_usual() -> None:
    for language in LANGUAGES:
        desk = MemoryDesk(language)
        assert desk.try_to_save(begin("Acme", TODAY, 2.0, "founder", "signed")) is None
        asked = asked_for(desk, desk.shown, "profile:planned_end")
        assert isinstance(asked, Sheet)
        whole = profile_fields(profile_of(desk.engagement), desk.words)
        for field in (asked.fields[0], next(each for each in whole if each.name == "planned_end")):
            assert "3" in field.hint, field
            assert "12" in field.hint, field


def test_a_ritual_that_is_not_begun_says_so_and_not_that_a_line_is_missing() -> None:
    desk = MemoryDesk()
    assert desk.try_to_save(begin("Acme", TODAY, 2.0, "founder", "begun")) is None
    desk.today = TODAY + timedelta(1)
    asked = asked_for(desk, desk.shown, "ritual:standup")
    assert isinstance(asked, Sheet)
    refused = asked.submit({"begin": "no"})
    assert isinstance(refused, Refusal)
    assert refused.field == "begin"
    assert "line" not in desk.words.refusal(refused)
    assert asked.submit({"begin": "yes"}) is None
    assert "standup" in rituals_of(desk.engagement)


def test_a_tool_to_be_put_in_the_company_s_hands_begins_at_what_is_missing() -> None:
    """Not at the tool's name, sixteen questions before; and what is answered settles it."""
    of_cmo = {"owner": "Ada", "admins": 2, "cmo_owns": True}
    for known, asked_first in (({}, "owner"), ({"owner": "Ada"}, "admins"), (of_cmo, "transfer")):
        desk = MemoryDesk(role="successor")
        assert desk.try_to_save(begin("Acme", TODAY, 2.0, "successor", "successor")) is None
        tool = {"tool": "GA4", "category": "analytics", "granted_on": TODAY, **known}
        assert desk.try_to_save(add_access(desk.engagement, "a", tool, TODAY)) is None
        move = view_of(desk.shown).move("take-access:a")
        assert move
        asked = asked_for(desk, desk.shown, move.act, move.about)
        assert isinstance(asked, Sheet)
        if asked_first != "transfer":
            assert asked.lead == asked_first
            assert asked_first in {each.name for each in asked.fields}
            continue
        assert "CMO" in reason_of(view_of(desk.shown), move)
        assert {each.name for each in asked.fields} == {"transferred_to", "transferred_on"}
        answers = {"transferred_to": "Ada", "transferred_on": TODAY.isoformat()}
        assert asked.submit(answers) is None
        assert view_of(desk.shown).move("take-access:a") is None
