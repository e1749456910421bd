"""Rules on need, model, cost, candidate and contract. Nothing here states a legal conclusion."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import pairwise
from typing import Final

from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Finding, Names, Situation
from coach_tui.engagement.context import ENTITY as CONTEXT
from coach_tui.engagement.context import context_of
from coach_tui.engagement.framing.budget import ENTITY as BUDGET
from coach_tui.engagement.framing.budget import cost_of, dose_of, over_budget
from coach_tui.engagement.framing.candidates import ENTITY as CANDIDATE
from coach_tui.engagement.framing.candidates import Candidate, candidates_of
from coach_tui.engagement.framing.contract import BASE, CLAUSE, INDICATOR, contract_of
from coach_tui.engagement.framing.model import routing_of
from coach_tui.engagement.framing.need import GATE, need_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.proof import Money
from coach_tui.engagement.rhythm.planned import phases_of
from coach_tui.engagement.step import steps_of
from coach_tui.engagement.transition.record import transition_of
from coach_tui.engagement.transition.taker import successor_gone
from coach_tui.language.currency import EUR

EXECUTION: Final = 2.0  # days of execution for one of the CMO: our rule of thumb
HEAVY: Final = 3.0  # days a week
HALF_YEAR: Final = 26.0  # weeks
BILLED: Final = 44 / 52  # of a year's weeks: our rule of thumb
REFERENCES: Final = 2
VIGILANCE: Final = 5_000.0  # euros ex-VAT: Labour Code L8222-1
CERTIFICATE: Final = timedelta(days=180)


def score_gates(situation: Situation) -> Finding | None:
    """R01: a starting condition answered no, whatever the score (six gates, ours)."""
    failed = need_of(situation.engagement).failed
    if not failed:
        return None
    records = tuple(Behind(GATE, gate) for gate in failed)
    return Finding({"gate": Names("need-gates", failed, "gate")}, records)


def successor_found(situation: Situation) -> bool:
    """Whether the search is over: someone is named or has a first day, and has not left."""
    if successor_gone(situation.engagement, situation.today):
        return False
    named = transition_of(situation.engagement).successor
    return bool(named or situation.profile.successor_first_day)


def no_execution_layer(situation: Situation) -> Finding | None:
    """R02: fewer than two days of execution for each day of CMO (ratio: ours)."""
    execution = context_of(situation.engagement).execution_days
    days = situation.dose
    if execution is None or days is None or execution >= EXECUTION * days:
        return None
    records = (Behind(CONTEXT, "execution_days"), *situation.field("days_per_week"))
    return Finding({"cmo_days": days, "execution_days": execution}, records)


def wrong_model_fulltime(situation: Situation) -> Finding | None:
    """R03: above 100 people and 150 K€, with daily presence or more than 5 to manage (guide).

    Silent once a model is chosen with its reason in writing, whichever it is, or someone is named:
    the search is over.
    """
    profile = situation.profile
    full_time = routing_of(situation.engagement).rules[0]
    if not full_time.met or profile.headcount is None or profile.leadership_budget is None:
        return None
    found = successor_found(situation)
    framing = framing_of(situation.engagement)
    if framing.kept == "full-time" or (framing.kept and framing.reason) or found:
        return None
    return Finding(
        {"headcount": profile.headcount, "budget": Money(profile.leadership_budget)},
        (*situation.field("headcount", "leadership_budget"), Behind("framing", "daily")),
    )


def fee_eats_budget(situation: Situation) -> Finding | None:
    """R05: the fee of a year is above the activation budget (ours)."""
    activation = situation.profile.activation_budget
    fee = _fee_a_year(situation)
    if activation is None or fee is None or fee <= activation:
        return None
    planned = cost_of(situation.engagement) is not None
    behind = (
        (Behind(BUDGET, "budget"),) if planned else situation.field("day_rate", "days_per_week")
    )
    records = (*situation.field("activation_budget"), *behind)
    return Finding({"fee": Money(fee), "activation": Money(activation)}, records)


def fee_over_leadership(situation: Situation) -> Finding | None:
    """R44: the fee of a year passes the leadership budget stated (arithmetic)."""
    over = over_budget(situation.engagement)
    if over is None or over.by_pace:
        return None
    records = (Behind(BUDGET, "budget"), *situation.field("leadership_budget"))
    return Finding({"fee": Money(over.fee), "budget": Money(over.budget)}, records)


def taper_or_overpay(situation: Situation) -> Finding | None:
    """R06: three days a week or more for over 26 weeks, and no lower phase planned.

    Weeks shown are billed ones, 44 of a year's 52 (ours): what they cost can be checked by hand.
    """
    profile, dose = situation.profile, dose_of(situation.engagement)
    days = situation.dose
    if profile.first_day is None or profile.planned_end is None or days is None:
        return None
    weeks = (profile.planned_end - profile.first_day).days / 7
    planned = [phase.days_per_week for phase in dose.phases]
    decided = [phase.days_per_week for phase in phases_of(situation.engagement)]
    tapers = any(later < first for doses in (planned, decided) for first, later in pairwise(doses))
    if days < HEAVY or weeks <= HALF_YEAR or tapers:
        return None
    billed = round(weeks * BILLED)
    cost = Money(billed * days * dose.day_rate)
    return Finding(
        {"days": days, "weeks": billed, "cost": cost},
        situation.field("days_per_week", "first_day", "planned_end"),
    )


def no_exit_horizon(situation: Situation) -> Finding | None:
    """R07: the mission has begun and the day of its end is not written (guide)."""
    if situation.day < 0 or situation.profile.planned_end:
        return None
    return Finding({}, (*situation.field("planned_end"), *situation.step("exit-horizon")))


def references_missing(situation: Situation) -> Finding | None:
    """R08: a CMO chosen with fewer than two references called (guide; two is ours)."""
    chosen = _chosen(situation)
    called = chosen.references or 0 if chosen else REFERENCES
    if chosen is None or called >= REFERENCES:
        return None
    return Finding({"called": called}, (Behind(CANDIDATE, chosen.id, chosen.name),))


def contract_missing_clause(situation: Situation) -> Finding | None:
    """R09: the contract is said to be signed, and a base block is not agreed (guide).

    Silent where nobody went through the clauses: ticking the step then says that all is there.
    """
    contract = contract_of(situation.engagement)
    looked_at = any(clause.state != "missing" for clause in contract.clauses.values())
    lacking = tuple(name for name in BASE if contract.clauses[name].state != "agreed")
    if not (_signed(situation) and looked_at and lacking):
        return None
    records = tuple(Behind(CLAUSE, name) for name in lacking)
    return Finding({"clause": Names("contract-clauses", lacking)}, records)


def vigilance_due(situation: Situation) -> Finding | None:
    """R10: a contract of 5,000 euros or more, its vigilance certificate missing or 180 days old.

    Labour Code L8222-1, as an orientation: to be checked by counsel. It is a French threshold, in
    euros: a mission in another currency is not told of it.
    """
    if profile_of(situation.engagement).currency != EUR:
        return None
    cost = cost_of(situation.engagement)
    begun = situation.day >= 0 or _signed(situation)
    if cost is None or cost.fee < VIGILANCE or not begun:
        return None
    seen = context_of(situation.engagement).certificate_on
    if seen and situation.today - seen <= CERTIFICATE:
        return None
    records = (*situation.step("compliance-file"), Behind(BUDGET, "budget"))
    return Finding({"amount": Money(cost.fee)}, records)


def single_client(situation: Situation) -> Finding | None:
    """R11: the CMO has no other client, or the independence grid says so (guide, French law)."""
    chosen = _chosen(situation)
    alone = chosen is not None and chosen.clients == 0
    red = contract_of(situation.engagement).grid["clients"] == "red"
    if not (alone or red):
        return None
    records = [Behind(CANDIDATE, chosen.id, chosen.name)] if chosen and alone else []
    return Finding({}, (*records, *([Behind(INDICATOR, "clients")] if red else [])))


RULES: Final[Mapping[str, Rule]] = {
    "score-gates": score_gates,
    "no-execution-layer": no_execution_layer,
    "wrong-model-fulltime": wrong_model_fulltime,
    "fee-eats-budget": fee_eats_budget,
    "fee-over-leadership": fee_over_leadership,
    "taper-or-overpay": taper_or_overpay,
    "no-exit-horizon": no_exit_horizon,
    "references-missing": references_missing,
    "contract-missing-clause": contract_missing_clause,
    "vigilance-due": vigilance_due,
    "single-client": single_client,
}


def _fee_a_year(situation: Situation) -> float | None:
    """As planned in the framing, else day rate × days a week × 44."""
    if cost := cost_of(situation.engagement):
        return cost.per_year
    profile = situation.profile
    if profile.day_rate is None or profile.days_per_week is None:
        return None
    return profile.day_rate * profile.days_per_week * 44


def _chosen(situation: Situation) -> Candidate | None:
    candidates = candidates_of(situation.engagement)
    return next((each for each in candidates if each.chosen and each.post == "fractional"), None)


def _signed(situation: Situation) -> bool:
    record = steps_of(situation.engagement).get("contract")
    return record is not None and record.status in ("done", "confirmed")
