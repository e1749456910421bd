"""`coach answer`: what somebody answered in their own words, kept with what it settles."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.asking.requesting import everybody_asked
from coach_tui.asking.week import WeekView
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say
from coach_tui.cli.standard_input import text_given
from coach_tui.cli.week import view_for
from coach_tui.coach.moves.wanted import wanted_of
from coach_tui.engagement.answer import Answer, take_answer
from coach_tui.engagement.step import StepRecord
from coach_tui.exports.mail import body_of
from coach_tui.exports.whose import refuse_answer
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import read_date
from coach_tui.listing import other_companies


def add_answer(parser: ArgumentParser, words: Words) -> None:
    """The answer, who gave it and when, and what it is about."""
    file = words("cli.file")
    parser.add_argument("file", nargs="?", default="-", metavar=file, help=words("cli.answer.file"))
    parser.add_argument(
        "--from", dest="who", required=True, metavar="…", help=words("cli.answer.from")
    )
    parser.add_argument("--on", metavar="DATE", help=words("cli.answer.on"))
    parser.add_argument(
        "--step", action="append", default=[], metavar="ID", help=words("cli.answer.step")
    )
    parser.add_argument("--open", action="store_true", help=words("cli.answer.open"))


def run_answer(call: Call) -> int:
    """Keep the answer as a note of each step it is about; declare them done, unless told not to."""
    options, words = call.options, call.words
    text = body_of(text_given(options.file))
    session = call.session(up_to_date=True)
    others = other_companies(call.home, session.id)
    if other := refuse_answer(text, session.id, session.profile.company, others):
        accepted(other)
    view = view_for(call, session, session.role)
    day = accepted(read_date(options.on, words.language, call.today)) if options.on else call.today
    steps = _steps(view, options.who, options.step)
    answer = Answer(options.who, day, text, settles=not options.open)
    ids = [session.new_id() for _ in steps]
    accepted(session.record(take_answer(answer, steps, ids, call.today, session.actor)))
    titles = [step.title for each in steps if (step := view.shown.playbook.step(each))]
    key = "answer.kept" if options.open else "answer.settled"
    say(words(key, n=len(steps), who=one_line(options.who, 60), what=one_line(", ".join(titles))))
    return FINE


def _steps(view: WeekView, who: str, said: list[str]) -> dict[str, StepRecord]:
    """The steps named; else the only one that is waited for from this person."""
    if not said:
        asked = wanted_of(view.reader.situation, everybody_asked(view), who)
        ids = [item.step.id for item in asked.items] if asked else []
        if len(ids) != 1:
            names = ", ".join(ids) or "—"
            raise Refused("refusal.answer.which", who=one_line(who, 60), steps=names)
        said = ids
    found = {}
    for name in dict.fromkeys(said):
        # A move is named by its step as often as by its own id.
        planned = view.shown.step(name.removeprefix("step:"))
        if planned is None:
            raise Refused("refusal.step.unknown", id=one_line(name, 60))
        found[planned.step.id] = planned.record._replace(status=planned.status)
    return found
