"""The forty rules, in the order of the mission, and six praises. One module a subject.

Each is a pure function named after its id in content/advice/; its docstring says when it speaks,
with the number it has in the facts (R01 to R40), the source and what is our rule of thumb.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.coach.rules.autonomy import RULES as AUTONOMY
from coach_tui.coach.rules.framing import RULES as FRAMING
from coach_tui.coach.rules.kpis import RULES as KPIS
from coach_tui.coach.rules.onboarding import RULES as ONBOARDING
from coach_tui.coach.rules.praise import RULES as PRAISE
from coach_tui.coach.rules.rhythm import RULES as RHYTHM
from coach_tui.coach.rules.rule import Rule
from coach_tui.coach.rules.transition import RULES as TRANSITION

RULES: Final[Mapping[str, Rule]] = {
    **FRAMING,
    **ONBOARDING,
    **KPIS,
    **RHYTHM,
    **AUTONOMY,
    **TRANSITION,
}
PRAISES: Final[Mapping[str, Rule]] = PRAISE
