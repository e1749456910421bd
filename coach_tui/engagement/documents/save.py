"""Writing a document, saying where it is, sending it, having it checked."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.documents.record import (
    ENTITY,
    KINDS,
    OTHER,
    WROTE,
    Document,
    digest,
    document_of,
    same,
)
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

LIMIT: Final = 100_000  # characters; a long document has 20,000
NAME_LIMIT: Final = 120
_OWN: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_PERIOD: Final = re.compile(r"\d{4}(?:-(?:Q[1-4]|\d{2}(?:-\d{2})?))?")


def is_document(document_id: str) -> bool:
    """Whether this is the id of a document: a kind, one of its periods, or `other/<name>`."""
    if document_id.startswith(OTHER):
        return _OWN.fullmatch(document_id.removeprefix(OTHER)) is not None
    kind, slash, period = document_id.partition("/")
    return kind in KINDS and (not slash or _PERIOD.fullmatch(period) is not None)


def write_document(
    engagement: Engagement,
    document_id: str,
    author: str,
    today: date,
    *,
    text: str = "",
    link: str = "",
    written_on: date | None = None,
    language: str = "",
    draft: str = "",
) -> Decision:
    """Keep a document's text, or where it is. `draft` is the text it began as, where it did.

    Refused without an author (who checks it has to be somebody else), and without text or link.
    """
    if refusal := _refuse(document_id, author):
        return refusal
    known = document_of(engagement, document_id)
    if not (text.strip() or link.strip() or known.text or known.link):
        return Refusal("refusal.record.no-text").of("link")
    if len(text) > LIMIT:
        values = {"length": len(text), "limit": LIMIT}
        return Refusal("refusal.record.long", values).of("text")
    # The whole text is searched for secrets in pieces: its length was checked just above.
    pieces = [text[start : start + 9_000] for start in range(0, len(text), 8_500)]
    if refusal := refuse_words(link, language, *pieces):
        return refusal
    day = written_on or today
    if day > today:
        return Refusal("refusal.record.future", {"day": day}).of("written_on")
    fields: dict[str, Value] = {f"{WROTE}{author.strip()}": day.isoformat()}
    fields |= {"written_on": day.isoformat()}
    if not known.authors:
        fields["author"] = author.strip()  # for readers of before
    fields |= {"text": text} if text.strip() else {}
    fields |= {"link": link.strip()} if link.strip() else {}
    fields |= {"language": language} if language else {}
    fields |= {"draft": digest(draft)} if draft else {}
    return [Draft(ENTITY, document_id, fields)]


def verify_document(
    engagement: Engagement, document_id: str, by: str, day: date, words: str = ""
) -> Decision:
    """Say that somebody who wrote none of it checked the document, and what the trial said."""
    known = document_of(engagement, document_id)
    if refusal := _refuse(document_id, by, "verified_by") or refuse_words(words):
        return refusal
    if not known.written:
        return Refusal("refusal.record.not-written").of("verified_by")
    if not known.authors:
        return Refusal("refusal.record.no-author").of("author")
    if any(same(author, by) for author in known.authors):
        return Refusal("refusal.record.own-document", {"author": by.strip()}).of("verified_by")
    fields: dict[str, Value] = {"verified_by": by.strip(), "verified_on": day.isoformat()}
    fields |= {"verified_text": digest(known.text) if known.text else None}
    fields |= {"words": words.strip()} if words.strip() else {}
    return [Draft(ENTITY, document_id, fields)]


def send_document(engagement: Engagement, document_id: str, day: date) -> Decision:
    """Say which day a document went out."""
    if not is_document(document_id):
        return Refusal("refusal.record.unknown-document", {"document": document_id})
    if not document_of(engagement, document_id).written:
        return Refusal("refusal.record.not-written").of("sent")
    return [Draft(ENTITY, document_id, {"sent": day.isoformat()})]


def name_document(known: Document, name: str) -> Decision:
    """Give a document of no kind the name people call it by."""
    if len(name) > NAME_LIMIT:
        return Refusal("refusal.record.long", {"length": len(name), "limit": NAME_LIMIT}).of("name")
    return refuse_words(name) or [Draft(ENTITY, known.id, {"name": name.strip()})]


def _refuse(document_id: str, person: str, field: str = "author") -> Refusal | None:
    if not is_document(document_id):
        return Refusal("refusal.record.unknown-document", {"document": document_id})
    if not person.strip():
        return Refusal("refusal.record.no-author").of(field)
    if len(person) > NAME_LIMIT:
        values = {"length": len(person), "limit": NAME_LIMIT}
        return Refusal("refusal.record.long", values).of(field)
    return refuse_words(person)
