"""What the rhythm says: meetings, reports, decisions, days, doses."""

from __future__ import annotations

from datetime import date

from coach_tui.coach.advice.evidence.fact import EMPTY, Fact
from coach_tui.coach.advice.situation import Situation, WordKey
from coach_tui.engagement.proof import YearMonth
from coach_tui.engagement.rhythm.days import allowance_of, burn_today
from coach_tui.engagement.rhythm.decisions import LoggedDecision, decisions_of
from coach_tui.engagement.rhythm.dose import doses_of
from coach_tui.engagement.rhythm.occurrences import occurrences_of
from coach_tui.engagement.rhythm.reports import reports_of
from coach_tui.engagement.rhythm.rituals import rituals_of


def meeting_missed(situation: Situation, occurrence: str) -> Fact | None:
    """The day of a meeting that was not held, and why."""
    logged = occurrences_of(situation.engagement).values()
    found = next((each for several in logged for each in several if each.id == occurrence), None)
    if found is None:
        return None
    if not found.reason:
        return Fact("behind.missed", {"day": found.slot})
    return Fact("behind.missed-because", {"day": found.slot, "why": found.reason})


def report_sent(situation: Situation, month: str) -> Fact | None:
    """A report's month, and when it went out."""
    found = reports_of(situation.engagement).get(month)
    if found is None:
        return None
    said = YearMonth(date(int(month[:4]), int(month[5:]), 1))
    if found.sent is None:
        return Fact("behind.report.unsent", {"month": said})
    return Fact("behind.report.sent", {"month": said, "day": found.sent})


def ritual_length(situation: Situation, ritual_id: str) -> Fact | None:
    """How long a ritual is, and how often it falls."""
    ritual = rituals_of(situation.engagement).get(ritual_id)
    if ritual is None or ritual.schedule is None:
        return None
    cadence = WordKey(f"rhythm.cadence.{ritual.schedule.cadence}")
    return Fact("behind.ritual", {"n": ritual.minutes, "cadence": cadence})


def decision_waiting(situation: Situation, decision: str) -> Fact | None:
    """Since when a decision waits, and when it was to be looked at."""
    found = _decision(situation, decision)
    if found is None:
        return None
    if found.review is None:
        return Fact("behind.decision.open", {"day": found.opened})
    return Fact("behind.decision.due", {"day": found.opened, "due": found.review})


def decision_taken(situation: Situation, decision: str) -> Fact | None:
    """When a decision was taken, and by whom."""
    found = _decision(situation, decision)
    if found is None or found.decided is None:
        return None
    return Fact("behind.decision.taken", {"day": found.decided, "owner": found.owner})


def days_agreed(situation: Situation, _name: str) -> Fact | None:
    """The days agreed, and over how many weeks."""
    found = allowance_of(situation.engagement)
    return Fact("behind.allowance", {"days": found.days, "weeks": found.weeks}) if found else EMPTY


def days_used(situation: Situation, _name: str) -> Fact | None:
    """The days used to date, beside those planned by now."""
    burn = burn_today(situation.engagement, situation.today)
    if burn is None:
        return EMPTY
    return Fact("behind.used", {"used": round(burn.used, 1), "planned": round(burn.planned, 1)})


def dose_since(situation: Situation, dose: str) -> Fact | None:
    """A dose, and from when it holds."""
    found = next((each for each in doses_of(situation.engagement) if each.id == dose), None)
    if found is None:
        return None
    return Fact("behind.dose", {"days": found.days_per_week, "day": found.since})


def _decision(situation: Situation, decision: str) -> LoggedDecision | None:
    return decisions_of(situation.engagement).get(decision)
