"""`coach export checklist` and `coach import`: a checklist out, its ticks back."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show, show_document
from coach_tui.coach.plan import Planned, plan, retired, shown
from coach_tui.engagement.profile import DEPTHS
from coach_tui.engagement.step import steps_of
from coach_tui.exports.checklist import Handout, checklist
from coach_tui.exports.checklist_reading import Reading, decide, read_checklist
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook, Stage
from coach_tui.store.documents import LIMIT, file_named, read_document, write_document
from coach_tui.store.errors import Exists


def add_export(parser: ArgumentParser, words: Words) -> None:
    """Which steps, what to leave out, and where to."""
    parser.add_argument(
        "--stage", action="append", metavar=words("cli.name"), help=words("cli.export.stage")
    )
    parser.add_argument("--depth", choices=DEPTHS, help=words("cli.export.depth"))
    parser.add_argument("--clean", action="store_true", help=words("cli.export.clean"))
    parser.add_argument("--notes", action="store_true", help=words("cli.export.notes"))
    parser.add_argument(
        "-o", "--output", default="-", metavar=words("cli.file"), help=words("cli.export.output")
    )
    parser.add_argument("--force", action="store_true", help=words("cli.export.force"))


def run_export(call: Call) -> int:
    """Write the checklist to stdout or to a file."""
    options, session, playbook = call.options, call.session(), call.playbook()
    engagement = session.engagement
    depth = options.depth or session.profile.depth
    handout = Handout(
        company=session.profile.company,
        engagement_id=session.id,
        today=call.today,
        stages=_stages(playbook, options.stage),
        planned=shown(plan(playbook, engagement, call.today), depth),
        retired={gone: steps_of(engagement)[gone] for gone in retired(playbook, engagement)},
        notes=options.notes,
        clean=options.clean,
    )
    document = checklist(handout, call.words)
    if options.output == "-":
        show_document(document)
        return FINE
    path = file_named(options.output)
    try:
        write_document(path, document, over=options.force)
    except Exists as error:
        raise Refused("refusal.export.exists", **error.values) from None
    say(call.words("cli.export.written", file=str(path.resolve())))
    return FINE


def add_import(parser: ArgumentParser, words: Words) -> None:
    """Which file, and whether to do it."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("cli.import.file"))
    parser.add_argument("--apply", action="store_true", help=words("cli.import.apply"))


def run_import(call: Call) -> int:
    """Say exactly what would change; change it only where asked."""
    text = _text_of(call.options.file)
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


def _tell(reading: Reading, planned: tuple[Planned, ...], words: Words) -> None:
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


def _stages(playbook: Playbook, wanted: list[str] | None) -> tuple[Stage, ...]:
    """The stages asked for, in the playbook's order; all of them where none is."""
    known = ", ".join(stage.id for stage in playbook.stages)
    for stage_id in wanted or ():
        if playbook.stage(stage_id) is None:
            raise Refused("refusal.export.no-stage", stage=one_line(stage_id, 40), stages=known)
    return tuple(stage for stage in playbook.stages if not wanted or stage.id in wanted)


def _text_of(file: str) -> str:
    if file != "-":
        return read_document(file_named(file))
    encoded = sys.stdin.buffer.read(LIMIT + 1)
    if len(encoded) > LIMIT:
        raise Refused("refusal.export.too-large", limit=LIMIT)
    try:
        return encoded.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("refusal.export.not-text", file="-") from None
