"""Where each kind of record is kept, and fixed: the screen that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.engagement.framing.candidates import ENTITY as CANDIDATE
from coach_tui.engagement.framing.candidates import candidates_of
from coach_tui.engagement.state import Engagement

SCREENS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "stage": ("step", "note"),
    "accesses": ("access",),
    "kpis": ("kpi", "reading", "kpi-series", "kpi-verdict", "kpi-limits"),
    "rhythm": (
        *("ritual", "occurrence", "slot", "decision", "promise", "report"),
        *("allowance", "day-used"),
    ),
    "team": ("skill", "assessment", "person", "drill", "delegation", "goal", "dose", "entrustment"),
    "framing": ("need-gate", "need-answer", "framing", "budget", "clause", "independence"),
    "transition": (
        *("transition", "signal-review", "open-loop", "contact", "document", "expiry", "rehearsal"),
        *("exit-check", "dossier-section"),
    ),
}
PLACES: Final = {entity: screen for screen, kinds in SCREENS_OF.items() for entity in kinds}


def screen_of(entity: str, record_id: str, engagement: Engagement) -> str:
    """The screen where this record is kept; nothing for what has none, as a field of the mission.

    Candidates for the permanent post are judged where the post is handed over.
    """
    if entity == CANDIDATE:
        found = next((each for each in candidates_of(engagement) if each.id == record_id), None)
        return "transition" if found and found.post == "permanent" else "framing"
    return PLACES.get(entity, "")
