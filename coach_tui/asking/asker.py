"""Who puts questions to somebody: a screen of the app, or what stands in for one."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from coach_tui.asking.desk import Desk
from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.change import Decision
from coach_tui.language import Refusal, Words


class Questioner(Protocol):
    """Who puts a form to somebody; what is answered is saved at its desk."""

    @property
    def words(self) -> Words:
        """The interface's words, in the reader's language."""

    @property
    def coach(self) -> Desk:
        """Where the answers are saved."""

    def ask(self, sheet: Sheet) -> None:
        """Ask these questions; `submit` gets the answers, and says why they are refused."""


class Asker(Questioner, Protocol):
    """Who puts a form to somebody, and saves and shows what they answer."""

    @property
    def today(self) -> date:
        """The reader's day."""

    def save(self, decision: Decision, point_at: str = "") -> Refusal | None:
        """Save, and show what is new. The reason where it was not saved."""


class Collected:
    """Stands where a screen asks: what it is told to ask is kept, for another to ask."""

    def __init__(self, desk: Desk, today: date) -> None:
        self._desk = desk
        self._today = today
        self.sheet: Sheet | None = None

    @property
    def words(self) -> Words:
        return self._desk.words

    @property
    def today(self) -> date:
        return self._today

    @property
    def coach(self) -> Desk:
        return self._desk

    def ask(self, sheet: Sheet) -> None:
        """Keep what is asked."""
        self.sheet = sheet

    def save(self, decision: Decision, point_at: str = "") -> Refusal | None:
        """Save at the desk."""
        return self._desk.try_to_save(decision)
