"""The taper and the absence drill as text to read on the screen."""

from __future__ import annotations

from datetime import date

from coach_tui.asking.called import (
    named,
)
from coach_tui.coach.team.absence import uncovered
from coach_tui.coach.team.taper import taper_of
from coach_tui.engagement.rhythm.planned import phases_of
from coach_tui.engagement.transition.record import left_on
from coach_tui.exports.figures import money
from coach_tui.exports.team.absence import uncovered_lines
from coach_tui.exports.team.sheet import dose_words, guard_words, passed_lines, taper_words
from coach_tui.language.dates import plain_date
from coach_tui.language.numbers import write_number
from coach_tui.view_state import Shown


def taper_text(shown: Shown) -> str:
    """The dose suggested, each guard spelled out, the phases with their days and cost."""
    words, names = shown.words, named(shown)
    taper = taper_of(shown.engagement, shown.today)
    left = left_on(shown.engagement, shown.today)
    lines = [taper_words(taper, left, words)]
    for guard in taper.guards:
        lines.append(f"! {guard_words(guard, {**names.skills, **names.kpis}, words)}")
    both = {**names.skills, **names.kpis}
    lines += passed_lines(shown.engagement, shown.today, both, words)
    phases = phases_of(shown.engagement)
    lines += [""] if phases else []
    for phase in phases:
        days = write_number(round(phase.days, 1), words.language)
        parts = [plain_date(phase.start, words.language), dose_words(phase.days_per_week, words),
                 words("team.phase-days", n=phase.days, days=days)]  # fmt: skip
        parts += [money(phase.cost, words)] if phase.cost is not None else []
        lines.append(" · ".join(parts))
    return "\n".join([*lines, "", words("taper.rule")])


def drill_text(shown: Shown, person: str, start: date, end: date) -> tuple[str, str]:
    """A title, and what nobody else covers while this person is away."""
    words, names = shown.words, named(shown)
    drill = uncovered(shown.engagement, person, start, end)
    who = names.people.get(person, words("role.cmo"))
    dates = {"start": plain_date(start, words.language), "end": plain_date(end, words.language)}
    lines = [words("drill.nothing")] if drill.nothing else []
    for key, found in uncovered_lines(drill, names, words):
        lines += [words(key), *(f"  · {each}" for each in found), ""]
    return words("drill.title", person=who, **dates), "\n".join([*lines, words("drill.rule")])
