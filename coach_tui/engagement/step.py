"""What was done of the playbook's steps: status, who, why, and notes. A tick is `set_status`."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.actor import role_of
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.gesture import together
from coach_tui.engagement.secret import secret_in
from coach_tui.engagement.state import Engagement, flag_of, text_of, viewed
from coach_tui.language.refusal import Refusal

ENTITY: Final = "step"
NOTE: Final = "note"
STATUSES: Final = ("todo", "doing", "blocked", "done", "confirmed", "na")
LEADS: Final = ("founder", "cmo")  # the two who run the mission
FINISHED: Final = frozenset({"done", "confirmed"})
NOTE_LIMIT: Final = 10_000


class Note(NamedTuple):
    """Something written about a step, or a record (see `remarks`); `private` notes never leave.

    `at` is the moment of the change, in UTC; `day`, the reader's own.
    """

    id: str
    about: str
    text: str
    actor: str
    at: str
    private: bool = False
    day: date | None = None


class StepRecord(NamedTuple):
    """Where a step stands. `by` is who blocks it, `reason` why it is blocked or not applicable.

    `at` is the moment it was said, in UTC; `day`, the reader's own.
    """

    status: str = "todo"
    by: str = ""
    reason: str = ""
    actor: str = ""
    at: str = ""
    notes: tuple[Note, ...] = ()
    day: date | None = None


UNTOUCHED: Final = StepRecord()


@viewed
def steps_of(engagement: Engagement) -> Mapping[str, StepRecord]:
    """Every step something was recorded about, by id: those no playbook has any more, too."""
    notes = notes_of(engagement)
    ids = dict.fromkeys([*engagement.records(ENTITY), *notes])
    return {step_id: _decoded(engagement, step_id, notes.get(step_id, ())) for step_id in ids}


@viewed
def notes_of(engagement: Engagement) -> Mapping[str, tuple[Note, ...]]:
    """The notes of each step, oldest first."""
    return noted(engagement, "step")


def noted(engagement: Engagement, field: str) -> Mapping[str, tuple[Note, ...]]:
    """The notes, oldest first, by what this field says they are about."""
    found: dict[str, list[Note]] = {}
    for note_id, record in sorted(engagement.records(NOTE).items()):
        about, text = text_of(record, field), text_of(record, "text")
        if about and text and not flag_of(record, "_deleted"):
            change = record["text"].change
            private, day = flag_of(record, "private"), engagement.day(change.at)
            note = Note(note_id, about, text, change.actor, change.at, private, day)
            found.setdefault(about, []).append(note)
    return {about: tuple(notes) for about, notes in found.items()}


def set_status(
    step_id: str,
    status: str,
    *,
    current: StepRecord,
    actor: str,
    by: str = "",
    reason: str = "",
    confirmer: str | None = None,
) -> Decision:
    """Say where a step stands: what a tick writes, its `status`, by whom and why.

    Blocked asks by whom and why, not applicable asks why; confirming takes a step already done
    and another role than the one that did it (`confirmer` where the playbook names one).
    """
    by, reason = by.strip(), reason.strip()
    if status not in STATUSES:
        return Refusal("refusal.step.status", {"status": status, "statuses": ", ".join(STATUSES)})
    if status == "blocked" and not (by and reason):
        return Refusal("refusal.step.blocked-needs").of("reason" if by else "by")
    if status == "na" and not reason:
        return Refusal("refusal.step.na-needs").of("reason")
    if kind := secret_in(f"{by}\n{reason}"):
        return Refusal(f"refusal.secret.{kind}")
    if max(len(by), len(reason)) > NOTE_LIMIT:
        return Refusal("refusal.step.long", {"limit": NOTE_LIMIT})
    if status == "confirmed" and (refusal := _refuse_confirming(current, actor, confirmer)):
        return refusal
    keeps_words = status in ("blocked", "na")
    return [
        Draft(
            ENTITY,
            step_id,
            {
                "status": status,
                "by": by if status == "blocked" else None,
                "reason": reason if keeps_words else None,
            },
        )
    ]


def report_step(
    step_id: str,
    status: str,
    *,
    note_id: str,
    note: str = "",
    private: bool = False,
    current: StepRecord,
    actor: str,
    by: str = "",
    confirmer: str | None = None,
) -> Decision:
    """Say where a step stands and write a note about it, at once.

    Of a step blocked or not applicable, the note is the reason why.
    """
    explained = status in ("blocked", "na")
    said = set_status(
        step_id, status, current=current, actor=actor, by=by, reason=note if explained else "",
        confirmer=confirmer,
    )  # fmt: skip
    noted = note and not explained
    return together(said, add_note(note_id, step_id, note, private=private) if noted else [])


def add_note(note_id: str, step_id: str, text: str, *, private: bool = False) -> Decision:
    """Write a note about a step. An empty one, a very long one or a secret is refused."""
    if not text.strip():
        return Refusal("refusal.step.empty-note").of("text")
    if len(text) > NOTE_LIMIT:
        return Refusal("refusal.step.long", {"limit": NOTE_LIMIT})
    if kind := secret_in(text):
        return Refusal(f"refusal.secret.{kind}")
    return [Draft(NOTE, note_id, {"step": step_id, "text": text, "private": private})]


def _refuse_confirming(current: StepRecord, actor: str, confirmer: str | None) -> Refusal | None:
    if current.status == "confirmed":
        return Refusal("refusal.step.already-confirmed")
    if current.status != "done":
        return Refusal("refusal.step.confirm-not-done")
    role, doer = role_of(actor), role_of(current.actor)
    if role == doer:
        return Refusal("refusal.step.confirm-own")
    # Whoever the playbook names may have done it, or may never open the coach (the team, sales,
    # ops, the successor): another of the two who run the mission then says so.
    free = confirmer is None or confirmer == doer
    stands_in = confirmer not in LEADS and role in LEADS
    if not (free or stands_in or role == confirmer):
        return Refusal("refusal.step.confirmer", {"confirmer": confirmer})
    return None


def _decoded(engagement: Engagement, step_id: str, notes: tuple[Note, ...]) -> StepRecord:
    record = engagement.record(ENTITY, step_id)
    status = text_of(record, "status", "todo")
    if status not in STATUSES:
        return StepRecord(notes=notes)  # written by a later version: shown as not started
    if "status" not in record:
        return StepRecord(notes=notes)
    change = record["status"].change
    return StepRecord(
        status=status,
        by=text_of(record, "by"),
        reason=text_of(record, "reason"),
        actor=change.actor,
        at=change.at,
        notes=notes,
        day=engagement.day(change.at),
    )
