"""Twelve questions drawn from what the dossier records: other ones at each rehearsal."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain, zip_longest
from typing import Final

from coach_tui.coach.named import Named, called
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.team.skills import skills_of
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.expiry import expiries_of
from coach_tui.engagement.transition.loops import loops_of
from coach_tui.engagement.transition.rehearsal import (
    QUESTIONS,
    RehearsalQuestion,
    loops_of_misses,
    rehearsals_of,
)

# Asked whatever is recorded: their sections are people's own words.
ALWAYS: Final = (
    RehearsalQuestion("summary", "summary"),
    RehearsalQuestion("customer", "strategy"),
    RehearsalQuestion("ads-stop", "campaigns"),
    RehearsalQuestion("automation", "data-stack"),
    RehearsalQuestion("never-say", "content-brand"),
    RehearsalQuestion("channel-fails", "acquisition"),
    RehearsalQuestion("three-risks", "risks"),
    RehearsalQuestion("spend", "budget-contracts"),
    RehearsalQuestion("rebuild-report", "kpis"),
    RehearsalQuestion("next-week", "people"),
    RehearsalQuestion("account-closed", "access"),
    RehearsalQuestion("drop-one", "open-loops"),
)


def draw(engagement: Engagement, named: Named, today: date) -> tuple[RehearsalQuestion, ...]:
    """Twelve questions: of each subject in turn, going on where the last rehearsal stopped; filled
    up with those that are asked of every dossier."""
    subjects = [list(ask(engagement, named, today)) for ask in _SUBJECTS.values()]
    in_turn = [each for each in chain(*zip_longest(*subjects)) if each]
    begun = len(rehearsals_of(engagement))
    # A third of each is what any dossier must answer.
    own = _from(in_turn, begun * 8, 8)
    return (*own, *_from(ALWAYS, begun * 4, QUESTIONS - len(own)))


def _from(
    questions: "list[RehearsalQuestion] | tuple[RehearsalQuestion, ...]", first: int, n: int
) -> list[RehearsalQuestion]:
    """So many of these from that place on, around to the first; none twice."""
    listed = [*questions]
    if not listed:
        return []
    start = first % len(listed)
    return [*listed[start:], *listed[:start]][:n]


def _accesses(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    for line in accesses_of(engagement).values():
        if line.state not in ("na", "removed", "exit-verified"):
            yield RehearsalQuestion("where-is", "access", line.tool)


def _delegated(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    for line in board_of(engagement).values():
        what = named.decisions.get(line.decision, line.decision)
        yield RehearsalQuestion("who-decides", "decisions", what)


def _rejected(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    for each in decisions_of(engagement).values():
        yield RehearsalQuestion(
            "why-rejected" if each.options else "why-decided", "decisions", each.title
        )


def _kpis(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    for kpi in followed(engagement):
        yield RehearsalQuestion("kpi-defined", "kpis", called(kpi.id, kpi.name, named.kpis))


def _rituals(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    for ritual in rituals_of(engagement).values():
        if ritual.runs(today):
            yield RehearsalQuestion(
                "ritual-dies", "rituals", called(ritual.id, ritual.name, named.rituals)
            )


def _expiries(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    for line in expiries_of(engagement).values():
        yield RehearsalQuestion("expires", "budget-contracts", line.what)


def _loops(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    asked_before = loops_of_misses(engagement)  # a question about a question
    for loop in loops_of(engagement).open:
        if loop.id in asked_before:
            continue
        yield RehearsalQuestion("promised", "open-loops", loop.topic)


def _contacts(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    for contact in contacts_of(engagement):
        yield RehearsalQuestion("call-first", "people", contact.name)


def _skills(engagement: Engagement, named: Named, today: date) -> Iterator[RehearsalQuestion]:
    for skill in skills_of(engagement).values():
        yield RehearsalQuestion("who-runs", "people", called(skill.id, skill.name, named.skills))


_SUBJECTS: Final[Mapping[str, Callable[[Engagement, Named, date], Iterator[RehearsalQuestion]]]] = {
    "access": _accesses,
    "delegation": _delegated,
    "decision": _rejected,
    "kpi": _kpis,
    "ritual": _rituals,
    "expiry": _expiries,
    "open-loop": _loops,
    "contact": _contacts,
    "skill": _skills,
}
