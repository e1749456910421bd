"""`coach team handover`: what people who leave answered for, and who takes it."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.bundled import Catalogues
from coach_tui.cli.arguments import person_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.coach.team.left_behind import Thing, left_behind, take_over
from coach_tui.coach.team.still_there import cmo_gone
from coach_tui.exports.documents.kind import named_with_documents
from coach_tui.exports.team.left_behind import left_behind_lines, things_told
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.session import Session


def add_handover(parser: ArgumentParser, words: Words) -> None:
    """Who leaves, who takes over, and what."""
    name = words("cli.name")
    parser.add_argument("person", nargs="?", metavar=name, help=words("team.option.handover"))
    parser.add_argument("things", nargs="*", metavar="…", help=words("team.option.things"))
    parser.add_argument("--to", metavar=name, help=words("team.option.taker"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("team.json.handover")


def run_handover(call: Call) -> int:
    """List what nobody took; with --to, give it to someone, as one change."""
    options = call.options
    session = call.session(up_to_date=bool(options.to))
    gone = cmo_gone(session.engagement, call.today)
    person = person_said(gone, options.person) if options.person else ""
    things = left_behind(session.engagement, call.today, person)
    if options.to:
        named = [thing for each in options.things for thing in _things(each, things)]
        taken = named or list(things)
        taker = person_said(session.engagement, options.to)
        takers = {each.key: taker for each in taken}
        accepted(session.record(take_over(session.engagement, takers, call.today, taken)))
        say(call.words("team.taken-over", n=len({each.key for each in taken})))
        return FINE
    if options.json:
        show_json([_json(each) for each in things])
        return FINE
    show_left_behind(call, session, person)
    if not things:
        say(call.words("team.nothing-left"))
    return FINE


def show_left_behind(call: Call, session: Session, person: str = "") -> None:
    """Who leaves, and each thing with the name to say to `coach team handover`."""
    engagement, words = session.engagement, call.words
    named = named_with_documents(engagement, Catalogues(), call.playbook(), words)
    for asked, _ in left_behind_lines(engagement, call.today, named, words, person):
        show(f"! {one_line(asked)}")
    things = left_behind(engagement, call.today, person)
    for each, told in zip(things, things_told(things, named, words), strict=True):
        show(f"  {one_line(each.key, 60)}  {one_line(told)}")


def _things(said: str, things: tuple[Thing, ...]) -> list[Thing]:
    """The thing of this name: once for each of those who shared it."""
    found = next((each for each in things if said in (each.key, each.id, each.name)), None)
    if found is None:
        raise Refused("refusal.team.nothing-behind", thing=one_line(said, 40))
    return [each for each in things if each.key == found.key]


def _json(thing: Thing) -> dict[str, str | None]:
    return {
        "thing": thing.key,
        "kind": thing.kind,
        "id": thing.id,
        "name": thing.name or None,
        "person": thing.person.id,
        "left": thing.person.left.isoformat() if thing.person.left else None,
    }
