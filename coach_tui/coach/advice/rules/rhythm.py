"""Rules on rituals, reports, decisions, days and the relay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Blank, Finding, Names, Part, Situation, WordKey
from coach_tui.coach.plan import opened_on
from coach_tui.coach.rhythm.overview import load_of
from coach_tui.coach.rhythm.reports import last_report
from coach_tui.coach.team.taper import passed_guards
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.rhythm.days import burn_today, days_used_of
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.occurrences import missed_in_a_row, occurrences_of
from coach_tui.engagement.rhythm.reports import reports_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.team.skills import skills_of
from coach_tui.engagement.transition.taker import relay_there

CEO_HOUR: Final = "weekly-ceo"
MISSED: Final = 2
REPORT_DAYS: Final = 45
DRIFT: Final = 0.15
RELAY_DAY: Final = 30
EARLY_WEEKS: Final = 4
_ROUNDING: Final = 1e-9


def ceo_hour_missed(situation: Situation) -> Finding | None:
    """R26: the weekly hour with the founder skipped twice in a row or more (guide; two is ours)."""
    missed = missed_in_a_row(situation.engagement, CEO_HOUR)
    if missed < MISSED:
        return None
    skipped = occurrences_of(situation.engagement)[CEO_HOUR][-missed:]
    return Finding({"n": missed}, tuple(Behind("occurrence", each.id) for each in skipped))


def no_monthly_report(situation: Situation) -> Finding | None:
    """R27: more than 45 days since the last monthly report (guide; 45 is ours).

    Before the first one, since the mission began or was begun here.
    """
    last = last_report(situation.engagement)
    since = last or _watched_since(situation)
    if since is None or (situation.today - since).days <= REPORT_DAYS:
        return None
    records = tuple(
        Behind("report", month) for month in list(reports_of(situation.engagement))[-1:]
    )
    return Finding(
        {"n": (situation.today - since).days}, records or situation.step("monthly-report")
    )


def decision_stale(situation: Situation) -> Finding | None:
    """R28: a decision open for more than 14 days (ours). The oldest is named."""
    stale = [
        each for each in decisions_of(situation.engagement).values() if each.stale(situation.today)
    ]
    if not stale:
        return None
    oldest = min(stale, key=lambda each: (each.opened, each.id))
    return Finding(
        {"decision": oldest.title, "n": (situation.today - oldest.opened).days},
        tuple(Behind("decision", each.id, each.title) for each in stale),
    )


def meeting_overload(situation: Situation) -> Finding | None:
    """R29: rituals take more than 25 % of the contracted hours (ours; FORMULAS.md, "Rhythm")."""
    load = load_of(situation.engagement, situation.today)
    if load.share is None or not load.too_much:
        return None
    rituals = rituals_of(situation.engagement).values()
    records = tuple(Behind("ritual", each.id, each.name) for each in rituals if each.counts)
    return Finding({"load": round(load.share * 100)}, records)


def time_drift(situation: Situation) -> Finding | None:
    """R30: days used more than 15 % off the days planned to date (ours).

    Silent before any log, and in the first four weeks, where a day more is already 15 % (ours).
    """
    burn = burn_today(situation.engagement, situation.today)
    if burn is None or burn.burn is None or not days_used_of(situation.engagement):
        return None
    if burn.week < EARLY_WEEKS or abs(burn.burn - 1) <= DRIFT + _ROUNDING:
        return None
    records = (Behind("allowance", "allowance"), Behind("day-used", "all"))
    sense = WordKey(f"rhythm.drift.{burn.sense}")
    return Finding({"used": round(burn.burn * 100), "sense": sense}, records)


def no_relay(situation: Situation) -> Finding | None:
    """R31: from day 30, nobody named for the days without the CMO (Fractionus; 30 is ours)."""
    if situation.day < RELAY_DAY or relay_there(situation.engagement, situation.today):
        return None
    return Finding({"day": situation.day}, situation.step("deputy"))


def guard_passed(situation: Situation) -> Finding | None:
    """R42: days a week that came down although something held them up, and still does (ours)."""
    passed = passed_guards(situation.engagement, situation.today)
    if not passed:
        return None
    dose, guards = passed[0]
    skills, kpis = skills_of(situation.engagement), kpis_of(situation.engagement)
    held: list[Part] = []
    for guard in guards:
        for each in guard.values.get("ids", ()):
            if guard.key == "off-track":
                kpi = kpis[each]
                held.append(kpi.name or Names("kpis", (kpi.catalogue or each,)))
            else:
                held.append(skills[each].name or Names("skills", (each,)))
        if guard.key == "pace":
            held.append(WordKey("taper.held.pace"))
    values: dict[str, Blank] = {
        "days": dose.days_per_week,
        "day": dose.since,
        "held": tuple(held),
        "why": dose.why.rstrip(".") or WordKey("taper.held.no-reason"),
    }
    return Finding(values, tuple(Behind("dose", each.dose.id, each.dose.why) for each in passed))


RULES: Final[Mapping[str, Rule]] = {
    "ceo-hour-missed": ceo_hour_missed,
    "no-monthly-report": no_monthly_report,
    "decision-stale": decision_stale,
    "meeting-overload": meeting_overload,
    "time-drift": time_drift,
    "no-relay": no_relay,
    "guard-passed": guard_passed,
}


def _watched_since(situation: Situation) -> date | None:
    """From when a report can be asked for: the first day, or the day the file was begun."""
    first = situation.profile.first_day
    opened = opened_on(situation.engagement)
    return max(first, opened) if first and opened else first
