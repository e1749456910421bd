"""`coach team drill|taper|delegate`: how the CMO steps back."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date, timedelta

from coach_tui.bundled import Catalogues, load_catalogue
from coach_tui.cli.arguments import day_said, number_said, person_said
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.coach.named import named_in, names_of
from coach_tui.coach.rhythm.agreed import decide_days
from coach_tui.coach.team.absence import plan_absence, refuse_absence, uncovered
from coach_tui.coach.team.entrusted import board_proposals, skills_asked
from coach_tui.coach.team.taper import taper_of
from coach_tui.engagement.rhythm.planned import phases_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import CMO, RESULTS
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.plan import Delegation, board_of, delegate
from coach_tui.engagement.transition.record import left_on
from coach_tui.exports.figures import money
from coach_tui.exports.team.absence import absence_sheet
from coach_tui.exports.team.entrustment import proposed_words
from coach_tui.exports.team.sheet import dose_words, guard_words, passed_lines, taper_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.language.numbers import write_number

TWO_WEEKS = timedelta(days=11)


def add_drill(parser: ArgumentParser, words: Words) -> None:
    """Who, when; and how it went, once it is over."""
    parser.add_argument("person", metavar=words("cli.name"), help=words("team.option.away"))
    parser.add_argument("--from", dest="start", metavar="DATE", help=words("team.option.from"))
    parser.add_argument("--to", dest="end", metavar="DATE", help=words("team.option.to"))
    parser.add_argument("--result", choices=RESULTS, help=words("team.option.result"))
    parser.add_argument("--note", default="", metavar="…", help=words("rhythm.option.note"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("team.json.drill")
    add_output(parser, words)


def run_drill(call: Call) -> int:
    """What nobody else covers, as Markdown or JSON; or log how an absence went."""
    options = call.options
    session = call.session(up_to_date=bool(options.result))
    engagement = session.engagement
    person = CMO if options.person.lower() == CMO else person_said(engagement, options.person)
    start = day_said(call, options.start) or call.today
    end = day_said(call, options.end) or start + TWO_WEEKS
    if options.result:
        logged = plan_absence(engagement, session.new_id(), person, start, end, options.result,
                           call.today, options.note)  # fmt: skip
        accepted(session.record(logged))
        say(call.words("team.drill-saved"))
        return FINE
    if gone := refuse_absence(engagement, person, start):
        accepted(gone)
    drill = uncovered(engagement, person, start, end)
    if options.json:
        show_json({**drill._asdict(), "start": start.isoformat(), "end": end.isoformat()})
        return FINE
    named = named_in(engagement, Catalogues(), call.language)
    who = named.people.get(person, call.words("role.cmo"))
    return deliver(call, absence_sheet(drill, who, named, call.words))


def add_taper(parser: ArgumentParser, words: Words) -> None:
    """The dose decided, where one is."""
    parser.add_argument("--set", dest="dose", metavar="N", help=words("team.option.dose"))
    parser.add_argument("--from", dest="start", metavar="DATE", help=words("team.option.from"))
    parser.add_argument("--why", default="", metavar="…", help=words("rhythm.option.why"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("team.json.taper")


def run_taper(call: Call) -> int:
    """The dose suggested, what holds it up, the phases with their days and cost."""
    options = call.options
    session, words = call.session(up_to_date=bool(options.dose)), call.words
    if options.dose:
        since = day_said(call, options.start) or call.today
        wanted = number_said(call, options.dose)
        decided = decide_days(
            session.engagement, session.new_id(), since, wanted, options.why, call.today
        )
        accepted(session.record(decided))
    engagement = session.engagement
    taper, phases = taper_of(engagement, call.today), phases_of(engagement)
    if options.json:
        guards = [{"key": guard.key, **guard.values} for guard in taper.guards]
        told = [{name: _json(value) for name, value in each._asdict().items()} for each in phases]
        show_json({**taper._asdict(), "guards": guards, "phases": told})
        return FINE
    show(taper_words(taper, left_on(engagement, call.today), words))
    named = named_in(engagement, Catalogues(), call.language)
    for guard in taper.guards:
        show(f"! {one_line(guard_words(guard, {**named.skills, **named.kpis}, words))}")
    for passed in passed_lines(engagement, call.today, {**named.skills, **named.kpis}, words):
        show(one_line(passed))
    for phase in phases:
        days = write_number(round(phase.days, 1), call.language)
        cost = money(phase.cost, call.words) if phase.cost is not None else "—"
        parts = [plain_date(phase.start, call.language), dose_words(phase.days_per_week, words),
                 words("team.phase-days", n=phase.days, days=days), cost]  # fmt: skip
        show(" · ".join(parts))
    return FINE


def add_delegate(parser: ArgumentParser, words: Words) -> None:
    """Which decision, to whom, at which level now and wanted."""
    parser.add_argument("decision", nargs="?", metavar="…", help=words("team.option.decision"))
    parser.add_argument("--to", default="", metavar="…", help=words("team.option.to-whom"))
    parser.add_argument("--now", type=int, metavar="1-7", help=words("team.option.now"))
    parser.add_argument("--wanted", type=int, metavar="1-7", help=words("team.option.wanted"))


def run_delegate(call: Call) -> int:
    """Put a decision on the board or move it; without one, show the board."""
    options = call.options
    session = call.session(up_to_date=bool(options.decision))
    engagement = session.engagement
    names = names_of(load_catalogue("delegation-decisions")[0], call.language, "decision")
    labels = labels_of(people_of(engagement).values())
    if options.decision is None:
        proposed = _proposed(call, engagement)
        for line in board_of(engagement).values():
            who = one_line(labels.get(line.person, "—"))
            said = one_line(names.get(line.decision, line.decision))
            told = f" · {one_line(proposed[line.id])}" if line.id in proposed else ""
            show(f"{line.now} → {line.wanted}  {said} · {who}{told}")
        return FINE
    found = [each for each, name in names.items() if options.decision in (each, name)]
    decision = found[0] if found else options.decision
    known = next((each for each in board_of(engagement).values() if each.decision == decision),
                 Delegation(session.new_id(), decision, "", 1, 0))  # fmt: skip
    person = person_said(engagement, options.to) if options.to else known.person
    now = options.now or known.now
    wanted = options.wanted or max(known.wanted, now)
    accepted(session.record(delegate(engagement, known.id, decision, person, now, wanted)))
    say(call.words("team.board-saved", n=len(board_of(session.engagement))))
    return FINE


def _proposed(call: Call, engagement: Engagement) -> dict[str, str]:
    """By line, the level that what is allowed next time speaks for, where it is another."""
    named = named_in(engagement, Catalogues(), call.language)
    asked = skills_asked(load_catalogue("delegation-decisions")[0])
    return {
        each.line.id: proposed_words(each, named, call.words)
        for each in board_proposals(engagement, asked, call.today)
    }


def _json(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
