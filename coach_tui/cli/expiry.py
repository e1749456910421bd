"""`coach expiry list|set|gather|drop`: what expires, whose it is, and by when to act."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, Final

from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.declared import add_options, json_of, value_said
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.coach.transition.expiring import as_line, gather, proposals
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.expiry import (
    Expiry,
    drop_expiry,
    expiries_of,
    set_expiry,
)
from coach_tui.exports.transition.expiries import (
    expiry_mark,
    expiry_words,
    owners_gone,
    proposal_name,
)
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.language.listed import Listed

SETTABLE: Final = ("kind", "day", "notice", "cost", "owner", "ends", "note")


def add_list(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("expiry.json")


def run_list(call: Call) -> int:
    """Every line, the first to be acted on first."""
    engagement, words = call.session().engagement, call.words
    lines, gone = expiries_of(engagement).values(), owners_gone(engagement, call.today)
    if call.options.json:
        show_json([_json(line, line.id in gone, call) for line in lines])
        return FINE
    for line in lines:
        said = expiry_words(line, line.id in gone, words, call.today)
        show(f"{expiry_mark(line, call.today)} {said}")
    if not lines:
        say(words("expiry.none"))
    return FINE


def add_set(parser: ArgumentParser, words: Words) -> None:
    """What it is called, and what is known of it."""
    parser.add_argument("what", metavar=words("cli.name"), help=words("expiry.option.what"))
    specs = fields_of(Expiry)
    add_options(parser, [specs[name] for name in SETTABLE], words)


def run_set(call: Call) -> int:
    """Amend the line of that name, or list a new one."""
    session, options = call.session(up_to_date=True), call.options
    known = _meant(session.engagement, options.what)
    specs = fields_of(Expiry)
    fields: dict[str, Any] = {
        name: value_said(specs[name], said, call)
        for name in SETTABLE
        if (said := getattr(options, name)) is not None
    }
    if known is None:
        fields = {"what": options.what, **fields}
    identity = known.id if known else session.new_id()
    accepted(session.record(set_expiry(session.engagement, identity, fields, call.today)))
    line = expiries_of(session.engagement)[identity]
    say(call.words("expiry.saved", said=expiry_words(line, False, call.words, call.today)))
    return FINE


def add_gather(parser: ArgumentParser, words: Words) -> None:
    """The day of each of those offered."""
    parser.add_argument("days", nargs="*", metavar="ID", help=words("expiry.option.days"))


def run_gather(call: Call) -> int:
    """List what is known with its day, and those a day is given for; then say what is offered."""
    session, words = call.session(up_to_date=True), call.words
    offered = {each.origin: each for each in proposals(session.engagement)}
    for text in call.options.days:
        origin, equals, said = text.partition("=")
        if not equals or origin not in offered:
            raise Refused("refusal.expiry.not-offered", what=one_line(text, 40))
        offered[origin] = offered[origin]._replace(day=day_said(call, said, "ahead"))
    lines = [
        as_line(each, session.new_id(), proposal_name(each, words))
        for each in offered.values()
        if each.day
    ]
    if lines:
        accepted(session.record(gather(session.engagement, lines, call.today)))
        say(words("expiry.gathered", n=len(lines)))
    left = proposals(session.engagement)
    for each in left:
        show(f"{each.origin}  {one_line(proposal_name(each, words))}")
    say(words("expiry.to-date", n=len(left)) if left else words("expiry.all-listed"))
    return FINE


def add_drop(parser: ArgumentParser, words: Words) -> None:
    """Which line."""
    parser.add_argument("what", metavar=words("cli.name"), help=words("expiry.option.what"))


def run_drop(call: Call) -> int:
    """Take it off the list."""
    session = call.session(up_to_date=True)
    known = _meant(session.engagement, call.options.what)
    if known is None:
        raise Refused("refusal.expiry.unknown", what=one_line(call.options.what, 40))
    accepted(session.record(drop_expiry(session.engagement, known.id)))
    say(call.words("expiry.dropped", what=one_line(known.what)))
    return FINE


def _meant(engagement: Engagement, wanted: str) -> Expiry | None:
    """The line of that name or id; None where there is none. Several of one name are refused."""
    lines = expiries_of(engagement)
    if wanted in lines:
        return lines[wanted]
    found = [each for each in lines.values() if folded(each.what) == folded(wanted.strip())]
    if len(found) > 1:
        ids = Listed(each.id for each in found)
        raise Refused("refusal.expiry.several", what=one_line(wanted, 40), ids=ids)
    return found[0] if found else None


def _json(line: Expiry, gone: bool, call: Call) -> dict[str, Any]:
    by = line.act_by
    said = {**json_of(line), "act_by": by.isoformat() if by else None}
    return {**said, "days_left": line.left(call.today), "owner_leaves": gone}
