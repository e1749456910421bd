"""Acts that leave a page: a document, a meeting's three lines, a line that shows it was done."""

from __future__ import annotations

from collections.abc import Mapping

from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.answers import day_field, days_in
from coach_tui.asking.field import Field
from coach_tui.asking.form import form_from
from coach_tui.asking.sheet import Asked, Sheet, deciding, sheet_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.kinds import OTHER
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.documents.save import (
    send_document,
    verify_document,
    write_document,
)
from coach_tui.engagement.elsewhere import Elsewhere, show_elsewhere
from coach_tui.engagement.rhythm.meetings import Meeting, log_meeting
from coach_tui.engagement.step import set_status
from coach_tui.language import Refusal


def open_document(opening: Opening) -> Asked:
    """The document at the state it lacks: to write, to check, to send."""
    return document_sheet(opening, opening.act.what, opening.act.state)


def document_sheet(opening: Opening, document_id: str, state: str) -> Sheet:
    """Write it or say where it is; once written, who checked it, or which day it went out."""
    document, words = document_of(opening.engagement, document_id), opening.words
    if state == "sent" and document.written:
        return _sending(opening, document_id)
    if document.written and state != "written":
        return _checking(opening, document_id)
    fields = (
        Field("text", words("act.document.text"), document.text, "text"),
        Field("link", words("act.document.link"), document.link,
              hint=words("act.document.link-hint")),
        Field("author", words("act.document.author"), ", ".join(document.authors[:1])),
        day_field("written_on", words("act.document.written-on"), document.written_on, "past"),
    )  # fmt: skip

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("written_on",), words, opening.shown.today)
        if isinstance(days, Refusal):
            return days
        return write_document(
            opening.engagement,
            document_id,
            answers["author"],
            opening.shown.today,
            text=answers["text"] if answers["text"] != document.text else "",
            link=answers["link"],
            written_on=days["written_on"],
            language=words.language,
        )

    return deciding(opening.desk, _name(opening, document_id), opening.said, fields, decide)


def _checking(opening: Opening, document_id: str) -> Sheet:
    words, document = opening.words, document_of(opening.engagement, document_id)
    fields = (
        Field("verified_by", words("act.document.verified-by"),
              hint=words("act.document.not-author", author=", ".join(document.authors))),
        day_field("verified_on", words("act.document.verified-on"), opening.shown.today, "past"),
        Field("words", words("act.document.words"), document.words, "text"),
    )  # fmt: skip

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("verified_on",), words, opening.shown.today)
        if isinstance(days, Refusal):
            return days
        day = days["verified_on"] or opening.shown.today
        return verify_document(
            opening.engagement, document_id, answers["verified_by"], day, answers["words"]
        )

    where = document.link or words("act.document.here")
    about = words("act.document.check", where=where)
    return deciding(opening.desk, _name(opening, document_id), about, fields, decide)


def _sending(opening: Opening, document_id: str) -> Sheet:
    words = opening.words
    field = day_field("sent", words("act.document.sent"), opening.shown.today, "past")

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("sent",), words, opening.shown.today)
        if isinstance(days, Refusal):
            return days
        return send_document(opening.engagement, document_id, days["sent"] or opening.shown.today)

    return deciding(opening.desk, _name(opening, document_id), opening.said, (field,), decide)


def open_meeting(opening: Opening) -> Asked:
    """Who was met, when, and what was learned."""
    identity, today = opening.desk.new_id(), opening.shown.today
    meeting = Meeting(identity, kind=opening.act.what, day=today)
    form = form_from(
        opening.words("act.meeting"), meeting, ("who", "day", "learned"), opening.words, today,
        lambda said: log_meeting(identity, {"kind": opening.act.what, **said}, today),
    )  # fmt: skip
    return sheet_of(form, opening.desk, opening.said)


def open_proof(opening: Opening) -> Asked:
    """One line: what shows it, where that is, on which day."""
    step = opening.step
    return proof_sheet(opening, step.id) if step else None


def proof_sheet(opening: Opening, step_id: str) -> Sheet:
    """Say what shows that this step was done elsewhere: it is declared by it."""
    today, planned = opening.shown.today, opening.shown.step(step_id)

    def decide(said: Mapping[str, object]) -> Decision:
        shown = show_elsewhere(step_id, said, today)
        if isinstance(shown, Refusal) or planned is None or planned.finished:
            return shown
        if planned.step.act.does == "proof":
            return shown  # the line is the record that shows it done
        done = set_status(step_id, "done", current=planned.record, actor=opening.shown.role)
        return done if isinstance(done, Refusal) else [*shown, *done]

    form = form_from(
        opening.words("act.proof"), Elsewhere(step_id, day=today), ("what", "where", "day"),
        opening.words, today, decide,
    )  # fmt: skip
    return sheet_of(form, opening.desk, opening.said)


def _name(opening: Opening, document_id: str) -> str:
    if document_id.startswith(OTHER):
        return opening.said or document_id.removeprefix(OTHER)
    kind, _, period = document_id.partition("/")
    name = opening.words(f"record.document.{kind}")
    return f"{name} · {period}" if period else name
