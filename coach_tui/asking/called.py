"""What people, skills and levels are called here, in the reader's language."""

from __future__ import annotations

from functools import lru_cache

from coach_tui.bundled import Catalogues
from coach_tui.coach.named import Named
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import Person, people_of
from coach_tui.exports.documents.kind import named_with_documents
from coach_tui.language import Language, Words
from coach_tui.playbook.model import Playbook
from coach_tui.view_state import Shown


def named(shown: Shown) -> Named:
    """What everything is called here, in the reader's language."""
    return _named(shown.engagement, shown.playbook, shown.words.language)


@lru_cache(maxsize=2)
def _named(engagement: Engagement, playbook: Playbook, language: Language) -> Named:
    return named_with_documents(engagement, Catalogues(), playbook, Words(language))


def people_there(shown: Shown) -> tuple[Person, ...]:
    """Who is part of the mission today: the team first, then the others."""
    there = [each for each in people_of(shown.engagement).values() if each.there(shown.today)]
    return tuple(sorted(there, key=lambda each: each.kind != "internal"))


def level_name(level: int, shown: Shown) -> str:
    """What this level is called."""
    return level_words(level, shown, "name")


def level_words(level: int, shown: Shown, field: str) -> str:
    """What the catalogue says of this level: its `name`, its `proof`, what the `coach` does."""
    for entry in Catalogues()["skill-levels"]:
        if entry.fields["level"] == level:
            return str(entry.words[shown.words.language][field])
    return ""
