"""Conditions of the stages that a record can tell. None where nothing is recorded to tell it by."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.rhythm.reports import last_report
from coach_tui.engagement.framing.budget import cost_recorded
from coach_tui.engagement.framing.contract import BASE, contract_of
from coach_tui.engagement.framing.need import need_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.kpi.record import ENOUGH, HORIZONS, Kpi, followed
from coach_tui.engagement.proof import Proof, Saying, day_said
from coach_tui.engagement.rhythm.days import burn_today, days_used_of
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.occurrences import HEALTHY, health_of, occurrences_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import passed_test
from coach_tui.engagement.team.cover import covers_of
from coach_tui.engagement.team.levels import level_at
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.plan import board_of, delegated_share
from coach_tui.engagement.transition.record import transition_of
from coach_tui.engagement.transition.signals import signals_of
from coach_tui.engagement.transition.taker import relay_there

CRUISE: Final = 1.0  # days a week (guide)
DELEGATED: Final = 0.7  # share of decisions at level 5 or more: our rule of thumb
SECOND: Final = 2  # people a critical skill rests on
ASSISTED: Final = 2
REPORT_DAYS: Final = 35
WEEKS: Final = 4
DRIFT: Final = 0.15 + 1e-9
SIGNALS: Final = 2


class CriterionKnown(NamedTuple):
    """What the records say, and what shows it: figures and people's words."""

    met: bool
    because: Proof = ""


def company_figures(situation: Situation) -> CriterionKnown | None:
    profile = situation.profile
    figures = (profile.headcount, profile.revenue, profile.marketing_budget)
    return CriterionKnown(all(figure is not None for figure in figures))


def founder_hour(situation: Situation) -> CriterionKnown | None:
    hour = need_of(situation.engagement).gates["hour"]
    return None if hour.yes is None else CriterionKnown(hour.yes, hour.words)


def need_scored(situation: Situation) -> CriterionKnown | None:
    need = need_of(situation.engagement)
    if not need.answered:
        return None
    return CriterionKnown(
        need.complete and not need.failed and not need.gates_open,
        Saying("proof.score", {"score": need.score}),
    )


def model_written(situation: Situation) -> CriterionKnown | None:
    framing = framing_of(situation.engagement)
    return (
        CriterionKnown(bool(framing.reason and framing.rejected), framing.reason)
        if framing.kept
        else None
    )


def budget_fixed(situation: Situation) -> CriterionKnown | None:
    cost = cost_recorded(situation.engagement)
    return CriterionKnown(situation.profile.activation_budget is not None, cost) if cost else None


def first_day(situation: Situation) -> CriterionKnown | None:
    first = situation.profile.first_day
    return CriterionKnown(first is not None, day_said(first) if first else "")


def critical_cover(situation: Situation) -> CriterionKnown | None:
    """Every critical skill with somebody inside at level 3 and a second at 2, or an external named.

    FORMULAS.md, "Autonomy": the exit test of upskilling.
    """
    engagement, today = situation.engagement, situation.today
    critical = [cover for cover in covers_of(engagement, today) if cover.skill.critical]
    if not critical:
        return None
    held = sum(
        bool(cover.autonomous)
        and (cover.external or assisting(engagement, cover.skill.id, today) >= SECOND)
        for cover in critical
    )
    return CriterionKnown(held == len(critical), f"{held}/{len(critical)}")


def assisting(engagement: Engagement, skill: str, today: date) -> int:
    """How many people inside have this skill at level 2 or more."""
    return sum(
        (rated := level_at(engagement, person.id, skill, today)) is not None
        and rated.counted >= ASSISTED
        for person in people_of(engagement).values()
        if person.covers(today)
    )


def critical_assisted(situation: Situation) -> CriterionKnown | None:
    """Every critical skill with someone inside at level 2 or more."""
    engagement, today = situation.engagement, situation.today
    critical = [cover.skill for cover in covers_of(engagement, today) if cover.skill.critical]
    held = sum(assisting(engagement, skill.id, today) > 0 for skill in critical)
    return CriterionKnown(held == len(critical), f"{held}/{len(critical)}") if critical else None


def absence_test(situation: Situation) -> CriterionKnown | None:
    drill = passed_test(situation.engagement)
    return (
        CriterionKnown(True, Saying("proof.days", {"first": drill.start, "last": drill.end}))
        if drill
        else None
    )


