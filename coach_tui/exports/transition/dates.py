"""The back-plan and the overlap, as Markdown."""

from __future__ import annotations

from datetime import date

from coach_tui.coach.transition.overlap import (
    ROLES,
    Overlap,
    OverlapWeek,
    overlap_of,
    this_week,
    who_decides,
)
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.plan import BackPlan, Milestone, PlanFlag, back_plan_of
from coach_tui.engagement.transition.record import Transition
from coach_tui.engagement.transition.taker import handing_over
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.figures import number, pair
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import plain_date


def plan_lines(engagement: Engagement, words: Words, today: date) -> list[str]:
    """What does not hold together, then every date."""
    plan = back_plan_of(engagement, today)
    lines = [f"- {flag_words(flag, words)}" for flag in plan.flags]
    if plan.t0:
        day = plain_date(plan.t0, words.language)
        lines += ["", f"**{words('transition.plan.t0', day=day)}**", ""]
        lines += [f"- {milestone_words(each, words)}" for each in plan.milestones]
    return [*lines, "", words("transition.plan.rule")]


def flag_words(flag: PlanFlag, words: Words) -> str:
    """What does not hold together."""
    return words(f"transition.flag.{flag.id}", off="✗", **flag.values)


def milestone_words(milestone: Milestone, words: Words) -> str:
    """T−26 wk, 9 March 2026: start the search."""
    day = plain_date(milestone.day, words.language)
    weeks = round(milestone.weeks)
    at = words("transition.plan.at-t0")
    if weeks:
        at = words("transition.plan.week", weeks=f"{'+' if weeks > 0 else '−'}{abs(weeks)}")
    return pair(f"{at} · {day}", words(f"transition.milestone.{milestone.id}"), words)


def overlap_lines(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> list[str]:
    """Week by week: who decides what from which date, what each does, what to pass.

    Once the CMO has left, that is said first: nothing is theirs to decide this week.
    """
    plan, transition = back_plan_of(engagement, today), handing_over(engagement, today)
    if plan.t0 is None:
        return [flag_words(flag, words) for flag in plan.flags]
    found = overlap_of(engagement, catalogues, today)
    lines = []
    now = this_week(found.weeks, today)
    if found.left:
        lines += [f"**{left_words(found, words)}**", ""]
    elif now:
        decides = decides_words(now, transition, words)
        lines += [pair(f"**{words('transition.plan.this-week')}**", decides, words), ""]
    for week in found.weeks:
        lines += [f"**{week_head(week, words)}** · {week_dose(week, words)}", ""]
        lines += [] if found.left else [f"- {decides_words(week, transition, words)}"]
        lines += [*week_lines(week, words), ""]
    return lines


def left_words(found: Overlap, words: Words) -> str:
    """That the overlap is over, and how much of it was planned after the day the CMO left."""
    day = plain_date(found.left, words.language) if found.left else ""
    if not found.weeks:
        return words("transition.overlap.none", day=day)
    if found.left_out:
        return words("transition.overlap.cut", n=found.left_out, day=day)
    return words("transition.overlap.over", day=day)


def advisory_lines(catalogues: Catalogues, words: Words) -> list[str]:
    """The usual terms of an advisory after the end; what is law is for counsel to check."""
    lines = [f"**{words('transition.dossier.advisory')}**", ""]
    for entry in catalogues.get("advisory-terms", ()):
        told = entry.words[words.language]
        lines.append(f"- {pair(told['clause'], told['usual'], words)} ({told['note']})")
    return [*lines, "", words("frame.counsel")]


def decides_words(week: OverlapWeek, transition: Transition, words: Words) -> str:
    """“This week, X decides …”, names escaped."""
    successor, leaving = escaped(transition.successor), escaped(transition.leaving)
    return who_decides(week, words.language, successor, leaving)


def week_dose(week: OverlapWeek, words: Words) -> str:
    """The CMO's days of that week: from so many to so many, or so many."""
    low, high = (number(each, words) for each in week.dose)
    return words("transition.plan.dose" if low != high else "transition.plan.dose-flat",
                 low=low, high=high)  # fmt: skip


def week_head(week: OverlapWeek, words: Words) -> str:
    """Which week it is, and its first day."""
    day = plain_date(week.start, words.language)
    return words("transition.plan.week-of", n=week.number, day=day)


def week_lines(week: OverlapWeek, words: Words) -> list[str]:
    """What each does that week, and what it takes to pass to the next."""
    roles = [
        words(f"transition.plan.{role}", what=week.said(role, words.language)) for role in ROLES
    ]
    gate = words("transition.plan.gate", what=week.said("gate", words.language))
    return [f"- {each}" for each in (*roles, gate)]


def plan_flags(plan: BackPlan, words: Words) -> list[str]:
    """The alerts alone, for a summary."""
    return [flag_words(flag, words) for flag in plan.flags if flag.alert]
