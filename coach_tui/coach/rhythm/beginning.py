"""Beginning rituals: those a dose begins with, and when each usually falls."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coach_tui.engagement.change import Decision
from coach_tui.engagement.gesture import together
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.rituals import Schedule, hold, rituals_of
from coach_tui.engagement.state import Engagement

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry


class ProposedRitual(NamedTuple):
    """A ritual of the catalogue, adjusted to the dose."""

    entry: "Entry"
    schedule: Schedule


def starting_rituals(
    entries: "Iterable[Entry]", days_per_week: float | None, since: date
) -> tuple[ProposedRitual, ...]:
    """The rituals to begin with at this dose (facts on rhythm, "Load by dose": our rule of thumb).

    The guide gives a weekly hour with the founder and one or two stand-ups a week.
    """
    wanted = _cadences(days_per_week or 2)
    return tuple(
        ProposedRitual(entry, usual_schedule(entry, since, wanted[entry.id]))
        for entry in entries
        if entry.id in wanted
    )


def begin_usual(
    engagement: Engagement, entries: "Iterable[Entry]", today: date, new_id: Callable[[], str]
) -> Decision:
    """Begin the rituals of this dose that were never begun, as one gesture."""
    days, since = profile_of(engagement).days_per_week, first_to_fall(engagement, today)
    return together(
        *(
            begin_listed(each.entry, new_id(), each.schedule)
            for each in starting_rituals(entries, days, since)
            if each.entry.id not in rituals_of(engagement)
        )
    )


def first_to_fall(engagement: Engagement, today: date) -> date:
    """From when a ritual begun today falls: no meeting is planned before the first day."""
    return max(today, profile_of(engagement).first_day or today)


def begin_listed(entry: "Entry", schedule_id: str, schedule: Schedule, **said: Any) -> Decision:
    """Begin a ritual of the catalogue: its own length and runner, unless they were said."""
    usual = {"minutes": entry.fields["minutes"], "run_by": entry.fields["run_by"]}
    counts = bool(entry.fields["recurring_load"])
    return hold(entry.id, schedule_id, schedule, counts=counts, **{**usual, **said})


def usual_schedule(entry: "Entry", since: date, cadence: str = "") -> Schedule:
    """When a catalogue ritual falls before anyone says otherwise: Monday and Thursday, day 5."""
    cadence = cadence or str(entry.fields["cadence"])
    days = (1, 3) if cadence == "twice-weekly" else (0,) if entry.id == "weekly-ceo" else (1,)
    return Schedule(since, cadence, days, nth=5)


def _cadences(days_per_week: float) -> dict[str, str]:
    always = {"monthly-report": "monthly"}
    if days_per_week >= 2:
        sales = "weekly" if days_per_week >= 3 else "fortnightly"
        return {**always, "weekly-ceo": "weekly", "standup": "twice-weekly",
                "coaching-11": "fortnightly", "sales-sync": sales}  # fmt: skip
    if days_per_week >= 1:
        return {**always, "weekly-ceo": "weekly", "standup": "weekly",
                "coaching-11": "fortnightly", "sales-sync": "monthly"}  # fmt: skip
    return {**always, "weekly-ceo": "fortnightly", "standup": "weekly"}
