"""Acts that are their own proof: the field, the document, the meeting, the line, the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from coach_tui.coach.acts import read_act
from coach_tui.engagement.context import context_of
from coach_tui.engagement.documents.record import document_shown
from coach_tui.engagement.elsewhere import elsewhere_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.proof import Proof, Saying, day_said
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.meetings import meeting_held
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import notes_of
from coach_tui.engagement.transition.record import transition_of


def act_proof(does: str, step_id: str, engagement: Engagement) -> Proof:
    """What this act left on record for this step; nothing where it left nothing."""
    act = read_act(does)
    if act.kind == "document":
        return document_shown(engagement, act.what, act.state, act.passage)
    if act.kind == "meeting":
        # Before meetings had a record of their own, they were written up as notes of the step.
        noted = len(notes_of(engagement).get(step_id, ())) if act.what == step_id else 0
        return meeting_held(engagement, act.what, noted)
    if act.kind == "proof":
        shown = elsewhere_of(engagement).get(step_id)
        return shown.what if shown else ""
    if act.kind == "decision":
        return _decided(step_id, engagement)
    field = _FIELDS.get(act.what) if act.kind == "profile" else None
    return field(engagement) if field else ""


def _decided(step_id: str, engagement: Engagement) -> str:
    """The last decision taken about this step."""
    about = f"step:{step_id}"
    taken = [
        each for each in decisions_of(engagement).values() if not each.open and about in each.about
    ]
    return taken[-1].title if taken else ""


def _execution_days(engagement: Engagement) -> Proof:
    days = context_of(engagement).execution_days
    return "" if days is None else Saying("proof.dose", {"n": days})


def _certificate(engagement: Engagement) -> Proof:
    day = context_of(engagement).certificate_on
    return day_said(day) if day else ""


def _time_split(engagement: Engagement) -> Proof:
    shares = context_of(engagement).split
    return Saying("proof.split", dict(zip("abc", shares, strict=True))) if shares else ""


def _availability(engagement: Engagement) -> str:
    context = context_of(engagement)
    return context.slots if context.slots and context.reply_time else ""


def _activation_budget(engagement: Engagement) -> Proof:
    budget = profile_of(engagement).activation_budget
    return "" if budget is None else Saying("proof.answered")


def _relay(engagement: Engagement) -> str:
    return transition_of(engagement).relay


# Fields of the mission's own record are read by `done_when` itself.
_FIELDS: Final[Mapping[str, Callable[[Engagement], Proof]]] = {
    "execution_days": _execution_days,
    "certificate_on": _certificate,
    "time_split": _time_split,
    "availability": _availability,
    "activation_budget": _activation_budget,
    "relay": _relay,
}
