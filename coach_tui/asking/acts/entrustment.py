"""The act of deciding again how much somebody is watched next time."""

from __future__ import annotations

from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.entrustment import entrust_about, entrust_form
from coach_tui.asking.sheet import Asked, AtScreen, sheet_of
from coach_tui.engagement.team.entrustment import entrustments_of


def open_entrustment(opening: Opening) -> Asked:
    """The decision that has expired, taken anew."""
    identity = opening.id_of("entrustment")
    found = next((e for e in entrustments_of(opening.engagement) if e.id == identity), None)
    if found is None:
        return AtScreen("team")
    form = entrust_form(opening.shown, opening.desk.new_id(), found.person, found.skill)
    return sheet_of(form, opening.desk, entrust_about(opening.shown, found.person, found.skill))
