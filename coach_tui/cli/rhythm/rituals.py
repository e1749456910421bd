"""`coach rhythm add|stop`: begin a ritual, change when it falls, end it."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date

from coach_tui.bundled import load_catalogue
from coach_tui.cli.arguments import day_said, entry_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say
from coach_tui.cli.rhythm.log import names_in, ritual_said
from coach_tui.coach.named import Names
from coach_tui.coach.rhythm.beginning import (
    begin_listed,
    begin_usual,
    first_to_fall,
    usual_schedule,
)
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.rhythm.rituals import (
    CADENCES,
    DAYS,
    PAUSE,
    RUNNERS,
    SCHEDULE,
    Ritual,
    Schedule,
    change_ritual,
    hold,
    rituals_of,
    stop,
)
from coach_tui.exports.rhythm.words import ritual_name, schedule_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.entry import Entry
from coach_tui.session import Session, slug_of


def add_add(parser: ArgumentParser, words: Words) -> None:
    """Which ritual, and when it falls."""
    parser.add_argument("ritual", nargs="?", metavar="ID", help=words("rhythm.option.ritual"))
    parser.add_argument("--usual", action="store_true", help=words("rhythm.option.usual"))
    parser.add_argument("--name", default="", metavar="…", help=words("rhythm.option.name"))
    parser.add_argument("--cadence", choices=CADENCES, help=words("rhythm.option.cadence"))
    parser.add_argument("--day", metavar="mon,thu", help=words("rhythm.option.day"))
    parser.add_argument("--time", default="", metavar="09:30", help=words("rhythm.option.time"))
    parser.add_argument("--nth", type=int, metavar="N", help=words("rhythm.option.nth"))
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
    before = rituals_of(session.engagement)
    ritual_id, decision = _added(call, session)
    drafts = accepted(decision)
    accepted(session.record(drafts))
    ritual, known = rituals_of(session.engagement)[ritual_id], before.get(ritual_id)
    say(_saved(ritual, known is not None and known.stopped is not None, drafts, call))
    return FINE


def _saved(ritual: Ritual, had_end: bool, drafts: Sequence[Draft], call: Call) -> str:
    """How the ritual falls now, and what comes after: another schedule, or its end."""
    words, name = call.words, one_line(ritual_name(ritual, names_in(call)))
    recorded = [str(draft.changes["since"]) for draft in drafts if draft.entity == SCHEDULE]
    since = date.fromisoformat(recorded[-1]) if recorded else call.today
    falling = [each for each in ritual.schedules if each.cadence != PAUSE]
    begun = [each for each in falling if each.since <= since] or falling
    when = schedule_words(begun[-1], words)
    if later := [each for each in falling if each.since > since]:
        then = schedule_words(later[0], words)
        return words("rhythm.saved-then", name=name, when=when, day=later[0].since, then=then)
    if ritual.stopped:
        return words("rhythm.saved-until", name=name, when=when, day=ritual.stopped)
    key = "rhythm.taken-up" if had_end else "rhythm.saved"
    return words(key, name=name, when=when, day=since)


def add_stop(parser: ArgumentParser, words: Words) -> None:
    """Which ritual, and from when."""
    parser.add_argument("ritual", metavar="ID", help=words("rhythm.option.ritual"))
    parser.add_argument("--date", metavar="DATE", help=words("rhythm.option.since"))


def run_stop(call: Call) -> int:
    """End a ritual; its past stays."""
    session = call.session(up_to_date=True)
    ritual = ritual_said(call, session)
    day = day_said(call, call.options.date, "past") or call.today
    accepted(session.record(stop(session.engagement, ritual, day)))
    say(call.words("rhythm.stopped", name=names_in(call).get(ritual, ritual), day=day))
    return FINE


def _begin_usual(call: Call, session: Session) -> int:
    entries = load_catalogue("rituals")[0]
    drafts = accepted(begin_usual(session.engagement, entries, call.today, session.new_id))
    accepted(session.record(drafts))
    say(call.words("rhythm.begun", n=len(drafts) // 2))
    return FINE


def _added(call: Call, session: Session) -> tuple[str, Decision]:
    """The ritual meant, and what was said of it: changed where it is there, else begun."""
    options, known = call.options, rituals_of(session.engagement)
    entries = {entry.id: entry for entry in load_catalogue("rituals")[0]}
    names = names_in(call)
    own = {each: ritual_name(ritual, names) for each, ritual in known.items()}
    ritual_id = _id_said(call, {**names, **own})
    entry, ritual = entries.get(ritual_id), known.get(ritual_id)
    since = day_said(call, options.since)
    begins = since or first_to_fall(session.engagement, call.today)
    schedule = _schedule(call, ritual.schedule if ritual else None, entry, begins)
    names_said = ("name", "owner", "run_by", "minutes")
    said = {name: getattr(options, name) for name in names_said if getattr(options, name)}
    new = session.new_id()
    if ritual:
        decision = change_ritual(session.engagement, ritual_id, new, schedule, since=since, **said)
    elif entry:
        decision = begin_listed(entry, new, schedule, **said)
    else:
        usual = {"minutes": 30, "name": options.ritual}
        decision = hold(ritual_id, new, schedule, **{**usual, **said})
    return ritual_id, decision


def _schedule(call: Call, before: Schedule | None, entry: Entry | None, since: date) -> Schedule:
    options = call.options
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
    nth = usual.nth if options.nth is None else options.nth
    return Schedule(since, cadence, weekdays, options.time or usual.time, nth)


def _id_said(call: Call, names: Names) -> str:
    """The ritual meant; words of one's own make a new one."""
    try:
        return entry_said(names, call.options.ritual, "refusal.rhythm.unknown-ritual", "ritual")
    except Refused as refused:
        if refused.refusal.reason != "refusal.rhythm.unknown-ritual":
            raise
        return slug_of(call.options.ritual)
