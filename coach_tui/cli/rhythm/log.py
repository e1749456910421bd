"""`coach rhythm list|log|days`: the rituals, what became of them, the days used."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import date
from typing import Any

from coach_tui.bundled import load_catalogue
from coach_tui.cli.arguments import day_said, entry_said, number_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.delivery import add_output
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.coach.named import Names, names_of
from coach_tui.coach.rhythm.overview import RitualLine, agenda_of, load_of, ritual_lines
from coach_tui.engagement.rhythm.days import burn_today, days_used_of, report_days
from coach_tui.engagement.rhythm.occurrences import RESULTS, log_occurrence, slot_to_log
from coach_tui.engagement.rhythm.rituals import DAYS, RUNNERS, rituals_of
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.transition.record import left_on
from coach_tui.exports.rhythm.words import (
    agenda_words,
    burn_words,
    health_words,
    load_words,
    ritual_name,
    runner_words,
    schedule_words,
)
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import day_and_month, plain_date
from coach_tui.language.numbers import write_number
from coach_tui.session import Session


def add_list(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("rhythm.json.list")


def run_list(call: Call) -> int:
    """The rituals, their load, the days, what waits for a meeting."""
    session, words = call.session(), call.words
    engagement, today = session.engagement, call.today
    lines, names = ritual_lines(engagement, today), names_in(call)
    if call.options.json:
        show_json(_json(call, session, lines))
        return FINE
    width = max((len(line.ritual.id) for line in lines), default=0)
    for line in lines:
        show(_row(line, left_on(engagement, today), names, width, words))
    if not lines:
        say(words("rhythm.none"))
    load = load_of(engagement, today)
    show(load_words(load, words))
    if load.share is not None:
        show(words("advice.by-rule"))
    show(burn_words(burn_today(engagement, today), words))
    people = labels_of(people_of(engagement).values())
    skills = names_of(load_catalogue("skills")[0], call.language)
    for agenda in agenda_of(engagement, today):
        show(f"! {one_line(agenda_words(agenda, skills, people, words))}")
    return FINE


def add_log(parser: ArgumentParser, words: Words) -> None:
    """Which ritual, what became of it, and when."""
    parser.add_argument("ritual", metavar="ID", help=words("rhythm.option.ritual"))
    parser.add_argument("result", choices=RESULTS, help=words("rhythm.option.result"))
    parser.add_argument("--date", metavar="DATE", help=words("rhythm.option.slot"))
    parser.add_argument("--reason", default="", metavar="…", help=words("rhythm.option.reason"))
    parser.add_argument("--note", default="", metavar="…", help=words("rhythm.option.note"))
    parser.add_argument("--run-by", choices=RUNNERS, default="", help=words("rhythm.option.run-by"))


def run_log(call: Call) -> int:
    """Log an occurrence: the latest planned one nobody logged, unless a day is said."""
    session, options = call.session(up_to_date=True), call.options
    engagement = session.engagement
    ritual = rituals_of(engagement)[ritual_said(call, session)]
    slot = day_said(call, options.date, "past") or slot_to_log(engagement, ritual, call.today)
    decision = log_occurrence(
        engagement, session.new_id(), ritual.id, options.result, slot=slot, day=slot,
        today=call.today, run_by=options.run_by, reason=options.reason, note=options.note,
    )  # fmt: skip
    accepted(session.record(decision))
    name, said = ritual_name(ritual, names_in(call)), call.words(f"rhythm.{options.result}")
    say(call.words("rhythm.logged", name=one_line(name), day=slot, result=said))
    return FINE


def add_days(parser: ArgumentParser, words: Words) -> None:
    """How many, when; or how many were agreed."""
    parser.add_argument("days", nargs="?", metavar="N", help=words("rhythm.option.days"))
    parser.add_argument("--date", metavar="DATE", help=words("rhythm.option.worked"))
    parser.add_argument("--note", default="", metavar="…", help=words("rhythm.option.note"))
    parser.add_argument("--agreed", metavar="N", help=words("rhythm.option.agreed"))
    parser.add_argument("--weeks", metavar="N", help=words("rhythm.option.weeks"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.add_argument("--clients", action="store_true", help=words("rhythm.option.clients"))
    parser.add_argument("--month", metavar="2026-03", help=words("rhythm.option.billed"))
    add_output(parser, words)
    parser.epilog = words("rhythm.json.days")


def run_days(call: Call) -> int:
    """Log days worked, agree on days, or say where they stand."""
    options = call.options
    if options.clients:
        from coach_tui.cli.every_client import days_out

        return days_out(call)
    if options.month or options.output != "-":
        raise Refused("refusal.rhythm.days-of-clients")
    session = call.session(up_to_date=bool(options.days or options.agreed or options.weeks))
    names = {"worked": options.days, "agreed": options.agreed, "weeks": options.weeks}
    numbers = {name: number_said(call, said) for name, said in names.items() if said}
    day = day_said(call, options.date, "past")
    if (day or options.note) and not options.days:
        raise Refused("refusal.rhythm.days-of-what")
    reported = report_days(session.new_id(), call.today, day=day, note=options.note, **numbers)
    made = accepted(session.record(reported))
    burn = burn_today(session.engagement, call.today)
    used = days_used_of(session.engagement)
    if options.json:
        lines = [
            {"date": d.day.isoformat(), "days": d.amount, "note": d.note or None} for d in used
        ]
        show_json({"burn": burn._asdict() if burn else None, "days": lines})
        return FINE
    for each in [] if made else used:
        said = write_number(each.amount, call.language)
        when = plain_date(each.day, call.language)
        aligned = f"{when}  {said}  {one_line(each.note)}".rstrip()
        show(table_row(aligned, call.words, day=when, worked=said, note=each.note))
    show(burn_words(burn, call.words))
    return FINE


def ritual_said(call: Call, session: Session) -> str:
    """The id of the ritual meant, among those recorded."""
    names = names_in(call)
    known = {
        ritual.id: ritual_name(ritual, names) for ritual in rituals_of(session.engagement).values()
    }
    return entry_said(known, call.options.ritual, "refusal.rhythm.unknown-ritual", "ritual")


def names_in(call: Call) -> Names:
    """What the catalogue's rituals are called, in the language of the call."""
    return names_of(load_catalogue("rituals")[0], call.language)


