"""The cost in words: what is counted agrees with its figure."""

from __future__ import annotations

import pytest

from coach_tui.bundled import Catalogues
from coach_tui.coach.advice.ranked import all_advice
from coach_tui.engagement.framing.budget import plan_cost
from coach_tui.engagement.framing.cost import Cost, Dose, FullTime, Phase, cost
from coach_tui.engagement.proof import Money
from coach_tui.exports.framing.cost import cost_lines, over_budget_lines
from coach_tui.exports.framing.decision_note import decision_note
from coach_tui.language import Language, Words
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d


@pytest.mark.parametrize(
    ("language", "dose", "said"),
    [
        ("fr", Dose(1000, 1, 1), ("La mission\u00a0: 1 jour ×", "Effort\u00a0: 1 jour, contre")),
        ("fr", Dose(1000, 1, 1), ("! 1 jour n’est pas le même effort",)),
        ("fr", Dose(1000, phases=(Phase(1.5, 1),)), ("× 1 semaine = 1,5 jour,",)),
        ("fr", Dose(1000, phases=(Phase(2, 13),)), ("× 13 semaines = 26 jours,",)),
        ("en", Dose(1000, 1, 1), ("The engagement: 1 day ×", "Effort: 1 day, against")),
        ("en", Dose(1000, phases=(Phase(1.5, 1),)), ("× 1 week = 1.5 days,",)),
        ("en", Dose(1000, phases=(Phase(2, 13),)), ("× 13 weeks = 26 days,",)),
    ],
)
def test_one_day_is_not_said_as_several(
    language: Language, dose: Dose, said: tuple[str, ...]
) -> None:
    worked_out = cost(dose, FullTime())
    assert isinstance(worked_out, Cost)
    written = "\n".join(cost_lines(worked_out, Words(language)))
    for each in said:
        assert each in written


def test_a_fee_past_the_leadership_budget_is_said_alike_in_check_on_the_screen_and_in_the_note():
    """3 × 13 + 1 × 31 = 70 days, at 1 000 € in 44 billed weeks: 70 000 €, a year's. 8 × 6 = 48 days
    in half a year: 48 000 €, and 96 000 € were it a year."""
    year, half = Dose(1_000, phases=(Phase(3, 13), Phase(1, 31))), Dose(1_000, 8, 6)
    fee, pace = "The fee passes the leadership budget", "At this pace a year would cost"
    cases = [
        (year, 70_000, "", 0), (year, 69_999, fee, 70_000),
        (half, 96_000, "", 0), (half, 95_999, pace, 96_000), (half, 48_000, pace, 96_000),
        (half, 47_999, fee, 48_000),
    ]  # fmt: skip
    words = Words("en")
    for dose, budget, said, figure in cases:
        story = Story().profile(leadership_budget=float(budget)).do(plan_cost(dose, FullTime()))
        lines = "".join(over_budget_lines(story.engagement, words))
        assert said in lines if said else not lines, (dose, budget)
        assert not said or f"€{figure:,}" in lines, (dose, budget)
        assert lines in decision_note(story.engagement, Catalogues(), words, d(0))
        found = {each.id: each for each in all_advice(PLAYBOOK, story.engagement, d(0), CATALOGUES)}
        told = found.get("fee-over-leadership")
        assert bool(told) is (said == fee), (dose, budget)
        assert not told or told.values["fee"] == Money(figure), (dose, budget)