def dose(situation: Situation) -> CriterionKnown | None:
    days = situation.dose
    return (
        None if days is None else CriterionKnown(days <= CRUISE, Saying("proof.dose", {"n": days}))
    )


def delegation(situation: Situation) -> CriterionKnown | None:
    share = delegated_share(situation.engagement)
    if share is None:
        return None
    board = board_of(situation.engagement).values()
    return CriterionKnown(
        share >= DELEGATED, f"{sum(line.delegated for line in board)}/{len(board)}"
    )


def contract(situation: Situation) -> CriterionKnown | None:
    """The guide's four base blocks, once anybody looked at the clauses."""
    known = contract_of(situation.engagement)
    if all(clause.state == "missing" for clause in known.clauses.values()):
        return None
    return CriterionKnown(known.base_agreed == len(BASE), f"{known.base_agreed}/{len(BASE)}")


def kpis_complete(situation: Situation) -> CriterionKnown | None:
    """Seven KPIs at most, each with an owner, a source, a baseline and its three targets."""
    kpis = followed(situation.engagement)
    if not kpis:
        return None
    complete = sum(_complete(kpi) for kpi in kpis)
    return CriterionKnown(complete == len(kpis) <= ENOUGH, f"{complete}/{len(kpis)}")


def ritual_held(ritual_id: str) -> Callable[[Situation], CriterionKnown | None]:
    """Four in five of the last eight occurrences held (our rule of thumb)."""

    def check(situation: Situation) -> CriterionKnown | None:
        ritual = rituals_of(situation.engagement).get(ritual_id)
        if ritual is None:
            return None
        health = health_of(situation.engagement, ritual, situation.today)
        if health.share is None:
            return None
        return CriterionKnown(health.share >= HEALTHY, f"{health.held}/{health.planned}")

    return check


def report_fresh(situation: Situation) -> CriterionKnown | None:
    """The latest report was sent, or its month ended, 35 days ago at most."""
    last = last_report(situation.engagement)
    if last is None:
        return None
    return CriterionKnown((situation.today - last).days <= REPORT_DAYS, day_said(last))


def decisions_logged(situation: Situation) -> CriterionKnown | None:
    """A line a week over the last four weeks (our rule of thumb)."""
    log = decisions_of(situation.engagement).values()
    since = situation.today - timedelta(weeks=WEEKS)
    recent = sum(since < each.opened <= situation.today for each in log)
    return CriterionKnown(recent >= WEEKS, f"{recent}/{WEEKS}") if log else None


def relay_named(situation: Situation) -> CriterionKnown | None:
    """Somebody takes over on the days without the CMO."""
    relay = relay_there(situation.engagement, situation.today)
    return CriterionKnown(True, relay) if relay else None


def days_tracked(situation: Situation) -> CriterionKnown | None:
    """Days used within 15 % of the contract (our rule of thumb)."""
    burn = burn_today(situation.engagement, situation.today)
    if burn is None or burn.burn is None or not days_used_of(situation.engagement):
        return None
    return CriterionKnown(
        abs(burn.burn - 1) <= DRIFT, Saying("proof.percent", {"n": round(burn.burn * 100)})
    )


def standup_without_cmo(situation: Situation) -> CriterionKnown | None:
    """The team ran a stand-up by itself."""
    held = occurrences_of(situation.engagement).get("standup", ())
    alone = [each for each in held if each.result == "held" and each.run_by == "team"]
    return CriterionKnown(bool(alone), day_said(alone[-1].day) if alone else "") if held else None


def need_seen(situation: Situation) -> CriterionKnown | None:
    """Two signals sure, or an end in writing."""
    signals = signals_of(situation.engagement)
    end = situation.profile.planned_end
    if end:
        return CriterionKnown(True, day_said(end))
    if signals.level is None:
        return None
    return CriterionKnown(signals.level >= SIGNALS, f"{signals.level}/4")


def contract_covers(situation: Situation) -> CriterionKnown | None:
    """The fractional's contract runs to the end of the overlap."""
    first, end = situation.profile.successor_first_day, situation.profile.planned_end
    if first is None or end is None:
        return None
    overlap = timedelta(weeks=transition_of(situation.engagement).overlap_weeks)
    return CriterionKnown(end >= first + overlap, day_said(end))


def _complete(kpi: Kpi) -> bool:
    aimed = kpi.limit is not None if kpi.stays else len(kpi.targets) == len(HORIZONS)
    return bool(kpi.owner and kpi.source and aimed and (kpi.stays or kpi.baseline is not None))
