"""What expires, as lines of the transition: the list, and the line that fills it in."""

from __future__ import annotations

from datetime import date
from typing import Final

from textual.content import Content

from coach_tui.coach.transition.expiring import proposals
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.expiry import expiries_of
from coach_tui.exports.transition.expiries import expiry_mark, expiry_words, owners_gone
from coach_tui.language import Words
from coach_tui.language.glyphs import shaped
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.row import Row

GATHER: Final = "gather"  # the own id of the line that fills the list in


def expiry_state(engagement: Engagement, words: Words, today: date) -> str:
    """How many there are, and how many have to be acted on."""
    lines = expiries_of(engagement).values()
    soon = sum(each.near(today) or each.passed(today) for each in lines)
    counted = words("expiry.count", n=len(lines))
    return f"{counted} · {words('expiry.soon', n=soon)}" if soon else counted


def expiry_rows(engagement: Engagement, words: Words, today: date) -> list[Row]:
    """A row for each line, then one that offers the rest."""
    gone = owners_gone(engagement, today)
    rows = [
        _row(each.id, expiry_mark(each, today), expiry_words(each, each.id in gone, words, today))
        for each in expiries_of(engagement).values()
    ]
    if offered := proposals(engagement):
        said = f"{words('expiry.gather')} · {words('expiry.offered', n=len(offered))}"
        rows.append(_row(GATHER, "→", said))
    return rows


def _row(own: str, mark: str, text: str) -> Row:
    return Row(f"expiries/{own}", Content("    ") + line(shaped(f"{mark} {text}")), hang=6)
