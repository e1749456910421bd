"""Documents: written pages that belong to the mission, each a kind, and the state it is in.

A document is written here (`text`) or elsewhere (`link`, and the day it was written). It is
missing, a draft while its text is what it began as, then written, and verified once somebody who
wrote none of it says so. The nine of the exit file are among the kinds, under the ids they have
always had.
"""

import unicodedata
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from typing import Final, NamedTuple

from coach_tui.engagement.days import day_of
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, Record, flag_of, stands, text_of, viewed

ENTITY: Final = "document"
NINE: Final = (
    "strategy", "acquisition-process", "campaign-process", "reporting-process", "kpi-thresholds",
    "attribution-data", "operating-playbook", "budget-vendors", "decision-log",
)  # fmt: skip
KINDS: Final = (
    *NINE, "company-brief", "scope", "diagnosis", "plan-90", "mql-sql", "positioning",
    "decision-note", "announce-cmo", "announce-successor", "announce-end", "advisory",
    "overlap-plan",
)  # fmt: skip
OTHER: Final = "other/"  # people's own, and texts of a step that are no kind: "other/brief"
WROTE: Final = "wrote:"  # one field an author, so that two who write at once are both kept


class Document(NamedTuple):
    """One document. `authors` wrote it, each once; `sent` is the day it went out.

    draft          the digest of the text it began as.
    verified_text  the digest of the text that was checked; empty in records of before.
    words          what whoever checked it said.
    """

    id: str
    text: str = ""
    language: str = ""
    draft: str = ""
    link: str = ""
    written_on: date | None = None
    authors: tuple[str, ...] = ()
    owner: str = ""
    sent: date | None = None
    verified_by: str = ""
    verified_on: date | None = None
    verified_text: str = ""
    words: str = ""
    name: str = ""
    personal: bool = False

    @property
    def kind(self) -> str:
        """Its kind: a period follows the id of one that returns ("plan-90/2026-Q1")."""
        return "other" if self.id.startswith(OTHER) else self.id.partition("/")[0]

    @property
    def written(self) -> bool:
        """Whether there is something to read, other than what it began as."""
        if self.text:
            return digest(self.text) != self.draft
        # Of the records before texts were kept here, a name says that a page exists somewhere.
        return bool(self.link or self.authors)

    @property
    def verified(self) -> bool:
        """Whether somebody who wrote none of it checked the text it has now."""
        fresh = not (self.text and self.verified_text) or digest(self.text) == self.verified_text
        by_another = bool(self.authors) and not any(same(each, self.verified_by) for each in
                                                    self.authors)  # fmt: skip
        return bool(self.written and self.verified_by and fresh and by_another)

    @property
    def state(self) -> str:
        """missing, draft, written or verified."""
        if self.verified:
            return "verified"
        return "written" if self.written else "draft" if self.text else "missing"

    def reached(self, state: str) -> bool:
        """Whether it has come as far as this: "written" (or nothing said), "verified", "sent"."""
        if state == "sent":
            return self.sent is not None
        return self.verified if state == "verified" else self.written


@viewed
def written_documents(engagement: Engagement) -> Mapping[str, Document]:
    """Every document something was recorded of, by id."""
    return {
        document_id: decode_document(document_id, record)
        for document_id, record in sorted(engagement.records(ENTITY).items())
        if stands(record)
    }


def document_of(engagement: Engagement, document_id: str) -> Document:
    """This document as recorded; missing where nothing was."""
    return written_documents(engagement).get(document_id) or Document(document_id)


def decode_document(document_id: str, record: Record) -> Document:
    """The document of this record; records of before have one author and no text."""
    wrote = (name.removeprefix(WROTE) for name in record if name.startswith(WROTE))
    authors = dict.fromkeys(filter(None, (text_of(record, "author"), *sorted(wrote))))
    return Document(
        document_id,
        **{name: text_of(record, name) for name in _TEXTS},  # type: ignore[arg-type]
        **{name: day_of(record, name) for name in _DAYS},  # type: ignore[arg-type]
        authors=tuple(authors),
        personal=flag_of(record, "personal"),
    )


def document_shown(engagement: Engagement, document_id: str, state: str) -> Proof:
    """Who made this document what it is asked to be, and when; nothing while it is not.

    Of a kind that returns, the last one counts.
    """
    found = [
        each
        for name, each in written_documents(engagement).items()
        if name == document_id or name.startswith(f"{document_id}/")
    ]
    reached = [each for each in found if each.reached(state)]
    if not reached:
        return ""
    last = reached[-1]
    who = last.verified_by if state == "verified" else ", ".join(last.authors)
    day = {"sent": last.sent, "verified": last.verified_on}.get(state, last.written_on)
    if who and day:
        return Saying("proof.who-day", {"who": who, "day": day})
    return who or (Saying("proof.day", {"day": day}) if day else Saying("proof.written"))


def digest(text: str) -> str:
    """What tells two texts apart, white space aside: BLAKE2b on eight bytes."""
    return blake2b(" ".join(text.split()).encode(), digest_size=8).hexdigest()


def same(first: str, second: str) -> bool:
    """Whether two names are one person's, case and accents aside."""
    return _folded(first) == _folded(second)


_TEXTS: Final = (
    "text", "language", "draft", "link", "owner", "verified_by", "verified_text", "words", "name",
)  # fmt: skip
_DAYS: Final = ("written_on", "sent", "verified_on")


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", " ".join(name.casefold().split()))
    return "".join(part for part in plain if not unicodedata.combining(part))
