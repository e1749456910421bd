"""Transition, its frame: who takes over, the weeks it takes, and the dates counted back from T0.

T0 is the successor's first day (`profile.successor_first_day`). Default lengths:
FORMULAS.md, "Transition": a search takes about 26 weeks (12 of search, then notice), an overlap
1-2 months.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement import profile as profiles
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.gesture import only_news
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.proof import Proof, day_said
from coach_tui.engagement.state import Engagement, Record, number_of, text_of, viewed
from coach_tui.engagement.text_checks import is_number, recorded, refuse_fields
from coach_tui.language.refusal import Refusal

ENTITY: Final = "transition"
ID: Final = "transition"
DEFAULTS: Final = {
    "search_weeks": 12,  # Apec 2024: twelve weeks on average for an executive
    "notice_weeks": 14,  # three months' notice, and a week to sign (our rule of thumb)
    "overlap_weeks": 8,  # guide: one to two months
    "advisory_months": 3,  # our rule of thumb
}
LIMITS: Final = {
    "search_weeks": (1, 104),
    "notice_weeks": (0, 52),
    "overlap_weeks": (1, 26),
    "advisory_months": (0, 12),
}
SHORT_OVERLAP: Final = 4  # weeks: below the guide's month


class Transition(NamedTuple):
    """Who takes over and how long things take. `ended` is the day the CMO actually left;
    `ended_why`, why with gates unmet."""

    successor: str = ""
    relay: str = ""
    leaving: str = ""
    mission: str = ""
    search_weeks: int = DEFAULTS["search_weeks"]
    notice_weeks: int = DEFAULTS["notice_weeks"]
    overlap_weeks: int = DEFAULTS["overlap_weeks"]
    advisory_months: int = DEFAULTS["advisory_months"]
    ended: date | None = None
    ended_why: str = ""


@viewed
def transition_of(engagement: Engagement) -> Transition:
    """The frame as recorded; lengths nobody set are the usual ones."""
    record = engagement.record(ENTITY, ID)
    return Transition(
        successor=text_of(record, "successor"),
        relay=text_of(record, "relay"),
        leaving=text_of(record, "leaving"),
        mission=text_of(record, "mission"),
        **{name: _length(record, name) for name in DEFAULTS},
        ended=day_of(record, "ended"),
        ended_why=text_of(record, "ended_why"),
    )


def end_of(engagement: Engagement) -> date | None:
    """The day the CMO left; planned, while nobody said.

    A day before the first one ends nothing: two machines can have recorded what no form accepts.
    """
    first = profile_of(engagement).first_day
    days = (transition_of(engagement).ended, profile_of(engagement).planned_end)
    return next((day for day in days if day and not (first and day < first)), None)


def ended_on(engagement: Engagement, today: date) -> bool:
    """Whether the mission is over on this day: its last day has passed."""
    return left_on(engagement, today) is not None


def left_on(engagement: Engagement, today: date) -> date | None:
    """The day the CMO left, once it has passed; None before."""
    end = end_of(engagement)
    return end if end and end < today else None


def set_transition(engagement: Engagement, fields: Mapping[str, object]) -> Decision:
    """Set the frame. `successor_first_day` (T0) and `planned_end` belong to the engagement."""
    for name, (low, high) in LIMITS.items():
        value = fields.get(name)
        if value is not None and not (is_number(value) and low <= value <= high):  # type: ignore[operator]
            values = {"value": value, "low": low, "high": high}
            return Refusal(f"refusal.transition.{name.replace('_', '-')}", values).of(name)
    known = transition_of(engagement)
    own = {
        name: value
        for name, value in fields.items()
        # A length nobody set, left as it is usually, is still nobody's.
        if name in Transition._fields and not (name in LIMITS and value == getattr(known, name))
    }
    days = {name: fields[name] for name in ("successor_first_day", "planned_end") if name in fields}
    if refusal := refuse_fields(own) or _refuse_days(engagement, {**fields}):
        return refusal
    drafts = [Draft(ENTITY, ID, recorded(own))] if own else []
    if days:
        amended = profiles.amend(engagement, days)
        if isinstance(amended, Refusal):
            return amended
        drafts += amended
    return only_news(engagement, drafts)


def search_planned(engagement: Engagement) -> Proof:
    """The day the permanent CMO is planned to begin; the search is counted back from it."""
    day = profile_of(engagement).successor_first_day
    return day_said(day) if day else ""


def _refuse_days(engagement: Engagement, fields: Mapping[str, object]) -> Refusal | None:
    profile = profile_of(engagement)
    start = profile.first_day
    t0 = fields.get("successor_first_day")
    if isinstance(t0, date) and start and t0 < start:
        return Refusal("refusal.transition.t0-before-start", {"t0": t0, "start": start}).of(
            "successor_first_day"
        )
    ended = fields.get("ended")
    if isinstance(ended, date) and start and ended < start:
        return Refusal(
            "refusal.transition.ended-before-start", {"ended": ended, "start": start}
        ).of("ended")
    return None


def _length(record: Record, name: str) -> int:
    value = number_of(record, name)
    low, high = LIMITS[name]
    return int(value) if value is not None and low <= value <= high else DEFAULTS[name]
