"""Transition, open loops: what was begun or promised, who takes it, and two signatures."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import changes_to
from coach_tui.engagement.fields import (
    LONG,
    Choice,
    Day,
    Declared,
    Flag,
    Text,
    decoded,
    fields_of,
    record_after,
)
from coach_tui.engagement.gesture import together
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, flag_of, text_of, viewed
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "open-loop"
PLACE: Final = "loop-place"
PLACES: Final = (
    "calendar", "sent-mail", "direct-messages", "contracts", "board-minutes", "hiring",
    "agency-briefs", "invoices", "legal", "discounts", "press", "experiments", "renewals",
)  # fmt: skip
FATES: Final = ("", "continue", "freeze", "stop")
SIDES: Final = ("left", "taken")  # who leaves, who takes over


class Loop(Declared, subject="transition.loop"):
    """Something left open. `left` and `taken` are the two who signed, and when, as text."""

    id: str
    topic: str = Text(LONG, needed="refusal.transition.no-topic")
    fate: str = Choice(FATES)
    promised_to: str = Text(LONG)
    next: str = Text(LONG)
    due: date | None = Day("ahead")
    old_owner: str = Text(LONG)
    new_owner: str = Text(LONG)
    risk: str = Text(LONG)
    left: str = Text(LONG, told="signature")
    taken: str = Text(LONG, told="signature")
    closed: bool = Flag(told="!flag")

    @property
    def signed(self) -> bool:
        return bool(self.left and self.taken)


# What the two signed: the rest is their signatures, and that nothing is left open.
SAID: Final = fields_of(Loop).keys() - {*SIDES, "closed"}


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
        decoded(Loop, record, loop_id)
        for loop_id, record in engagement.records(ENTITY).items()
        if text_of(record, "topic") and not flag_of(record, "_deleted")
    )
    ordered = sorted(found, key=lambda loop: (loop.due or date.max, loop.id))
    looked = tuple(p for p in PLACES if flag_of(engagement.record(PLACE, p), "looked"))
    return Loops(tuple(ordered), looked)


def set_loop(
    engagement: Engagement, loop_id: str, fields: Mapping[str, object], today: date
) -> Decision:
    """List a loop, or say more of it. Changing what it says takes both signatures back."""
    known = engagement.record(ENTITY, loop_id)
    changes = changes_to(Loop, known, fields, today)
    if isinstance(changes, Refusal):
        return changes
    before = decoded(Loop, known, loop_id)
    after = decoded(Loop, record_after(known, changes), loop_id)
    if known and any(getattr(before, name) != getattr(after, name) for name in SAID):
        changes |= {"left": None, "taken": None}
    return [Draft(ENTITY, loop_id, changes)]


def sign_loop(loop_id: str, side: str, name: str, day: date) -> Decision:
    """Accept a loop, as the one who leaves ("left") or the one who takes over ("taken")."""
    if side not in SIDES:
        return Refusal("refusal.transition.choice", {"value": side, "choices": ", ".join(SIDES)})
    if not name.strip():
        return Refusal("refusal.transition.no-signature").of("name")
    signed = f"{name.strip()}, {day.isoformat()}"
    return refuse_words(name) or [Draft(ENTITY, loop_id, {side: signed})]


def report_loop(
    engagement: Engagement,
    loop_id: str,
    fields: Mapping[str, object],
    *,
    side: str = "",
    name: str = "",
    close: bool = False,
    looked: Iterable[str] = (),
    today: date,
) -> Decision:
    """All that is said of the loops at once: one listed or amended, then signed, then closed.

    `looked` are places looked into, said of no loop: `loop_id` may then be empty.
    """
    places = [look_in(place, True) for place in looked]
    if not loop_id:
        said = bool(fields or side or name or close)
        return Refusal("refusal.transition.which-loop") if said else together(*places)
    steps = [set_loop(engagement, loop_id, fields, today)] if fields else []
    steps += [sign_loop(loop_id, side, name, today)] if side or name else []
    steps += [close_loop(loop_id, True)] if close else []
    return together(*places, *steps)


def close_loop(loop_id: str, closed: bool) -> Decision:
    """Say that nothing is left open here, or that it is again."""
    return [Draft(ENTITY, loop_id, {"closed": closed})]


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
