"""Candidates marked by two raters, and the contract with its grid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.framing.candidates import (
    CRITERIA,
    add_candidate,
    amend_candidate,
    candidates_of,
    candidates_recorded,
    compare,
    mark,
    score,
    veto,
)
from coach_tui.engagement.framing.contract import (
    BASE,
    CLAUSES,
    contract_of,
    contract_recorded,
    set_clause,
    set_indicator,
)
from coach_tui.engagement.state import Engagement
from tests.engagement.recording import after, refused

POINTS = {"track-record": 60.0, "fit": 40.0}


def test_a_scorecard_half_filled_has_points_and_no_verdict() -> None:
    engagement = after(Engagement(), add_candidate("c1", "Ada"), mark("c1", "1", "track-record", 4))
    (ada,) = candidates_of(engagement)
    found = compare(ada, POINTS)
    assert (found.scores[0].points, found.scores[0].possible) == (48.0, 60.0)
    assert (found.scores[0].complete, found.ready, found.mean, found.verdict) == (
        False, False, None, "",
    )  # fmt: skip
    assert found.apart == ()


def test_two_raters_compare_once_both_have_marked_everything() -> None:
    engagement = after(
        Engagement(),
        add_candidate("c1", "Ada"),
        *(mark("c1", "1", criterion, 5) for criterion in POINTS),
        mark("c1", "2", "track-record", 3),
    )
    assert compare(candidates_of(engagement)[0], POINTS).apart == ()
    engagement = after(engagement, mark("c1", "2", "fit", 4))
    found = compare(candidates_of(engagement)[0], POINTS)
    assert found.apart == ("track-record",)
    assert (found.mean, found.verdict) == (84.0, "strong")


def test_candidates_are_recorded_once_one_was_marked_twice_on_everything() -> None:
    marks = [mark("c1", rater, criterion, 4) for rater in "12" for criterion in CRITERIA]
    engagement = after(Engagement(), add_candidate("c1", "Ada"), *marks[:-1])
    assert candidates_recorded(engagement) == ""
    assert candidates_recorded(after(engagement, marks[-1])) == "Ada"


def test_one_veto_ends_it_whatever_the_score() -> None:
    engagement = after(
        Engagement(), add_candidate("c1", "Ada"), veto("c1", "no-exit", True),
        *(mark("c1", rater, criterion, 5) for rater in "12" for criterion in POINTS),
    )  # fmt: skip
    assert compare(candidates_of(engagement)[0], POINTS).verdict == "veto"
    lifted = after(engagement, veto("c1", "no-exit", False))
    assert compare(candidates_of(lifted)[0], POINTS).verdict == "strong"


def test_a_candidate_renamed_keeps_her_marks() -> None:
    engagement = after(
        Engagement(), add_candidate("c1", "Ada", "permanent"), mark("c1", "1", "fit", 2),
        amend_candidate("c1", {"name": "Ada Byron"}),
    )  # fmt: skip
    (ada,) = candidates_of(engagement)
    assert (ada.name, ada.post, ada.marks["1"]["fit"]) == ("Ada Byron", "permanent", 2)


@pytest.mark.parametrize("given_mark", [0, 6, -1])
def test_marks_go_from_one_to_five(given_mark: int) -> None:
    assert refused(mark("c1", "1", "fit", given_mark)) == "refusal.frame.mark"


def test_what_a_candidate_cannot_be() -> None:
    assert refused(add_candidate("c1", " ")) == "refusal.frame.no-name"
    assert refused(add_candidate("c1", "x" * 300)) == "refusal.frame.long-name"
    assert refused(add_candidate("c1", "Ada", "intern")) == "refusal.frame.choice"
    assert refused(mark("c1", "3", "fit", 3)) == "refusal.frame.rater"


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 5)))
def test_a_score_stays_on_a_hundred(marks: dict[str, int]) -> None:
    found = score(marks, dict.fromkeys("abcd", 25.0))
    assert 0 <= found.points <= found.possible <= 100


def test_the_contract_is_recorded_once_the_guides_four_blocks_are_agreed() -> None:
    engagement = after(Engagement(), *(set_clause(name, "agreed", "founder") for name in BASE[:3]))
    assert contract_recorded(engagement) == ""
    engagement = after(engagement, set_clause("exit", "agreed"))
    assert contract_recorded(engagement)
    assert len(contract_of(engagement).missing) == len(CLAUSES) - 4
    assert contract_of(engagement).clauses["scope"].holder == "founder"


def test_a_clause_put_aside_says_why() -> None:
    assert refused(set_clause("gdpr", "na")) == "refusal.frame.na-needs"
    assert refused(set_clause("nosuch", "agreed")) == "refusal.frame.choice"


def test_two_reds_or_four_doubts_warn() -> None:
    one_red = after(Engagement(), set_indicator("clients", "red"))
    assert not contract_of(one_red).warned
    assert contract_of(after(one_red, set_indicator("tools", "red"))).warned
    doubts = [set_indicator(name, "doubt") for name in ("time", "method", "control", "price")]
    assert not contract_of(after(one_red, *doubts[:3])).warned
    assert contract_of(after(one_red, *doubts)).warned
