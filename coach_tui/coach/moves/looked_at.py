"""What is looked at on one day to find the moves: the plan, who is here, since when."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.due import Calendar, due_date
from coach_tui.coach.plan import Planned, opened_on, plan
from coach_tui.engagement.actor import role_of
from coach_tui.engagement.advice import ENTITY, asides_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.state import Engagement, viewed
from coach_tui.engagement.step import LEADS
from coach_tui.engagement.transition.record import transition_of
from coach_tui.playbook.model import Playbook, Step

DAY: Final = timedelta(1)
WEEK: Final = timedelta(7)
MONTH: Final = timedelta(28)
OVERLAP: Final = 8 * WEEK  # without a successor, T0 is this long before the planned end
FRAMING_WEEKS: Final = 8  # the stage's own guide says four to eight
LOOKING_WEEKS: Final = 4  # what is left of them for whoever is looking already


class Round(NamedTuple):
    """One engagement on one day.

    dues    the day of each step, as this mission counts them. wanted: the steps of its depth.
    lead    the role that began the file. here: the roles that open the coach; of anybody else
            everything is asked, waited for, then noted by whoever asked.
    opened  the day the file was begun.
    """

    situation: Situation
    planned: Mapping[str, Planned]
    dues: Mapping[str, date | None]
    opened: date
    first_day: date
    profile: Profile
    wanted: frozenset[str]
    lead: str
    here: frozenset[str]

    @property
    def playbook(self) -> Playbook:
        return self.situation.playbook

    @property
    def engagement(self) -> Engagement:
        return self.situation.engagement

    @property
    def today(self) -> date:
        return self.situation.today

    def weeks(self, role: str, since: date) -> int:
        """Weeks before this one, from that of `since`, in which this role recorded something."""
        roles = LEADS if role == "leads" else (role,)
        known = weeks_of(self.engagement)
        active = frozenset[date]().union(*(known.get(each, ()) for each in roles))
        return sum(monday(since) <= week < monday(self.today) for week in active)


def round_of(situation: Situation, viewer: str = "") -> Round:
    """What there is to look at. `viewer` opens the coach now: it is here, whatever it recorded."""
    playbook, engagement, today = situation[:3]
    profile, opened = profile_of(engagement), opened_on(engagement) or today
    # Nobody to come yet: the framing takes its weeks from the opening.
    weeks = LOOKING_WEEKS if profile.beginning == "looking" else FRAMING_WEEKS
    first = profile.first_day or opened + weeks * WEEK
    leaving = profile.planned_end - OVERLAP if profile.planned_end else None
    calendar = Calendar(first, profile.days_per_week, profile.successor_first_day or leaving)
    planned = {each.step.id: each for each in plan(playbook, engagement, today)}
    full = profile.depth == "full"
    wanted = frozenset(
        step_id
        for step_id, each in planned.items()
        if full or each.step.essential or each.step.act.decides
    )
    dues = {each: due_date(planned[each].step, calendar, playbook) for each in planned}
    lead = profile.role if profile.role in LEADS else "founder"
    active = {role for role in weeks_of(engagement) if role in LEADS}
    here = frozenset({lead, *active, *([viewer] if viewer else [])})
    return Round(situation, planned, dues, opened, first, profile, wanted, lead, here)


@viewed
def weeks_of(engagement: Engagement) -> Mapping[str, frozenset[date]]:
    """The weeks, by their Monday, in which each role recorded something that still stands."""
    seen = {
        (field.change.actor, field.change.at[:10])
        for kind in engagement.kinds
        for record in engagement.records(kind).values()
        for field in record.values()
    }
    weeks: dict[str, set[date]] = {}
    for actor, at in seen:
        # At noon: the reader's own day, an hour off, is no matter of weeks.
        if day := engagement.day(f"{at}T12:00:00+00:00"):
            weeks.setdefault(role_of(actor), set()).add(monday(day))
    return {role: frozenset(each) for role, each in weeks.items()}


def silent_since(engagement: Engagement, question: str) -> bool:
    """Whether this question was answered once, and nobody recorded anything since; the answers to
    such questions are no news."""
    if question not in asides_of(engagement):
        return False
    kind = question.partition(":")[0]
    said = engagement.record(ENTITY, question)["day"].change.at
    return not any(
        field.change.at > said
        for entity in engagement.kinds
        for identity, record in engagement.records(entity).items()
        if not (entity == ENTITY and identity.partition(":")[0] == kind)
        for field in record.values()
    )


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(day.weekday())


def applies(engagement: Engagement, step: Step) -> bool:
    """Whether a step is anybody's business here; what does not apply is nothing left undone."""
    profile, when = profile_of(engagement), step.act.when
    if when == "permanent":
        return bool(transition_of(engagement).successor) or profile.exit_scenario == "permanent"
    if when == "raise":
        return framing_of(engagement).situation == "raise"
    return when == "" or profile.depth == "full"
