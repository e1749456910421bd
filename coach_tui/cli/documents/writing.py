"""`coach document edit|set|link|sent|verify`: write a document, or say how it stands."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Final

from coach_tui.asking.document import Paper
from coach_tui.asking.outside_editor import edit_outside
from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.documents.named import add_author, add_id, paper_of
from coach_tui.cli.documents.reading import tell_crossing
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import make_room, say
from coach_tui.cli.standard_input import text_given
from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.crossings import crossings_of
from coach_tui.engagement.documents.kinds import is_document
from coach_tui.engagement.documents.merge import Merge
from coach_tui.engagement.documents.save import (
    keep_personal,
    link_document,
    merged,
    name_document,
    send_document,
)
from coach_tui.engagement.documents.versions import text_of_change
from coach_tui.engagement.gesture import together
from coach_tui.exports.documents.new_headings import with_parts
from coach_tui.exports.documents.questions import ASKED_LENGTH
from coach_tui.exports.whose import document_brought_back
from coach_tui.language import LANGUAGES, Refusal, Words
from coach_tui.language.clean import clean, one_line
from coach_tui.listing import other_companies
from coach_tui.session import Session

UNTOUCHED: Final = ("refusal.document.unchanged", "refusal.document.editor-wait")


def add_edit(parser: ArgumentParser, words: Words) -> None:
    """Which one, and who writes."""
    add_id(parser, words)
    add_author(parser, words)
    parser.add_argument("--headings", action="store_true", help=words("document.option.headings"))


def run_edit(call: Call) -> int:
    """Write in one's own editor, then keep it; merged with what others wrote meanwhile."""
    session = call.session(up_to_date=True)
    before = paper_of(call, session)
    crossing = crossings_of(session.engagement, session.changes).get(before.id)
    source = crossing.merged.text if crossing else before.source
    parts = before.new_parts(session.changes)
    asked_for = bool(parts) and call.options.headings
    if asked_for:
        source = with_parts(source, parts)
    elif parts:
        named = " · ".join(one_line(part.heading, ASKED_LENGTH) for part in parts)
        say(call.words("document.new-headings", what=named, id=before.id))
    tell_crossing(call, session, before.id)
    make_room()  # the terminal is the editor's
    made = edit_outside(source, before.id, call.env, call.home.state / "editing")
    untouched = isinstance(made, Refusal) and made.reason in UNTOUCHED
    if untouched and (asked_for or (crossing and not crossing.merged.crossed)):
        # The headings asked for, or both versions, are in it.
        return _kept(call, session, before, source, before.source)
    edited = accepted(made)
    session.refresh()
    paper = before._replace(engagement=session.engagement)
    try:
        code = _kept(call, session, paper, edited.text, before.source)
    except Refused:
        say(call.words("document.in-file", file=str(edited.file)))
        raise
    edited.forget()
    return code


def add_set(parser: ArgumentParser, words: Words) -> None:
    """Which one, the file, its language, and whether it replaces what is there."""
    add_id(parser, words)
    parser.add_argument("file", metavar=words("cli.file"), help=words("document.option.file"))
    add_author(parser, words)
    parser.add_argument("--in", dest="text_in", choices=LANGUAGES, help=words("document.option.in"))
    parser.add_argument("--name", default="", metavar="…", help=words("record.document.name"))
    parser.add_argument("--over", action="store_true", help=words("document.option.over"))
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--personal", action="store_true", help=words("document.option.personal"))
    whose.add_argument("--shared", action="store_true", help=words("document.option.shared"))


def run_set(call: Call) -> int:
    """Keep the text of a file. One that `show --source` gave knows what it was written from."""
    session = call.session(up_to_date=True)
    paper = paper_of(call, session)
    company = session.profile.company
    others = other_companies(call.home, session.id)
    text = text_given(call.options.file)
    made = document_brought_back(text, paper.id, session.id, company, others)
    back = accepted(_named(made, paper) if isinstance(made, Refusal) else made)
    known = text_of_change(paper.versions(session.changes), back.change)
    if paper.id in crossings_of(session.engagement, session.changes) and not call.options.over:
        raise Refused("refusal.document.crossed-versions", document=paper.name, id=paper.id)
    if known is None and paper.document.text and not call.options.over:
        raise Refused("refusal.document.over", document=paper.name)
    seen = None if call.options.over else known
    return _kept(call, session, paper, back.text, seen)


