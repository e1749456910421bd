"""`coach document list|write|verify|sent`: the written pages of the mission, and their state."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.kinds import KINDS
from coach_tui.engagement.documents.record import Document, document_of, written_documents
from coach_tui.engagement.documents.save import (
    name_document,
    send_document,
    verify_document,
    write_document,
)
from coach_tui.engagement.gesture import together
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.session import Session


def add_list(parser: ArgumentParser, words: Words) -> None:
    """Its options."""
    parser.add_argument("--all", action="store_true", help=words("record.document.all"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("record.json.documents")


def run_list(call: Call) -> int:
    """Every document something is known of, with its state; with `--all`, every kind there is."""
    engagement = call.session().engagement
    known = written_documents(engagement)
    ids = dict.fromkeys([*(KINDS if call.options.all else ()), *known])
    found = [known.get(each) or document_of(engagement, each) for each in ids]
    if call.options.json:
        show_json([_json(each) for each in found])
        return FINE
    width = max((len(each.id) for each in found), default=0)
    for each in found:
        state = call.words(f"record.state.{each.state}")
        who = ", ".join(one_line(author) for author in each.authors)
        told = [_name(each, call.words), state, who, one_line(each.link)]
        show(f"{each.id:<{width}}  {' · '.join(part for part in told if part)}")
    if not found:
        say(call.words("record.none"))
    return FINE


def add_write(parser: ArgumentParser, words: Words) -> None:
    """Which one, who wrote it, and the text or where it is."""
    parser.add_argument("id", metavar="ID", help=words("record.document.id"))
    parser.add_argument("--author", default="", metavar="…", help=words("record.document.author"))
    parser.add_argument("--file", metavar=words("cli.file"), help=words("record.document.file"))
    parser.add_argument("--link", default="", metavar="…", help=words("record.document.link"))
    parser.add_argument("--name", default="", metavar="…", help=words("record.document.name"))
    parser.add_argument("--date", metavar="DATE", help=words("record.document.written_on"))


def run_write(call: Call) -> int:
    """Keep the text of a file, or where the document is."""
    options, session = call.options, call.session(up_to_date=True)
    day = day_said(call, options.date, "past")
    made = write_document(
        session.engagement, options.id, options.author, call.today, text=_read(options.file),
        link=options.link, written_on=day, language=call.language if options.file else "",
    )  # fmt: skip
    if options.name:
        made = together(made, name_document(document_of(session.engagement, options.id),
                                            options.name))  # fmt: skip
    return _kept(call, session, made)


def add_verify(parser: ArgumentParser, words: Words) -> None:
    """Which one, who checked it, what the trial said."""
    parser.add_argument("id", metavar="ID", help=words("record.document.id"))
    parser.add_argument("--by", default="", metavar="…", help=words("record.document.verified_by"))
    parser.add_argument("--words", default="", metavar="…", help=words("record.document.words"))
    parser.add_argument("--date", metavar="DATE", help=words("record.document.verified_on"))


def run_verify(call: Call) -> int:
    """Say that somebody who wrote none of it checked it."""
    options, session = call.options, call.session(up_to_date=True)
    day = day_said(call, options.date, "past") or call.today
    made = verify_document(session.engagement, options.id, options.by, day, options.words)
    return _kept(call, session, made)


def add_sent(parser: ArgumentParser, words: Words) -> None:
    """Which one, and the day it went out."""
    parser.add_argument("id", metavar="ID", help=words("record.document.id"))
    parser.add_argument("--date", metavar="DATE", help=words("record.document.sent"))


def run_sent(call: Call) -> int:
    """Say that it went out."""
    options, session = call.options, call.session(up_to_date=True)
    day = day_said(call, options.date, "past") or call.today
    return _kept(call, session, send_document(session.engagement, options.id, day))


def _kept(call: Call, session: Session, made: Decision) -> int:
    accepted(session.record(made))
    known = document_of(session.engagement, call.options.id)
    state = call.words(f"record.state.{known.state}")
    say(call.words("record.kept", what=f"{_name(known, call.words)} · {state}"))
    return FINE


def _read(file: str | None) -> str:
    """The text of a file; nothing where none is named."""
    if not file:
        return ""
    try:
        return Path(file).expanduser().read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refused("refusal.record.unreadable", file=one_line(file, 80)) from None


def _name(document: Document, words: Words) -> str:
    key = f"record.document.{document.kind}"
    named = words(key)
    return one_line(document.name) or (document.id if named == key else named)


def _json(document: Document) -> dict[str, Any]:
    days = ("written_on", "sent", "verified_on")
    return {
        "id": document.id,
        "state": document.state,
        "authors": list(document.authors),
        "link": document.link or None,
        "verified_by": document.verified_by or None,
        **{name: day.isoformat() if (day := getattr(document, name)) else None for name in days},
        "characters": len(document.text),
    }
