"""The day each step came to be done: ticked, or shown done by what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach_tui.coach.acts import read_act
from coach_tui.coach.done_when import proof_of
from coach_tui.coach.plan import Planned, opened_on
from coach_tui.engagement.change import Change
from coach_tui.engagement.elsewhere import elsewhere_of
from coach_tui.engagement.profile import ENTITY, ID
from coach_tui.engagement.proof import Blank, Money, Proof, Saying, YearMonth
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import FINISHED

if TYPE_CHECKING:
    from coach_tui.playbook.model import Playbook, Step


def done_on(
    playbook: Playbook, engagement: Engagement, each: Planned, first: date, last: date
) -> date | None:
    """The day this finished step was done, the first of its tick and of its evidence; None of one
    that was so before this file was opened. Exact where it is between these two days."""
    ticked = each.record.day if each.record.status in FINISHED else None
    days = engagement.view(_evidence_days, playbook, first, last) if each.evidence else {}
    return min((day for day in (ticked, days.get(each.step.id)) if day), default=None)


def _evidence_days(
    engagement: Engagement, playbook: Playbook, first: date, last: date
) -> Mapping[str, date]:
    """By step, the day its evidence came: the one it names, else `last` of what was recorded from
    `first` to then. The day before `first` of what stood by then: nothing earlier is asked."""
    changes = [one for part in engagement.known for one in part]
    days = {one.id: day for one in changes if (day := engagement.day(one.at))}

    def known_on(day: date) -> Engagement:
        later = [one for one in changes if one.id in days and days[one.id] > day]
        return engagement.before(later, changes) if later else engagement

    before = first - timedelta(days=1)
    earlier, then = known_on(before), known_on(last)
    born, opened, found = _born(engagement), opened_on(engagement), dict[str, date]()
    for step in playbook.steps:
        if not proof_of(step, engagement) or proof_of(step, born):
            continue
        if proof_of(step, earlier):
            found[step.id] = before
            continue
        shown = then if proof_of(step, then) else engagement
        told = last if shown is then else date.max
        day = min(told, _own_day(step, shown) or told)
        if opened is None or day >= opened:
            found[step.id] = day
    return found


def _born(engagement: Engagement) -> Engagement:
    """The mission as it was when its file was opened: what its first gesture said of it."""
    told: Iterable[Change] = engagement.told(ENTITY, ID)
    first = min((one.at for one in told), default="")
    return Engagement().after(one for one in told if one.at == first)


def _own_day(step: Step, engagement: Engagement) -> date | None:
    """The day the evidence says it was so, which may have been recorded later; None of a field,
    whose day is what it says and not when it was said."""
    act = read_act(step.act.does)
    if not step.done_when and act.kind == "proof":
        shown = elsewhere_of(engagement).get(step.id)
        return shown.day if shown else None
    if not step.done_when and act.kind not in ("document", "meeting"):
        return None
    return max(_days(proof_of(step, engagement)), default=None)


def _days(said: Proof | Blank) -> Iterable[date]:
    """Every day that this names."""
    if isinstance(said, Saying):
        return [day for part in said.values.values() for day in _days(part)]
    if isinstance(said, tuple) and not isinstance(said, YearMonth | Money):
        return [day for part in said for day in _days(part)]
    return [said] if isinstance(said, date) else []