def _named(refusal: Refusal, paper: Paper) -> Refusal:
    """The same, of another document: both by the names they are called by."""
    found = str(refusal.values.get("found", ""))
    if refusal.reason != "refusal.document.other" or not is_document(found):
        return refusal
    names = {"found": paper._replace(id=found).name, "document": paper.name}
    return Refusal(refusal.reason, names)


def _kept(call: Call, session: Session, paper: Paper, text: str, seen: str | None) -> int:
    options = call.options
    both = merged(paper.document, text, seen)
    made = paper.written(text, seen, options.author)
    if getattr(options, "text_in", None) and not isinstance(made, Refusal):
        made = [draft._replace(changes={**draft.changes, "language": options.text_in})
                for draft in made]  # fmt: skip
    if getattr(options, "name", ""):
        made = together(made, name_document(paper.document, options.name))
    if (personal := getattr(options, "personal", False)) or getattr(options, "shared", False):
        made = together(keep_personal(session.engagement, paper.id, personal), made)
    if both and both.crossed:
        _tell_crossed(call, both)
    elif both and both.taken:
        who = paper.document.author
        say(call.words("document.merged", n=len(both.taken), who=one_line(who)))
    return _recorded(call, session, paper, made)


def _tell_crossed(call: Call, both: Merge) -> None:
    """Both passages, so that whoever writes can settle them."""
    for piece in both.crossed:
        for sign, lines in (("<", piece.mine), (">", piece.theirs)):
            for line in lines:
                say(clean(f"{sign} {line.rstrip()}"))
        say("")


def add_link(parser: ArgumentParser, words: Words) -> None:
    """Which one, where it is, and since when."""
    add_id(parser, words)
    parser.add_argument("link", metavar="URL", help=words("record.document.link"))
    parser.add_argument("--on", metavar="DATE", help=words("record.document.written_on"))
    add_author(parser, words)


def run_link(call: Call) -> int:
    """Say where a document written elsewhere is."""
    session = call.session(up_to_date=True)
    paper = paper_of(call, session)
    day = day_said(call, call.options.on, "past")
    author = call.options.author or paper.me
    made = link_document(session.engagement, paper.id, author, call.today, call.options.link, day)
    return _recorded(call, session, paper, made)


def add_verify(parser: ArgumentParser, words: Words) -> None:
    """Which one, who checked it, what the trial said."""
    add_id(parser, words)
    parser.add_argument("--by", default="", metavar="…", help=words("record.document.verified_by"))
    parser.add_argument("--words", default="", metavar="…", help=words("record.document.words"))
    parser.add_argument("--date", metavar="DATE", help=words("record.document.verified_on"))


def run_verify(call: Call) -> int:
    """Say that somebody who wrote none of it checked it."""
    session = call.session(up_to_date=True)
    paper = paper_of(call, session)
    day = day_said(call, call.options.date, "past")
    return _recorded(call, session, paper, paper.verified(call.options.by, day,
                                                          call.options.words))  # fmt: skip


def add_sent(parser: ArgumentParser, words: Words) -> None:
    """Which one, and the day it went out."""
    add_id(parser, words)
    parser.add_argument("--date", metavar="DATE", help=words("record.document.sent"))


def run_sent(call: Call) -> int:
    """Say that it went out."""
    session = call.session(up_to_date=True)
    paper = paper_of(call, session)
    day = day_said(call, call.options.date, "past") or call.today
    return _recorded(
        call, session, paper, send_document(session.engagement, paper.id, day, call.today)
    )


def _recorded(call: Call, session: Session, paper: Paper, made: Decision) -> int:
    accepted(session.record(made))
    known = paper._replace(engagement=session.engagement)
    what = f"{known.name} · {known.standing}"
    say(call.words("record.kept", what=what))
    return FINE
