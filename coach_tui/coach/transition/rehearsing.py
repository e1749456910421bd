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
from coach_tui.engagement.transition.rehearsal import QUESTIONS, Question, rehearsals_of

# Asked whatever is recorded: their sections are people's own words.
ALWAYS: Final = (
    Question("summary", "summary"),
    Question("customer", "strategy"),
    Question("ads-stop", "campaigns"),
    Question("automation", "data-stack"),
    Question("never-say", "content-brand"),
    Question("channel-fails", "acquisition"),
    Question("three-risks", "risks"),
    Question("spend", "budget-contracts"),
    Question("rebuild-report", "kpis"),
    Question("next-week", "people"),
    Question("account-closed", "access"),
    Question("drop-one", "open-loops"),
)


def draw(engagement: Engagement, named: Named, today: date) -> tuple[Question, ...]:
    """Twelve questions: of each subject in turn, going on where the last rehearsal stopped; filled
    up with those that are asked of every dossier."""
    subjects = [list(ask(engagement, named, today)) for ask in _SUBJECTS.values()]
    in_turn = [each for each in chain(*zip_longest(*subjects)) if each]
    begun = len(rehearsals_of(engagement))
    # A third of each is what any dossier must answer.
    own = _from(in_turn, begun * 8, 8)
    return (*own, *_from(ALWAYS, begun * 4, QUESTIONS - len(own)))


def _from(questions: "list[Question] | tuple[Question, ...]", first: int, n: int) -> list[Question]:
    """So many of these from that place on, around to the first; none twice."""
    listed = [*questions]
    if not listed:
        return []
    start = first % len(listed)
    return [*listed[start:], *listed[:start]][:n]


def _accesses(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for line in accesses_of(engagement).values():
        if line.state not in ("na", "removed", "exit-verified"):
            yield Question("where-is", "access", line.tool)


def _delegated(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for line in board_of(engagement).values():
        what = named.decisions.get(line.decision, line.decision)
        yield Question("who-decides", "decisions", what)


def _rejected(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for each in decisions_of(engagement).values():
        yield Question("why-rejected" if each.options else "why-decided", "decisions", each.title)


def _kpis(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for kpi in followed(engagement):
        yield Question("kpi-defined", "kpis", called(kpi.id, kpi.name, named.kpis))


def _rituals(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for ritual in rituals_of(engagement).values():
        if ritual.runs(today):
            yield Question("ritual-dies", "rituals", called(ritual.id, ritual.name, named.rituals))


def _expiries(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for line in expiries_of(engagement).values():
        yield Question("expires", "budget-contracts", line.what)


def _loops(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for loop in loops_of(engagement).open:
        yield Question("promised", "open-loops", loop.topic)


def _contacts(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for contact in contacts_of(engagement):
        yield Question("call-first", "people", contact.name)


def _skills(engagement: Engagement, named: Named, today: date) -> Iterator[Question]:
    for skill in skills_of(engagement).values():
        yield Question("who-runs", "people", called(skill.id, skill.name, named.skills))


_SUBJECTS: Final[Mapping[str, Callable[[Engagement, Named, date], Iterator[Question]]]] = {
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
