"""Which document a command is about."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.asking.document import Paper, usual_id
from coach_tui.cli.call import Call, Refused
from coach_tui.engagement.documents.kinds import RETURNING, is_document
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.session import Session


def add_id(parser: ArgumentParser, words: Words) -> None:
    """The document's id."""
    parser.add_argument("id", metavar="ID", help=words("record.document.id"))


def add_author(parser: ArgumentParser, words: Words) -> None:
    """Who wrote it, where it is not whoever runs the command."""
    parser.add_argument("--author", default="", metavar="…", help=words("record.document.author"))


def paper_of(call: Call, session: Session) -> Paper:
    """The document named; of a kind that returns, the usual one of today."""
    said = call.options.id
    named = usual_id(said, session.engagement, call.today)
    if not is_document(named) or _of_no_decision(named, session):
        raise Refused("refusal.record.unknown-document", document=one_line(said, 40))
    return Paper(session.engagement, call.playbook(), call.words, call.today, named, session.actor)


def _of_no_decision(named: str, session: Session) -> bool:
    """Whether it would be about a decision that nobody logged; one already written is read."""
    kind, _, decision = named.partition("/")
    if RETURNING.get(kind) != "decision" or not decision:
        return False
    logged = decision in decisions_of(session.engagement)
    return not logged and document_of(session.engagement, named).state == "missing"
