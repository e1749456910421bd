"""`coach export …`: every document there is to hand over, to stdout or to a file."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, Final

from coach_tui.cli.agreeing import let_leave
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say
from coach_tui.exports.documents.standing import lacks_words
from coach_tui.exports.handouts import HANDOUTS, YES, Answers, Handout, Option
from coach_tui.handed_out import HandingOut
from coach_tui.language import Words

_SHOWN_AS: Final = {"month": "2026-03", "zone": "Europe/Paris"}


def add_handout(parser: ArgumentParser, words: Words, name: str) -> None:
    """What can be said of this document, its formats, and where to."""
    handout = HANDOUTS[name]
    if len(handout.formats) > 1:
        parser.add_argument("--format", choices=handout.formats, help=words("handout.format"))
    add_said(parser, handout, words)
    if name == "calendar":
        parser.add_argument("--clients", action="store_true", help=words("handout.clients"))
    add_output(parser, words)


def add_said(parser: ArgumentParser, handout: Handout, words: Words) -> None:
    """What can be said of it; where it is agreed to before it leaves, that it is."""
    for option in handout.options:
        add_option(parser, option, words)
    if handout.asks:
        parser.add_argument("--yes", action="store_true", help=words("cli.context.yes"))


def add_option(parser: ArgumentParser, option: Option, words: Words) -> None:
    """One option of a document."""
    said: dict[str, Any] = {"help": words(f"handout.{option.name}")}
    if option.kind == "flag":
        said["action"] = "store_true"
    elif option.kind == "choice":
        said["choices"] = option.values
    elif option.kind == "stages":
        said |= {"action": "append", "metavar": words("cli.name")}
    else:
        said["metavar"] = _SHOWN_AS.get(option.name) or words("cli.name")
    parser.add_argument(f"--{option.name}", **said)


def run_handout(call: Call, name: str) -> int:
    """Make the document of this name and write it out."""
    if name == "calendar" and call.options.clients:
        from coach_tui.cli.every_client import calendar_out

        return calendar_out(call)
    session = call.session(up_to_date=HANDOUTS[name].asks)
    making = HandingOut(call.home, session, call.playbook(), call.words, call.now)
    made = accepted(making.make(name, answers_of(call, name)))
    asks = HANDOUTS[name].asks
    look = making.to_look_at(made)
    code = let_leave(call, made.text, look) if asks else deliver(call, made.text)
    if code == FINE:
        accepted(making.written())
        if lacks := lacks_words(made.lacks, call.words):
            say(lacks)
        if asks:
            say(call.words("briefing.noted"))
    return code


def answers_of(call: Call, name: str) -> Answers:
    """What the options say; what was not said is left to the document."""
    handout = HANDOUTS[name]
    names = ("format", *(option.name for option in handout.options))
    said = {each: getattr(call.options, each.replace("-", "_"), None) for each in names}
    return {each: _text(value) for each, value in said.items() if value not in (None, False)}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(value)
    return YES if value is True else str(value)
