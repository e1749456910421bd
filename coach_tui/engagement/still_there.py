"""A gesture about something that was taken away meanwhile is refused, whatever it is about.

Two windows show one record. One of them takes it away, or takes its beginning back, while a form
about it is open in the other: what that form says would be saved where nobody reads it any more.
Whoever records anything asks here first, so that no subject has to think of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from coach_tui.engagement.change import Draft
from coach_tui.engagement.gesture import supposing
from coach_tui.engagement.state import Engagement, Record, flag_of, text_of
from coach_tui.language.clean import one_line
from coach_tui.language.refusal import Refusal

# What a record of each kind is nothing without. Kinds not named here are marked as removed, or
# always there: a step, the frame, the answers to the questions.
BEING: Final[Mapping[str, tuple[str, ...]]] = {
    "access": ("tool",), "assessment": ("level",), "candidate": ("name",), "contact": ("name",),
    "day-used": ("day",), "decision": ("title",), "delegation": ("now",), "dose": ("since",),
    "drill": ("start",), "entrustment": ("since",), "expiry": ("what",), "goal": ("level",),
    "kpi": ("name", "catalogue"), "meeting": ("who",), "method-use": ("day",),
    "objective": ("what",), "occurrence": ("slot",), "open-loop": ("topic",), "person": ("name",),
    "promise": ("what",), "reading": ("value",), "rehearsal": ("day",), "ritual": ("minutes",),
    "ritual-schedule": ("since",), "signal-review": ("day",), "skill": ("kept",),
}  # fmt: skip
# Which of its fields name another record that it is about, and of which kind. The field "" is its
# own id; of the kind KIND_AND_ID, the field says both.
KIND_AND_ID: Final = ""  # "kpi/cac"
ABOUT: Final[Mapping[str, Mapping[str, str]]] = {
    "assessment": {"person": "person", "skill": "skill"},
    "candidate-mark": {"candidate": "candidate"},
    "candidate-veto": {"candidate": "candidate"},
    "delegation": {"person": "person"},
    "drill": {"person": "person"},
    "entrustment": {"person": "person", "skill": "skill"},
    "goal": {"person": "person", "skill": "skill"},
    "kpi-limits": {"": "kpi"},
    "method-use": {"person": "person", "skill": "skill"},
    "note": {"about": KIND_AND_ID},  # empty of a step, which is always there
    "occurrence": {"ritual": "ritual"},
    "reading": {"kpi": "kpi"},
    "ritual-schedule": {"ritual": "ritual"},
}
# Named by a catalogue, so that beginning again meets the old record; others have ids of their own.
BEGUN_AGAIN: Final = frozenset({"access", "kpi", "ritual", "skill"})
_CALLED: Final = ("tool", "title", "what", "topic", "name", "who")


def refuse_gone(
    knew: Engagement, engagement: Engagement, decision: Sequence[Draft]
) -> Refusal | None:
    """Why this can't be recorded, where what it is about is not there any more.

    `knew` is what was known when it was decided, `engagement` what is known now. A gesture that
    takes something away, takes a gesture back, or begins something again goes through.
    """
    after = supposing(engagement, decision)
    for draft in decision:
        if draft.undoes is not None or draft.changes.get("_deleted"):
            continue
        for kind, identity in _spoken_of(after, draft):
            record = engagement.record(kind, identity)
            if not _gone(kind, record):
                continue
            begun_again = kind in BEGUN_AGAIN and not _gone(kind, after.record(kind, identity))
            if not begun_again or _there(kind, knew.record(kind, identity)):
                return _refusal(record)
    return None


def _spoken_of(engagement: Engagement, draft: Draft) -> Iterator[tuple[str, str]]:
    """The kind and id of what a draft changes, and of each record that it is about."""
    yield draft.entity, draft.entity_id
    said = engagement.record(draft.entity, draft.entity_id)
    for field, kind in ABOUT.get(draft.entity, {}).items():
        identity = text_of(said, field) if field else draft.entity_id
        if kind == KIND_AND_ID:
            kind, _, identity = identity.partition("/")
        yield kind, identity


def _there(kind: str, record: Record) -> bool:
    return bool(record) and not _gone(kind, record)


def _gone(kind: str, record: Record) -> bool:
    """Whether this was recorded once and is not there: taken out, or its beginning taken back."""
    said = [record[name].value for name in BEING.get(kind, ()) if name in record]
    emptied = bool(said) and all(value is None or value is False or value == "" for value in said)
    return emptied or flag_of(record, "_deleted")


def _refusal(record: Record) -> Refusal:
    called = next((text for name in _CALLED if (text := text_of(record, name))), "")
    if called:
        return Refusal("refusal.record.gone", {"name": one_line(called, 60)})
    return Refusal("refusal.record.gone-unnamed")
