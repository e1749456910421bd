"""What doing a step, or settling a piece of advice, opens: one way for every door.

    asked = asked_for(desk, shown, act, about, focus)

An act is one of `coach.acts` (a step's `does`), or one that only moves have: `confirm`,
`settle:<stage>`, `review` (of what stays put), `question:idle`, `profile:beginning` …
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.asking.acts.access import open_access
from coach_tui.asking.acts.entrustment import open_entrustment
from coach_tui.asking.acts.framing import open_frame
from coach_tui.asking.acts.kpi import open_kpi, open_objective
from coach_tui.asking.acts.mission import (
    open_confirm,
    open_profile,
    open_question,
    open_settle,
)
from coach_tui.asking.acts.opening import Opening, Opens
from coach_tui.asking.acts.own_part import open_own_word
from coach_tui.asking.acts.papers import open_document, open_meeting, open_proof, proof_sheet
from coach_tui.asking.acts.rhythm import (
    open_days,
    open_decision,
    open_promise,
    open_report,
    open_ritual,
)
from coach_tui.asking.acts.stepping_back import open_drill, open_taper
from coach_tui.asking.acts.stuck import open_stuck
from coach_tui.asking.acts.team import (
    open_backup,
    open_delegate,
    open_goal,
    open_rate,
    open_skill_map,
)
from coach_tui.asking.acts.transition import (
    open_contacts,
    open_documents,
    open_exit,
    open_expiry,
    open_loops,
    open_plan,
    open_signals,
)
from coach_tui.asking.desk import Desk
from coach_tui.asking.sheet import Asked
from coach_tui.coach.acts import ParsedAct, read_act
from coach_tui.view_state import Shown

OPENS: Final[Mapping[str, Opens]] = {
    "access": open_access,
    "backup": open_backup,
    "confirm": open_confirm,
    "contacts": open_contacts,
    "days": open_days,
    "decision": open_decision,
    "delegate": open_delegate,
    "document": open_document,
    "documents": open_documents,
    "drill": open_drill,
    "entrustment": open_entrustment,
    "exit": open_exit,
    "expiry": open_expiry,
    "frame": open_frame,
    "goal": open_goal,
    "kpi": open_kpi,
    "loops": open_loops,
    "meeting": open_meeting,
    "objective": open_objective,
    "own-word": open_own_word,
    "plan": open_plan,
    "profile": open_profile,
    "promise": open_promise,
    "proof": open_proof,
    "question": open_question,
    "rate": open_rate,
    "report": open_report,
    "ritual": open_ritual,
    "settle": open_settle,
    "signals": open_signals,
    "skill-map": open_skill_map,
    "successor": open_plan,
    "taper": open_taper,
}


def asked_for(
    desk: Desk,
    shown: Shown,
    act: str,
    about: tuple[str, ...] = (),
    focus: str = "",
    why: tuple[str, ...] = (),
) -> Asked:
    """What this act asks, about these records; None where there is nothing to ask."""
    return _opened(Opening(desk, shown, read_act(act), about, focus, why))


def _opened(opening: Opening) -> Asked:
    if opening.act.kind == "review":
        return open_stuck(opening, _opened)
    opens = OPENS.get(opening.act.kind)
    return opens(opening) if opens else None


def asked_elsewhere(desk: Desk, shown: Shown, step_id: str) -> Asked:
    """What shows that this step was done elsewhere: one line of proof."""
    return proof_sheet(Opening(desk, shown, ParsedAct("proof"), (step_id,)), step_id)
