"""`coach kpi show|limits`: one KPI whole, and the readings its natural limits rest on."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from coach_tui.bundled import load_catalogue
from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.kpi.as_json import frame_json, limits_json, standing_json
from coach_tui.cli.kpi.follow import meant
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.text import as_text
from coach_tui.coach.kpi.overview import Entries, Followed, by_id, follow_up
from coach_tui.engagement.kpi.behaviour import set_baseline
from coach_tui.engagement.kpi.status import rules_of
from coach_tui.exports.kpi.limits import limit_facts
from coach_tui.exports.kpi.sheet import KpiSheet, kpi_page
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.session import Session


def add_show(parser: ArgumentParser, words: Words) -> None:
    """Which KPI."""
    parser.add_argument("kpi", metavar="ID", help=words("kpi.option.followed"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("kpi.json.show")


def run_show(call: Call) -> int:
    """Where it stands, its frame, its natural limits and its readings."""
    session, words = call.session(), call.words
    each, entries = _named(call, session)
    if call.options.json:
        shown = {**frame_json(each, entries, words), **standing_json(each, words)}
        show_json({**shown, "limits": limits_json(each)})
        return FINE
    rules = rules_of(session.engagement)
    sheet = KpiSheet("", call.today, (each,), (), entries, rules, notes=True)
    show(as_text(kpi_page(each, sheet, words)))
    return FINE


def add_limits(parser: ArgumentParser, words: Words) -> None:
    """Which KPI, from which readings, and why; or back to the usual ones."""
    parser.add_argument("kpi", metavar="ID", help=words("kpi.option.followed"))
    parser.add_argument("--since", metavar="DATE", help=words("kpi.limits.since"))
    parser.add_argument("--until", metavar="DATE", help=words("kpi.limits.until"))
    parser.add_argument("--why", metavar="…", help=words("kpi.limits.why"))
    parser.add_argument("--usual", action="store_true", help=words("kpi.option.usual"))


def run_limits(call: Call) -> int:
    """Choose the readings where some are given, then say the limits."""
    session, options = call.session(up_to_date=True), call.options
    each, _ = _named(call, session)
    fields: dict[str, Any] = {"since": None} if options.usual else {}
    for name in ("since", "until"):
        if (said := getattr(options, name)) is not None:
            fields[name] = day_said(call, said, "past") if said else None
    if options.why is not None:
        fields["why"] = options.why
    if fields:
        kpi_id = each.kpi.id
        accepted(session.record(set_baseline(session.engagement, kpi_id, fields, call.today)))
        each, _ = _named(call, session)
        said = dict(limit_facts(each, call.words)).get("limits", "")
        say(call.words("kpi.limits.saved", name=one_line(each.name), said=said))
        return FINE
    if each.kpi.is_input:
        say(call.words("kpi.limits.of-input"))
    for name, said in limit_facts(each, call.words):
        show(call.words("frame.pair", name=call.words(f"kpi.{name}"), value=said))
    return FINE


def _named(call: Call, session: Session) -> tuple[Followed, Entries]:
    entries = by_id(load_catalogue("kpis")[0])
    kpi_id = meant(call.options.kpi, session.engagement, entries, call.words)
    followed = follow_up(session.engagement, entries, call.words, call.today)
    return next(each for each in followed if each.kpi.id == kpi_id), entries
