"""`coach document list|show|diff|export`: the written pages of the mission, as they are."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from typing import Any, Final

from coach_tui.asking.document import Paper, example_of, poor_signs, template_of
from coach_tui.bundled import Catalogues
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.cli.documents.named import add_id, paper_of
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_document, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.engagement.change import Change
from coach_tui.engagement.documents.crossings import crossings_of
from coach_tui.engagement.documents.kinds import KINDS, NINE, RETURNING
from coach_tui.engagement.documents.record import Document, document_of, written_documents
from coach_tui.engagement.documents.versions import compared_with, difference
from coach_tui.engagement.state import Engagement
from coach_tui.exports.documents.kind import document_name, kind_named
from coach_tui.exports.documents.questions import left_to_author
from coach_tui.exports.documents.standing import lacks_words, language_words, state_words
from coach_tui.exports.people import actor_words
from coach_tui.exports.whose import marked_document
from coach_tui.language import Words
from coach_tui.language.clean import clean, one_line
from coach_tui.language.dates import plain_date
from coach_tui.session import Session

FACES: Final = ("source", "template", "example", "poor")


def add_list(parser: ArgumentParser, words: Words) -> None:
    """Which of them."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help=words("record.document.all"))
    which.add_argument("--missing", action="store_true", help=words("document.option.missing"))
    which.add_argument("--nine", action="store_true", help=words("document.option.nine"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("record.json.documents")


def run_list(call: Call) -> int:
    """The documents something is known of, each with its state; or those that are missing."""
    session = call.session()
    found = list(_listed(session.engagement, call.options))
    if call.options.json:
        show_json([_json(each) for each in found])
        return FINE
    width = max((len(each.id) for each in found), default=0)
    crossed = crossings_of(session.engagement, session.changes)
    for each in found:
        name = document_name(each, session.engagement, Catalogues(), call.playbook(), call.words)
        twice = call.words("document.crossed-versions") if each.id in crossed else ""
        kind = kind_named(Catalogues(), each.id)
        state = state_words(each, kind, call.words, call.today)
        told = [name, state, twice, each.author, language_words(each, call.words), each.link]
        line = " · ".join(one_line(part) for part in told if part)
        said = {"name": name, "state": state, "owner": each.author, "link": each.link}
        show(table_row(f"{each.id:<{width}}  {line}", call.words, **said, id=each.id))
    if not found:
        say(call.words("record.none"))
    return FINE


def _listed(engagement: Engagement, options: Any) -> Iterator[Document]:
    """Personal documents are their author's alone: no list shows them."""
    known = {name: each for name, each in written_documents(engagement).items()
             if not each.personal}  # fmt: skip
    if options.nine:
        yield from (document_of(engagement, each) for each in NINE)
        return
    once = [each for each in KINDS if each not in RETURNING or options.all]
    ids = dict.fromkeys([*(once if options.all or options.missing else ()), *known])
    for name in ids:
        document = known.get(name) or Document(name)
        if not options.missing or not document.written:
            yield document


def add_show(parser: ArgumentParser, words: Words) -> None:
    """Which one, and which of its faces."""
    add_id(parser, words)
    face = parser.add_mutually_exclusive_group()
    for name in FACES:
        face.add_argument(f"--{name}", action="store_true", help=words(f"document.option.{name}"))
    face.add_argument("--earlier", type=int, metavar="N", help=words("document.option.earlier"))


def run_show(call: Call) -> int:
    """The document as it is read; its source, its template, an example, a version before."""
    session = call.session()
    paper = paper_of(call, session)
    if call.options.earlier is not None:
        show_document(clean(_earlier(paper, session.changes, call.options.earlier)))
        return FINE
    face = next((name for name in FACES if getattr(call.options, name)), "")
    versions = paper.versions(session.changes)
    made = {
        "source": lambda: marked_document(
            paper.source, paper.id, session.id, versions[-1].change if versions else ""
        ),
        "template": lambda: template_of(paper.id, call.language),
        "example": lambda: example_of(paper.id, call.language),
        "poor": lambda: poor_signs(paper.id, call.language),
        "": lambda: paper.shown,
    }[face]()
    if not made.strip():
        raise Refused("refusal.document.no-face", document=paper.name)
    show_document(made)
    if not face and paper.document.link and not paper.document.text:  # what is shown is the blank
        where = one_line(paper.document.link)
        say(call.words("document.elsewhere", document=paper.name, where=where))
    tell_crossing(call, session, paper.id)
    return FINE


def tell_crossing(call: Call, session: Session, document_id: str) -> None:
    """That another version of it was written without having seen this one, by whom and when."""
    crossing = crossings_of(session.engagement, session.changes).get(document_id)
    if crossing:
        who = actor_words(crossing.other.actor, call.words)
        day = session.engagement.day(crossing.other.at)
        at = plain_date(day, call.words.language) if day else crossing.other.at[:10]
        say(call.words("document.crossed-with", who=who, at=at, id=document_id))


def _earlier(paper: Paper, changes: Sequence[Change], back: int) -> str:
    """The text it had that many versions ago."""
    versions = paper.versions(changes)
    if not 0 <= back < len(versions):
        raise Refused("refusal.document.no-version", n=len(versions))
    return versions[-1 - back].text


def add_diff(parser: ArgumentParser, words: Words) -> None:
    """Which one."""
    add_id(parser, words)


def run_diff(call: Call) -> int:
    """What is new in the text since it was checked, else since the version before."""
    session = call.session()
    paper = paper_of(call, session)
    versions = paper.versions(session.changes)
    if not versions:
        raise Refused("refusal.record.not-written")
    for line in difference(compared_with(paper.document, versions), paper.document.text):
        if line.sign != " ":
            show(clean(f"{line.sign} {line.text}"))
    return FINE


def add_export(parser: ArgumentParser, words: Words) -> None:
    """Which one, as what, and where to."""
    add_id(parser, words)
    parser.add_argument("--format", choices=("md", "html"), default="md",
                        help=words("handout.format"))  # fmt: skip
    add_output(parser, words)


def run_export(call: Call) -> int:
    """Write it out ready to send; what is missing of it is said apart."""
    session = call.session()
    paper = paper_of(call, session)
    if paper.document.personal:
        raise Refused("refusal.document.personal")
    leaving = paper.going_out
    html = call.options.format == "html"
    text = paper.printed if html else leaving.text
    code = deliver(call, accepted(text))
    if lacks := lacks_words(leaving.lacks, call.words):
        say(lacks)
    tell_crossing(call, session, paper.id)
    return code


def _json(document: Document) -> dict[str, Any]:
    left = left_to_author(document.text, kind_named(Catalogues(), document.id))
    days = ("written_on", "sent", "verified_on")
    return {
        "id": document.id,
        "state": document.state,
        "authors": list(document.authors),
        "link": document.link or None,
        "verified_by": document.verified_by or None,
        **{name: day.isoformat() if (day := getattr(document, name)) else None for name in days},
        "characters": len(document.text),
        "left_to_answer": len(left) if document.text else None,
    }
