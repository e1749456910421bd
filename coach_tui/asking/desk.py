"""What a form needs of the door it is opened at: the app's screens, or a command."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from coach_tui.engagement.change import Decision
from coach_tui.language import Refusal, Words
from coach_tui.view_state import Shown


class Desk(Protocol):
    """Where decisions are saved, in one open engagement."""

    @property
    def words(self) -> Words:
        """The interface's words, in the reader's language."""

    @property
    def shown(self) -> Shown | None:
        """What is known now; None where no engagement is open."""

    @property
    def now(self) -> Now:
        """The clock of whoever is asked."""

    def new_id(self) -> str:
        """An id for something about to be recorded."""

    def try_to_save(self, decision: Decision) -> Refusal | None:
        """Save this decision, all of it or nothing. The reason where it was not saved."""

    def tell(self, key: str, **values: Any) -> None:
        """Say something that needs no answer: a sentence of the interface, by its key."""


class Now(Protocol):
    """A clock: what time it is where the reader is."""

    def __call__(self) -> datetime:
        """The time now."""
