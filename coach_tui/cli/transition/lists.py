"""`coach transition documents|open-loops`: what is handed over, and what is left open."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.bundled import Catalogues
from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, Refused
from coach_tui.cli.declared import json_of
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.framing.answers import record
from coach_tui.cli.output import show, show_json
from coach_tui.cli.text import as_text
from coach_tui.cli.transition.dates import json_option
from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.kinds import NINE
from coach_tui.engagement.documents.record import nine_of
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.loops import (
    FATES,
    PLACES,
    SIDES,
    Loop,
    loops_of,
    report_loop,
)
from coach_tui.exports.transition.lists import document_lines, loop_lines
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.session import Session


def add_documents(parser: ArgumentParser, words: Words) -> None:
    """One of the nine, and what is known of it."""
    known = words("transition.option.document", ids=", ".join(NINE))
    parser.add_argument("id", nargs="?", choices=NINE, metavar="ID", help=known)
    for name in ("author", "link", "verified_by"):
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="…", help=words(f"transition.document.{name}"))
    json_option(parser, words, "documents")


def run_documents(call: Call) -> int:
    """Set what was given of a document, then show the nine."""
    options, session = call.options, call.session(up_to_date=True)
    given = {n: getattr(options, n) for n in ("author", "link", "verified_by")}
    fields: dict[str, object] = {name: said for name, said in given.items() if said is not None}
    if fields and not options.id:
        raise Refused("refusal.transition.which-document", ids=", ".join(NINE))
    if fields:
        if fields.get("verified_by"):
            fields["verified_on"] = call.today
        record(call, session, describe_document(session.engagement, options.id, fields, call.today))
    if options.json:
        documents = nine_of(session.engagement).values()
        show_json([{"id": d.id, "state": d.state, "author": d.author, "verified_by": d.verified_by,
                    "link": d.link} for d in documents])  # fmt: skip
        return FINE
    show(as_text(document_lines(session.engagement, Catalogues(), call.words, call.today)))
    return FINE


def add_loops(parser: ArgumentParser, words: Words) -> None:
    """List a loop, say more of one, sign it, close it."""
    parser.add_argument("--add", metavar=words("cli.topic"), help=words("transition.loop.topic"))
    parser.add_argument("--of", metavar=words("cli.topic"), help=words("transition.option.loop"))
    for name in ("promised_to", "next", "new_owner", "risk"):
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="…", help=words(f"transition.loop.{name}"))
    parser.add_argument("--due", metavar="DATE", help=words("transition.loop.due"))
    parser.add_argument("--decide", choices=FATES[1:], help=words("transition.loop.fate"))
    parser.add_argument("--sign", choices=SIDES, help=words("transition.loop.sign-as"))
    parser.add_argument(
        "--name", default="", metavar=words("cli.name"), help=words("transition.loop.name")
    )
    parser.add_argument("--close", action="store_true", help=words("transition.option.close"))
    parser.add_argument("--looked-in", metavar="ID", choices=PLACES, action="append", default=[],
                        help=words("transition.option.looked", ids=", ".join(PLACES)))  # fmt: skip
    json_option(parser, words, "loops")


def run_loops(call: Call) -> int:
    """Record what was given, then show the open loops."""
    options, session = call.options, call.session(up_to_date=True)
    if decision := _said_of_loops(call, session):
        record(call, session, decision)
    loops = loops_of(session.engagement)
    if options.json:
        show_json({"settled": loops.settled, "looked_in": list(loops.looked),
                   "loops": [json_of(loop) for loop in loops.all]})  # fmt: skip
        return FINE
    show(as_text(loop_lines(session.engagement, Catalogues(), call.words)))
    return FINE


def _said_of_loops(call: Call, session: Session) -> Decision:
    """What the options say, as one decision; empty where they say nothing."""
    options, engagement = call.options, session.engagement
    names = ("promised_to", "next", "new_owner", "risk")
    fields: dict[str, object] = {
        name: getattr(options, name) for name in names if getattr(options, name) is not None
    }
    if options.due:
        fields["due"] = day_said(call, options.due, "ahead")
    if options.decide:
        fields["fate"] = options.decide
    loop_id = _meant(engagement, options.of).id if options.of else ""
    if options.add is not None:
        loop_id, fields["topic"] = session.new_id(), options.add
    return report_loop(
        engagement, loop_id, fields, side=options.sign or "", name=options.name,
        close=options.close, looked=options.looked_in, today=call.today,
    )  # fmt: skip


def _meant(engagement: Engagement, topic: str) -> Loop:
    loops = loops_of(engagement).all
    found = [loop for loop in loops if folded(loop.topic).startswith(folded(topic.strip()))]
    if len(found) != 1 or not topic.strip():
        raise Refused("refusal.transition.no-loop", value=one_line(topic, 40))
    return found[0]
