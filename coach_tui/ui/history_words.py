"""Changes told to whoever looks at the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach_tui.bundled import Catalogues
from coach_tui.engagement.change import Change
from coach_tui.engagement.history import Gesture
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.words import gesture_words
from coach_tui.language.clean import one_line
from coach_tui.view_state import Shown

BRIEF: Final = 120  # characters of a gesture told in passing


def reader_of(shown: Shown, actor: str = "") -> Reader:
    """The reader of what is shown; `actor` is who acts, to read one's own ratings again."""
    return Reader(shown.words, shown.playbook, shown.engagement, shown.changes, Catalogues(), actor)


def taken_back_words(taking_back: Sequence[Change], shown: Shown) -> str:
    """The gesture that these changes take back, in one line."""
    ids = {change.undoes for change in taking_back}
    gesture = Gesture(tuple(change for change in shown.changes if change.id in ids))
    said = gesture_words(gesture, reader_of(shown)) if gesture.changes else []
    return one_line(" · ".join(said), BRIEF)
