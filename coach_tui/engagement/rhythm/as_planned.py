"""The days of the mission as they were planned on a day, before what changed them from a later one.

FORMULAS.md, "Days and money": changing the first day or the days a week takes a day from which
it holds, and the past keeps its own. A month is told alike whenever it is told: July's days left
are those of July's plan, in August and a year after.
"""

from datetime import date

from coach_tui.engagement.days import day_of
from coach_tui.engagement.framing.budget import ENTITY as BUDGET
from coach_tui.engagement.framing.budget import ID as BUDGET_ID
from coach_tui.engagement.profile import ENTITY as MISSION
from coach_tui.engagement.profile import ID
from coach_tui.engagement.rhythm.as_told import END, as_told
from coach_tui.engagement.rhythm.dose import ENTITY as DOSE
from coach_tui.engagement.rhythm.first_days import ENTITY as FIRST
from coach_tui.engagement.rhythm.first_days import first_day_on, lived_of
from coach_tui.engagement.rhythm.planned import ALLOWANCE
from coach_tui.engagement.state import Engagement, FieldNow, Record
from coach_tui.engagement.transition.record import ENTITY as TRANSITION
from coach_tui.engagement.transition.record import ID as TRANSITION_ID


def as_planned(engagement: Engagement, day: date) -> Engagement:
    """The mission as its days were planned on this day.

    Days a week decided later for a day to come then are not known yet; what had been decided ahead
    is, and what was corrected since is as corrected. The end, the phases and the days agreed are
    those told by then, and nobody has left yet who left later.
    """
    engagement = _there_yet(engagement, day)
    engagement = as_told(engagement, MISSION, ID, day, (END,))
    engagement = as_told(engagement, BUDGET, BUDGET_ID, day)
    engagement = as_told(engagement, ALLOWANCE, ALLOWANCE, day)
    doses = engagement.records(DOSE)
    known = {name: each for name, each in doses.items() if _known(engagement, each, day)}
    if len(known) < len(doses):
        engagement = engagement.showing(DOSE, known)
    return _begun_as_then(engagement, day)


def _known(engagement: Engagement, dose: Record, day: date) -> bool:
    since = day_of(dose, "since")
    if since is None or since <= day:
        return True
    decided = engagement.day(dose["since"].change.at)
    return decided is not None and decided <= day


def _there_yet(engagement: Engagement, day: date) -> Engagement:
    record = engagement.record(TRANSITION, TRANSITION_ID)
    ended = day_of(record, "ended")
    if ended is None or ended <= day:
        return engagement
    then = {name: each for name, each in record.items() if name != "ended"}
    return engagement.showing(TRANSITION, {**engagement.records(TRANSITION), TRANSITION_ID: then})


def _begun_as_then(engagement: Engagement, day: date) -> Engagement:
    """With the first day the mission had then, and none of those it has had since."""
    later = {each.id for each in lived_of(engagement) if each.until > day}
    first = first_day_on(engagement, day)
    if not later or first is None:
        return engagement
    mission = engagement.record(MISSION, ID)
    said = FieldNow(first.isoformat(), mission["first_day"].change)
    lived = {name: each for name, each in engagement.records(FIRST).items() if name not in later}
    then = {**engagement.records(MISSION), ID: {**mission, "first_day": said}}
    return engagement.showing(FIRST, lived).showing(MISSION, then)
