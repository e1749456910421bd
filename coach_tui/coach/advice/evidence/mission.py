"""What the mission's frame says: its fields, framing, contract, steps and transition."""

from __future__ import annotations

from coach_tui.coach.advice.evidence.fact import EMPTY, Fact
from coach_tui.coach.advice.situation import Blank, Names, Situation, WordKey
from coach_tui.coach.plan import plan
from coach_tui.engagement.context import context_of
from coach_tui.engagement.framing.budget import cost_of, over_budget
from coach_tui.engagement.framing.candidates import Candidate, candidates_of
from coach_tui.engagement.framing.contract import contract_of
from coach_tui.engagement.framing.need import need_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.profile import AMOUNTS
from coach_tui.engagement.proof import Money
from coach_tui.engagement.step import notes_of
from coach_tui.engagement.transition.exit import checks_of
from coach_tui.engagement.transition.record import transition_of
from coach_tui.engagement.transition.signals import reviews_of


def field_today(situation: Situation, name: str) -> Fact | None:
    """A field of the mission; its days a week are those agreed for today."""
    if name == "days_per_week" and situation.dose is not None:
        return _value(situation.dose)
    return field(situation, name)


def field(situation: Situation, name: str) -> Fact | None:
    """A field of the mission as it was filled in."""
    value = getattr(situation.profile, name, None)
    if value is None or value == "":
        return EMPTY
    return _value(Money(value) if name in AMOUNTS else value)


def told(situation: Situation, name: str) -> Fact | None:
    """What only people can tell the coach."""
    value = getattr(context_of(situation.engagement), name, None)
    return EMPTY if value is None else _value(value)


def answer(situation: Situation, gate: str) -> Fact | None:
    """A starting condition answered by a no."""
    given = need_of(situation.engagement).gates.get(gate)
    if given is None:
        return None
    return Fact("behind.no-because", {"why": given.words}) if given.words else Fact("frame.no")


def presence(situation: Situation, _name: str) -> Fact | None:
    """Whether a CMO is needed every day, and the people to manage."""
    framing = framing_of(situation.engagement)
    daily = WordKey({True: "frame.yes", False: "frame.no", None: "behind.empty"}[framing.daily])
    if framing.team is None:
        return Fact("behind.presence", {"daily": daily})
    return Fact("behind.presence-team", {"daily": daily, "team": framing.team})


def whole_cost(situation: Situation, _name: str) -> Fact | None:
    """The fee of the whole contract."""
    cost = cost_of(situation.engagement)
    return _value(Money(cost.fee)) if cost else None


def cost_a_year(situation: Situation, _name: str) -> Fact | None:
    """The fee of a year."""
    cost = cost_of(situation.engagement)
    return Fact("behind.a-year", {"amount": Money(cost.per_year)}) if cost else None


def fee_in_a_year(situation: Situation, _name: str) -> Fact | None:
    """The fee of a year, or of the whole mission where that is shorter."""
    over = over_budget(situation.engagement)
    return Fact("behind.a-year", {"amount": Money(over.fee)}) if over else None


def references(situation: Situation, candidate: str) -> Fact | None:
    """References called."""
    found = _candidate(situation, candidate)
    return Fact("behind.references", {"n": int(found.references or 0)}) if found else None


def other_clients(situation: Situation, candidate: str) -> Fact | None:
    """Clients the candidate has already."""
    found = _candidate(situation, candidate)
    return Fact("behind.clients", {"n": int(found.clients or 0)}) if found else None


def clause_state(situation: Situation, clause: str) -> Fact | None:
    """Where a clause of the contract stands."""
    found = contract_of(situation.engagement).clauses.get(clause)
    return Fact(f"frame.contract.state.{found.state}") if found else None


def colour(situation: Situation, indicator: str) -> Fact | None:
    """How an indicator of independence was judged."""
    found = contract_of(situation.engagement).grid.get(indicator)
    return None if found is None else Fact(f"frame.contract.colour.{found}")


def step_status(situation: Situation, step: str) -> Fact | None:
    """Where a step stands, and when it was or is due."""
    every = plan(situation.playbook, situation.engagement, situation.today)
    planned = next((each for each in every if each.step.id == step), None)
    if planned is None:
        return None
    status = WordKey(f"step.{planned.status}")
    if planned.due is None:
        return Fact(status.key)
    return Fact("behind.step", {"status": status, "day": planned.due})


def step_notes(situation: Situation, step: str) -> Fact | None:
    """How many notes a step has."""
    return Fact("behind.notes", {"n": len(notes_of(situation.engagement).get(step, ()))})


def overlap_weeks(situation: Situation, _name: str) -> Fact | None:
    """The weeks of overlap planned."""
    return Fact("behind.weeks", {"n": transition_of(situation.engagement).overlap_weeks})


def signals_seen(situation: Situation, review: str) -> Fact | None:
    """The signals that were on at a review."""
    found = next((r for r in reviews_of(situation.engagement) if r.id == review), None)
    if found is None:
        return None
    seen = tuple(name for name, on in found.signals.items() if on)
    return Fact("behind.dated", {"day": found.day, "what": Names("signals", seen)})


def check_day(situation: Situation, check: str) -> Fact | None:
    """The day a check after the exit falls on."""
    found = next((each for each in checks_of(situation.engagement) if each.id == check), None)
    return _value(found.due) if found and found.due else None


def _value(value: Blank) -> Fact:
    return Fact("behind.value", {"value": value})


def _candidate(situation: Situation, candidate: str) -> Candidate | None:
    found = candidates_of(situation.engagement)
    return next((each for each in found if each.id == candidate), None)
