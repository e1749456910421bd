"""A rehearsal of the handover, as lines of the transition: one to draw, then those held."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.rehearsal import rehearsals_of
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.transition.rehearsal import rehearsal_words
from coach_tui.language import Words
from coach_tui.language.glyphs import shaped
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.row import Row

DRAW: Final = "draw"  # the own id of the line that draws twelve questions


def rehearsal_rows(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[Row]:
    """The last one first: a sitting left half-way can be gone on with."""
    held = [
        _row(each.id, "●" if each.whole else "…", rehearsal_words(each, words))
        for each in reversed(rehearsals_of(engagement))
    ]
    return [_row(DRAW, "→", words("rehearsal.draw")), *held]


def _row(own: str, mark: str, text: str) -> Row:
    return Row(f"rehearsal/{own}", Content("    ") + line(shaped(f"{mark} {text}")), hang=6)
