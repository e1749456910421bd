"""`coach rhythm list|add|stop|log|days`: the rituals, what became of them, the days used."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from coach_tui.bundled import load_catalogue
from coach_tui.cli import FINE
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.said import day_said, entry_said, number_said
from coach_tui.coach.named import Names, names_of
from coach_tui.coach.rhythm import (
    RitualLine,
    agenda_of,
    load_of,
    ritual_lines,
    starting_rituals,
    usual_schedule,
)
from coach_tui.engagement.change import Draft
from coach_tui.engagement.rhythm import (
    CADENCES,
    DAYS,
    RUNNERS,
    Schedule,
    amend_ritual,
    hold,
    move,
    rituals_of,
    stop,
)
from coach_tui.engagement.rhythm_days import agree_days, burn_today, days_used_of, log_days
from coach_tui.engagement.rhythm_occurrence import RESULTS, log_occurrence, slot_to_log
from coach_tui.engagement.team import labels_of, people_of
from coach_tui.exports.rhythm import (
    agenda_words,
    burn_words,
    health_words,
    load_words,
    ritual_name,
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
    lines, names = ritual_lines(engagement, today), _names(call)
    if call.options.json:
        show_json(_json(call, session, lines))
        return FINE
    width = max((len(line.ritual.id) for line in lines), default=0)
    for line in lines:
        show(_row(line, names, width, words))
    if not lines:
        say(words("rhythm.none"))
    show(load_words(load_of(engagement, today), words))
    show(burn_words(burn_today(engagement, today), words))
    people = labels_of(people_of(engagement).values())
    skills = names_of(load_catalogue("skills")[0], call.language)
    for agenda in agenda_of(engagement, today):
        show(f"! {one_line(agenda_words(agenda, skills, people, words))}")
    return FINE


def add_add(parser: ArgumentParser, words: Words) -> None:
    """Which ritual, and when it falls."""
    parser.add_argument("ritual", nargs="?", metavar="ID", help=words("rhythm.option.ritual"))
    parser.add_argument("--usual", action="store_true", help=words("rhythm.option.usual"))
    parser.add_argument("--name", default="", metavar="…", help=words("rhythm.option.name"))
    parser.add_argument("--cadence", choices=CADENCES, help=words("rhythm.option.cadence"))
    parser.add_argument("--day", metavar="mon,thu", help=words("rhythm.option.day"))
    parser.add_argument("--time", default="", metavar="09:30", help=words("rhythm.option.time"))
    parser.add_argument("--nth", type=int, default=5, metavar="N", help=words("rhythm.option.nth"))
    parser.add_argument("--minutes", type=int, metavar="N", help=words("rhythm.option.minutes"))
    parser.add_argument("--run-by", choices=RUNNERS, help=words("rhythm.option.run-by"))
    parser.add_argument("--owner", default="", metavar="…", help=words("rhythm.option.owner"))
    parser.add_argument("--since", metavar="DATE", help=words("rhythm.option.since"))


def run_add(call: Call) -> int:
    """Begin a ritual, or change one and when it falls; --usual begins those of the dose."""
    session, options = call.session(up_to_date=True), call.options
    if options.usual:
        return _begin_usual(call, session)
    if not options.ritual:
        raise Refused("refusal.rhythm.which")
    drafts = accepted(_added(call, session))
    accepted(session.record(drafts))
    ritual = rituals_of(session.engagement)[drafts[0].entity_id]
    when = schedule_words(ritual.schedule, call.words)
    say(call.words("rhythm.saved", name=one_line(ritual_name(ritual, _names(call))), when=when))
    return FINE


def add_stop(parser: ArgumentParser, words: Words) -> None:
    """Which ritual, and from when."""
    parser.add_argument("ritual", metavar="ID", help=words("rhythm.option.ritual"))
    parser.add_argument("--date", metavar="DATE", help=words("rhythm.option.since"))


def run_stop(call: Call) -> int:
    """End a ritual; its past stays."""
    session = call.session(up_to_date=True)
    ritual = _ritual(call, session)
    day = day_said(call, call.options.date) or call.today
    accepted(session.record(stop(session.engagement, ritual, day)))
    say(call.words("rhythm.stopped", name=_names(call).get(ritual, ritual), day=day))
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
    ritual = rituals_of(engagement)[_ritual(call, session)]
    slot = day_said(call, options.date) or slot_to_log(engagement, ritual, call.today)
    decision = log_occurrence(
        engagement, session.new_id(), ritual.id, options.result, slot=slot, day=slot,
        today=call.today, run_by=options.run_by, reason=options.reason, note=options.note,
    )  # fmt: skip
    accepted(session.record(decision))
    name, said = ritual_name(ritual, _names(call)), call.words(f"rhythm.{options.result}")
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
    parser.epilog = words("rhythm.json.days")


def run_days(call: Call) -> int:
    """Log days worked, agree on days, or say where they stand."""
    options = call.options
    session = call.session(up_to_date=bool(options.days or options.agreed))
    drafts: list[Draft] = []
    if options.agreed:
        weeks = number_said(call, options.weeks or "")
        drafts += accepted(agree_days(number_said(call, options.agreed), weeks, None))
    if options.days:
        day, amount = day_said(call, options.date) or call.today, number_said(call, options.days)
        drafts += accepted(log_days(session.new_id(), day, amount, call.today, options.note))
    if drafts:
        accepted(session.record(drafts))
    burn = burn_today(session.engagement, call.today)
    used = days_used_of(session.engagement)
    if options.json:
        lines = [
            {"date": d.day.isoformat(), "days": d.amount, "note": d.note or None} for d in used
        ]
        show_json({"burn": burn._asdict() if burn else None, "days": lines})
        return FINE
    for each in [] if drafts else used:
        said = write_number(each.amount, call.language)
        show(f"{plain_date(each.day, call.language)}  {said}  {one_line(each.note)}".rstrip())
    show(burn_words(burn, call.words))
    return FINE


def _begin_usual(call: Call, session: Session) -> int:
    entries, known = load_catalogue("rituals")[0], rituals_of(session.engagement)
    since = max(call.today, session.profile.first_day or call.today)
    drafts: list[Draft] = []
    for proposed in starting_rituals(entries, session.profile.days_per_week, since):
        entry = proposed.entry
        if entry.id not in known:
            drafts += accepted(
                hold(entry.id, session.new_id(), proposed.schedule, minutes=entry.fields["minutes"],
                     counts=entry.fields["recurring_load"], run_by=entry.fields["run_by"])
            )  # fmt: skip
    if drafts:
        accepted(session.record(drafts))
    say(call.words("rhythm.begun", n=len(drafts) // 2))
    return FINE


def _added(call: Call, session: Session) -> list[Draft]:
    options, known = call.options, rituals_of(session.engagement)
    entries = {entry.id: entry for entry in load_catalogue("rituals")[0]}
    names = _names(call)
    own = {each: ritual_name(ritual, names) for each, ritual in known.items()}
    ritual_id = _id_said(call, {**names, **own})
    entry, ritual = entries.get(ritual_id), known.get(ritual_id)
    schedule = _schedule(call, ritual.schedule if ritual else None, ritual_id)
    texts = {name: getattr(options, name) for name in ("name", "owner") if getattr(options, name)}
    if ritual is None:
        minutes = options.minutes or (entry.fields["minutes"] if entry else 30)
        run_by = options.run_by or (entry.fields["run_by"] if entry else "cmo")
        counts = bool(entry.fields["recurring_load"]) if entry else True
        if not entry:
            texts.setdefault("name", options.ritual)
        return list(accepted(hold(ritual_id, session.new_id(), schedule, minutes=minutes,
                                  counts=counts, run_by=run_by, **texts)))  # fmt: skip
    drafts = list(
        accepted(
            amend_ritual(
                session.engagement,
                ritual_id,
                minutes=options.minutes or ritual.minutes,
                run_by=options.run_by or ritual.run_by,
                **texts,
            )
        )
    )
    if options.cadence or options.day or options.time or options.since:
        drafts += accepted(move(session.engagement, ritual_id, session.new_id(), schedule))
    return drafts


def _schedule(call: Call, before: Schedule | None, ritual_id: str) -> Schedule:
    options = call.options
    entry = next((each for each in load_catalogue("rituals")[0] if each.id == ritual_id), None)
    since = day_said(call, options.since) or call.today
    usual = before or (usual_schedule(entry, since) if entry else Schedule(since))
    cadence = options.cadence or usual.cadence
    weekdays = usual.weekdays
    if options.cadence and entry and not options.day:
        weekdays = usual_schedule(entry, since, cadence).weekdays
    if options.day:
        names = [name.strip().lower()[:3] for name in options.day.split(",")]
        if not set(names) <= set(DAYS):
            raise Refused("refusal.rhythm.weekday", days=", ".join(DAYS))
        weekdays = tuple(DAYS.index(name) for name in names)
    return Schedule(since, cadence, weekdays, options.time or usual.time, options.nth)


def _id_said(call: Call, names: Names) -> str:
    """The ritual meant; words of one's own make a new one."""
    try:
        return entry_said(names, call.options.ritual, "refusal.rhythm.unknown-ritual", "ritual")
    except Refused as refused:
        if refused.refusal.reason != "refusal.rhythm.unknown-ritual":
            raise
        from coach_tui.session import slug_of

        return slug_of(call.options.ritual)


def _ritual(call: Call, session: Session) -> str:
    names = _names(call)
    known = {
        ritual.id: ritual_name(ritual, names) for ritual in rituals_of(session.engagement).values()
    }
    return entry_said(known, call.options.ritual, "refusal.rhythm.unknown-ritual", "ritual")


def _names(call: Call) -> Names:
    return names_of(load_catalogue("rituals")[0], call.language)


def _row(line: RitualLine, names: Names, width: int, words: Words) -> str:
    day = day_and_month(line.next, words.language) if line.next else "—"
    name = one_line(ritual_name(line.ritual, names), 60)
    facts = [schedule_words(line.ritual.schedule, words), health_words(line.health, words),
             words(f"rhythm.run-by.{line.ritual.run_by}")]  # fmt: skip
    return f"{day:<9} {line.ritual.id:<{width}}  {name} · {' · '.join(facts)}"


def _json(call: Call, session: Session, lines: tuple[RitualLine, ...]) -> Mapping[str, Any]:
    engagement, today = session.engagement, call.today
    load, burn = load_of(engagement, today), burn_today(engagement, today)
    return {
        "today": today.isoformat(),
        "rituals": [_ritual_json(line) for line in lines],
        "load": load._asdict() | {"too_much": load.too_much},
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
