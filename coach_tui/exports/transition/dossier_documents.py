"""The documents inside the dossier: each in its section, whole or on one line; what is missing.

A document whose place is "whole" is shown as it leaves, its live blanks filled; of another there is
its state, its first paragraph, and where it is. One written in confidence is named, and none of its
words are shown; a personal one is never there.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from coach_tui.coach.transition.dossier_parts import OWN, RECORDED, SectionParts
from coach_tui.engagement.documents.kinds import KINDS, RETURNING
from coach_tui.engagement.documents.record import Document, document_of, written_documents
from coach_tui.exports.catalogue_words import said
from coach_tui.exports.documents.embedded import embedded
from coach_tui.exports.documents.facts import Facts
from coach_tui.exports.documents.fill import leaving
from coach_tui.exports.documents.kind import Kind, document_name, kind_named
from coach_tui.exports.markdown import escaped
from coach_tui.exports.transition.dossier_recorded import Recorded
from coach_tui.exports.transition.lists import document_line
from coach_tui.language.clean import one_line

LAST: Final = 6  # of a document that returns, the last ones: half a year of monthly reports
LENGTH: Final = 240  # characters of a first paragraph
_SENTENCE_ENDS: Final = (".", "!", "?", "…")
# A line that begins like this is no paragraph: a heading, a table, a list, a quotation, code.
_NO_PROSE: Final = re.compile(r"\s*(?:[#|>`<~]|[-*+]\s|\d+[.)]\s|---|===)|\s{4}|\t|.*\{[a-z_]+\}")

_LABEL: Final = re.compile(r"\*\*[^*]+\*\*\s*:\s*")  # what a template asks, before its answer


def section_documents(section: str, r: Recorded) -> list[str]:
    """The documents of this section that somebody began: as lines, then those shown whole."""
    documents = [(each, kind_named(r.catalogues, each.id)) for each in _of(section, r)]
    lines = []
    for document, kind in documents:
        called = document_name(document, r.engagement, r.catalogues, r.playbook, r.words)
        name = escaped(called)
        crossed = f" · {r.words('document.crossed-versions')}" if document.id in r.crossed else ""
        lines.append(f"- {document_line(document, name, kind, r.words, r.today)}{crossed}")
        apart = kind.private or _whole(document, kind)
        first = "" if apart else _first_paragraph(document)
        lines += ["", f"  {first}", ""] if first else []
    lines = lines[:-1] if lines and not lines[-1] else lines
    for document, kind in documents:
        if _whole(document, kind):
            text = leaving(document.text, kind, _facts(document, r)).text
            lines += ["", *embedded(text, 2)]
    return lines


def shown_whole(section: str, r: Recorded) -> frozenset[str] | None:
    """The fillers that documents shown whole in this section give; None where none is."""
    found: set[str] | None = None
    for document in _of(section, r):
        kind = kind_named(r.catalogues, document.id)
        if _whole(document, kind):
            live = {name for blank, name in kind.live.items() if f"{{{blank}}}" in document.text}
            found = (found or set()) | live
    return None if found is None else frozenset(found)


def last_written(section: str, r: Recorded) -> Document | None:
    """The document of this section that was written last, where any says its day."""
    dated = [each for each in _of(section, r) if each.written and each.written_on]
    return max(dated, key=lambda each: each.written_on or r.today, default=None)


def missing_words(parts: SectionParts, r: Recorded) -> str:
    """What is missing, as in "2 of 3 parts; missing: positioning page, Ann"."""
    named = r.words("transition.dossier.parts-between").join(
        part_words(parts.id, part, r) for part in parts.missing
    )
    if parts.all == 1:
        return r.words("transition.dossier.missing-part", what=named)
    counted = {"n": len(parts.there), "all": parts.all, "what": named}
    return r.words("transition.dossier.parts", **counted)


def part_words(section: str, part: str, r: Recorded) -> str:
    """A part that is missing, and who answers for it where somebody does."""
    if part in RECORDED:
        return r.words(f"transition.dossier.part.{part}")
    if part == OWN:
        entry = next(each for each in r.catalogues["dossier-sections"] if each.id == section)
        name, owner = r.words("transition.dossier.part.own"), str(entry.fields["owner"])
        return f"{name}, {r.role(owner)}"
    document, kind = document_of(r.engagement, part), kind_named(r.catalogues, part)
    name = said(r.catalogues, "documents", part, "name", r.words.language)
    owner = escaped(document.owner) or (r.role(kind.owner) if kind.owner else "")
    return f"{name}, {owner}" if owner else name


def _of(section: str, r: Recorded) -> Iterator[Document]:
    """In the order of the kinds; of one that returns, the last ones, the newest first."""
    begun = [
        each
        for each in written_documents(r.engagement).values()
        if each.kind in KINDS and each.state != "missing" and not each.personal
        and kind_named(r.catalogues, each.id).section == section
    ]  # fmt: skip
    for kind, group in groupby(
        sorted(begun, key=lambda each: KINDS.index(each.kind)), lambda each: each.kind
    ):
        found = list(group)
        yield from (sorted(found, key=lambda each: each.id)[::-1][:LAST] if kind in RETURNING
                    else found)  # fmt: skip


def _whole(document: Document, kind: Kind) -> bool:
    return bool(kind.whole and document.text and document.written)


def _facts(document: Document, r: Recorded) -> Facts:
    return r.facts(document.id)


def _first_paragraph(document: Document) -> str:
    """The first that is a sentence, on one line: a title, who wrote it, a table are not."""
    if not document.written:
        return ""
    for paragraph in re.split(r"\n\s*\n", document.text):
        lines = paragraph.strip("\n").split("\n")
        told = " ".join(lines).strip()
        label = _LABEL.match(told)
        prose = one_line(told[label.end() if label else 0 :].replace("**", ""))
        if prose.endswith(_SENTENCE_ENDS) and not any(_NO_PROSE.match(line) for line in lines):
            return escaped(one_line(prose, LENGTH))
    return ""
