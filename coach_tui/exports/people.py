"""Who acted and where a step stands, in words: plain text, to be escaped where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from coach_tui.coach.plan import Planned
from coach_tui.engagement.actor import read_actor
from coach_tui.engagement.step import Note, StepRecord
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date


def actor_words(actor: str, words: Words) -> str:
    """The one who acted: the role, and the name where one was given; and who did so for them."""
    who = read_actor(actor)
    key = f"role.{who.role}"
    said = words(key)
    said = who.role if said == key else said
    said = f"{who.name} ({said})" if who.name else said
    return words("role.by", who=said, by=actor_words(who.by, words)) if who.by else said


def lead_words(role: str, leads: Mapping[str, str], words: Words, unnamed: str = "role") -> str:
    """Who has this role, by the name they record under (`leads`, see `leads.leads_in`); without
    one, the role: `unnamed` is the key of how that is said."""
    actor = leads.get(role)
    return actor_words(one_line(actor, 60), words) if actor else words(f"{unnamed}.{role}")


def note_head(note: Note, words: Words) -> str:
    """Who wrote a note, when, and whether it is private."""
    private = f" · {words('step.private')}" if note.private else ""
    return f"{actor_words(note.actor, words)}, {day_words(note.day, words)}{private}"


def day_words(day: date | None, words: Words) -> str:
    """The day of a change (see `Engagement.day`); empty where it says none."""
    return plain_date(day, words.language) if day else ""


def standing(planned: Planned, words: Words) -> str:
    """What else than a tick is to be said of a step; empty where there is nothing to add."""
    if planned.evidence and planned.status == "done":
        return shown_by(planned, words)
    return record_standing(planned.record, words)


def record_standing(record: StepRecord, words: Words) -> str:
    """The same for a step of which only the record is known."""
    if record.status == "doing":
        return words("step.doing")
    if record.status == "blocked":
        return words("step.blocked-by", by=record.by, reason=record.reason)
    if record.status == "na":
        return words("step.not-applicable-because", reason=record.reason)
    if record.status == "confirmed":
        actor, day = actor_words(record.actor, words), day_words(record.day, words)
        return words("export.confirmed-by", actor=actor, day=day)
    return ""


def shown_by(planned: Planned, words: Words) -> str:
    """The record that makes this step done."""
    # A mission where no record has done a step yet starts without it.
    from coach_tui.exports.proof_words import proof_words  # noqa: PLC0415

    return words("step.shown-by", evidence=proof_words(planned.evidence, words))
