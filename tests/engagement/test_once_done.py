"""Progress agrees with the record: what was done is not undone by what is added later."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from coach_tui.coach.done_when import evidence_for
from coach_tui.coach.plan import plan
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.once_done import once_complete
from coach_tui.engagement.rhythm.dose import set_dose
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.transition.documents import set_document
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


def test_a_record_closes_the_step_it_is_about() -> None:
    """A verified document, decided days a week, a named successor, a deputy given."""
    story = Story()
    before = {each.step.id: each.status for each in plan(PLAYBOOK, story.engagement, d(5))}
    document = {"author": "Tom", "link": "https://x.test", "written_on": d(1)}
    story.do(set_document(story.engagement, "acquisition-process", document))
    story.do(set_document(story.engagement, "acquisition-process", {"verified_by": "Lea"}))
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
