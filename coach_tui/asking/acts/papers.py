"""Acts that leave a page: a document, a meeting's three lines, a line that shows it was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.asking.acts.blanks import asked_aloud
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.answers import day_field, days_in
from coach_tui.asking.desk import Desk
from coach_tui.asking.document import Paper, paper_at, usual_id
from coach_tui.asking.field import Field
from coach_tui.asking.form import form_from
from coach_tui.asking.sheet import Asked, Pick, Sheet, deciding, sheet_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.crossings import crossings_of
from coach_tui.engagement.documents.kinds import KINDS, SECTION
from coach_tui.engagement.documents.record import written_documents
from coach_tui.engagement.documents.save import (
    send_document,
    verify_document,
    write_document,
)
from coach_tui.engagement.elsewhere import Elsewhere, show_elsewhere
from coach_tui.engagement.rhythm.meetings import Meeting, log_meeting
from coach_tui.engagement.step import set_status
from coach_tui.engagement.transition.dossier import SECTIONS
from coach_tui.language import Refusal
from coach_tui.language.listed import Listed
from coach_tui.view_state import Shown

MEMO: Final = "decision-memo"  # begun from its decision


def open_document(opening: Opening) -> Asked:
    """The document at the state it lacks: to write, to check, to send."""
    return document_sheet(opening, opening.act.what, opening.act.state)


def which_document(desk: Desk, shown: Shown) -> Pick:
    """Which of all there are: the kinds, those recorded, the dossier's own texts; and its state."""
    words, engagement = shown.words, shown.engagement
    usual = (usual_id(kind, engagement, shown.today) for kind in KINDS if kind != MEMO)
    sections = (f"{SECTION}{each}" for each in SECTIONS)
    known = written_documents(engagement)
    ids = dict.fromkeys([*usual, *known, *sections])
    papers = [paper_at(shown, each) for each in ids]
    crossed = crossings_of(engagement, shown.changes)
    twice = f" · {words('document.crossed-versions')}"
    options = tuple(
        (
            each.id,
            f"{each.name} · {each.standing}{twice if each.id in crossed else ''}",
        )
        for each in papers
        if not each.document.personal
    )

    def then(document_id: str) -> Asked:
        paper = paper_at(shown, document_id)
        linking = linking_sheet(desk, paper)
        return asked_aloud(desk, paper, linking)._replace(page=document_id)

    return Pick(words("document.list"), "", options, then)


def document_sheet(opening: Opening, document_id: str, state: str) -> Sheet:
    """Write it or say where it is; once written, who checked it, or which day it went out."""
    named = usual_id(document_id, opening.engagement, opening.shown.today)
    paper = paper_at(opening.shown, named)
    document, desk = paper.document, opening.desk
    if state == "sent" and document.written:
        return sending_sheet(desk, paper, opening.said)
    if document.written and state != "written" and not (document.text and paper.left):
        return checking_sheet(desk, paper, opening.said)
    linking = linking_sheet(desk, paper, opening.said)
    return asked_aloud(desk, paper, linking)._replace(page=named)


def linking_sheet(desk: Desk, paper: Paper, about: str = "") -> Sheet:
    """The text of a document, where it is, and who wrote it."""
    document, words = paper.document, paper.words
    fields = (
        Field("text", words("act.document.text"), document.text, "text"),
        Field("link", words("act.document.link"), document.link,
              hint=words("act.document.link-hint")),
        Field("author", words("act.document.author"), ", ".join(document.authors[:1])),
        day_field("written_on", words("act.document.written-on"), document.written_on, "past"),
    )  # fmt: skip

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("written_on",), words, paper.today)
        if isinstance(days, Refusal):
            return days
        return write_document(
            paper.engagement,
            paper.id,
            answers["author"],
            paper.today,
            text=answers["text"] if answers["text"] != document.text else "",
            link=answers["link"],
            written_on=days["written_on"],
            language=words.language,
        )

    return deciding(desk, paper.name, about, fields, decide, paper.id)


def checking_sheet(desk: Desk, paper: Paper, about: str = "") -> Sheet:
    """Who checked it, that day, and what the trial said."""
    words, document = paper.words, paper.document
    fields = (
        Field("verified_by", words("act.document.verified-by"),
              hint=words("act.document.not-author", author=Listed(document.authors))),
        day_field("verified_on", words("act.document.verified-on"), paper.today, "past"),
        Field("words", words("act.document.words"), document.words, "text"),
    )  # fmt: skip

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("verified_on",), words, paper.today)
        if isinstance(days, Refusal):
            return days
        return verify_document(
            paper.engagement, paper.id, answers["verified_by"],
            days["verified_on"] or paper.today, paper.today, answers["words"], paper.asked,
        )  # fmt: skip

    where = document.link or words("act.document.here")
    told = words("act.document.check", where=where)
    return deciding(desk, paper.name, told, fields, decide, paper.id)


def sending_sheet(desk: Desk, paper: Paper, about: str = "") -> Sheet:
    """The day it went out."""
    words = paper.words
    field = day_field("sent", words("act.document.sent"), paper.today, "past")

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("sent",), words, paper.today)
        if isinstance(days, Refusal):
            return days
        return send_document(paper.engagement, paper.id, days["sent"] or paper.today, paper.today)

    return deciding(desk, paper.name, about, (field,), decide, paper.id)


def open_meeting(opening: Opening) -> Asked:
    """Who was met, when, and what was learned."""
    identity, today = opening.desk.new_id(), opening.shown.today
    meeting = Meeting(identity, kind=opening.act.what, day=today)
    form = form_from(
        opening.words("act.meeting"), meeting, ("who", "day", "learned"), opening.words, today,
        lambda said: log_meeting(identity, {"kind": opening.act.what, **said}, today),
        new=True,
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
