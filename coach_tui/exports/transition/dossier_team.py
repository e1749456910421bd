"""What a dossier says of the team to whoever takes over: what is covered, who decides, what next.

Never anybody's level: a skill is covered or not, whoever has it.
"""

from __future__ import annotations

from typing import Final

from coach_tui.coach.named import called, named_in
from coach_tui.engagement.team.cover import Cover, covers_of
from coach_tui.engagement.team.levels import level_at
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.plan import goals_of
from coach_tui.exports.documents.fill_figures import CRITICAL, FIGURES
from coach_tui.exports.figures import pair
from coach_tui.exports.markdown import escaped
from coach_tui.exports.transition.dossier_recorded import Recorded
from coach_tui.language.dates import plain_date

ENOUGH: Final = 3  # from this level somebody does it alone


def cover_lines(r: Recorded) -> list[str]:
    """Skill by skill: covered, on one person, or by nobody."""
    told = FIGURES["cover"](r.facts())
    if not told:
        return []
    critical = (
        ["", r.words("transition.dossier.critical", mark=CRITICAL)] if CRITICAL in told else []
    )
    return [*told.split("\n"), *critical]


def board_lines(r: Recorded) -> list[str]:
    """Who takes which decision of every day, and how far."""
    told = FIGURES["board"](r.facts())
    return told.split("\n") if told else []


def coaching_lines(r: Recorded) -> list[str]:
    """What to do next with each skill that rests on one person or on nobody, as advice to the
    permanent CMO; then the goals people are on."""
    named = named_in(r.engagement, r.catalogues, r.words.language)
    lines = [
        f"- {pair(escaped(called(each.skill.id, '', named.skills)), _next(each, r), r.words)}"
        for each in covers_of(r.engagement, r.today)
        if each.label == "none" or (each.skill.critical and each.label == "single")
    ]
    if lines:
        lines = [r.words("transition.dossier.coaching"), "", *lines]
    goals = _goals(r)
    return [*lines, *([""] if lines and goals else []), *goals]


def _next(cover: Cover, r: Recorded) -> str:
    """What the coach does next with whoever is nearest to doing it alone."""
    if cover.autonomous:
        return r.words("transition.dossier.coaching.second")
    team = [each for each in people_of(r.engagement).values() if each.covers(r.today)]
    rated = (level_at(r.engagement, each.id, cover.skill.id, r.today) for each in team)
    best = max((each.counted for each in rated if each), default=0)
    levels = {e.fields["level"]: e.words[r.words.language]["coach"]
              for e in r.catalogues["skill-levels"]}  # fmt: skip
    return str(levels[min(best, ENOUGH - 1)])


def _goals(r: Recorded) -> list[str]:
    named = named_in(r.engagement, r.catalogues, r.words.language)
    labels = labels_of(people_of(r.engagement).values())
    lines = []
    for goal in goals_of(r.engagement):
        person = people_of(r.engagement).get(goal.person)
        if goal.due is None or goal.due < r.today or not (person and person.there(r.today)):
            continue
        parts = [called(goal.skill, "", named.skills), plain_date(goal.due, r.words.language)]
        told = " · ".join(escaped(each) for each in (*parts, goal.case) if each)
        lines.append(f"- {pair(escaped(labels[goal.person]), told, r.words)}")
    return [r.words("transition.dossier.goals"), "", *lines] if lines else []
