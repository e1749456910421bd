"""The day each step came to be done: ticked, or shown done by what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


def done_on(playbook: Playbook, engagement: Engagement, each: Planned, since: date) -> date | None:
    """The day this finished step was done, the first of its tick and of its evidence, where neither
    was recorded before `since`; None of one that was so before this file was opened."""
    ticked = each.record.day if each.record.status in FINISHED else None
    days = engagement.view(_evidence_days, playbook, since) if each.evidence else {}
    return min((day for day in (ticked, days.get(each.step.id)) if day), default=None)


def _evidence_days(
    engagement: Engagement, playbook: Playbook, since: date
) -> Mapping[str, date | None]:
    """By step, the day its evidence came; the day before `since` of what was recorded by then, for
    nothing earlier is asked. Without what stood before this file was opened."""
    then = _Then(engagement)
    born, opened, found = _born(engagement), opened_on(engagement), dict[str, date | None]()
    before = since - timedelta(days=1)
    earlier, told = then.on(before), [day for day in then.told if day >= since]
    for step in playbook.steps:
        if not proof_of(step, engagement) or proof_of(step, born):
            continue
        if not told or proof_of(step, earlier):
            found[step.id] = before
            continue
        first = then.first(step, told)
        day = min(first, _own_day(step, then.on(first)) or first)
        if opened is None or day >= opened:
            found[step.id] = day
    return found


class _Then:
    """The mission as it was known on each day that something was recorded."""

    def __init__(self, engagement: Engagement) -> None:
        self._now = engagement
        self._changes = [one for part in engagement.known for one in part]
        self._days = {one.id: day for one in self._changes if (day := engagement.day(one.at))}
        self._known: dict[date, Engagement] = {}
        self.told = sorted(set(self._days.values()))

    def on(self, day: date) -> Engagement:
        """At the end of that day."""
        if day not in self._known:
            later = [one for one in self._changes if one.id in self._days
                     and self._days[one.id] > day]  # fmt: skip
            known = self._now.before(later, self._changes) if later else self._now
            self._known[day] = known
        return self._known[day]

    def first(self, step: Step, told: Sequence[date]) -> date:
        """The first of these days on which the step was shown to be done; the last shows it."""
        first, last = 0, len(told) - 1
        while first < last:
            middle = (first + last) // 2
            if proof_of(step, self.on(told[middle])):
                last = middle
            else:
                first = middle + 1
        return told[first]


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
