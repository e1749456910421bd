"""Decisions taken in the past, as the app would have recorded them on their day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from coach_tui import __version__
from coach_tui.engagement.change import Change, Decision, Draft
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.state import Engagement
from coach_tui.engagement_files import SUFFIX, make_home, slug_of
from coach_tui.language import Refusal, Words
from coach_tui.places import Home
from coach_tui.store.journal import Journal

MONTH_FOUR: Final = 122  # days since the first one, or a few more: it began on a Monday
MORNING: Final = time(9, 0)
_NOISE: Final = 0x9E3779B97F4A7C15  # spreads the ids; the same ones every time, for the pictures


class DemoBroken(RuntimeError):
    """The demo tells a story the rules of the app refuse: a mistake of ours, held by a test."""


class Recorder:
    """Collects what happened, day after day; `write` puts it all on disk at once."""

    def __init__(self, words: Words, today: date) -> None:
        self.words = words
        self.today = today
        self.first_day = _monday(today - timedelta(days=MONTH_FOUR))
        self.engagement = Engagement()
        self._gestures: list[tuple[datetime, str, Sequence[Draft]]] = []
        self._clock = HybridClock()
        self._at = datetime.combine(self.first_day, MORNING, UTC)
        self._count = 0

    def say(self, key: str) -> str:
        """The demo's own words, in its language."""
        return self.words(f"demo.{key}")

    def day(self, number: int) -> date:
        """The date so many days after the first one."""
        return self.first_day + timedelta(days=number)

    def on(self, day: date) -> None:
        """From here on it is this day, nine in the morning; never later than today."""
        self._at = datetime.combine(min(day, self.today), MORNING, UTC)

    def do(self, decision: Decision, actor: str = "cmo/Ann") -> None:
        """Record this decision a minute after the one before."""
        if isinstance(decision, Refusal):
            raise DemoBroken(f"{decision.reason} {dict(decision.values)}")
        self._at += timedelta(minutes=1)
        self._gestures.append((self._at, actor, decision))
        self.engagement = self.engagement.after(self._stamped(self._at, actor, decision))

    def new_id(self) -> str:
        """An id for something about to be recorded."""
        return self._stamp(self._at)

    def write(self, home: Home, company: str) -> Path:
        """The engagement file, in this home, its gestures in the order of their days."""
        make_home(home)
        self.engagement, self._clock = Engagement(), HybridClock()
        changes: list[Change] = []
        last = datetime.min.replace(tzinfo=UTC)
        for at, actor, decision in sorted(self._gestures, key=lambda gesture: gesture[0]):
            last = max(at, last + timedelta(seconds=1))
            made = self._stamped(last, actor, decision)
            self.engagement = self.engagement.after(made)
            changes += made
        path = home.engagements / f"{slug_of(company)}{SUFFIX}"
        meta = {
            "engagement": changes[0].id,
            "format": 1,
            "created_by": f"coach-tui {__version__}",
            "created_at": changes[0].at,
        }
        Journal.create(path, home.state, meta).append(changes)
        return path

    def _stamped(self, moment: datetime, actor: str, drafts: Sequence[Draft]) -> list[Change]:
        at = moment.isoformat(timespec="microseconds")
        made = []
        for draft in drafts:
            record = self.engagement.record(draft.entity, draft.entity_id)
            base = {name: record[name].change.id for name in draft.changes if name in record}
            fields = (draft.entity, draft.entity_id, draft.changes, base, draft.undoes)
            made.append(Change(self._stamp(moment), at, actor, *fields))
        return made

    def _stamp(self, moment: datetime) -> str:
        self._count += 1
        return self._clock.stamp(int(moment.timestamp() * 1000), self._count * _NOISE)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
