"""Who the mission is handed to, as long as they are there: a name alone takes nothing over."""

from __future__ import annotations

from datetime import date

from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import Person, named_gone
from coach_tui.engagement.transition.record import transition_of


def successor_gone(engagement: Engagement, today: date) -> Person | None:
    """The successor named, where they left: before today, or before their first day (T0)."""
    name, t0 = transition_of(engagement).successor, profile_of(engagement).successor_first_day
    return named_gone(engagement, name, max(today, t0 or today)) if name else None


def successor_there(engagement: Engagement, today: date) -> str:
    """The successor's name; empty where none is named, or the one named left."""
    return "" if successor_gone(engagement, today) else transition_of(engagement).successor


def relay_there(engagement: Engagement, today: date) -> str:
    """The name of whoever stands in inside; empty where nobody is named, or they left."""
    name = transition_of(engagement).relay
    return "" if name and named_gone(engagement, name, today) else name


def taker_there(engagement: Engagement, today: date) -> str:
    """Who takes over: the successor, or else whoever stands in inside."""
    return successor_there(engagement, today) or relay_there(engagement, today)
