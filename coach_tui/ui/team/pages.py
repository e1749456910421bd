"""A person's page and a skill's page, as text to read."""

from __future__ import annotations

from coach_tui.asking.called import (
    level_name,
    named,
    people_there,
)
from coach_tui.bundled import Catalogues
from coach_tui.coach.named import called
from coach_tui.coach.team.overview import next_moves
from coach_tui.engagement.team.cover import covers_of, percent
from coach_tui.engagement.team.levels import (
    Assessment,
    assessments_of,
    level_at,
    side_of,
    to_reconfirm,
)
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.plan import board_of, goals_of
from coach_tui.engagement.team.skills import skills_of, uses_of
from coach_tui.exports.team.entrustment import dated_line, next_time
from coach_tui.language.dates import plain_date, short_date
from coach_tui.ui.team.rows import (
    SHADES,
)
from coach_tui.view_state import Shown


def person_page(shown: Shown, person_id: str) -> str:
    """Levels and how they moved, what is agreed, what the coach does next."""
    words, names, language = shown.words, named(shown), shown.words.language
    person, side = people_of(shown.engagement)[person_id], side_of(shown.role)
    lines = [" · ".join(part for part in (words(f"team.kind.{person.kind}"), person.role) if part)]
    if person.kind != "internal":
        lines.append(words("team.no-cover"))
    lines += ["", words("team.page.levels")]
    for skill in skills_of(shown.engagement):
        trend = " → ".join(str(each.level) for each in _trend(shown, person_id, skill, side))
        rated = level_at(shown.engagement, person_id, skill, shown.today, side)
        shade = SHADES[rated.level] if rated else "  "
        doubted = side == "cmo" and to_reconfirm(shown.engagement, person_id, skill, shown.today)
        doubt = f" ({words('team.reconfirm')})" if doubted else ""
        said = words("team.line", name=called(skill, "", names.skills), value=trend or "—")
        lines.append(f"{shade} {said}{doubt}")
        told = next_time(shown.engagement, person_id, skill, shown.today, words, side)
        lines += [f"   {each}" for each in told]
    goals = [goal for goal in goals_of(shown.engagement) if goal.person == person_id]
    if goals:
        lines += ["", words("team.page.plan")]
    for goal in goals:
        due = short_date(goal.due, language) if goal.due else ""
        parts = [f"{called(goal.skill, '', names.skills)} → {goal.level}", due, goal.case]
        lines.append(" · ".join(part for part in parts if part))
    decisions = [line for line in board_of(shown.engagement).values() if line.person == person_id]
    if decisions:
        lines += ["", words("team.board")]
    for line in decisions:
        said = names.decisions.get(line.decision, line.decision)
        lines.append(f"{line.now} → {line.wanted}  {said}")
    dated = dated_line(shown.engagement, person_id, names, shown.today, words, side)
    if dated:
        lines += ["", words("team.page.dated"), *dated]
    return "\n".join([*lines, *(_next(shown, person_id) if side == "cmo" else [])])


def skill_page(shown: Shown, skill_id: str) -> str:
    """Who can, on what evidence, the written method and who has used it."""
    words, names, language = shown.words, named(shown), shown.words.language
    cover = next(c for c in covers_of(shown.engagement, shown.today) if c.skill.id == skill_id)
    skill = cover.skill
    label = words(f"team.label.{cover.label}")
    share = words("team.percent", n=percent(cover.share))
    critical = f" · {words('team.page.critical')}" if skill.critical else ""
    lines = [f"{share} · {label} · {words('team.head.weight')} {skill.weight}{critical}"]
    if side_of(shown.role) == "member":  # the cover comes from the CMO's ratings
        lines = [f"{words('team.head.weight')} {skill.weight}{critical}"]
    for entry in Catalogues()["skills"]:
        if entry.id == skill_id:
            lines.append(str(entry.words[language]["standard"]))
    lines += ["", words("team.page.who")]
    for person in people_there(shown):
        rated = level_at(shown.engagement, person.id, skill_id, shown.today, side_of(shown.role))
        if rated:
            proof = " · ".join(part for part in (rated.evidence, rated.verified_by) if part)
            level = f"{rated.level} {level_name(rated.level, shown)}"
            name = words("team.line", name=names.people[person.id], value=level)
            day = plain_date(rated.day, language)
            lines.append(" · ".join(part for part in (name, day, proof) if part))
    lines += ["", f"{words('team.page.method')} {skill.method or '—'}"]
    if skill.author:
        lines.append(f"{words('team.page.author')} {names.people.get(skill.author, '—')}")
    for use in uses_of(shown.engagement):
        if use.skill == skill_id:
            who, day = names.people.get(use.person, "—"), plain_date(use.day, language)
            lines.append(" · ".join(part for part in (day, who, use.note) if part))
    lines.append(f"{words('team.page.backup')} {names.people.get(skill.backup, '—')}")
    lines.append(f"{words('team.page.external')} {skill.external or '—'}")
    return "\n".join(lines)


def _trend(shown: Shown, person_id: str, skill: str, side: str) -> list[Assessment]:
    return list(assessments_of(shown.engagement).get((person_id, skill, side), ()))[-4:]


def _next(shown: Shown, person_id: str) -> list[str]:
    """Level by level, the lowest first: the skills that are there, and the first thing to do."""
    words, names = shown.words, named(shown)
    moves = next_moves(shown.engagement, person_id, Catalogues()["skill-levels"], shown.today)
    lines = ["", words("team.page.next")]
    for level in dict.fromkeys(move.level for move in moves):
        same = [move for move in moves if move.level == level]
        skills = ", ".join(called(move.skill, "", names.skills) for move in same)
        said = same[0].entry.words[words.language]
        lines.append(f"{level} {said['name']} · {skills}")
        lines.append(f"  → {said['actions'][0]}")
    return lines if moves else []
