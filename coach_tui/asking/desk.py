"""What a form needs of the door it is opened at: the app's screens, or a command."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Protocol

from coach_tui.asking.field import Field, Submit
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


class Questioner(Protocol):
    """Who puts a form to somebody; what is answered is saved at its desk."""

    @property
    def words(self) -> Words:
        """The interface's words, in the reader's language."""

    @property
    def coach(self) -> Desk:
        """Where the answers are saved."""

    def ask(
        self,
        title: str,
        about: str,
        fields: tuple[Field, ...],
        submit: Submit,
        deed: str = ...,
        record: str = ...,
    ) -> None:
        """Ask these questions; `submit` gets the answers, and says why they are refused.

        record  which of several records they are about: see `Form`.
        """


class Asker(Questioner, Protocol):
    """Who puts a form to somebody, and saves and shows what they answer."""

    @property
    def today(self) -> date:
        """The reader's day."""

    def save(self, decision: Decision, point_at: str = "") -> Refusal | None:
        """Save, and show what is new. The reason where it was not saved."""
