"""`coach import`: the ticks of an exported checklist, back."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, accepted
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show
from coach_tui.cli.standard_input import text_given
from coach_tui.coach.plan import Planned, plan
from coach_tui.exports.checklist_reading import ChecklistRead, decide, read_checklist
from coach_tui.language import Words
from coach_tui.language.clean import one_line


def add_import(parser: ArgumentParser, words: Words) -> None:
    """Which file, and whether to do it."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("cli.import.file"))
    parser.add_argument("--apply", action="store_true", help=words("cli.import.apply"))


def run_import(call: Call) -> int:
    """Say exactly what would change; change it only where asked."""
    text = text_given(call.options.file)
    playbook, session = call.playbook(), call.session(up_to_date=call.options.apply)
    planned = plan(playbook, session.engagement, call.today)
    reading = accepted(read_checklist(text, session.id, planned))
    _tell(reading, planned, call.words)
    if reading.changes and call.options.apply:
        accepted(session.record(decide(reading.changes, planned, session.actor)))
        say(call.words("cli.import.applied", n=len(reading.changes)))
    elif reading.changes:
        say(call.words("cli.import.would", n=len(reading.changes)))
    else:
        values = {"n": len(reading.not_understood), "read": reading.read}
        say(call.words(f"cli.import.{reading.verdict}", **values))
    return REFUSED if reading.verdict == "none" else FINE


def _tell(reading: ChecklistRead, planned: tuple[Planned, ...], words: Words) -> None:
    steps = {each.step.id: each.step for each in planned}
    for wanted in reading.changes:
        before, after = words(f"step.{wanted.before}"), words(f"step.{wanted.after}")
        title = one_line(steps[wanted.step_id].title)
        show(f"{wanted.step_id}: {before} → {after}  ({title})")
    for number, text in reading.not_understood:
        say(words("cli.import.not-understood", line=number, text=one_line(text, 80)))
    if reading.examples:
        say(words("cli.import.examples", n=reading.examples))
    for number, step_id in reading.shown_by_facts:
        title = one_line(steps[step_id].title)
        say(words("cli.import.by-facts", line=number, title=title))
