"""`coach rehearse`: twelve questions from the dossier's own record, and what was found."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.bundled import Catalogues
from coach_tui.cli.arguments import number_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.coach.named import named_in
from coach_tui.coach.transition.rehearsing import draw
from coach_tui.engagement.transition.loops import loops_of
from coach_tui.engagement.transition.rehearsal import (
    RESULTS,
    Rehearsal,
    begin_rehearsal,
    minutes_since,
    rehearsals_of,
    report_rehearsal,
)
from coach_tui.exports.transition.rehearsal import (
    loop_topic,
    question_words,
    rehearsal_lines,
    rehearsal_words,
)
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.session import Session


def add_rehearse(parser: ArgumentParser, words: Words) -> None:
    """How each question was answered, by whom, in how many minutes."""
    results = ", ".join(RESULTS)
    parser.add_argument(
        "answers", nargs="*", metavar="N", help=words("rehearsal.option.answers", results=results)
    )
    parser.add_argument("--new", action="store_true", help=words("rehearsal.option.new"))
    parser.add_argument("--who", default="", metavar="…", help=words("rehearsal.who"))
    parser.add_argument("--minutes", metavar="N", help=words("rehearsal.minutes"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("rehearsal.json")


def run_rehearse(call: Call) -> int:
    """Go on with the rehearsal left half-way, or draw one; note the answers; show it.

    Minutes add up from one answer to the next; a break between two is not counted.
    """
    session, words, catalogues = call.session(up_to_date=True), call.words, Catalogues()
    held, closed = _held(call, session, catalogues), 0
    results = dict(_answer(text, held) for text in call.options.answers)
    if results or call.options.who or call.options.minutes:
        minutes = number_said(call, call.options.minutes) if call.options.minutes else None
        if minutes is None and results:
            minutes = minutes_since(session.engagement, held, call.now())
        topics = {place: loop_topic(asked, catalogues, words)
                  for place, asked in enumerate(held.asked)}  # fmt: skip
        opened = loops_of(session.engagement).open
        accepted(session.record(report_rehearsal(
            session.engagement, held.id, results, topics, (session.new_id() for _ in results),
            call.today, who=call.options.who, minutes=minutes,
        )))  # fmt: skip
        held = next(each for each in rehearsals_of(session.engagement) if each.id == held.id)
        still = {loop.id for loop in loops_of(session.engagement).open}
        closed = sum(loop.id not in still for loop in opened)
    if call.options.json:
        show_json(_json(held, words))
        return FINE
    for line in rehearsal_lines(held, catalogues, words):
        show(line)
    say(rehearsal_words(held, words))
    if missing := held.counted("missing"):
        say(words("rehearsal.looped", n=missing))
    if closed:
        say(words("rehearsal.unlooped", n=closed))
    return FINE


def _held(call: Call, session: Session, catalogues: Catalogues) -> Rehearsal:
    """The one left half-way, unless a new one is asked for."""
    known = rehearsals_of(session.engagement)
    if known and not known[-1].whole and not call.options.new:
        return known[-1]
    if call.options.answers and not call.options.new:
        raise Refused("refusal.rehearsal.unknown")
    named = named_in(session.engagement, catalogues, call.language)
    asked = draw(session.engagement, named, call.today)
    accepted(session.record(begin_rehearsal(session.new_id(), asked, call.today)))
    return rehearsals_of(session.engagement)[-1]


def _answer(text: str, held: Rehearsal) -> tuple[int, str]:
    number, _, result = text.partition("=")
    if not (number.isascii() and number.isdigit() and len(number) < 4):
        raise Refused("refusal.rehearsal.unread", text=one_line(text, 40))
    return int(number) - 1, result


def _json(held: Rehearsal, words: Words) -> dict[str, object]:
    return {
        "id": held.id, "day": held.day.isoformat(), "who": held.who or None,
        "minutes": held.minutes, "whole": held.whole,
        "questions": [
            {"n": place + 1, "section": asked.section, "question": question_words(asked, words),
             "result": held.results.get(place)}
            for place, asked in enumerate(held.asked)
        ],
    }  # fmt: skip
