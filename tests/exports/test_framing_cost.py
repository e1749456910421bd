"""The cost in words: what is counted agrees with its figure."""

from __future__ import annotations

import pytest

from coach_tui.engagement.framing.cost import Cost, Dose, FullTime, Phase, cost
from coach_tui.exports.framing.cost import cost_lines
from coach_tui.language import Language, Words


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
