"""Progress agrees with the record: what was done is not undone by what is added later."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from coach_tui.coach.done_when import evidence_for
from coach_tui.coach.plan import plan
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.once_done import once_complete
from coach_tui.engagement.rhythm.dose import set_dose
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.plan import set_goal
from coach_tui.engagement.team.skills import amend_skill, log_use
from coach_tui.engagement.transition.record import set_transition
from coach_tui.exports.proof_words import proof_plain
from tests.coach.story import PLAYBOOK, Story, d

FULL: dict[str, Any] = {
    "owner": "Ann", "baseline": Decimal(40), "baseline_on": d(0),
    **{f"target_{months}": Decimal(40 + months) for months in (3, 6, 12)},
    **{f"target_{months}_on": d(30 * months) for months in (3, 6, 12)},
}  # fmt: skip


def shown(story: Story, *facts: str) -> list[str]:
    return [proof_plain(evidence_for(fact, story.engagement)) for fact in facts]


def five_kpis() -> Story:
    story = Story()
    for place, family in enumerate(("business", "marketing", "marketing", "team", "marketing")):
        story.kpi(f"k{place}", family=family, **FULL)
    return story


def test_adding_a_kpi_undoes_no_step_that_was_done() -> None:
    facts = ("kpi:chosen", "kpi:baselines", "kpi:targets")
    story = five_kpis()
    assert shown(story, *facts) == ["5", "5", "5"]
    story.kpi("k5", family="marketing", kind="above", limit=Decimal(10))
    assert shown(story, *facts) == ["5", "6", "6"], "a KPI that stays needs no baseline"
    story.kpi("k6", family="marketing").kpi("k7", family="marketing").kpi("k8", family="team")
    assert shown(story, *facts) == ["5", "6", "6"]
    begun_badly = Story().kpi("k0", family="business").kpi("k1", family="team", **FULL)
    assert shown(begun_badly, *facts) == ["", "", ""], "one lacked it all along"


def test_the_same_holds_for_ratings() -> None:
    story = Story().person("Tom").skill("da-reporting").rate("tom", "da-reporting", 2)
    own = rate(story.engagement, "own", person="tom", skill="da-reporting", level=1, side="member",
               day=d(1), today=d(1))  # fmt: skip
    assert shown(story.do(own), "team:rated") == ["Tom"]
    assert shown(story.person("Lea"), "team:rated") == ["Tom"]
    assert shown(story.skill("cr-ops"), "team:rated") == ["Tom"]


def test_a_fourth_kpi_of_success_does_not_undo_the_first_three() -> None:
    story = five_kpis()
    for kpi in ("k0", "k1", "k2", "k3"):
        story.raw("kpi", kpi, success=True)
        if kpi == "k2":
            assert shown(story, "kpi:success") == ["3"]
    assert shown(story, "kpi:success") == ["3"]


def test_a_tool_added_undoes_no_step_that_was_done() -> None:
    """A second CRM, not verified; a tool with one admin, once the guide's four kinds are sound."""
    sound = {"requested_on": d(0), "granted_on": d(1), "admins": 2, "requested_role": "admin",
             "granted_role": "admin"}  # fmt: skip
    story = Story().access("HubSpot", verified_on=d(2), **sound)
    assert shown(story, "access:crm:verified", "access:hygiene") == [
        "HubSpot 2026-03-04",
        "HubSpot",
    ]
    story.access("Pipedrive", granted_on=d(3), admins=1)
    assert shown(story, "access:crm:verified") == ["HubSpot 2026-03-04"]
    assert shown(story, "access:hygiene") == [""], "only one kind of tool was sound until then"
    story = Story()
    for tool, kind in (("HubSpot", "crm"), ("GA4", "analytics"), ("Zapier", "automation"),
                       ("Looker", "reporting")):  # fmt: skip
        story.access(tool, **{**sound, "category": kind})
    assert shown(story, "access:hygiene") == ["HubSpot, GA4, Zapier, Looker"]
    story.access("Ads", category="ads", granted_on=d(3), admins=1)
    assert shown(story, "access:hygiene") == ["HubSpot, GA4, Zapier, Looker"]
    spoilt = next(iter(story.engagement.records("access")))
    assert shown(story.raw("access", spoilt, admins=1), "access:hygiene") == [""], "no addition"


def test_somebody_or_a_skill_that_came_since_undoes_no_step() -> None:
    facts = ("team:critical", "team:objectives", "team:goals", "team:backups")
    story = Story().person("Tom").skill("da-reporting").rate("tom", "da-reporting", 2)
    assert shown(story, *facts) == ["1", "", "", ""]
    goal = set_goal(story.engagement, "g", "tom", "da-reporting", 3, d(90), "the May report")
    story.do(goal).do(amend_skill(story.engagement, "da-reporting", backup="tom"))
    story.do(log_use(story.engagement, "u", "da-reporting", "tom", d(1), d(1)))
    assert shown(story, *facts) == ["1", "Tom", "Tom", "Tom"]
    story.person("Lea").skill("cr-ops")
    assert shown(story, *facts) == ["1", "Tom", "Tom", "Tom"]
    story.raw("person", "tom", left=d(3).isoformat())
    assert shown(story, "team:objectives") == [""], "nobody who aimed at something is there"


def test_a_record_closes_the_step_it_is_about() -> None:
    """A verified document, decided days a week, a named successor, a deputy given."""
    story = Story()
    before = {each.step.id: each.status for each in plan(PLAYBOOK, story.engagement, d(5))}
    document = {"author": "Tom", "link": "https://x.test", "written_on": d(1)}
    story.do(describe_document(story.engagement, "acquisition-process", document, d(0)))
    story.do(
        describe_document(story.engagement, "acquisition-process", {"verified_by": "Lea"}, d(0))
    )
    assert document_of(story.engagement, "acquisition-process").verified
    story.do(set_dose("x", d(40), 1.5, "the team took over"))
    named = {"successor": "Ada", "relay": "Tom", "successor_first_day": d(300)}
    story.do(set_transition(story.engagement, named))
    after = {each.step.id: each.status for each in plan(PLAYBOOK, story.engagement, d(5))}
    closed = {step for step, status in after.items() if status == "done" != before[step]}
    assert {"doc-acquisition", "taper", "references-offer", "deputy"} <= closed


def test_there_was_a_moment_when_all_was_complete() -> None:
    cases = [
        ({"a": "1"}, {}, ()),
        ({"a": "1"}, {"a": "1"}, ("a",)),
        ({"a": "1", "b": "3"}, {"a": "2"}, ("a",)),
        ({"a": "1", "b": "2"}, {"a": "3"}, ()),
        ({"a": "1", "b": "2"}, {"a": "3", "b": "4"}, ("a", "b")),
        ({"a": "1", "b": "2", "c": "5"}, {"a": "3", "b": "4"}, ("a", "b")),
    ]  # fmt: skip
    for begun, completed, expected in cases:
        assert once_complete(begun, completed) == expected
    assert once_complete({"a": "1"}, {"a": "1"}, lambda found: len(found) > 1) == ()
