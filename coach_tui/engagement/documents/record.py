"""Documents: written pages that belong to the mission, each a kind, and the state it is in.

A document is written here (`text`) or elsewhere (`link`, and the day it was written). It is
missing, a draft while its text is what it began as (of a page of no kind: while it has a word or
two under its title), then written, and verified once somebody who wrote none of it says so of the
text it has now.
"""

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.days import day_of
from coach_tui.engagement.documents.kinds import (
    ENTITY,
    NINE,
    OTHER,
    SECTION,
    is_document,
    kind_of,
    recorded_as,
)
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, Record, flag_of, stands, text_of, viewed
from coach_tui.engagement.transition.dossier import ENTITY as SECTION_ENTITY
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded, spelled_once

WROTE: Final = "wrote:"  # one field an author, so that two who write at once are both kept
CHECK_HOLDS: Final = timedelta(days=90)  # our rule of thumb
FEWEST: Final = 3  # words under its title, for a page of no kind to be more than begun
ENTITIES: Final = (ENTITY, "report", SECTION_ENTITY)
BLANK: Final = re.compile(r"(?<!\\)\{([a-z][a-z0-9_]*)\}")


class Document(NamedTuple):
    """One document. `authors` wrote it, each once; `sent` is the day it went out.

    draft          the digest of the text it began as.
    verified_text  the digest of the text or link that was checked; empty in records of before.
    changed        whether its text came after it was checked, as far as the record of before says.
    words          what whoever checked it said.
    personal       its author's alone: no list, export or dossier shows it.
    written_by     of a report: "cmo" or "team"; empty where nobody said.
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
    written_by: str = ""
    personal: bool = False
    changed: bool = False

    @property
    def kind(self) -> str:
        """Its kind: a period follows the id of one that returns ("plan-90/2026-Q1")."""
        return kind_of(self.id)

    @property
    def period(self) -> str:
        """What follows its kind: a day, a month, a quarter, a decision's id, a name."""
        return self.id.partition("/")[2]

    @property
    def author(self) -> str:
        """Who wrote it, on one line."""
        return ", ".join(self.authors)

    @property
    def written(self) -> bool:
        """Whether there is something to read, other than what it began as."""
        if self.text:
            return digest(self.text) != self.draft and not self._only_begun
        # Of the records before texts were kept here, a name says that a page exists somewhere.
        return bool(self.link or self.authors)

    @property
    def _only_begun(self) -> bool:
        """Whether it is a page of no kind, begun from its title, with a word or two under it."""
        if not (self.draft and self.id.startswith(OTHER)):
            return False
        lines = self.text.strip().split("\n")
        said = "\n".join(lines[1:] if lines[0].startswith("#") else lines)
        return len(said.split()) < FEWEST

    @property
    def checked(self) -> str:
        """What a check is of: the digest of the text, or of the link where it is elsewhere."""
        return digest(self.text or self.link)

    @property
    def verified(self) -> bool:
        """Whether somebody who wrote none of it checked the text it has now."""
        fresh = self.verified_text == self.checked if self.verified_text else not self.changed
        by_another = bool(self.authors) and not any(same(each, self.verified_by) for each in
                                                    self.authors)  # fmt: skip
        return bool(self.written and self.verified_by and fresh and by_another)

    @property
    def was_verified(self) -> bool:
        """Whether it was checked, and its words have changed since."""
        return bool(self.written and self.verified_by and not self.verified and self.authors) and (
            not any(same(each, self.verified_by) for each in self.authors)
        )

    def check_is_old(self, today: date) -> bool:
        """Whether it was checked longer ago than a check is worth without seeing the words."""
        return bool(self.verified and self.verified_on and today - self.verified_on > CHECK_HOLDS)

    @property
    def nowhere(self) -> bool:
        """Whether somebody is said to have written it, and nothing says where it is."""
        return bool(self.authors and not self.text and not self.link)

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

    def standing(self, asked: Collection[str]) -> tuple[str, ...]:
        """The blanks of these that still stand in its text: what is missing of it, in order."""
        return tuple(dict.fromkeys(each for each in BLANK.findall(self.text) if each in asked))


