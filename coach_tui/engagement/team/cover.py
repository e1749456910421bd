"""Coverage of each skill by the company's own people, and the autonomy index.

Formulas and thresholds: FORMULAS.md, "Autonomy"; they are our rule of thumb. The CMO and agencies
never count, whatever they are rated.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.levels import AUTONOMOUS, assessments_of, level_at
from coach_tui.engagement.team.people import Person, people_of
from coach_tui.engagement.team.skills import Skill, skills_of, uses_of

METHOD: Final = 0.5
EXTERNAL: Final = 0.25
METHOD_FRESH: Final = timedelta(days=183)  # six months
VERDICTS: Final = ((0.8, "ready"), (0.6, "mostly"), (0.4, "progressing"), (0.0, "dependent"))
NEGLIGIBLE: Final = 1e-9  # what binary fractions may lose
KEY_PERSON: Final = 2  # critical skills held by one person alone


class Cover(NamedTuple):
    """How one skill is covered. `autonomous` are the ids of internal people at level 3 or more."""

    skill: Skill
    autonomous: tuple[str, ...]
    method_used: bool
    external: bool

    @property
    def target(self) -> int:
        """Autonomous people wanted: two where the skill is critical, otherwise one."""
        return 2 if self.skill.critical else 1

    @property
    def share(self) -> float:
        """min(1, (n₃ + 0.5 if the method was used + 0.25 if an external backup) ÷ target)."""
        earned = len(self.autonomous) + METHOD * self.method_used + EXTERNAL * self.external
        return min(1.0, earned / self.target)

    @property
    def label(self) -> str:
        """none, single (point of failure) or covered: by people, whatever is written down."""
        return ("none", "single", "covered")[min(len(self.autonomous), 2)]


def covers_of(engagement: Engagement, day: date, without: Container[str] = ()) -> tuple[Cover, ...]:
    """Every skill of the map as it was covered that day, in the map's order.

    `without` leaves people out, by id: to compare the same team on two days.
    """
    team = [
        person
        for person in people_of(engagement).values()
        if person.covers(day) and person.id not in without
    ]
    return tuple(_cover(engagement, skill, team, day) for skill in skills_of(engagement).values())


def autonomy_index(covers: Iterable[Cover]) -> float | None:
    """Σ weight × coverage ÷ Σ weight, from 0 to 1; None where there is no skill."""
    covers = list(covers)
    weights = sum(cover.skill.weight for cover in covers)
    return sum(cover.skill.weight * cover.share for cover in covers) / weights if weights else None


def verdict(index: float | None) -> str:
    """dependent < 40 % ≤ progressing < 60 % ≤ mostly autonomous < 80 % ≤ handover-ready."""
    if index is None:
        return "unknown"
    return next(name for floor, name in VERDICTS if index >= floor - NEGLIGIBLE)


def percent(index: float) -> int:
    """The index in whole points, rounded down: what is shown never says more than the verdict."""
    return int(index * 100 + NEGLIGIBLE)


def key_people(covers: Iterable[Cover]) -> Mapping[str, tuple[str, ...]]:
    """Who alone carries two critical skills or more: person id → skill ids."""
    alone: dict[str, list[str]] = {}
    for cover in covers:
        if cover.skill.critical and len(cover.autonomous) == 1:
            alone.setdefault(cover.autonomous[0], []).append(cover.skill.id)
    return {person: tuple(ids) for person, ids in alone.items() if len(ids) >= KEY_PERSON}


def departures(engagement: Engagement, since: date, today: date) -> tuple[Person, ...]:
    """People inside who were rated, left between these two days and are not back at the second,
    the first to leave first."""
    gone = [
        (left, each.id, each)
        for each in _rated_inside(engagement)
        if (left := each.gone_since(today)) and since < left
    ]
    return tuple(each for _, _, each in sorted(gone))


def returns(engagement: Engagement, since: date, today: date) -> tuple[Person, ...]:
    """People inside who were rated, had left by the first of these two days and are back at the
    second, the first back first."""
    back = [
        (again, each.id, each)
        for each in _rated_inside(engagement)
        for _, again in each.away
        if since < again <= today and each.gone_since(since) and each.there(today)
    ]
    return tuple(each for _, _, each in sorted(back))


def arrivals(engagement: Engagement, since: date, today: date) -> tuple[Person, ...]:
    """People inside who were rated for the first time between these two days: the index has known
    them since. Nobody writes the day somebody comes."""
    first: dict[str, date] = {}
    for (person, _, side), made in assessments_of(engagement).items():
        if side == "cmo":
            first[person] = min(first.get(person, date.max), made[0].day)
    people = people_of(engagement)
    return tuple(
        people[each]
        for each, day in sorted(first.items(), key=lambda known: (known[1], known[0]))
        if since < day <= today and each in people and people[each].kind == "internal"
    )


def _rated_inside(engagement: Engagement) -> Iterator[Person]:
    rated = {person for person, _, side in assessments_of(engagement) if side == "cmo"}
    for each in people_of(engagement).values():
        if each.kind == "internal" and each.id in rated:
            yield each


def index_on(engagement: Engagement, day: date) -> float | None:
    """The index as it was that day; None where nobody had been rated yet."""
    return autonomy_index(covers_of(engagement, day)) if _rated(engagement, day) else None


def index_history(
    engagement: Engagement, today: date, months: int = 12
) -> Sequence[tuple[date, float]]:
    """The index at each month's end and today, oldest first, from the first month with a rating.

    Today's skills map is used throughout: what moves is the people, not the yardstick.
    """
    days = [*_month_ends(today, months), today]
    points = [(day, index_on(engagement, day)) for day in days]
    return [(day, index) for day, index in points if index is not None]


def _cover(engagement: Engagement, skill: Skill, team: Sequence[Person], day: date) -> Cover:
    autonomous = tuple(
        person.id
        for person in team
        if (rated := level_at(engagement, person.id, skill.id, day)) and rated.counted >= AUTONOMOUS
    )
    return Cover(skill, autonomous, _method_used(engagement, skill, day), bool(skill.external))


def _method_used(engagement: Engagement, skill: Skill, day: date) -> bool:
    """Whether, in the six months before, an internal person other than its author used it."""
    people = people_of(engagement)
    return any(
        use.skill == skill.id
        and use.person != skill.author
        and use.person in people
        and people[use.person].kind == "internal"
        and day - METHOD_FRESH <= use.day <= day
        for use in uses_of(engagement)
    )


def _rated(engagement: Engagement, day: date) -> bool:
    return any(
        level_at(engagement, person, skill, day)
        for person in people_of(engagement)
        for skill in skills_of(engagement)
    )


def _month_ends(today: date, months: int) -> list[date]:
    first = today.replace(day=1)
    ends = []
    for _ in range(months):
        end = first - timedelta(days=1)
        ends.append(end)
        first = end.replace(day=1)
    return ends[::-1]
