"""Transition, open loops: what was begun or promised, who takes it, and two signatures."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, Record, flag_of, text_of, viewed
from coach_tui.engagement.text_checks import recorded, refuse_fields
from coach_tui.language.refusal import Refusal

ENTITY: Final = "open-loop"
PLACE: Final = "loop-place"
PLACES: Final = (
    "calendar", "sent-mail", "direct-messages", "contracts", "board-minutes", "hiring",
    "agency-briefs", "invoices", "legal", "discounts", "press", "experiments", "renewals",
)  # fmt: skip
FATES: Final = ("", "continue", "freeze", "stop")
TEXTS: Final = ("topic", "promised_to", "next", "old_owner", "new_owner", "risk")


class Loop(NamedTuple):
    """Something left open. `leaver` and `taker` are the two who signed, and when, as text."""

    id: str
    topic: str
    promised_to: str = ""
    next: str = ""
    due: date | None = None
    old_owner: str = ""
    new_owner: str = ""
    fate: str = ""
    risk: str = ""
    left: str = ""
    taken: str = ""
    closed: bool = False

    @property
    def signed(self) -> bool:
        return bool(self.left and self.taken)


class Loops(NamedTuple):
    """The open loops and the places where they were looked for."""

    all: tuple[Loop, ...]
    looked: tuple[str, ...]

    @property
    def open(self) -> tuple[Loop, ...]:
        return tuple(loop for loop in self.all if not loop.closed)

    @property
    def unsigned(self) -> tuple[Loop, ...]:
        return tuple(loop for loop in self.open if not loop.signed)

    @property
    def settled(self) -> bool:
        """Signed by both, one by one; or none found after looking in all thirteen places."""
        if self.all:
            return not self.unsigned
        return len(self.looked) == len(PLACES)


@viewed
def loops_of(engagement: Engagement) -> Loops:
    """The open loops, the nearest due first, those without a day last."""
    found = (
        _decoded(loop_id, record)
        for loop_id, record in engagement.records(ENTITY).items()
        if text_of(record, "topic") and not flag_of(record, "_deleted")
    )
    ordered = sorted(found, key=lambda loop: (loop.due or date.max, loop.id))
    looked = tuple(p for p in PLACES if flag_of(engagement.record(PLACE, p), "looked"))
    return Loops(tuple(ordered), looked)


def set_loop(engagement: Engagement, loop_id: str, fields: Mapping[str, object]) -> Decision:
    """List a loop, or say more of it. Changing what it says takes both signatures back."""
    known = engagement.record(ENTITY, loop_id)
    topic = str(fields.get("topic", text_of(known, "topic")) or "").strip()
    if not topic:
        return Refusal("refusal.transition.no-topic").of("topic")
    if fields.get("fate", "") not in FATES:
        values = {"value": fields["fate"], "choices": ", ".join(FATES[1:])}
        return Refusal("refusal.transition.choice", values)
    changes = recorded(fields)
    differs = any(
        name in (*TEXTS, "fate", "due") and (known[name].value if name in known else None) != value
        for name, value in changes.items()
        if not (name not in known and not value)
    )
    if known and differs:
        changes |= {"left": None, "taken": None}
    return refuse_fields(fields) or [Draft(ENTITY, loop_id, changes)]


def sign_loop(loop_id: str, side: str, name: str, day: date) -> Decision:
    """Accept a loop, as the one who leaves ("left") or the one who takes over ("taken")."""
    if side not in ("left", "taken"):
        return Refusal("refusal.transition.choice", {"value": side, "choices": "left, taken"})
    if not name.strip():
        return Refusal("refusal.transition.no-signature").of("name")
    signed = f"{name.strip()}, {day.isoformat()}"
    return refuse_fields({"name": name}) or [Draft(ENTITY, loop_id, {side: signed})]


def close_loop(loop_id: str, closed: bool) -> Decision:
    """Say that nothing is left open here, or that it is again."""
    return [Draft(ENTITY, loop_id, {"closed": closed})]


def remove_loop(loop_id: str) -> Decision:
    """Take a loop off the list; the history keeps it."""
    return [Draft(ENTITY, loop_id, {"_deleted": True})]


def look_in(place: str, looked: bool) -> Decision:
    """Say that one of the thirteen places was looked into."""
    if place not in PLACES:
        values = {"value": place, "choices": ", ".join(PLACES)}
        return Refusal("refusal.transition.choice", values)
    return [Draft(PLACE, place, {"looked": looked})]


def loops_recorded(engagement: Engagement) -> Proof:
    """How many loops carry both signatures, once all do; else nothing."""
    loops = loops_of(engagement)
    if not loops.settled:
        return ""
    if not loops.all:
        return Saying("proof.no-loops", {"n": len(loops.looked)})
    return f"{len(loops.all)}/{len(loops.all)}"


def _decoded(loop_id: str, record: Record) -> Loop:
    fate = text_of(record, "fate")
    return Loop(
        id=loop_id,
        topic=text_of(record, "topic"),
        promised_to=text_of(record, "promised_to"),
        next=text_of(record, "next"),
        due=day_of(record, "due"),
        old_owner=text_of(record, "old_owner"),
        new_owner=text_of(record, "new_owner"),
        fate=fate if fate in FATES else "",
        risk=text_of(record, "risk"),
        left=text_of(record, "left"),
        taken=text_of(record, "taken"),
        closed=flag_of(record, "closed"),
    )
