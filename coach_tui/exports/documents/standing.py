"""How a document stands, in words: its state, what puts it in doubt, what it still lacks."""

from collections.abc import Sequence
from datetime import date

from coach_tui.engagement.documents.record import Document
from coach_tui.exports.documents.kind import Kind
from coach_tui.exports.documents.questions import left_to_author
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date


def to_check_again(document: Document, kind: Kind, today: date) -> bool:
    """Whether it was checked more than 90 days ago, and what is read there is not kept here: it is
    written elsewhere, or every line of it is filled whenever it is read."""
    elsewhere = not document.text or bool(kind.live and not kind.ask)
    return elsewhere and document.check_is_old(today)


def standing_words(
    state: str, document: Document, kind: Kind, words: Words, today: date
) -> str:  # fmt: skip
    """This state, how many questions a written one leaves unanswered, what puts it in doubt."""
    if document.written and (left := left_to_author(document.text, kind)):
        state = words("document.unanswered", state=state, n=len(left))
    return doubt_words(state, document, kind, words, today)


def state_words(document: Document, kind: Kind, words: Words, today: date) -> str:
    """Its state as every list says it: that nobody says where it is, among others."""
    told = standing_words(words(f"record.state.{document.state}"), document, kind, words, today)
    return words("document.nowhere", state=told) if document.nowhere else told


def doubt_words(state: str, document: Document, kind: Kind, words: Words, today: date) -> str:
    """This state; that its words changed since it was checked; that the check is old."""
    if document.was_verified:
        state = words("document.changed-since", state=state, who=one_line(document.verified_by))
    if document.verified_on and to_check_again(document, kind, today):
        day = plain_date(document.verified_on, words.language)
        state = words("document.check-old", state=state, day=day)
    return state


def language_words(document: Document, words: Words) -> str:
    """The language its text is in, where it is not the reader's; empty where it is, or unknown."""
    other = document.language != words.language and document.language in LANGUAGES
    return words(f"document.in-{document.language}") if document.text and other else ""


def lacks_words(lacks: Sequence[str], words: Words) -> str:
    """What was left out of what leaves, for it is still to be written; empty where nothing was."""
    return words("document.left-out", what=" · ".join(lacks)) if lacks else ""
