"""Writing a document, saying where it is, sending it, having it checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.documents.kinds import ENTITY, NINE, is_document, kept_under
from coach_tui.engagement.documents.merge import Merge, merge
from coach_tui.engagement.documents.record import (
    WROTE,
    Document,
    digest,
    document_of,
    same,
    wrote_in,
)
from coach_tui.engagement.gesture import only_news
from coach_tui.engagement.state import Engagement, flag_of
from coach_tui.engagement.text_checks import recorded, refuse_fields, refuse_words
from coach_tui.language.clean import one_line
from coach_tui.language.refusal import Refusal

LIMIT: Final = 100_000  # characters; a long document has 20,000
SCHEMES: Final = ("http", "https", "mailto", "file", "sftp")
NAME_LIMIT: Final = 120
LINK_LIMIT: Final = 2_000  # characters; what browsers and shared drives take
NOTHING_ASKED: Final[Mapping[str, str]] = {}
FIRST: Final = 3  # of what is left to answer, named in a refusal, each in so many characters
SHORT: Final = 40
_DESCRIBED: Final = ("author", "link", "written_on", "verified_by", "verified_on", "words")


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
    draft: str | None = "",
    seen: str | None = None,
) -> Decision:
    """Keep a document's text, or where it is. `draft` is the text it began as, where it did; None
    where nothing in it was left to its author, so that it is written as it began.

    `seen` is the text its author had before them: where another was kept since, both are merged,
    and refused where they changed the same lines. Refused without an author (who checks it has to
    be somebody else), and without text or link.
    """
    if refusal := _refuse(document_id, author):
        return refusal
    known = document_of(engagement, document_id)
    if not (text.strip() or link.strip() or known.text or known.link):
        return Refusal("refusal.record.no-text").of("link")
    if text.strip() and (both := merged(known, text, seen)):
        if both.crossed:
            return Refusal("refusal.document.crossed", {"n": len(both.crossed)}).of("text")
        text = both.text
    if refusal := _refuse_text(text) or refuse_words(language) or _refuse_link(link, known.link):
        return refusal
    day = written_on or today
    if refusal := _refuse_day(day, today, "written_on"):
        return refusal
    entity, entity_id = kept_under(document_id)
    fields: dict[str, Value] = {f"{WROTE}{author.strip()}": day.isoformat()}
    fields |= {"written_on": day.isoformat()}
    if not known.authors:
        fields["author"] = author.strip()  # for readers of before
    fields |= {"text": text} if text.strip() else {}
    fields |= {"link": link.strip()} if link.strip() else {}
    fields |= {"language": language} if language and text.strip() else {}
    if draft is None:
        fields |= {"draft": None} if known.draft else {}
    elif draft:
        fields["draft"] = digest(draft)
    return [Draft(entity, entity_id, fields)]


def link_document(
    engagement: Engagement, document_id: str, author: str, today: date, link: str, on: date | None
) -> Decision:
    """Say where a document written elsewhere is: an address one can go to, or a file's path."""
    if not is_address(link):
        return Refusal("refusal.document.link").of("link")
    return write_document(engagement, document_id, author, today, link=link, written_on=on)


def is_address(link: str) -> bool:
    """Whether this looks like a place to go: an address, a path, and no script."""
    said = link.strip()
    if not any(map(str.isalnum, said)) or any(each.isspace() and each != " " for each in said):
        return False
    scheme, colon, rest = said.partition(":")
    if colon and scheme.isalpha() and len(scheme) > 1:
        return scheme.lower() in SCHEMES and len(rest.strip("/")) > 0 and " " not in said
    return any(mark in said for mark in "/\\.")


def _names_no_page(link: str) -> bool:
    """Whether this begins as an address does and is none. Words say a place too ("the drive")."""
    scheme, _, rest = link.partition(":")
    begins = scheme.isalpha() and len(scheme) > 1 and rest[:1].strip() != ""
    return begins and not is_address(link)


def merged(known: Document, text: str, seen: str | None) -> Merge | None:
    """This text and the one kept since its author saw `seen`; None where nothing was."""
    if seen is None or known.text == seen or not known.text:
        return None
    return merge(seen, text, known.text)


def verify_document(
    engagement: Engagement,
    document_id: str,
    by: str,
    day: date,
    today: date,
    words: str = "",
    asked: Mapping[str, str] = NOTHING_ASKED,
) -> Decision:
    """Say that somebody who wrote none of it checked the document, and what the trial said.

    `asked` are the blanks only its author can fill, each with its words: refused while one stands.
    Refused of a day after `today`.
    """
    known = document_of(engagement, document_id)
    if refusal := _refuse(document_id, by, "verified_by") or refuse_words(words):
        return refusal
    if refusal := _refuse_day(day, today, "verified_on"):
        return refusal
    if not known.written:
        return Refusal("refusal.record.not-written").of("verified_by")
    if not known.authors:
        return Refusal("refusal.record.no-author").of("author")
    if any(same(author, by) for author in known.authors):
        return Refusal("refusal.record.own-document", {"author": by.strip()}).of("verified_by")
    if standing := known.standing(asked):
        named = dict.fromkeys(one_line(asked[each], SHORT) for each in standing)
        values = {"n": len(standing), "what": " · ".join([*named][:FIRST])}
        return Refusal("refusal.document.standing", values).of("verified_by")
    fields: dict[str, Value] = {"verified_by": by.strip(), "verified_on": day.isoformat()}
    fields |= {"verified_text": known.checked if known.text or known.link else None}
    fields |= {"words": words.strip()} if words.strip() else {}
    entity, entity_id = kept_under(document_id)
    return [Draft(entity, entity_id, fields)]


