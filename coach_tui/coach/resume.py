"""Coming back to an engagement: what was last done, what is due, what others changed since."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coach_tui.engagement.actor import hand_of
from coach_tui.engagement.change import Change
from coach_tui.engagement.history import Gesture, gestures
from coach_tui.engagement.order import place_of, places
from coach_tui.engagement.rhythm.decisions import (
    LoggedDecision,
    Promise,
    decisions_of,
    promises_due,
)
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import ended_on


class Resume(NamedTuple):
    """The card shown when an engagement is opened.

    last      this actor's own latest gesture, before now; None on a first visit.
    news      what others did since, oldest first.
    """

    last: Gesture | None
    news: tuple[Gesture, ...]
    promises: tuple[Promise, ...]
    waiting: tuple[LoggedDecision, ...]
    to_review: tuple[LoggedDecision, ...]

    @property
    def empty(self) -> bool:
        return not (self.news or self.promises or self.waiting or self.to_review)


def resume_of(
    engagement: Engagement, changes: Sequence[Change], actor: str, today: date, since: str = ""
) -> Resume:
    """What this actor comes back to. `since` is the last change id seen, where it is known.

    Otherwise what came after the actor's own latest gesture is news.
    """
    own = [change for change in changes if hand_of(change.actor) == hand_of(actor)]
    mine = {change.id for change in own}
    seen = since or (own[-1].id if own else "")
    last = gestures(own)[-1:]
    there = places(changes)
    after = there.get(seen, seen)
    others = [one for one in changes if place_of(one, there) > after and one.id not in mine]
    over = ended_on(engagement, today)  # then nothing of the mission is due any more
    decisions = () if over else tuple(decisions_of(engagement).values())
    return Resume(
        last[0] if last else None,
        tuple(gestures(others)) if seen else (),
        () if over else promises_due(engagement, today),
        tuple(each for each in decisions if each.open),
        tuple(each for each in decisions if each.to_review(today)),
    )
