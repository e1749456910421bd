"""What a section of the dossier is filled from."""

from datetime import date
from typing import NamedTuple

from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import left_on
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.documents.facts import Facts
from coach_tui.language import Words
from coach_tui.language.dates import short_date
from coach_tui.playbook.model import Playbook


class Recorded(NamedTuple):
    """What a section is filled from. `day_rate` shows what a day of the CMO costs; `crossed` are
    the documents that have two versions."""

    engagement: Engagement
    catalogues: Catalogues
    words: Words
    today: date
    playbook: Playbook
    day_rate: bool = False
    crossed: frozenset[str] = frozenset()

    def facts(self, document_id: str = "") -> Facts:
        """The same, for what fills a document."""
        return Facts(
            self.engagement, self.catalogues, self.playbook, self.words, self.today, document_id
        )

    def day(self, day: date | None) -> str:
        return short_date(day, self.words.language) if day else ""

    def role(self, role: str) -> str:
        """Who answers for it, by role; of the CMO, until when, once they have left."""
        left = left_on(self.engagement, self.today) if role == "cmo" else None
        if left is None:
            return self.words(f"role.{role}")
        return self.words("rhythm.short-run-by.left", day=self.day(left))

    def heads(self, *names: str) -> list[str]:
        return [self.words(f"transition.dossier.col.{name}") for name in names]

    def missing(self, key: str) -> list[str]:
        what = self.words(f"transition.dossier.{key}")
        return [self.words("transition.dossier.missing-part", what=what)]
