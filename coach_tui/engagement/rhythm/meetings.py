"""Meetings that happen once, or each time for its own reason: who was met, when, what was learned.

Those that fall on their own days (the weekly hour, the stand-up) are occurrences of a ritual.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import NAME, Choice, Day, Declared, Text, decoded
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, flag_of, viewed
from coach_tui.engagement.text_checks import recorded
from coach_tui.language.refusal import Refusal

ENTITY: Final = "meeting"
KINDS: Final = (
    "kickoff", "references", "interviews-internal", "interviews-customers", "day-30-review",
    "health-check", "quarterly-review", "workshop", "training", "ritual-audit", "preboarding",
    "retro", "own-word",
)  # fmt: skip
OWN_WORD: Final = "own-word"  # what a member of the team says of herself, to nobody in particular
# How many make the step they are held for: our rules of thumb.
WANTED: Final[Mapping[str, int]] = {
    "interviews-internal": 5, "interviews-customers": 3, "references": 2,
}  # fmt: skip


class Meeting(Declared, subject="record.meeting"):
    """One meeting. `learned` is three lines at most, in the words of whoever was there."""

    id: str
    kind: str = Choice(KINDS)
    who: str = Text(NAME, needed="refusal.record.no-who")
    day: date | None = Day()
    learned: str = Text(needed="refusal.record.no-learned")


@viewed
def meetings_of(engagement: Engagement) -> Mapping[str, tuple[Meeting, ...]]:
    """The meetings recorded, by kind, oldest first."""
    found: dict[str, list[Meeting]] = {}
    for identity, record in sorted(engagement.records(ENTITY).items()):
        meeting = decoded(Meeting, record, identity)
        if meeting.kind and meeting.who and meeting.day and not flag_of(record, "_deleted"):
            found.setdefault(meeting.kind, []).append(meeting)
    return {kind: tuple(sorted(held, key=_when)) for kind, held in found.items()}


def log_meeting(identity: str, fields: Mapping[str, object], today: date) -> Decision:
    """Record a meeting: its kind, who was met, what was learned; today, unless its day is said."""
    said = {"day": today, **fields}
    if refusal := refuse_fields(Meeting, {"kind": "", "who": "", "learned": "", **said}, today):
        return refusal
    return [Draft(ENTITY, identity, recorded(said))]


def take_out_meeting(engagement: Engagement, identity: str) -> Decision:
    """Take out a meeting recorded by mistake."""
    if not any(each.id == identity for held in meetings_of(engagement).values() for each in held):
        return Refusal("refusal.record.unknown-meeting")
    return [Draft(ENTITY, identity, {"_deleted": True})]


def meeting_held(engagement: Engagement, kind: str, written_up: int = 0) -> Proof:
    """How many meetings of this kind there are, and the last day; nothing while some are missing.

    `written_up` are those noted before meetings had a record of their own.
    """
    held = meetings_of(engagement).get(kind, ())
    count = len(held) + written_up
    if count < WANTED.get(kind, 1):
        return ""
    last = held[-1].day if held else None
    return (
        Saying("proof.meetings", {"n": count, "day": last})
        if last
        else Saying("proof.written-up", {"n": count})
    )


def _when(meeting: Meeting) -> tuple[date, str]:
    return meeting.day or date.min, meeting.id
