"""Decisions taken in the past, as the app would have recorded them on their day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from coach_tui import __version__
from coach_tui.demo.dated import KICKOFF, Dates
from coach_tui.engagement.change import Change, Decision, Draft
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal, Words
from coach_tui.places import Home
from coach_tui.session import SUFFIX, make_home, slug_of
from coach_tui.store.journal import Journal

MORNING: Final = time(9, 0)
CMO: Final = "cmo/Julien"
_NOISE: Final = 0x9E3779B97F4A7C15  # spreads the ids; the same ones every time, for the pictures


class DemoBroken(RuntimeError):
    """The demo tells a story the rules of the app refuse: a mistake of ours, held by a test."""


class Recorder:
    """Collects what happened, in any order; `write` tells it day by day, and stops at today.

    The story was written with dates of its own, from January 2025 on. They slide by whole weeks, so
    that its weekdays stay, to where today is the day wanted of the engagement or a few days later.
    """

    def __init__(self, words: Words, today: date, day: int) -> None:
        self.words = words
        self.today = today
        wanted = today - timedelta(days=day)
        self.slide = timedelta(days=7 * ((wanted - KICKOFF).days // 7))
        self.first_day = KICKOFF + self.slide
        self._dates = Dates(words.language, self.slide)
        self.engagement = Engagement()
        self._told: list[tuple[date, str, Callable[[], Decision]]] = []
        self._clock = HybridClock()
        self._at = datetime.min.replace(tzinfo=UTC)
        self._count = 0

    def say(self, key: str) -> str:
        """The demo's own words, in its language, their dates where the demo is."""
        return self.slid(self.words(f"demo.{key}"))

    def slid(self, text: str) -> str:
        """A text of the story, its dates where the demo is."""
        return self._dates.moved(text)

    def day(self, month: int, day: int, year: int = 2025) -> date:
        """The date, here, of this day of the story."""
        return date(year, month, day) + self.slide

    def month(self, number: int) -> date:
        """The first day of the month told as the engagement's first, second… (see `Dates`)."""
        return self._dates.month(number)

    def on(self, day: date, make: Callable[[], Decision], actor: str = CMO) -> None:
        """That day somebody decides this; what is later than today is left untold."""
        if day <= self.today:
            self._told.append((day, actor, make))

    def new_id(self) -> str:
        """An id for something about to be recorded."""
        return self._stamp(self._at)

    def write(self, home: Home, company: str) -> Path:
        """The engagement file, in this home: everything told, in the order of its days."""
        make_home(home)
        changes: list[Change] = []
        for day, actor, make in sorted(self._told, key=lambda told: told[0]):
            morning = datetime.combine(day, MORNING, UTC)
            self._at = max(morning, self._at + timedelta(seconds=20))
            decision = make()
            if isinstance(decision, Refusal):
                raise DemoBroken(f"{day}, {actor}: {decision.reason} {dict(decision.values)}")
            made = self._stamped(self._at, actor, decision)
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
