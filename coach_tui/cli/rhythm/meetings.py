"""`coach rhythm met|meetings`: who was met, when, what was learned."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.declared import json_of
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.engagement.rhythm.meetings import KINDS, log_meeting, meetings_of, take_out_meeting
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import day_and_month


def add_met(parser: ArgumentParser, words: Words) -> None:
    """Which kind, with whom, what was learned, which day."""
    parser.add_argument("kind", choices=KINDS, metavar=words("cli.kind"), help=", ".join(KINDS))
    parser.add_argument("--who", default="", metavar="…", help=words("record.meeting.who"))
    parser.add_argument("--learned", default="", metavar="…", help=words("record.meeting.learned"))
    parser.add_argument("--date", metavar="DATE", help=words("record.meeting.day"))


def run_met(call: Call) -> int:
    """Keep the meeting, and say so."""
    options, session = call.options, call.session(up_to_date=True)
    fields = {"kind": options.kind, "who": options.who, "learned": options.learned}
    day = day_said(call, options.date, "past") or call.today
    made = log_meeting(session.new_id(), {**fields, "day": day}, call.today)
    accepted(session.record(made))
    kind = call.words(f"record.meeting.kind.{options.kind}")
    say(call.words("record.kept", what=f"{kind} · {one_line(options.who, 60)}"))
    return FINE


def add_meetings(parser: ArgumentParser, words: Words) -> None:
    """Its options."""
    parser.add_argument("--drop", metavar="ID", help=words("record.meeting.drop"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("record.json.meetings")


def run_meetings(call: Call) -> int:
    """The meetings recorded, by kind and day; one recorded by mistake can be taken out."""
    session = call.session(up_to_date=bool(call.options.drop))
    if call.options.drop:
        accepted(session.record(take_out_meeting(session.engagement, call.options.drop)))
    held = [each for several in meetings_of(session.engagement).values() for each in several]
    if call.options.json:
        show_json([json_of(each) for each in held])
        return FINE
    for each in held:
        day = day_and_month(each.day, call.language) if each.day else ""
        kind = call.words(f"record.meeting.kind.{each.kind}")
        aligned = f"{day:<9} {kind} · {one_line(each.who)} · {one_line(each.learned)}"
        said = {"kind": kind, "day": day, "who": each.who, "learned": each.learned}
        show(table_row(aligned, call.words, **said))
    if not held:
        say(call.words("record.none"))
    return FINE
