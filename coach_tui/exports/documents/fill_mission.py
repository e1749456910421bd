"""Fillers about the mission: the company, its people, the days that frame it, what it costs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from coach_tui.coach.team.still_there import still_there
from coach_tui.coach.transition.handover import readiness_of
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.profile import BUDGETS, profile_of
from coach_tui.engagement.rhythm.days import burn_today
from coach_tui.engagement.rhythm.dose import dose_on
from coach_tui.engagement.rhythm.planned import phases_of, planned_days
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import labels_of
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.loops import loops_of
from coach_tui.engagement.transition.plan import back_plan_of
from coach_tui.engagement.transition.record import end_of, left_on, transition_of
from coach_tui.engagement.transition.signals import reviews_of
from coach_tui.engagement.transition.taker import taker_there
from coach_tui.exports.documents.facts import Facts, period_words
from coach_tui.exports.documents.kind import document_name
from coach_tui.exports.figures import amount_a_year, days_said, money, number
from coach_tui.exports.framing.decision_note import decision_note
from coach_tui.exports.framing.need import situation_lines
from coach_tui.exports.markdown import escaped
from coach_tui.exports.markdown_table import table
from coach_tui.exports.transition.axes import verdict_lines
from coach_tui.exports.transition.dates import overlap_lines
from coach_tui.exports.transition.dossier_recorded import Recorded
from coach_tui.exports.transition.dossier_sections import register_lines
from coach_tui.exports.transition.lists import contact_lines, loop_lines
from coach_tui.language import Words
from coach_tui.language.clean import one_line

PLAN: Final = timedelta(days=90)
ROOM: Final = 0.8  # of the days there are, committed at most: our rule of thumb
Filler = Callable[[Facts], str]


def signed_as(engagement: Engagement, role: str) -> str:
    """The name that last signed with this role ("cmo/Julien"); empty where none did."""
    signed = [
        (field.place or field.change.id, field.change.actor)
        for entity in engagement.kinds
        for record in engagement.records(entity).values()
        for field in record.values()
        if field.change.actor.startswith(f"{role}/")
    ]
    return one_line(max(signed)[1].partition("/")[2]) if signed else ""


def _company(facts: Facts) -> str:
    return escaped(profile_of(facts.engagement).company)


def _name(facts: Facts) -> str:
    """What the document is called, where its kind has no title of its own."""
    document = document_of(facts.engagement, facts.document_id)
    known = facts.engagement, facts.catalogues, facts.playbook, facts.words
    return escaped(document_name(document, *known))


def _traits(facts: Facts) -> str:
    profile, words = profile_of(facts.engagement), facts.words
    parts = [escaped(profile.sector)]
    if profile.headcount:
        parts.append(words("document.headcount", n=int(profile.headcount)))
    if profile.revenue:
        parts.append(amount_a_year("revenue", profile.revenue, words))
    return " · ".join(part for part in parts if part)


def _amounts(*names: str) -> Filler:
    def fill(facts: Facts) -> str:
        profile, words = profile_of(facts.engagement), facts.words
        return "\n".join(
            f"- {amount_a_year(name, value, words)}"
            for name in names
            if (value := getattr(profile, name)) is not None
        )

    return fill


def _founder(facts: Facts) -> str:
    name = signed_as(facts.engagement, "founder")
    return escaped(name) or _the("founder", facts)


def _cmo(facts: Facts) -> str:
    name = transition_of(facts.engagement).leaving or signed_as(facts.engagement, "cmo")
    return escaped(name) or _the("cmo", facts)


def _lead(facts: Facts) -> str:
    """Who leads the marketing that day: the CMO; once they left, who took over, or the team."""
    if left_on(facts.engagement, facts.today) is None:
        return _cmo(facts)
    return _successor(facts) or _the("team", facts)


def _me(facts: Facts) -> str:
    """Who begins it; the role, as a sentence says it, of somebody who signs with no name."""
    for role in ("founder", "cmo", "team"):
        if facts.me == facts.words(f"role.{role}"):
            return _the(role, facts)
    return escaped(facts.me)


def _the(role: str, facts: Facts) -> str:
    """The role as a sentence says it; where it signs on a line of its own, with a capital."""
    said = facts.words(f"document.the.{role}")
    return said[:1].upper() + said[1:] if facts.alone else said


def _successor(facts: Facts) -> str:
    return escaped(taker_there(facts.engagement, facts.today))


def _team(facts: Facts) -> str:
    there = still_there(facts.engagement, facts.today)
    labels = labels_of(there.values())
    return "\n".join(
        f"- {escaped(labels[key])}{f' · {escaped(each.role)}' if each.role else ''}"
        for key, each in there.items()
    )


def _end(facts: Facts) -> str:
    return facts.day(end_of(facts.engagement))


def _switch(facts: Facts) -> str:
    return facts.day(back_plan_of(facts.engagement, facts.today).day("switch"))


def _days_a_week(facts: Facts) -> str:
    phases = phases_of(facts.engagement)
    doses = [each.days_per_week for each in phases if each.days_per_week is not None]
    if len(set(doses)) > 1:
        return " → ".join(number(each, facts.words) for each in dict.fromkeys(doses))
    dose = dose_on(facts.engagement, facts.today)
    return "" if dose is None else number(dose, facts.words)


def _in_plan(facts: Facts, share: float = 1) -> str:
    days = planned_days(facts.engagement, facts.today, facts.today + PLAN)
    return number(round(days * share, 1), facts.words) if days else ""


def _days_used(facts: Facts) -> str:
    return number(facts.month.days_used, facts.words)


def _days_planned(facts: Facts) -> str:
    days = facts.month.days_planned
    return number(round(days, 1), facts.words) if days else ""


def _days_left(facts: Facts) -> str:
    burn = burn_today(facts.engagement, min(facts.bounds[1], facts.today))
    if burn is None:
        return ""
    left, over = round(burn.left, 1), round(-burn.left, 1)
    if over > 0:
        days = number(over, facts.words)
        return facts.words("rhythm.left-of-none", n=over, days=days)
    # A mission that ended with the period has no day left after it either.
    ended = burn.ended or left_on(facts.engagement, facts.today) == facts.bounds[1]
    if ended or burn.end is None:
        key = "rhythm.left-ended" if ended else "rhythm.left-open"
        return facts.words(key, n=left, days=number(left, facts.words))
    return days_said(left, facts.words)


def _situation(facts: Facts) -> str:
    if not framing_of(facts.engagement).situation:
        return ""
    return "\n".join(situation_lines(facts.engagement, facts.catalogues, facts.words))


def _tools(facts: Facts) -> str:
    rows = [
        [facts.words(f"access.category.{line.category}"), line.tool, line.owner]
        for line in accesses_of(facts.engagement).values()
        if line.state != "na"
    ]
    heads = ("category", "tool", "owner")
    return _table("document.col", heads, sorted(rows, key=lambda row: row[0]), facts.words)


def _register(facts: Facts) -> str:
    if not accesses_of(facts.engagement):
        return ""
    recorded = Recorded(
        facts.engagement, facts.catalogues, facts.words, facts.today, facts.playbook
    )
    return "\n".join(register_lines(recorded))


def _overlap(facts: Facts) -> str:
    if profile_of(facts.engagement).successor_first_day is None:
        return ""
    lines = overlap_lines(facts.engagement, facts.catalogues, facts.words, facts.today)
    return "\n".join(lines).replace("\n## ", "\n#### ").replace("\n### ", "\n#### ").strip()


def _contacts(facts: Facts) -> str:
    if not contacts_of(facts.engagement):
        return ""
    return "\n".join(contact_lines(facts.engagement, facts.words))


def _loops(facts: Facts) -> str:
    if not loops_of(facts.engagement).all:
        return ""
    return "\n".join(loop_lines(facts.engagement, facts.catalogues, facts.words))


def _readiness(facts: Facts) -> str:
    ready = readiness_of(facts.engagement, facts.today)
    return "\n".join(verdict_lines(verdict_of(facts.engagement, facts.today), ready, facts.words))


def _note(facts: Facts) -> str:
    return decision_note(facts.engagement, facts.catalogues, facts.words, facts.today)


def _of_review(name: str) -> Filler:
    """A figure of the last review of the signals, dated; else the one of the mission's frame."""

    def fill(facts: Facts) -> str:
        profile, reviews = profile_of(facts.engagement), reviews_of(facts.engagement)
        value = getattr(reviews[-1], name, None) if reviews else None
        day = reviews[-1].day if reviews and value is not None else None
        if value is None:
            value = {"headcount": profile.headcount, "budget": profile.leadership_budget}.get(name)
        if value is None:
            return ""
        if isinstance(value, bool):
            told = facts.words("frame.yes" if value else "frame.no")
        else:
            told = money(value, facts.words) if name == "budget" else number(value, facts.words)
        return f"{told} ({facts.day(day)})" if day else told

    return fill


