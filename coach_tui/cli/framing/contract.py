"""`coach frame contract`: where each clause stands, and the independence grid."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.bundled import Catalogues
from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.framing.answers import json_option, record
from coach_tui.cli.output import show, show_json
from coach_tui.cli.text import as_text
from coach_tui.engagement.framing.contract import (
    CLAUSES,
    INDICATORS,
    STATES,
    contract_of,
    report_contract,
)
from coach_tui.exports.framing.people import contract_lines
from coach_tui.language import Words


def add_contract(parser: ArgumentParser, words: Words) -> None:
    """A clause and where it stands, or an indicator of the independence grid."""
    parser.add_argument("clause", nargs="?", choices=CLAUSES, metavar="CLAUSE",
                        help=words("frame.option.clause", clauses=", ".join(CLAUSES)))  # fmt: skip
    parser.add_argument("state", nargs="?", choices=STATES, help=words("frame.contract.state"))
    parser.add_argument("--holder", default="", metavar="…", help=words("frame.contract.holder"))
    parser.add_argument("--note", default="", metavar="…", help=words("frame.contract.words"))
    judged = words("frame.option.independence", ids=", ".join(INDICATORS))
    parser.add_argument(
        "--independence", metavar="ID=green|doubt|red", action="append", default=[], help=judged
    )
    json_option(parser, words, "contract")


def run_contract(call: Call) -> int:
    """Set a clause where asked to, then show who has which."""
    options, session = call.options, call.session(up_to_date=True)
    words = {"state": options.state, "holder": options.holder, "words": options.note}
    said = {name: value for name, value in words.items() if value}
    if said and not options.clause:
        raise Refused("refusal.frame.which-clause", clauses=", ".join(CLAUSES))
    colours = dict(_parted(each) for each in options.independence)
    clause = options.clause if said else ""
    record(call, session, report_contract(session.engagement, clause, said, colours))
    contract = contract_of(session.engagement)
    if options.json:
        clauses = {k: {"state": c.state, "holder": c.holder} for k, c in contract.clauses.items()}
        show_json({"base_agreed": contract.base_agreed, "clauses": clauses,
                   "independence": dict(contract.grid), "warned": contract.warned})  # fmt: skip
        return FINE
    show(as_text(contract_lines(session.engagement, Catalogues(), call.words)))
    return FINE


def _parted(said: str) -> tuple[str, str]:
    name, _, colour = said.partition("=")
    return name, colour
