"""Acts of stepping back: an absence to see what holds without somebody, fewer days a week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from coach_tui.asking import team as forms
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.answers import day_field
from coach_tui.asking.field import Field
from coach_tui.asking.form import NEW
from coach_tui.asking.sheet import Asked, Sheet
from coach_tui.engagement.team.absence import drills_of
from coach_tui.language import Refusal

ABSENCE: Final = timedelta(weeks=2)  # where no end is said


def open_drill(opening: Opening) -> Asked:
    """An absence: planned, or how it went."""
    planned = [each for each in drills_of(opening.engagement) if each.id in opening.about]
    fields = []
    for field in forms.drill_fields(opening.shown):
        if field.name == "result":
            choices = tuple(each for each in field.choices if each[0] != "look")
            field = field._replace(choices=choices, value="passed" if planned else "planned")
        elif planned and field.name in ("person", "start", "end"):
            known = getattr(planned[0], field.name)
            field = field._replace(value=known.isoformat() if isinstance(known, date) else known)
        fields.append(field)

    def submit(answers: dict[str, str]) -> Refusal | None:
        start = forms.day_typed(opening.desk, answers["start"])
        if isinstance(start, Refusal):
            return start.of("start")
        typed = answers["end"].strip()
        end = forms.day_typed(opening.desk, typed) if typed else start + ABSENCE
        if isinstance(end, Refusal):
            return end.of("end")
        return forms.save_drill(opening.desk, opening.shown, answers["person"], start, end, answers)

    record = planned[0].id if planned else NEW
    return Sheet(
        opening.words("team.drill"), opening.said, tuple(fields), submit, opening.focus,
        record=record,
    )  # fmt: skip


def open_taper(opening: Opening) -> Asked:
    """How many days a week from a day on."""
    words = opening.words
    fields = (
        Field("dose", words("team.field.dose")),
        day_field("since", words("team.field.start"), opening.shown.today, "near"),
        Field("why", words("team.field.why")),
    )

    def submit(answers: dict[str, str]) -> Refusal | None:
        return forms.save_dose(opening.desk, opening.shown, answers)

    return Sheet(words("taper.title"), opening.said, fields, submit)
