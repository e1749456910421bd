"""Writing the calendar to a file from the app."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.handed_out import calendar_to_hand_out, remember
from coach_tui.language import Refusal
from coach_tui.places import local_zone
from coach_tui.session import slug_of
from coach_tui.store.documents import file_named, write_document
from coach_tui.store.errors import StoreError
from coach_tui.view_state import Shown

if TYPE_CHECKING:
    from coach_tui.ui.screens.coach_screen import CoachScreen


def export_calendar(screen: CoachScreen, shown: Shown) -> None:
    """Ask where and in which time zone, then write it. A file that is there is left as it is."""
    words, session = screen.words, screen.coach.session
    if session is None:
        return
    path = Path.home() / f"{slug_of(shown.profile.company)}.ics"

    def submit(answers: dict[str, str]) -> Refusal | None:
        coach = screen.coach
        made = calendar_to_hand_out(
            coach.home, session, shown.playbook, words, answers["zone"].strip(), coach.now
        )
        if isinstance(made, Refusal):
            return made
        try:
            write_document(file_named(answers["path"]), made.text)
        except StoreError as error:
            return error.refusal.of("path")
        remember(coach.home, session, made)
        coach.tell("rhythm.written", file=answers["path"])
        return None

    fields = (Field("path", words("rhythm.field.path"), str(path)),
              Field("zone", words("rhythm.field.zone"), local_zone(os.environ)))  # fmt: skip
    screen.ask(
        words("rhythm.ask-calendar"), words("rhythm.calendar-about"), fields, submit, "form.write"
    )
