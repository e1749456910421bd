"""`coach kpi objective|success`: what the company wants, and the KPIs it will be judged by."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.bundled import load_catalogue
from coach_tui.cli.arguments import day_said, entry_said
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.declared import json_of
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.kpi.follow import meant
from coach_tui.cli.output import say, show, show_json
from coach_tui.coach.kpi.overview import by_id
from coach_tui.engagement.kpi.objectives import drop_objective, objectives_of, set_objective
from coach_tui.engagement.kpi.setup import judge_by
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.session import Session


def add_objective(parser: ArgumentParser, words: Words) -> None:
    """What, from where to where, by when, in which order."""
    parser.add_argument("what", nargs="?", metavar="…", help=words("record.objective.what"))
    parser.add_argument("--from", dest="start", metavar="…", help=words("record.objective.start"))
    parser.add_argument("--to", dest="goal", metavar="…", help=words("record.objective.goal"))
    parser.add_argument("--by", metavar="DATE", help=words("record.objective.by"))
    parser.add_argument("--rank", type=int, metavar="N", help=words("record.objective.rank"))
    parser.add_argument("--drop", action="store_true", help=words("record.objective.drop"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("record.json.objectives")


def run_objective(call: Call) -> int:
    """Write an objective, change the one of that name, or take it off; without words, list them."""
    options = call.options
    session = call.session(up_to_date=bool(options.what))
    if options.what:
        _write(call, session)
    elif options.json:
        show_json([json_of(each) for each in objectives_of(session.engagement)])
    else:
        for each in objectives_of(session.engagement):
            way = " → ".join(one_line(part) for part in (each.start, each.goal) if part)
            day = f" · {each.by.isoformat()}" if each.by else ""
            show(f"{each.rank or '·'} {one_line(each.what)} · {way}{day}")
    return FINE


def add_success(parser: ArgumentParser, words: Words) -> None:
    """Which KPI, and whether it is one."""
    parser.add_argument("kpi", metavar="ID", help=words("kpi.option.followed"))
    parser.add_argument("--no", action="store_true", help=words("record.success.no"))


def run_success(call: Call) -> int:
    """Say that the engagement is judged by this KPI, or no longer."""
    session = call.session(up_to_date=True)
    entries = by_id(load_catalogue("kpis")[0])
    kpi_id = meant(call.options.kpi, session.engagement, entries, call.words)
    accepted(session.record(judge_by(session.engagement, kpi_id, not call.options.no)))
    say(call.words("record.kept", what=kpi_id))
    return FINE


def _write(call: Call, session: Session) -> None:
    options, engagement = call.options, session.engagement
    names = {each.id: each.what for each in objectives_of(engagement)}
    known = next((i for i, what in names.items() if what == options.what.strip()), "")
    if options.drop:
        found = entry_said(names, options.what, "refusal.record.unknown-objective", "said")
        accepted(session.record(drop_objective(engagement, found)))
    else:
        fields = {name: getattr(options, name) for name in ("start", "goal", "rank")}
        fields["by"] = day_said(call, options.by, "ahead")
        said = {name: value for name, value in fields.items() if value is not None}
        said = said if known else {"what": options.what, **said}
        identity = known or session.new_id()
        accepted(session.record(set_objective(engagement, identity, said, call.today)))
    say(call.words("record.kept", what=one_line(options.what, 80)))
