"""`coach step ID STATUS`: say where a step stands."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say
from coach_tui.coach.plan import Planned, plan
from coach_tui.engagement.actor import acting_for
from coach_tui.engagement.change import Decision
from coach_tui.engagement.elsewhere import show_elsewhere
from coach_tui.engagement.gesture import together
from coach_tui.engagement.step import report_step
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook
from coach_tui.session import Session

CLOSE = 0.72  # how alike an id must be to be taken for a slip of the fingers (our rule of thumb)
STATUSES = ("done", "todo", "doing", "blocked", "na", "confirmed")


def add_step(parser: ArgumentParser, words: Words) -> None:
    """The step, its status, and the words that go with it."""
    parser.add_argument("id", metavar="ID", help=words("cli.step.id"))
    parser.add_argument("status", choices=STATUSES, help=words("cli.step.status"))
    parser.add_argument("--note", default="", metavar="…", help=words("cli.step.note"))
    parser.add_argument("--private", action="store_true", help=words("cli.step.private"))
    parser.add_argument("--by", default="", metavar="…", help=words("cli.step.by"))
    parser.add_argument("--proof", default="", metavar="…", help=words("cli.step.proof"))
    parser.add_argument("--where", default="", metavar="…", help=words("record.proof.where"))


def run_step(call: Call) -> int:
    """Decide, save, and say what is recorded now."""
    options, playbook = call.options, call.playbook()
    session = call.session(up_to_date=True)
    if options.by and options.status != "blocked":
        session.actor = accepted(acting_for(session.actor, options.by))
    planned = _planned(call, session, playbook)
    accepted(session.record(_decided(call, session, planned)))
    said = call.words(f"step.{options.status}")
    say(call.words("cli.step.recorded", title=one_line(planned.step.title), status=said))
    return FINE


def _decided(call: Call, session: Session, planned: Planned) -> Decision:
    options = call.options
    said = report_step(
        planned.step.id,
        options.status,
        note_id=session.new_id(),
        note=options.note,
        private=options.private,
        current=planned.record._replace(status=planned.status),
        actor=session.actor,
        by=options.by if options.status == "blocked" else "",
        confirmer=planned.step.confirmer,
    )
    if not (options.proof or options.where):
        return said
    shown = {"what": options.proof, "where": options.where}
    return together(said, show_elsewhere(planned.step.id, shown, call.today))


def _planned(call: Call, session: Session, playbook: Playbook) -> Planned:
    wanted = call.options.id
    for planned in plan(playbook, session.engagement, call.today):
        if planned.step.id == wanted:
            return planned
    from difflib import get_close_matches

    said = one_line(wanted, 60)
    if close := get_close_matches(wanted, [step.id for step in playbook.steps], 1, CLOSE):
        raise Refused("refusal.step.close", id=said, close=close[0])
    raise Refused("refusal.step.unknown", id=said)
