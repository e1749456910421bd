"""What came and what was written here may have been written over each other, unseen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach_tui.bundled import Catalogues
from coach_tui.cli.output import say
from coach_tui.engagement.history import Conflict
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.words import crossed_words
from coach_tui.language import Words
from coach_tui.playbook.model import Playbook

if TYPE_CHECKING:
    from coach_tui.session import Session


def say_crossed(
    found: Sequence[Conflict], session: Session, words: Words, playbook: Playbook
) -> None:
    """Which of the two is kept, whose the other is, and what can be done."""
    known, changes = session.engagement, session.changes
    reader = Reader(words, playbook, known, changes, Catalogues(), session.actor)
    for said in crossed_words(found, reader):
        say(said)