def _table(under: str, heads: tuple[str, ...], rows: list[list[str]], words: Words) -> str:
    if not rows:
        return ""
    return "\n".join(table([words(f"{under}.{head}") for head in heads], rows))


MISSION: Final[Mapping[str, Filler]] = {
    "company": _company,
    "traits": _traits,
    "budgets": _amounts(*BUDGETS),
    "founder": _founder,
    "cmo": _cmo,
    "lead": _lead,
    "successor": _successor,
    "me": _me,
    "name": _name,
    "team": _team,
    "today": lambda facts: facts.day(facts.today),
    "period": lambda facts: escaped(period_words(facts.document_id, facts.words)),
    "first-day": lambda facts: facts.day(profile_of(facts.engagement).first_day),
    "end": _end,
    "t0": lambda facts: facts.day(profile_of(facts.engagement).successor_first_day),
    "switch-day": _switch,
    "plan-start": lambda facts: facts.day(facts.today),
    "plan-end": lambda facts: facts.day(facts.today + PLAN),
    "days-a-week": _days_a_week,
    "days-in-plan": _in_plan,
    "days-in-plan-limit": lambda facts: _in_plan(facts, ROOM),
    "days-used": _days_used,
    "days-planned": _days_planned,
    "days-left": _days_left,
    "situation": _situation,
    "tools": _tools,
    "overlap": _overlap,
    "contacts": _contacts,
    "loops": _loops,
    "readiness": _readiness,
    "register": _register,
    "note": _note,
    "headcount": _of_review("headcount"),
    "leadership-budget": _of_review("budget"),
    "presence": _of_review("presence"),
}
