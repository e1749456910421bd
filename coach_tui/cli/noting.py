"""`coach note WHAT [TEXT]`: say something about a step, an access, a KPI or a decision, beside it.

Two who see it differently answer each other so, where changing the record would write over it.
"""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.asking.noting import note_on
from coach_tui.bundled import load_catalogue
from coach_tui.cli.arguments import record_said
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.cli.standard_input import text_from_stdin
from coach_tui.coach.kpi.overview import by_id, kpi_name
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.remarks import remarks_on
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import notes_of
from coach_tui.exports.people import note_head
from coach_tui.language import Words
from coach_tui.language.clean import clean, one_line


def add_note(parser: ArgumentParser, words: Words) -> None:
    """What it is about, and the note; `-` for what is piped in."""
    parser.add_argument("what", metavar=words("cli.name"), help=words("remark.option.what"))
    parser.add_argument("text", nargs="?", metavar="…", help=words("remark.option.text"))
    parser.add_argument("--private", action="store_true", help=words("cli.step.private"))


def run_note(call: Call) -> int:
    """Write the note; without words, show those there are."""
    options, words = call.options, call.words
    session = call.session(up_to_date=options.text is not None)
    known = _known(call, session.engagement)
    about = record_said(known, options.what)
    kind, _, identity = about.partition("/")
    name = one_line(known[about][-1], 60)
    if options.text is None:
        steps = notes_of(session.engagement).get(identity, ())
        found = steps if kind == "step" else remarks_on(session.engagement, kind, identity)
        for note in found:
            show(f"{note_head(note, words)}\n{clean(note.text)}\n")
        if not found:
            say(words("remark.none", about=name))
        return FINE
    text = text_from_stdin() if options.text == "-" else options.text
    fresh, private = session.new_id(), options.private
    accepted(session.record(note_on(fresh, kind, identity, text, private=private)))
    say(words("remark.saved", about=name))
    return FINE


def _known(call: Call, engagement: Engagement) -> dict[str, list[str]]:
    """What can be noted on, by "kind/id": the words it is meant by, what it is called last."""
    entries = by_id(load_catalogue("kpis")[0])
    found = {f"step/{each.id}": [each.id, each.title] for each in call.playbook().steps}
    for access in accesses_of(engagement).values():
        found[f"access/{access.id}"] = [access.id, access.tool]
    for kpi in kpis_of(engagement).values():
        found[f"kpi/{kpi.id}"] = [kpi.id, kpi_name(kpi, entries, call.words)]
    for decision in decisions_of(engagement).values():
        found[f"decision/{decision.id}"] = [decision.id, decision.title]
    return {about: [about, *said] for about, said in found.items()}
