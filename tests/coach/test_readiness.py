"""Readiness on the two worked examples, its gates, and what earns most."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.coach.readiness import CountedPart, ReadinessCounts, advise, readiness

EARLY = ReadinessCounts(
    cover=CountedPart(5, 8), backups=CountedPart(2, 8), documents=CountedPart(4, 9),
    fresh=CountedPart(5, 6), months=1, accesses=CountedPart(10, 12), rituals=CountedPart(5, 8),
    decisions=CountedPart(4, 8), contacts=CountedPart(3, 5),
    ownership=False, successor=True, skills=True, loops=True, absence=True,
)  # fmt: skip
LATER = ReadinessCounts(
    cover=CountedPart(7, 8), backups=CountedPart(4, 8), documents=CountedPart(8, 9),
    fresh=CountedPart(6, 6), months=2, accesses=CountedPart(12, 12), rituals=CountedPart(7, 8),
    decisions=CountedPart(6, 8), contacts=CountedPart(5, 5),
    ownership=True, successor=True, skills=True, loops=True, absence=True,
)  # fmt: skip
NOTHING = ReadinessCounts(*[CountedPart(0, 0)] * 4, 0, *[CountedPart(0, 0)] * 4)


def test_halfway_with_the_cmo_sole_owner_the_advice_is_to_document_before_recruiting() -> None:
    found = readiness(EARLY)
    assert found.score == 58.5
    assert (found.failed, found.verdict, found.ready) == (("ownership",), "prepare", False)
    assert advise(4, found.ready) == "document"


def test_later_with_its_gates_met_it_is_ready_to_overlap() -> None:
    found = readiness(LATER)
    assert (found.score, found.failed, found.verdict) == (88.2, (), "overlap")
    assert advise(4, found.ready) == "recruit"


def test_a_gate_that_fails_caps_a_high_score_and_never_lifts_a_low_one() -> None:
    assert readiness(LATER._replace(absence=False)).verdict == "prepare"
    unknown = readiness(LATER._replace(absence=None, loops=False))
    assert (unknown.verdict, unknown.failed) == ("prepare", ("loops", "absence"))
    told = [unknown.state(gate) for gate in ("absence", "loops", "skills")]
    assert told == ["blank", "failed", "met"], "nothing is recorded, which is not the same"
    assert readiness(NOTHING).verdict == "not-ready"


def test_each_line_says_what_it_earned_and_the_proof_that_is_missing() -> None:
    lines = {line.id: line for line in readiness(EARLY).lines}
    assert round(lines["autonomy"].earned, 3) == 15.375
    assert [round(line.possible) for line in lines.values()] == [30, 20, 15, 15, 10, 10]
    assert [proof.id for proof in lines["kpis"].missing] == ["fresh", "months"]
    assert lines["rituals"].missing[0].part.missing == 3


def test_the_action_that_earns_most_is_the_next_one_with_the_largest_gain() -> None:
    best = readiness(EARLY).best
    assert best is not None
    assert (best.id, best.gain) == ("months", 3.75)
    nothing = readiness(NOTHING)
    assert nothing.score == 0
    assert nothing.best is not None
    assert nothing.best.id == "cover"
    full = {
        name: CountedPart(8, 8)
        for name in ("cover", "backups", "documents", "rituals", "decisions")
    }
    assert readiness(LATER._replace(**full)).best is None


def test_the_four_quarters_of_the_two_axes() -> None:
    assert [advise(need, ready) for need in (1, 2) for ready in (False, True)] == [
        "continue", "taper", "document", "recruit",
    ]  # fmt: skip


parts = st.builds(CountedPart, st.integers(0, 40), st.integers(0, 30))
records = st.builds(
    ReadinessCounts, *[parts] * 4, st.integers(0, 9), *[parts] * 4, *[st.none() | st.booleans()] * 5
)


@given(records)
def test_the_score_is_within_a_hundred_and_ready_only_with_every_gate(
    found: ReadinessCounts,
) -> None:
    verdict = readiness(found)
    assert 0 <= verdict.score <= 100
    assert all(0 <= line.earned <= line.possible + 1e-9 for line in verdict.lines)
    assert not (verdict.ready and verdict.failed)


@given(records)
def test_doing_what_earns_most_earns_what_was_said(found: ReadinessCounts) -> None:
    best = readiness(found).best
    if best is None or best.part.total == 0 or best.id == "months":
        return
    better = found._replace(**{best.id: best.part._replace(done=best.part.done + 1)})
    gained = sum(line.earned for line in readiness(better).lines)
    before = sum(line.earned for line in readiness(found).lines)
    assert abs(gained - before - best.gain) < 1e-9
