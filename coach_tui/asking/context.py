"""The few questions about what no record shows: see `engagement.context`."""

from typing import Final

from coach_tui.asking.form import Form, form_from
from coach_tui.engagement.context import context_of, tell
from coach_tui.view_state import Shown

ASKED: Final = ("execution_days", "sales_cycle", "campaign_launched", "certificate_on")


def context_form(shown: Shown) -> Form:
    """The questions, with what was answered."""
    known, words = context_of(shown.engagement), shown.words
    return form_from(words("context.title"), known, ASKED, words, shown.today, tell)