def send_document(engagement: Engagement, document_id: str, day: date, today: date) -> Decision:
    """Say which day a document went out; refused of a day after `today`."""
    if not is_document(document_id):
        return _unknown(document_id)
    if refusal := _refuse_day(day, today, "sent"):
        return refusal
    if not document_of(engagement, document_id).written:
        return Refusal("refusal.record.not-written").of("sent")
    entity, entity_id = kept_under(document_id)
    return [Draft(entity, entity_id, {"sent": day.isoformat()})]


def keep_personal(engagement: Engagement, document_id: str, personal: bool) -> Decision:
    """Keep a document to its author, from its first word on; or share it, all it says included.

    Refused once anything of it was recorded: what others may have seen is no secret. Reports and
    the dossier's own texts belong to the mission.
    """
    if not is_document(document_id):
        return _unknown(document_id)
    entity, entity_id = kept_under(document_id)
    record = engagement.record(entity, entity_id)
    if personal and entity != ENTITY:
        return Refusal("refusal.document.never-personal")
    if personal and record and not flag_of(record, "personal"):
        return Refusal("refusal.document.was-shared")
    return [Draft(entity, entity_id, {"personal": personal})]


def name_document(known: Document, name: str) -> Decision:
    """Give a document of no kind the name people call it by."""
    if len(name) > NAME_LIMIT:
        return Refusal("refusal.record.long", {"length": len(name), "limit": NAME_LIMIT}).of("name")
    entity, entity_id = kept_under(known.id)
    return refuse_words(name) or [Draft(entity, entity_id, {"name": name.strip()})]


def describe_document(
    engagement: Engagement,
    document_id: str,
    fields: Mapping[str, object],
    today: date,
) -> Decision:
    """Say who wrote one of the nine, where it is, who verified it. Nobody verifies their own, nor
    after `today`."""
    if document_id not in NINE:
        values = {"value": document_id, "choices": ", ".join(NINE)}
        return Refusal("refusal.transition.choice", values)
    known = document_of(engagement, document_id)
    authors = [*known.authors]
    if "author" in fields:  # those who wrote here remain, whoever is said to have written first
        authors = [str(fields["author"] or "").strip()]
        authors += wrote_in(engagement.record(*kept_under(document_id)))
    verifier = str(fields.get("verified_by", known.verified_by) or "").strip()
    if verifier and not any(authors):
        return Refusal("refusal.transition.no-author").of("author")
    if verifier and any(same(author, verifier) for author in authors):
        values = {"author": next(each for each in authors if same(each, verifier))}
        return Refusal("refusal.transition.own-document", values).of("verified_by")
    if isinstance(day := fields.get("verified_on"), date) and (
        refusal := _refuse_day(day, today, "verified_on")
    ):
        return refusal
    link = str(fields.get("link") or "").strip()
    if link != known.link and (refusal := _refuse_long(link)):
        return refusal
    if link != known.link and _names_no_page(link):
        return Refusal("refusal.document.link").of("link")
    kept = {name: value for name, value in fields.items() if name in _DESCRIBED}
    made = recorded(kept)
    if verifier and not same(verifier, known.verified_by):
        read_there = known.text or link or known.link
        made["verified_text"] = digest(read_there) if read_there else None
    draft = Draft(kept_under(document_id)[0], document_id, made)
    return refuse_fields(kept) or only_news(engagement, [draft])


def _refuse(document_id: str, person: str, field: str = "author") -> Refusal | None:
    if not is_document(document_id):
        return _unknown(document_id)
    if not person.strip():
        return Refusal("refusal.record.no-author").of(field)
    if len(person) > NAME_LIMIT:
        values = {"length": len(person), "limit": NAME_LIMIT}
        return Refusal("refusal.record.long", values).of(field)
    return refuse_words(person)


def _refuse_day(day: date, today: date, field: str) -> Refusal | None:
    """What was done was done on a day that has come."""
    if day <= today:
        return None
    return Refusal("refusal.record.future", {"day": day}).of(field)


def _unknown(document_id: str) -> Refusal:
    return Refusal("refusal.record.unknown-document", {"document": document_id})


def _refuse_text(text: str) -> Refusal | None:
    if len(text) > LIMIT:
        values = {"length": len(text), "limit": LIMIT}
        return Refusal("refusal.document.long", values).of("text")
    # The whole text is searched for secrets in pieces: its length was checked just above.
    return refuse_words(*(text[start : start + 9_000] for start in range(0, len(text), 8_500)))


def _refuse_link(link: str, known: str) -> Refusal | None:
    """Where it is said to be now is an address or a path; what was said long ago may stay."""
    said = link.strip()
    if said and said != known and not is_address(said):
        return Refusal("refusal.document.link").of("link")
    return (_refuse_long(said) if said != known else None) or refuse_words(link)


def _refuse_long(link: str) -> Refusal | None:
    if len(link) <= LINK_LIMIT:
        return None
    values = {"length": len(link), "limit": LINK_LIMIT}
    return Refusal("refusal.record.long", values).of("link")
