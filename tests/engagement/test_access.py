"""The ledger has two ends: what is opened is verified, and what is closed is verified closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.access import facts as access_facts
from coach_tui.engagement.access.change import (
    add_access,
    free_id,
    is_more,
    remove_access,
    set_access,
)
from coach_tui.engagement.access.flags import flags_of, if_it_ended, shows_exit
from coach_tui.engagement.access.record import STATES, Access, accesses_of
from coach_tui.engagement.access.steps import next_step, set_aside, take_back_up, take_step
from coach_tui.engagement.change import Draft
from coach_tui.engagement.state import Engagement
from coach_tui.exports.proof_words import proof_plain
from coach_tui.language import LANGUAGES, Words

from .kpi_mission import day, reason, recorded

TODAY = day("2026-03-12")


def asked(ledger, access_id="hubspot", tool="HubSpot", **fields):
    return recorded(ledger, add_access(ledger, access_id, {"tool": tool, **fields}, TODAY))


def moved(ledger, access_id, step, today=TODAY, **fields):
    return recorded(ledger, take_step(ledger, access_id, step, fields, today))


def opened(ledger, access_id="hubspot", **fields):
    ledger = asked(ledger, access_id, fields.pop("tool", access_id), **fields)
    ledger = moved(ledger, access_id, "granted", granted_role="View-only", granted_to="Ann")
    return moved(ledger, access_id, "verified", evidence="saw the won deals")


def line(ledger, access_id="hubspot") -> Access:
    return accesses_of(ledger)[access_id]


def flags(ledger, access_id="hubspot", today=TODAY):
    return [flag.id for flag in flags_of(line(ledger, access_id), today)]


@pytest.fixture
def ledger():
    return Engagement()


def test_one_step_at_a_time_from_asked_to_verified_removed(ledger):
    ledger = asked(ledger, requested_role="View-only")
    seen = []
    said = {"granted_role": "View-only", "exit_verified_by": "Zoé"}
    while step := next_step(line(ledger)):
        seen.append(step)
        ledger = moved(ledger, "hubspot", step, **said)
    assert seen == ["granted", "verified", "leaving", "removed", "exit-verified"]
    assert line(ledger).removed_on == TODAY
    assert line(ledger).exit_verified_on == TODAY
    assert line(ledger).state == "exit-verified"


def test_removed_and_verified_removed_are_two_facts(ledger):
    ledger = moved(moved(opened(ledger), "hubspot", "leaving"), "hubspot", "removed")
    assert line(ledger).state == "removed"
    assert line(ledger).exit_verified_on is None
    refused = take_step(ledger, "hubspot", "exit-verified", {}, TODAY)
    assert reason(refused) == "refusal.access.exit-verified-by-needs"
    own = take_step(ledger, "hubspot", "exit-verified", {"exit_verified_by": " ann "}, TODAY)
    assert reason(own) == "refusal.access.verified-by-cmo"


def test_what_the_cmo_owns_is_transferred_before_it_is_removed(ledger):
    ledger = opened(ledger, exit="transfer")
    ledger = moved(ledger, "hubspot", "leaving")
    assert next_step(line(ledger)) == "transferred"
    refused = take_step(ledger, "hubspot", "removed", {}, TODAY)
    assert reason(refused) == "refusal.access.not-next"
    assert (
        reason(take_step(ledger, "hubspot", "transferred", {}, TODAY))
        == "refusal.access.transferred-to-needs"
    )
    ledger = moved(ledger, "hubspot", "transferred", transferred_to="Zoé")
    assert next_step(line(ledger)) == "removed"


def test_a_shared_secret_is_changed_before_the_removal_is_verified(ledger):
    ledger = opened(ledger, shared_secret=True)
    ledger = moved(moved(ledger, "hubspot", "leaving"), "hubspot", "removed")
    assert next_step(line(ledger)) == "rotated"
    assert "rotate" in flags(ledger)
    ledger = moved(ledger, "hubspot", "rotated")
    assert next_step(line(ledger)) == "exit-verified"
    assert "rotate" not in flags(ledger)


def test_what_is_kept_says_why_and_is_only_verified(ledger):
    ledger = opened(ledger)
    bare = take_step(ledger, "hubspot", "leaving", {"exit": "keep"}, TODAY)
    assert reason(bare) == "refusal.access.keep-needs"
    ledger = moved(ledger, "hubspot", "leaving", exit="keep", keep_reason="advisory until June")
    assert next_step(line(ledger)) == "exit-verified"
    assert if_it_ended([line(ledger)]) == ((), ())


def test_if_it_ended_today(ledger):
    for number in range(7):
        ledger = opened(ledger, f"tool-{number}", exit="downgrade" if number else "revoke")
    ledger = opened(ledger, "figma", exit="transfer")
    ledger = opened(ledger, "domain", cmo_owns=True)
    ledger = opened(ledger, "kept", exit="keep", keep_reason="advisory")
    ledger = asked(ledger, "asked-only")
    ending = if_it_ended(accesses_of(ledger).values())
    assert (len(ending.revoke), len(ending.transfer)) == (7, 2)
    ledger = moved(ledger, "figma", "transferred", transferred_to="Zoé")
    assert [len(lines) for lines in if_it_ended(accesses_of(ledger).values())] == [8, 1]


@pytest.mark.parametrize(
    ("fields", "flag"),
    [
        ({"cmo_owns": True}, "sole-owner"),
        ({"cmo_owns": True, "admins": 0}, "sole-owner"),
        ({"admins": 1}, "few-admins"),
        ({"admins": 0}, "few-admins"),
        ({"planned_end": TODAY - timedelta(1)}, "past-end"),
    ],
)
def test_each_flag_is_raised_by_what_is_wrong_and_only_by_that(ledger, fields, flag):
    assert flags(opened(ledger, admins=2)) == []
    assert flag in flags(opened(ledger, **fields))
    assert flag not in flags(opened(ledger, admins=2, planned_end=TODAY))


def test_not_verified_from_the_fifth_day(ledger):
    ledger = moved(asked(ledger), "hubspot", "granted", granted_role="View-only")
    assert "unverified" not in flags(ledger, today=TODAY + timedelta(4))
    assert "unverified" in flags(ledger, today=TODAY + timedelta(5))
    ledger = moved(ledger, "hubspot", "verified", TODAY + timedelta(5))
    assert "unverified" not in flags(ledger, today=TODAY + timedelta(9))


def test_granted_more_than_asked_is_seen_in_the_words_and_can_be_said(ledger):
    ledger = asked(ledger, requested_role="View-only seat")
    assert line(moved(ledger, "hubspot", "granted", granted_role="Super Admin")).more
    assert not line(moved(ledger, "hubspot", "granted", granted_role="view-only")).more
    assert not line(moved(ledger, "hubspot", "granted", granted_role="Chef de gare")).more
    said = moved(ledger, "hubspot", "granted", granted_role="Chef de gare", more=True)
    assert flags(said) == ["too-much"]
    assert is_more("Éditeur", "Lecture")
    assert not is_more("Lecture", "Administrateur")


def test_the_exit_side_appears_by_itself_as_the_end_comes_near(ledger):
    access = line(opened(ledger))
    assert not shows_exit(access, TODAY)
    assert not shows_exit(access, TODAY, TODAY + timedelta(31))
    assert shows_exit(access, TODAY, TODAY + timedelta(30))
    assert shows_exit(line(opened(ledger, planned_end=TODAY)), TODAY)
    assert shows_exit(line(moved(opened(ledger), "hubspot", "leaving")), TODAY)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"tool": "  "}, "refusal.access.no-tool"),
        ({"tool": "x" * 121}, "refusal.field.long"),
        ({"reason": "mot de passe : Tr0ub4dor&3"}, "refusal.secret.password"),
        ({"evidence": "AKIAABCDEFGHIJKLMNOP"}, "refusal.secret.key"),
        ({"asset": "https://ann:hunter2@example.com/"}, "refusal.secret.password"),
        ({"category": "toys"}, "refusal.field.choice"),
        ({"exit": "burn"}, "refusal.field.choice"),
        ({"exit": "keep"}, "refusal.access.keep-needs"),
        ({"admins": -1}, "refusal.field.count"),
        ({"admins": True}, "refusal.field.count"),
        ({"requested_on": TODAY + timedelta(1)}, "refusal.field.future"),
        ({"planned_end": day("2199-01-01")}, "refusal.field.far-day"),
        ({"granted_on": TODAY - timedelta(1)}, "refusal.access.backwards"),
    ],
)
def test_what_cannot_be_is_refused_in_words(ledger, fields, why):
    decision = add_access(ledger, "hubspot", {"tool": "HubSpot", **fields}, TODAY)
    assert reason(decision) == why
    for language in LANGUAGES:
        said = Words(language).refusal(decision)
        assert said != why
        assert "{" not in said


def test_no_secret_gets_in_by_any_way(ledger):
    ledger = asked(ledger)
    secret = "password: hunter2!"
    ways = [
        take_step(ledger, "hubspot", "granted", {"granted_role": secret}, TODAY),
        set_access(ledger, "hubspot", {"owner": secret}, TODAY),
        set_aside(ledger, "hubspot", secret, TODAY),
    ]
    assert [reason(way) for way in ways] == ["refusal.secret.password"] * 3


def test_a_grant_written_down_late_is_no_contradiction(ledger):
    ledger = moved(
        asked(ledger), "hubspot", "granted",
        granted_role="View-only", granted_on=TODAY - timedelta(9),
    )  # fmt: skip
    assert line(ledger).requested_on == TODAY - timedelta(9)


def test_aside_and_back(ledger):
    ledger = asked(ledger)
    assert reason(set_aside(ledger, "hubspot", " ", TODAY)) == "refusal.access.na-needs"
    ledger = recorded(ledger, set_aside(ledger, "hubspot", "no CRM yet", TODAY))
    assert line(ledger).state == "na"
    assert (flags(ledger, today=TODAY + timedelta(99)), next_step(line(ledger))) == ([], "")
    assert line(recorded(ledger, take_back_up(ledger, "hubspot", TODAY))).state == "requested"
    was_open = opened(ledger, "ga4")
    assert reason(set_aside(was_open, "ga4", "why", TODAY)) == "refusal.access.was-open"


def test_only_a_line_never_opened_can_be_taken_out(ledger):
    ledger = asked(ledger)
    assert not accesses_of(recorded(ledger, remove_access(ledger, "hubspot")))
    ledger = opened(ledger, "ga4")
    assert reason(remove_access(ledger, "ga4")) == "refusal.access.was-open"


def test_a_tool_can_have_two_lines(ledger):
    ledger = asked(ledger)
    assert reason(add_access(ledger, "hubspot", {"tool": "HubSpot"}, TODAY)).endswith("already")
    assert free_id("hubspot", ledger) == "hubspot-2"
    ledger = asked(ledger, "hubspot-2", asset="second portal")
    assert free_id("hubspot", ledger) == "hubspot-3"
    assert list(accesses_of(ledger)) == ["hubspot", "hubspot-2"]


def test_steps_are_shown_done_by_the_lines_that_make_it_so(ledger):
    crm = access_facts.verified("crm")
    ledger = asked(ledger, category="crm")
    assert crm(ledger) == ""
    ledger = moved(ledger, "hubspot", "granted", granted_role="View-only")
    alone = ledger
    ledger = asked(ledger, "modjo", "Modjo", category="crm")
    ledger = moved(ledger, "hubspot", "verified")
    assert crm(ledger) == ""  # every tool of the category, not only one
    later = asked(moved(alone, "hubspot", "verified"), "modjo", "Modjo", category="crm")
    assert proof_plain(crm(later)) == "HubSpot 2026-03-12", "what is added since undoes nothing"
    ledger = recorded(ledger, set_aside(ledger, "modjo", "no call is recorded", TODAY))
    assert proof_plain(crm(ledger)) == "HubSpot 2026-03-12"
    assert access_facts.listed(ledger) == ""
    for category in ("analytics", "automation", "reporting"):
        ledger = asked(ledger, category, category.title(), category=category)
    assert access_facts.listed(ledger) == "HubSpot, Modjo, Analytics, Automation, Reporting"


def test_ownership_and_exit_are_proved_line_by_line(ledger):
    ledger = opened(ledger, owner="Zoé", admins=2, critical=True, tool="HubSpot")
    assert access_facts.company_owned(ledger) == "HubSpot"
    assert access_facts.clean_ledger(ledger) == "HubSpot"
    assert access_facts.exit_complete(ledger) == ""
    for step in ("leaving", "removed", "exit-verified"):
        ledger = moved(ledger, "hubspot", step, exit_verified_by="Zoé")
    assert access_facts.exit_complete(ledger) == "HubSpot"
    ledger = opened(ledger, "domain", cmo_owns=True)
    assert access_facts.company_owned(ledger) == ""
    assert access_facts.clean_ledger(ledger) == ""
    assert access_facts.exit_complete(ledger) == ""


def test_broken_records_are_read_as_empty_and_never_raise(ledger):
    broken = {"tool": 3, "category": [], "exit": "burn", "admins": "two", "granted_on": "soon"}
    ledger = recorded(ledger, [Draft("access", "x", broken)])
    access = line(ledger, "x")
    assert (access.tool, access.category, access.exit, access.admins) == (
        "",
        "other",
        "revoke",
        None,
    )
    assert access.state == "requested"


DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))


@given(
    st.builds(
        Access, st.just("x"), exit=st.sampled_from(["revoke", "downgrade", "transfer", "keep"]),
        cmo_owns=st.booleans(), shared_secret=st.booleans(), granted_on=DAYS, verified_on=DAYS,
        leaving_on=DAYS, removed_on=DAYS, rotated_on=DAYS, transferred_on=DAYS,
        exit_verified_on=DAYS, planned_end=DAYS, requested_on=DAYS, admins=st.integers(0, 9),
    )
)  # fmt: skip
def test_every_line_has_a_state_and_no_flag_of_two_minds(access):
    assert access.state in STATES
    assert access.open + access.gone <= 1
    ids = [flag.id for flag in flags_of(access, TODAY)]
    assert len(ids) == len(set(ids))
    assert (next_step(access) == "") == (access.state in ("na", "exit-verified"))
    ending = if_it_ended([access])
    assert len(ending.revoke) + len(ending.transfer) <= 1
    assert not (access.gone and (ending.revoke or ending.transfer))
