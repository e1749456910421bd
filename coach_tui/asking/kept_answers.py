"""What is typed in a form and not saved yet: kept on this machine until saved or thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Protocol, Self

from coach_tui.asking.desk import Now
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.secret import secret_in
from coach_tui.places import Home
from coach_tui.store.drafts import Drafts
from coach_tui.store.errors import StoreError


class FormPlace(Protocol):
    """Where a form is asked: in which home and engagement, and when."""

    @property
    def home(self) -> Home:
        """This user's folders."""

    @property
    def engagement_id(self) -> str:
        """Which engagement is open; empty where none is."""

    @property
    def now(self) -> Now:
        """The reader's clock."""


class KeptAnswers:
    """The draft of one form of one engagement. A disk that refuses it costs the draft alone.

    record      which of several records the form asks about; see `Form`.
    engagement  whose form it is, where it is not the one that is open.
    """

    def __init__(
        self,
        place: FormPlace,
        title: str,
        about: str,
        fields: tuple[Field, ...],
        record: str = "",
        engagement: str = "",
    ) -> None:
        self._now = place.now
        self._engagement = engagement or place.engagement_id
        # The form is known by what it asks and is about, not by where it was opened from.
        of = ("", record) if record else ()
        named = "\n".join((title, about, *(field.name for field in fields), *of))
        self._form = blake2b(named.encode(), digest_size=12).hexdigest()
        self._drafts = Drafts(place.home.state)

    @classmethod
    def of(cls, place: FormPlace, sheet: Sheet, engagement: str = "") -> Self:
        """The draft of these questions."""
        return cls(place, sheet.title, sheet.about, sheet.fields, sheet.record, engagement)

    def get(self) -> Mapping[str, str]:
        """What was typed last time, by field; nothing where nothing was kept."""
        if not self._engagement:
            return {}
        try:
            draft = self._drafts.get(self._engagement, self._form)
        except StoreError:
            return {}
        return draft.answers if draft else {}

    def put(self, answers: Mapping[str, str]) -> bool:
        """Keep these. False where they can't be, or hold what looks like a secret."""
        if not self._engagement or any(secret_in(answer) for answer in answers.values()):
            return False
        try:
            at = self._now().isoformat(timespec="seconds")
            self._drafts.put(self._engagement, self._form, answers, at)
        except StoreError:
            return False
        return True

    def drop(self) -> None:
        """Forget them: they are saved, or not wanted."""
        if not self._engagement:
            return
        try:
            self._drafts.drop(self._engagement, self._form)
        except StoreError:
            return
