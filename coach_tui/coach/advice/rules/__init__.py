"""The rules, in the order of the mission, and five praises. One module a subject.

Each is a pure function named after its id in content/advice/; its docstring says when it speaks,
with the number it has in the facts (R01 to R40, those after are our own), the source and what is
our rule of thumb.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.coach.advice.rules.access import RULES as ACCESS
from coach_tui.coach.advice.rules.expiring import RULES as EXPIRING
from coach_tui.coach.advice.rules.framing import RULES as FRAMING
from coach_tui.coach.advice.rules.kpi import RULES as KPI
from coach_tui.coach.advice.rules.onboarding import RULES as ONBOARDING
from coach_tui.coach.advice.rules.praise import RULES as PRAISE
from coach_tui.coach.advice.rules.rhythm import RULES as RHYTHM
from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.rules.team import RULES as TEAM
from coach_tui.coach.advice.rules.transition import RULES as TRANSITION

RULES: Final[Mapping[str, Rule]] = {
    **FRAMING,
    **ACCESS,
    **ONBOARDING,
    **KPI,
    **RHYTHM,
    **TEAM,
    **TRANSITION,
    **EXPIRING,
}
# All that is left to say once the mission is over: nothing else of it is due to anybody.
AFTER: Final = frozenset({"residual-access", "exit-check-due"})
PRAISES: Final[Mapping[str, Rule]] = PRAISE
