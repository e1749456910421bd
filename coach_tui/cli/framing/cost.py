"""`coach frame cost`: what a dose costs. It answers without any engagement."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from contextlib import suppress
from typing import Any

from coach_tui.bundled import Catalogues
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.framing.answers import record
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.text import as_text
from coach_tui.engagement.framing.budget import dose_of, full_time_of, plan_cost
from coach_tui.engagement.framing.cost import (
    BILLED_WEEKS,
    DAY_RATE,
    EMPLOYER_FACTOR,
    Cost,
    Dose,
    FullTime,
    Phase,
    cost,
    refuse_unused,
)
from coach_tui.engagement.profile import profile_of
from coach_tui.exports.framing.cost import contradiction_lines, cost_lines, over_budget_lines
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.currency import EUR
from coach_tui.language.numbers import read_number
from coach_tui.store.errors import StoreError

_PHASE = re.compile(r"\s*([\d.,]+)\s*[x×*]\s*([\d.,]+)\s*", re.IGNORECASE)


def add_cost(parser: ArgumentParser, words: Words) -> None:
    """The dose, the full time to compare it with, and whether to keep them."""
    for name in ("day_rate", "days_per_month", "months"):
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="N", help=words(f"frame.cost.{name}"))
    parser.add_argument("--phase", metavar="3x13", action="append", default=[],
                        help=words("frame.option.phase"))  # fmt: skip
    for name in ("billed_weeks", "gross", "factor", "bonus", "search"):
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="N", help=words(f"frame.cost.{name}"))
    parser.add_argument("--save", action="store_true", help=words("frame.option.save"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("frame.json.cost")


def run_cost(call: Call) -> int:
    """Cost the dose given, or the one recorded where none is."""
    options = call.options
    if not (options.days_per_month or options.months or options.phase):
        if options.save:
            raise Refused("refusal.frame.no-dose")
        return _recorded(call)
    session = call.session(up_to_date=True) if options.save else None
    if session is None:
        with suppress(Refused, StoreError):  # where there is one, amounts are in its currency
            call.session()
    kept = profile_of(session.engagement).day_rate if session else None
    dose, full_time = _dose(call, kept or _usual_rate(call)), _full_time(call)
    worked_out = accepted(cost(dose, full_time, call.words.currency))
    accepted(refuse_unused(full_time) or worked_out)
    if session:
        record(call, session, plan_cost(dose, full_time))
    over = over_budget_lines(session.engagement, call.words) if session else []
    return _tell(call, worked_out, over)


def read_phases(texts: list[str], language: str) -> tuple[Phase, ...]:
    """`3x13`, `1 x 31`, and several of them parted by commas or spaces where it can be told."""
    phases = []
    for text in texts:
        for part in re.split(r"[;,]\s+|\s+et\s+|\s+and\s+|;", text.strip()):
            found = _PHASE.fullmatch(part)
            if found is None:
                raise Refused("refusal.frame.phase", text=one_line(part, 40))
            days, weeks = (accepted(read_number(each, language)) for each in found.groups())
            phases.append(Phase(float(days), float(weeks)))
    return tuple(phases)


def _recorded(call: Call) -> int:
    """The dose recorded in the engagement; what was given about full time is compared with it."""
    engagement = call.session().engagement
    dose, full_time = dose_of(engagement), full_time_of(engagement)
    if call.options.day_rate:
        dose = dose._replace(day_rate=_number(call, "day_rate", DAY_RATE))
    given = _full_time(call)
    accepted(refuse_unused(given) or given)
    worked_out = cost(dose, given if call.options.gross else full_time, call.words.currency)
    if not isinstance(worked_out, Cost):
        say(call.words("frame.cost.none"))
    # The warning is about what is recorded, not about a rate tried out.
    over = [] if call.options.day_rate else over_budget_lines(engagement, call.words)
    return _tell(call, accepted(worked_out), over)


def _tell(call: Call, worked_out: Cost, over: list[str]) -> int:
    if call.options.json:
        show_json(_json(worked_out, call.words.currency))
        return FINE
    lines = cost_lines(worked_out, call.words, over)
    show(as_text([*lines, "", *contradiction_lines(Catalogues(), call.words)]))
    return FINE


def _dose(call: Call, day_rate: float) -> Dose:
    options = call.options
    return Dose(
        day_rate=_number(call, "day_rate", day_rate),
        days_per_month=_number(call, "days_per_month", 0.0) if options.days_per_month else None,
        months=_number(call, "months", 0.0) if options.months else None,
        phases=read_phases(options.phase, call.language),
        billed_weeks=_number(call, "billed_weeks", BILLED_WEEKS),
    )


def _usual_rate(call: Call) -> float:
    """The guide's day rate, which is in euros; none in another currency."""
    return DAY_RATE if call.words.currency == EUR else 0.0


def _full_time(call: Call) -> FullTime:
    return FullTime(
        gross=_number(call, "gross", 0.0) if call.options.gross else None,
        factor=_number(call, "factor", EMPLOYER_FACTOR),
        bonus=_number(call, "bonus", 0.0),
        search=_number(call, "search", 0.0),
    )


def _number(call: Call, name: str, otherwise: float) -> float:
    text = getattr(call.options, name)
    return (
        float(accepted(read_number(text, call.language, call.words.currency)))
        if text
        else otherwise
    )


def _json(worked_out: Cost, currency: str) -> dict[str, Any]:
    dose = worked_out.dose
    return {
        "currency": currency,
        "day_rate": dose.day_rate,
        "days_per_month": dose.days_per_month,
        "months": dose.months,
        "phases": [phase._asdict() for phase in dose.phases],
        "billed_weeks": dose.billed_weeks,
        "days": round(worked_out.days, 2),
        "fee": round(worked_out.fee, 2),
        "per_month": round(worked_out.per_month, 2),
        "per_year": round(worked_out.per_year, 2),
        "full_time_days": round(worked_out.full_time_days, 2),
        "other_effort": worked_out.other_effort,
        "against": [
            {
                "source": against.source,
                "year": round(against.year, 2),
                "same_time": round(against.same_time, 2),
                "saving_percent": round(against.saving * 100, 1),
                "break_even_days_per_week": round(against.break_even, 1),
            }
            for against in worked_out.against
        ],
    }
