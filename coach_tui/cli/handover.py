"""`coach export decision` and `coach export handover`."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.bundled import Catalogues
from coach_tui.cli.call import Call
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.coach.plan import in_stage, plan, shown
from coach_tui.exports.checklist import Handout
from coach_tui.exports.framing.decision_note import decision_note
from coach_tui.exports.transition.dossier import Handover, dossier_title, handover
from coach_tui.language import Words

FORMATS = ("md", "html")


def add_decision(parser: ArgumentParser, words: Words) -> None:
    """Whether ratings go with it, and where to."""
    parser.add_argument("--ratings", action="store_true", help=words("frame.option.ratings"))
    add_output(parser, words)


def run_decision(call: Call) -> int:
    """Write the note."""
    engagement = call.session().engagement
    note = decision_note(
        engagement, Catalogues(), call.words, call.today, ratings=call.options.ratings
    )
    return deliver(call, note)


def add_handover(parser: ArgumentParser, words: Words) -> None:
    """Its format, whether it can be brought back, and where to."""
    parser.add_argument(
        "--format", choices=FORMATS, default="md", help=words("transition.option.format")
    )
    parser.add_argument("--clean", action="store_true", help=words("cli.export.clean"))
    add_output(parser, words)


def run_handover(call: Call) -> int:
    """Write the dossier."""
    session, playbook = call.session(), call.playbook()
    stages = [stage for stage in playbook.stages if stage.id == "transition"]
    planned = shown(plan(playbook, session.engagement, call.today), session.profile.depth)
    handout = Handout(
        company=session.profile.company,
        engagement_id=session.id,
        today=call.today,
        stages=stages,
        planned=in_stage(planned, "transition"),
        clean=call.options.clean or call.options.format == "html",  # nobody ticks a printed page
    )
    dossier = Handover(session.engagement, Catalogues(), call.today, handout if stages else None)
    text = handover(dossier, call.words)
    if call.options.format == "html":
        from coach_tui.exports.page import page

        text = page(text, dossier_title(session.profile.company, call.words), call.language)
    return deliver(call, text)