@viewed
def written_documents(engagement: Engagement) -> Mapping[str, Document]:
    """Every document something was recorded of, by id: pages, reports, texts of the dossier."""
    found = {
        recorded_as(entity, entity_id): record
        for entity in ENTITIES
        for entity_id, record in sorted(engagement.records(entity).items())
        if stands(record)
    }
    return {
        name: decode_document(name, record)
        for name, record in found.items()
        if not name.startswith(SECTION) or is_document(name)
    }


def document_of(engagement: Engagement, document_id: str) -> Document:
    """This document as recorded; missing where nothing was."""
    return written_documents(engagement).get(document_id) or Document(document_id)


@viewed
def nine_of(engagement: Engagement) -> Mapping[str, Document]:
    """The nine mandatory documents of the exit file, as recorded."""
    return {name: document_of(engagement, name) for name in NINE}


def nine_verified(engagement: Engagement) -> Proof:
    """That they are verified, and by whom, once all nine are; else nothing."""
    documents = nine_of(engagement).values()
    if not all(document.verified for document in documents):
        return ""
    people = spelled_once(document.verified_by for document in documents)
    return Saying("proof.nine", {"who": ", ".join(people)})


def wrote_in(record: Record) -> list[str]:
    """Who wrote in it; what was undone is no longer written."""
    return [name.removeprefix(WROTE) for name in record
            if name.startswith(WROTE) and text_of(record, name)]  # fmt: skip


def decode_document(document_id: str, record: Record) -> Document:
    """The document of this record; records of before have one author and no text."""
    authors: dict[str, str] = {}
    for author in filter(None, (text_of(record, "author"), *sorted(wrote_in(record)))):
        authors.setdefault(_folded(author), author)
    if document_id.startswith(SECTION) and not authors and text_of(record, "text"):
        signed = one_line(record["text"].change.actor.partition("/")[2])
        authors = {signed: signed} if signed else {}  # whoever signed the change that wrote it
    return Document(
        document_id,
        **{name: text_of(record, name) for name in _TEXTS},  # type: ignore[arg-type]
        **{name: day_of(record, name) for name in _DAYS},  # type: ignore[arg-type]
        authors=tuple(authors.values()),
        personal=flag_of(record, "personal"),
        changed=_after(record, "text", "verified_by"),
    )


def document_shown(
    engagement: Engagement, document_id: str, state: str, passage: str = ""
) -> Proof:
    """Who made this document what it is asked to be, and when; nothing while it is not.

    Of a kind that returns, the last one counts. A `passage` is a blank that no longer stands: once
    it is answered the document need not be whole.
    """
    found = [
        each
        for name, each in written_documents(engagement).items()
        if name == document_id or name.startswith(f"{document_id}/")
    ]
    reached = [each for each in found if each.reached(state) and not each.standing((passage,))]
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
    from hashlib import blake2b  # noqa: PLC0415 (loads OpenSSL, for what few readings ask)

    return blake2b(" ".join(text.split()).encode(), digest_size=8).hexdigest()


def same(first: str, second: str) -> bool:
    """Whether two names are one person's, case and accents aside."""
    return _folded(first) == _folded(second)


_TEXTS: Final = (
    "text", "language", "draft", "link", "owner", "verified_by", "verified_text", "words", "name",
    "written_by",
)  # fmt: skip
_DAYS: Final = ("written_on", "sent", "verified_on")


def _after(record: Record, later: str, earlier: str) -> bool:
    """Whether this field was set after that one; not where either never was."""
    if later not in record or earlier not in record:
        return False
    places = [record[name].place or record[name].change.id for name in (later, earlier)]
    return places[0] > places[1]


def _folded(name: str) -> str:
    return folded(" ".join(name.split()))
