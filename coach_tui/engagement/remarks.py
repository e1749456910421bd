"""Notes on an access, a KPI or a decision: each is a record of its own.

Two who do not agree so answer each other, where changing the record would write over what the
other wrote. A private one stays on its author's machine, as those of steps do.
"""

from collections.abc import Mapping
from typing import Final

from coach_tui.engagement.access.record import ENTITY as ACCESS
from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.kpi.record import ENTITY as KPI
from coach_tui.engagement.rhythm.decisions import ENTITY as DECISION
from coach_tui.engagement.state import Engagement, text_of, viewed
from coach_tui.engagement.step import NOTE, Note, add_note, noted

# What can be noted on, and the field that names it.
SUBJECTS: Final[Mapping[str, str]] = {ACCESS: "tool", KPI: "name", DECISION: "title"}


@viewed
def remarks_of(engagement: Engagement) -> Mapping[str, tuple[Note, ...]]:
    """The notes on each record, oldest first, by what they are about: "kpi/ID"."""
    return noted(engagement, "about")


def remarks_on(engagement: Engagement, entity: str, record_id: str) -> tuple[Note, ...]:
    """Those on one record, oldest first."""
    return remarks_of(engagement).get(f"{entity}/{record_id}", ())


def add_remark(
    note_id: str, entity: str, record_id: str, text: str, *, private: bool = False
) -> Decision:
    """Write a note on a record. Refused as a note on a step is."""
    said = add_note(note_id, "", text, private=private)
    if not isinstance(said, list):
        return said
    fields: dict[str, Value] = {"about": f"{entity}/{record_id}", "text": text, "private": private}
    return [Draft(NOTE, note_id, fields)]


def subject_of(engagement: Engagement, about: str) -> tuple[str, str, str]:
    """The kind, the id and the own name, which may be empty, of what a note is about."""
    entity, _, record_id = about.partition("/")
    name = text_of(engagement.record(entity, record_id), SUBJECTS.get(entity, ""))
    return entity, record_id, name
