"""`coach team entrust`: how much someone is watched next time, decided or taken back."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from coach_tui.bundled import Catalogues
from coach_tui.cli.arguments import day_said, person_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.cli.team.levels import skill_said
from coach_tui.coach.named import called, named_in
from coach_tui.engagement.team.entrustment import (
    LEVELS,
    entrust,
    last_entrusted,
    withdraw,
)
from coach_tui.engagement.team.levels import side_of
from coach_tui.exports.team.entrustment import dated_line, next_time
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.session import Session


def add_entrust(parser: ArgumentParser, words: Words) -> None:
    """Whom, on what, how far; on what evidence, who decides, until when."""
    parser.add_argument("person", metavar=words("cli.name"), help=words("team.option.person"))
    parser.add_argument("skill", nargs="?", metavar="ID", help=words("team.option.skill"))
    parser.add_argument(
        "level", nargs="?", choices=LEVELS, metavar="1-5", help=words("entrustment.level")
    )
    parser.add_argument("--evidence", metavar="…", help=words("entrustment.evidence"))
    parser.add_argument("--by", metavar="…", help=words("entrustment.option.by"))
    parser.add_argument("--formal", action="store_true", help=words("entrustment.formal"))
    parser.add_argument("--since", metavar="DATE", help=words("entrustment.since"))
    parser.add_argument("--until", metavar="DATE", help=words("entrustment.until"))
    parser.add_argument("--limits", metavar="…", help=words("entrustment.limits"))
    parser.add_argument("--withdraw", metavar="…", help=words("entrustment.option.withdraw"))


def run_entrust(call: Call) -> int:
    """Decide or take back; without a level, show what was seen and decided of this person."""
    options = call.options
    session = call.session(up_to_date=bool(options.level or options.withdraw is not None))
    person = person_said(session.engagement, options.person)
    named = named_in(session.engagement, Catalogues(), call.language)
    skill = skill_said(call, options.skill) if options.skill else ""
    if options.withdraw is not None:
        known = last_entrusted(session.engagement, person, skill, call.today)
        made = withdraw(session.engagement, known.id if known else "", options.withdraw, call.today)
        accepted(session.record(made))
        values = {"person": named.people[person], "skill": called(skill, "", named.skills)}
        say(call.words("entrustment.withdrawn-saved", **values))
    elif options.level:
        _decided(call, session, person, skill)
        side = side_of(session.role)
        told = next_time(session.engagement, person, skill, call.today, call.words, side)
        said = ". ".join(told)
        values = {"person": named.people[person], "skill": called(skill, "", named.skills)}
        say(call.words("entrustment.saved", said=said, **values))
    elif any(getattr(options, name) for name in ("evidence", "by", "limits", "until")):
        raise Refused("refusal.entrustment.incomplete")
    else:
        side = side_of(session.role)
        seen = dated_line(session.engagement, person, named, call.today, call.words, side, skill)
        for line in seen:
            show(one_line(line))
        if not seen:
            say(call.words("entrustment.nothing-yet"))
    return FINE


def _decided(call: Call, session: Session, person: str, skill: str) -> None:
    from coach_tui.asking.entrustment import REVIEW

    options = call.options
    fields: dict[str, Any] = {"person": person, "skill": skill, "level": options.level}
    for name in ("evidence", "by", "limits"):
        if (said := getattr(options, name)) is not None:
            fields[name] = said
    if options.formal:
        fields["formal"] = True
    fields["since"] = day_said(call, options.since) or call.today
    fields["until"] = day_said(call, options.until, "ahead") or fields["since"] + REVIEW
    accepted(session.record(entrust(session.engagement, session.new_id(), fields, call.today)))
