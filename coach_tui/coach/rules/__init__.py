"""The forty rules, in the order of the mission, and six praises. One module a subject.

Each is a pure function named after its id in content/advice/; its docstring says when it speaks,
with the number it has in the facts (R01 to R40), the source and what is our rule of thumb.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.coach.rules import (
    autonomy,
    framing,
    kpis,
    onboarding,
    praise,
    rhythm,
    transition,
)
from coach_tui.coach.rules.rule import Rule

RULES: Final[Mapping[str, Rule]] = {
    **framing.RULES,
    **onboarding.RULES,
    **kpis.RULES,
    **rhythm.RULES,
    **autonomy.RULES,
    **transition.RULES,
}
PRAISES: Final[Mapping[str, Rule]] = praise.RULES
