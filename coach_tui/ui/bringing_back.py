"""Bringing back an engagement whose file went away, from the app: shown first, then asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach_tui.language.cause import Cause
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.recovery import Gone, bring_back
from coach_tui.store.errors import StoreError

if TYPE_CHECKING:
    from coach_tui.ui.app import CoachApp


def ask_to_bring_back(app: CoachApp, gone: Gone) -> None:
    """Say what is known of it and where it would go; do it, and open it, on a yes."""
    from coach_tui.ui.dialogs.preview import PreviewDialog

    def answered(yes: bool | None) -> None:
        if yes:
            _bring_back(app, gone)

    words = app.words
    company = one_line(gone.profile.company, 40)
    days = [
        plain_date(day, words.language) if day else "?"
        for day in (gone.profile.first_day, gone.last_day)
    ]
    known = words(
        "doctor.back-would", company=company, day=days[0], n=len(gone.changes), last=days[1]
    )
    where = words("doctor.back-where", folder=str(app.home.engagements))
    title = words("engagements.back", company=company)
    yes = words("engagements.back-yes")
    app.push_screen(PreviewDialog(title, f"{known}\n\n{where}", words, yes=yes), answered)


def _bring_back(app: CoachApp, gone: Gone) -> None:
    try:
        path = bring_back(app.home, gone)
    except StoreError as error:
        app.warn(error.refusal)
        app.update_shown()
        return
    except OSError as error:
        folder, why = str(app.home.engagements), Cause(error)
        app.warn(app.words("app.cannot-create", folder=folder, why=why))
        return
    app.open_engagement(path, anew=True)
