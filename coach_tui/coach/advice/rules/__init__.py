"""The forty rules, in the order of the mission, and six praises. One module a subject.

Each is a pure function named after its id in content/advice/; its docstring says when it speaks,
with the number it has in the facts (R01 to R40), the source and what is our rule of thumb.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.coach.advice.rules.autonomy import RULES as AUTONOMY
from coach_tui.coach.advice.rules.framing import RULES as FRAMING
from coach_tui.coach.advice.rules.kpis import RULES as KPIS
from coach_tui.coach.advice.rules.onboarding import RULES as ONBOARDING
from coach_tui.coach.advice.rules.praise import RULES as PRAISE
from coach_tui.coach.advice.rules.rhythm import RULES as RHYTHM
from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.rules.transition import RULES as TRANSITION

RULES: Final[Mapping[str, Rule]] = {
    **FRAMING,
    **ONBOARDING,
    **KPIS,
    **RHYTHM,
    **AUTONOMY,
    **TRANSITION,
}
# Silent once the mission is over: what they advise can be done no more. What is left to say then is
# about what stays with the company: its accesses, its KPIs, its team, its decisions, its search.
DURING: Final = frozenset(FRAMING) | {
    *("critical-access-day5", "admin-for-guest", "brief-incomplete", "too-few-interviews"),
    *("launching-before-diagnosis", "no-first-recos", "definitions-unsigned"),
    *("ceo-hour-missed", "no-monthly-report", "meeting-overload", "time-drift", "no-relay"),
    *("cmo-still-3-days", "autonomy-flat", "absence-test-due", "overlap-short"),
}
PRAISES: Final[Mapping[str, Rule]] = PRAISE
