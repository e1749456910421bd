"""Whose a document is: the comment it leaves with, and what is asked of it when it comes back."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.documents.kinds import REPORT, kind_of
from coach_tui.exports.company_said import (
    company_above,
    company_in,
    names_a_company,
    opening,
    refuse_naming,
)
from coach_tui.exports.csv_header import lines_naming
from coach_tui.exports.csv_reader import CsvRow, read_table
from coach_tui.exports.markdown import comment
from coach_tui.language import LANGUAGES
from coach_tui.language.clean import one_line
from coach_tui.language.dates import month_and_year
from coach_tui.language.fold import folded
from coach_tui.language.refusal import Refusal

_MARK: Final = re.compile(
    r"\n*(?<!\\)<!--\s*coach:\s*(\w{1,40})\s+(\S{1,40})\s+engagement\s+(\S{1,80}?)\s*-->[ \t]*\n?"
)
_DOCUMENT_MARK: Final = re.compile(
    r"\n*(?<!\\)<!--\s*coach:\s*(\S{1,80})\s+(\S{1,80})\s+(\S{1,80})\s*-->[ \t]*\n?"
)
NEW: Final = "new"  # instead of a change, where nothing was kept yet
_FILE: Final = re.compile(r'\s*\{\s*"[\s\S]{0,400}?"engagement":\s*"')
_TITLE: Final = re.compile(r"^ {0,3}#{1,2} +(.+)$", re.MULTILINE)
_CLIENT: Final = re.compile(
    r"[#*_\s]*(?:client|customer|account|compte|company|entreprise|soci[ée]t[ée])\b[^:\n]{0,20}:",
    re.I,
)
_HEAD: Final = 12  # lines, the first section's not among them, that say what a text is


def marked_report(text: str, month: str, engagement_id: str) -> str:
    """The report with a last line, unseen where Markdown is shown, that says whose it is."""
    mark = comment(f"coach: report {month} engagement {engagement_id}")
    return text.rstrip("\n") + f"\n\n{mark}\n"


def report_brought_back(
    text: str, month: str, engagement_id: str, company: str, others: Mapping[str, str]
) -> str | Refusal:
    """The report's own text, without what we left in it.

    `others` are the companies of the other engagements, each by its id.

    Refused where it is another client's (by its mark, or where its title, its line or its column of
    the company names one of `others`), another month's, or no report at all: what belongs to one
    client stays with that client.
    """
    if _FILE.match(text):
        return Refusal("refusal.report.a-file")
    for engagement, document in _marks(text):
        if engagement != engagement_id:
            return _of_another(engagement, others)
        if kind_of(document) != REPORT:
            return Refusal("refusal.report.other-kind", {"kind": document})
        if document != f"{REPORT}/{month}":
            found = document.removeprefix(f"{REPORT}/")
            return Refusal("refusal.report.other-month", {"found": found, "month": month})
    return _entitled_to_another(text, company, others) or without_mark(text)


def says_it_is_report(text: str, month: str, company: str) -> bool:
    """Whether a mark of ours or its first lines say that a text is this company's report for this
    month: somebody's own words may say neither."""
    return any(_marks(text)) or _begins_as(text, company, month)


def _marks(text: str) -> Iterator[tuple[str, str]]:
    """What our marks in this text say: the engagement, and the document by its id."""
    for kind, what, engagement in _MARK.findall(text):
        yield engagement, f"{REPORT}/{what}" if kind == "report" else kind
    for engagement, document, _ in _DOCUMENT_MARK.findall(text):
        yield engagement, document


def _begins_as(text: str, company: str, month: str) -> bool:
    """Whether its first lines name this company and this month, in whatever language."""
    head = folded("\n".join(opening(text).strip().split("\n")[:_HEAD]).replace("\\", ""))
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        return False
    said = (month, f"{first:%m/%Y}", *(month_and_year(first, each) for each in LANGUAGES))
    return any(folded(each) in head for each in said) and (
        not company.strip() or _names(head, company)
    )


def without_mark(text: str) -> str:
    """The document's own text."""
    return _DOCUMENT_MARK.sub("\n", _MARK.sub("\n", text))


def _names(title: str, company: str) -> bool:
    """Whether the title has this company's whole name in it."""
    name = folded(company.strip())
    return len(name) > 1 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None


class BroughtBack(NamedTuple):
    """A document's own text, and the change it was written from; empty where it does not say."""

    text: str
    change: str


def marked_document(text: str, document_id: str, engagement_id: str, change: str) -> str:
    """The document with a last line, unseen where Markdown is shown: whose, and which version."""
    mark = comment(f"coach: {engagement_id} {document_id} {change or NEW}")
    return text.rstrip("\n") + f"\n\n{mark}\n"


def document_brought_back(
    text: str, document_id: str, engagement_id: str, company: str, others: Mapping[str, str]
) -> BroughtBack | Refusal:
    """The document's own text, without what we left in it.

    Refused where it is another client's, by its mark or by what names one of `others`, or another
    document.
    """
    if _FILE.match(text):
        return Refusal("refusal.report.a-file")
    change = ""
    for engagement, what in _marks(text):
        if engagement != engagement_id:
            return _of_another(engagement, others)
        if what != document_id:
            return Refusal("refusal.document.other", {"found": what, "document": document_id})
    for *_, found in _DOCUMENT_MARK.findall(text):
        change = found
    refused = _entitled_to_another(text, company, others)
    return refused or BroughtBack(without_mark(text), change)


def refuse_answer(
    text: str, engagement_id: str, company: str, others: Mapping[str, str]
) -> Refusal | None:
    """Why an answer is not this client's: it quotes what we wrote for another, or says so."""
    for engagement, _ in _marks(text):
        if engagement != engagement_id:
            return _of_another(engagement, others)
    return _entitled_to_another(text, company, others)


def _of_another(engagement: str, others: Mapping[str, str]) -> Refusal:
    """Another client's, by name where that one is on this computer too."""
    if company := others.get(engagement):
        return Refusal("refusal.report.other-client", {"found": company})
    return Refusal("refusal.report.unknown-client")


def _entitled_to_another(text: str, company: str, others: Mapping[str, str]) -> Refusal | None:
    """Refused where its title names one of `others`, and not this company; or where its line or
    its column of the company does. A file that could not be read is nobody's by name."""
    title = _TITLE.search(text)
    said = folded(title[1].replace("\\", "")) if title else ""
    if not _names(said, company):
        for other in others.values():
            if _names(said, other):
                return Refusal("refusal.report.other-client", {"found": other})
    said_there = filter(None, _companies_said(opening(text)))
    told = {folded(each) for each in said_there} - {folded(one_line(company))}
    for other in others.values():
        if folded(one_line(other)) in told:
            return Refusal("refusal.report.other-client", {"found": other})
    lines = opening(text).split("\n")[:_HEAD]
    labelled = "\n".join(line if _CLIENT.match(line) else "" for line in lines)
    return refuse_naming(labelled, company, others.values())


def _companies_said(text: str) -> Iterator[str]:
    """Whose it says it is, as our documents do under their title and our tables in a column."""
    if said := company_above(text):
        yield said.company
    for line in lines_naming(text, names_a_company):
        table = read_table(text, line)
        if not isinstance(table, Refusal):
            places = [n for n, name in enumerate(table.header) if names_a_company(name)]
            rows = (row.cells for row in table.rows() if isinstance(row, CsvRow))
            yield from (company_in(row[n]) for row in rows for n in places if n < len(row))
