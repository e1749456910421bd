"""`coach rhythm decide|promise|resume`: decisions, promises, and what one comes back to."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.arguments import day_said, entry_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.declared import json_of
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.coach.resume import Resume, resume_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.rhythm.decisions import (
    LoggedDecision,
    Promise,
    decisions_of,
    keep_promise,
    log_decision,
    promise,
    promises_of,
)
from coach_tui.engagement.state import Engagement
from coach_tui.exports.people import actor_words, day_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import day_and_month
from coach_tui.language.fold import folded
from coach_tui.session import Session


def add_decide(parser: ArgumentParser, words: Words) -> None:
    """What, why, out of which options, by whom, to be looked at again when."""
    parser.add_argument("title", nargs="?", metavar="…", help=words("rhythm.option.title"))
    parser.add_argument("--why", default="", metavar="…", help=words("rhythm.option.why"))
    parser.add_argument("--options", default="", metavar="…", help=words("rhythm.option.options"))
    parser.add_argument("--owner", default="", metavar="…", help=words("rhythm.option.owner"))
    parser.add_argument("--date", metavar="DATE", help=words("rhythm.option.decided"))
    parser.add_argument("--review", metavar="DATE", help=words("rhythm.option.review"))
    parser.add_argument("--about", action="append", default=[], metavar="kpi:ID",
                        help=words("record.decision.about"))  # fmt: skip
    parser.add_argument("--open", action="store_true", help=words("rhythm.option.open"))
    parser.add_argument("--outcome", default="", metavar="…", help=words("rhythm.option.outcome"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("rhythm.json.decide")


def run_decide(call: Call) -> int:
    """Log a decision taken, or a question that waits; without words, show the log."""
    options = call.options
    session = call.session(up_to_date=bool(options.title))
    if options.title:
        accepted(session.record(_decided(call, session)))
        say(call.words("rhythm.decision-saved", title=one_line(options.title, 80)))
        return FINE
    log = decisions_of(session.engagement).values()
    if options.json:
        show_json([_decision_json(each, call) for each in log])
        return FINE
    for each in log:
        show(_decision_row(each, call))
    if not log:
        say(call.words("rhythm.no-decision"))
    return FINE


def add_promise(parser: ArgumentParser, words: Words) -> None:
    """What, by whom, to whom, for when."""
    parser.add_argument("what", nargs="?", metavar="…", help=words("rhythm.option.what"))
    parser.add_argument("--by", default="", metavar="…", help=words("rhythm.option.by"))
    parser.add_argument("--to", default="", metavar="…", help=words("rhythm.option.to"))
    parser.add_argument("--due", metavar="DATE", help=words("rhythm.option.due"))
    parser.add_argument("--kpi", default="", metavar="ID", help=words("record.promise.kpi"))
    parser.add_argument("--kept", action="store_true", help=words("rhythm.option.kept"))
    parser.add_argument("--result", default="", metavar="…", help=words("record.promise.result"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("rhythm.json.promise")


def run_promise(call: Call) -> int:
    """Write a promise down, or that it was kept; without words, show those still due."""
    options = call.options
    session = call.session(up_to_date=bool(options.what))
    known = promises_of(session.engagement)
    if options.what and options.kept:
        names = {each.id: each.what for each in known.values() if each.kept is None}
        found = entry_said(names, options.what, "refusal.rhythm.unknown-promise", "said")
        kept = keep_promise(session.engagement, found, call.today, options.result)
        accepted(session.record(kept))
    elif options.what:
        due = day_said(call, options.due, "ahead")
        if options.kpi and options.kpi not in kpis_of(session.engagement):
            raise Refused("refusal.kpi.unknown", kpi=one_line(options.kpi, 40))
        made = promise(session.new_id(), options.what, call.today, by=options.by, to=options.to,
                       due=due, kpi=options.kpi)  # fmt: skip
        accepted(session.record(made))
    if options.what:
        say(call.words("rhythm.promise-saved", what=one_line(options.what, 80)))
        return FINE
    if options.json:
        show_json([_promise_json(each) for each in known.values()])
        return FINE
    for each in known.values():
        if each.kept is None:
            show(_promise_row(each, call))
    return FINE


def add_resume(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("rhythm.json.resume")


def run_resume(call: Call) -> int:
    """The last session, promises due, decisions waiting, and what others changed since."""
    session, words = call.session(), call.words
    card = resume_of(session.engagement, session.changes, session.actor, call.today)
    if call.options.json:
        show_json(_resume_json(card, call))
        return FINE
    if card.last:
        show(
            words("rhythm.last-session", day=day_words(session.engagement.day(card.last.at), words))
        )
    for gesture in card.news:
        who = actor_words(gesture.actor, words)
        day = day_words(session.engagement.day(gesture.at), words)
        show(words("rhythm.news", who=one_line(who), day=day, n=len(gesture.changes)))
    for each in card.promises:
        show(_promise_row(each, call))
    for waiting in (*card.waiting, *card.to_review):
        show(_decision_row(waiting, call))
    if card.empty:
        say(words("rhythm.nothing-waits"))
    return FINE


def _decided(call: Call, session: Session) -> Decision:
    """What was said of a decision: of the one of this title, or of a new one."""
    options, engagement = call.options, session.engagement
    known = _known(call, engagement)
    said = {name: getattr(options, name) for name in ("why", "options", "owner", "outcome")}
    days = {
        "day": day_said(call, options.date, "past"),
        "review": day_said(call, options.review, "ahead"),
    }
    told = {**said, **days, "about": options.about}
    fields = {name: value for name, value in told.items() if value}
    # What became of a question that waits is no answer to it yet.
    waits = True if options.open else None if options.outcome and not options.why else False
    identity, title = (known.id, known.title) if known else (session.new_id(), options.title)
    return log_decision(engagement, identity, {"title": title, **fields}, call.today, waits=waits)


def _known(call: Call, engagement: Engagement) -> LoggedDecision | None:
    """The decision of this title: the one that waits, or else the latest; None where none is.

    Of one whose outcome alone is told, which is there already, the beginning is enough.
    """
    options, log, title = call.options, decisions_of(engagement), call.options.title
    same = [each for each in log.values() if folded(each.title) == folded(title.strip())]
    if not same and options.outcome and not (options.open or options.why):
        names = {each.id: each.title for each in log.values()}
        return log[entry_said(names, title, "refusal.rhythm.unknown-decision", "said")]
    return next((each for each in same if each.open), same[-1] if same else None)


def _decision_row(decision: LoggedDecision, call: Call) -> str:
    words = call.words
    day = day_and_month(decision.decided or decision.opened, call.language)
    state = "open" if decision.open else "taken"
    mark = "!" if decision.stale(call.today) or decision.to_review(call.today) else " "
    facts = [one_line(decision.title), words(f"rhythm.decision.{state}")]
    facts += [one_line(text) for text in (decision.owner, decision.why) if text]
    return table_row(
        f"{mark} {day:<9} {' · '.join(facts)}",
        words,
        name=decision.title,
        state=words(f"rhythm.decision.{state}"),
        day=day,
        owner=decision.owner,
        why=decision.why,
    )


def _promise_row(promised: Promise, call: Call) -> str:
    day = day_and_month(promised.due, call.language) if promised.due else "—"
    mark = "!" if promised.due and promised.due < call.today else " "
    people = " → ".join(one_line(each) for each in (promised.by, promised.to) if each)
    return table_row(
        f"{mark} {day:<9} {one_line(promised.what)}{f' · {people}' if people else ''}",
        call.words,
        name=promised.what,
        due=day,
        owner=promised.by,
        promised_to=promised.to,
    )


def _decision_json(decision: LoggedDecision, call: Call) -> dict[str, object]:
    fields = {name: value or None for name, value in json_of(decision).items()}
    said = {"about": list(decision.about), "open": decision.open}
    return {**fields, **said, "stale": decision.stale(call.today)}


def _promise_json(promised: Promise) -> dict[str, object]:
    return {name: value or None for name, value in json_of(promised).items()}


def _resume_json(card: Resume, call: Call) -> dict[str, object]:
    return {
        "last": card.last.at if card.last else None,
        "news": [
            {"at": each.at, "actor": each.actor, "changes": len(each.changes)} for each in card.news
        ],
        "promises": [_promise_json(each) for each in card.promises],
        "waiting": [_decision_json(each, call) for each in card.waiting],
        "to_review": [_decision_json(each, call) for each in card.to_review],
    }
