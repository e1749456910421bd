"""What was recorded is dated after this machine's clock: only the user knows which is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from coach_tui.asking.answers import day_field
from coach_tui.asking.sheet import Sheet
from coach_tui.language import Refusal, Words
from coach_tui.language.dates import read_date
from coach_tui.session import Session
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.form import FormDialog


def which_day(session: Session, words: Words, today: date, said: Callable[[], None]) -> FormDialog:
    """Asks for today's date. Left unanswered, everything can be read and nothing is saved.

    `said` is called once the answer is believed.
    """

    def submit(answers: Mapping[str, str]) -> Refusal | None:
        day = read_date(answers["day"], words.language, today)
        if isinstance(day, Refusal):
            return day.of("day")
        try:
            refusal = session.today_is(day)
        except StoreError as error:
            return error.refusal
        if refusal is None:
            said()
        return refusal

    about = words("store.which-day-about", **session.clock_refusal.values)
    fields = (day_field("day", words("store.which-day-field"), None, "near"),)
    return FormDialog(Sheet(words("store.which-day"), about, fields, submit), words, today)
