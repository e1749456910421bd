"""Changes told to whoever looks at the screen."""

from __future__ import annotations

from coach_tui.bundled import Catalogues
from coach_tui.exports.change_reader import Reader
from coach_tui.ui.shown import Shown


def reader_of(shown: Shown, actor: str = "") -> Reader:
    """The reader of what is shown; `actor` is who acts, to read one's own ratings again."""
    return Reader(shown.words, shown.playbook, shown.engagement, shown.changes, Catalogues(), actor)
