"""Who the mission is handed to, as long as they are there: a name alone takes nothing over."""

from __future__ import annotations

from datetime import date

from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.proof import Proof
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import Person, named_gone
from coach_tui.engagement.transition.record import Transition, transition_of


def successor_gone(engagement: Engagement, today: date) -> Person | None:
    """The successor named, where they left: before today, or before their first day (T0)."""
    name, t0 = transition_of(engagement).successor, profile_of(engagement).successor_first_day
    return named_gone(engagement, name, max(today, t0 or today)) if name else None


def successor_there(engagement: Engagement, today: date) -> str:
    """The successor's name; empty where none is named, or the one named left."""
    return "" if successor_gone(engagement, today) else transition_of(engagement).successor


def handing_over(engagement: Engagement, today: date) -> Transition:
    """The transition as it can be lived: nobody is named successor who left."""
    successor = successor_there(engagement, today)
    return transition_of(engagement)._replace(successor=successor)


def relay_there(engagement: Engagement, today: date) -> str:
    """The name of whoever stands in inside; empty where nobody is named, or they left."""
    name = transition_of(engagement).relay
    return "" if name and named_gone(engagement, name, today) else name


def taker_there(engagement: Engagement, today: date) -> str:
    """Who takes over: the successor, or else whoever stands in inside."""
    return successor_there(engagement, today) or relay_there(engagement, today)


def successor_named(engagement: Engagement) -> Proof:
    """Who takes over, once their first day is known too; nobody who leaves before it."""
    t0 = profile_of(engagement).successor_first_day
    return successor_there(engagement, t0) if t0 else ""
