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
from coach_tui.coach.rhythm.overview import starting_rituals, usual_schedule
from coach_tui.engagement.change import Draft
from coach_tui.engagement.rhythm.rituals import (
    CADENCES,
    DAYS,
    PAUSE,
    RUNNERS,
    SCHEDULE,
    Ritual,
    Schedule,
    amend_ritual,
    hold,
    move,
    rituals_of,
    stop,
)
from coach_tui.exports.rhythm.words import ritual_name, schedule_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
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
    drafts = accepted(_added(call, session))
    accepted(session.record(drafts))
    ritual = rituals_of(session.engagement)[drafts[0].entity_id]
    known = before.get(ritual.id)
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
    names = names_in(call)
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
    asked = (
        options.cadence or options.day or options.time or options.since or options.nth is not None
    )
    if asked or not ritual.runs(call.today):
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
    return Schedule(since, cadence, weekdays, options.time or usual.time,
                    usual.nth if options.nth is None else options.nth)  # fmt: skip


def _id_said(call: Call, names: Names) -> str:
    """The ritual meant; words of one's own make a new one."""
    try:
        return entry_said(names, call.options.ritual, "refusal.rhythm.unknown-ritual", "ritual")
    except Refused as refused:
        if refused.refusal.reason != "refusal.rhythm.unknown-ritual":
            raise
        return slug_of(call.options.ritual)