def _row(line: RitualLine, left: date | None, names: Names, width: int, words: Words) -> str:
    day = day_and_month(line.next, words.language) if line.next else "—"
    name = one_line(ritual_name(line.ritual, names), 60)
    facts = [schedule_words(line.ritual.schedule, words), health_words(line.health, words),
             runner_words(line.ritual.run_by, left, words)]  # fmt: skip
    schedule, held, runner = facts
    return table_row(
        f"{day:<9} {line.ritual.id:<{width}}  {name} · {' · '.join(facts)}",
        words,
        name=name,
        next=day,
        schedule=schedule,
        held=held,
        owner=runner,
        id=line.ritual.id,
    )


def _json(call: Call, session: Session, lines: tuple[RitualLine, ...]) -> Mapping[str, Any]:
    engagement, today = session.engagement, call.today
    load, burn = load_of(engagement, today), burn_today(engagement, today)
    return {
        "today": today.isoformat(),
        "rituals": [_ritual_json(line) for line in lines],
        "load": {
            "hours": load.hours,
            "contracted": load.contracted,
            "share": load.share,
            "too_much": load.too_much,
        },
        "burn": burn._asdict() if burn else None,
        "agenda": [line._asdict() for line in agenda_of(engagement, today)],
    }


def _ritual_json(line: RitualLine) -> Mapping[str, Any]:
    ritual, schedule, health = line.ritual, line.ritual.schedule, line.health
    return {
        "id": ritual.id,
        "name": ritual.name or None,
        "minutes": ritual.minutes,
        "run_by": ritual.run_by,
        "owner": ritual.owner or None,
        "cadence": schedule.cadence if schedule else None,
        "weekdays": [DAYS[day] for day in schedule.weekdays] if schedule else [],
        "time": (schedule.time or None) if schedule else None,
        "next": line.next.isoformat() if line.next else None,
        "held": health.held,
        "planned": health.planned,
        "by_team": health.by_team,
    }
