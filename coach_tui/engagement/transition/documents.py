"""Transition, the nine mandatory documents: written by someone, verified by someone else."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.gesture import only_news
from coach_tui.engagement.state import Engagement, text_of, viewed
from coach_tui.engagement.text_checks import recorded, refuse_fields
from coach_tui.language.refusal import Refusal

ENTITY: Final = "document"
DOCUMENTS: Final = (
    "strategy", "acquisition-process", "campaign-process", "reporting-process", "kpi-thresholds",
    "attribution-data", "operating-playbook", "budget-vendors", "decision-log",
)  # fmt: skip
FIELDS: Final = ("author", "link", "written_on", "verified_by", "verified_on", "words")


class Document(NamedTuple):
    """One of the nine. It counts once a person who did not write it has verified it."""

    id: str
    author: str = ""
    link: str = ""
    written_on: date | None = None
    verified_by: str = ""
    verified_on: date | None = None
    words: str = ""

    @property
    def written(self) -> bool:
        return bool(self.author or self.link)

    @property
    def verified(self) -> bool:
        return bool(self.author and self.verified_by) and not same(self.author, self.verified_by)

    @property
    def state(self) -> str:
        """missing, written or verified."""
        return "verified" if self.verified else "written" if self.written else "missing"


@viewed
def documents_of(engagement: Engagement) -> Mapping[str, Document]:
    """The nine documents, as recorded."""
    return {name: _decoded(engagement, name) for name in DOCUMENTS}


def set_document(engagement: Engagement, document: str, fields: Mapping[str, object]) -> Decision:
    """Say who wrote a document, where it is, who verified it. Nobody verifies their own."""
    if document not in DOCUMENTS:
        values = {"value": document, "choices": ", ".join(DOCUMENTS)}
        return Refusal("refusal.transition.choice", values)
    known = documents_of(engagement)[document]
    author = str(fields.get("author", known.author) or "").strip()
    verifier = str(fields.get("verified_by", known.verified_by) or "").strip()
    if verifier and not author:
        return Refusal("refusal.transition.no-author").of("author")
    if verifier and same(author, verifier):
        return Refusal("refusal.transition.own-document", {"author": author}).of("verified_by")
    kept = {name: value for name, value in fields.items() if name in FIELDS}
    return refuse_fields(kept) or only_news(engagement, [Draft(ENTITY, document, recorded(kept))])


def same(first: str, second: str) -> bool:
    """Whether two names are one person's, case and accents aside."""
    return _folded(first) == _folded(second)


def documents_recorded(engagement: Engagement) -> str:
    """How many are verified, once all nine are; else nothing."""
    documents = documents_of(engagement).values()
    if not all(document.verified for document in documents):
        return ""
    people = dict.fromkeys(document.verified_by for document in documents)
    return f"{len(documents)}/{len(DOCUMENTS)} · {', '.join(people)}"


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", " ".join(name.casefold().split()))
    return "".join(part for part in plain if not unicodedata.combining(part))


def _decoded(engagement: Engagement, name: str) -> Document:
    record = engagement.record(ENTITY, name)
    return Document(
        name,
        text_of(record, "author"),
        text_of(record, "link"),
        day_of(record, "written_on"),
        text_of(record, "verified_by"),
        day_of(record, "verified_on"),
        text_of(record, "words"),
    )
