"""The cost, as questions: a dose, the full time beside it, and what they come to while typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.asking.answers import number_text, numbers_in
from coach_tui.asking.field import Field
from coach_tui.asking.form import Form
from coach_tui.engagement.change import Decision
from coach_tui.engagement.framing.budget import (
    days_a_month,
    dose_of,
    full_time_of,
    months_planned,
    plan_cost,
)
from coach_tui.engagement.framing.cost import BILLED_WEEKS, Cost, Dose, FullTime, Phase, cost
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.figures import days_said, money, months_said, number
from coach_tui.exports.framing.cost import other_effort, saving_words
from coach_tui.language import Refusal, Words
from coach_tui.language.currency import EUR
from coach_tui.language.dates import plain_date

COST_FIGURES: Final = (
    "day_rate", "days_per_month", "months", "billed_weeks", "gross", "factor", "bonus", "search",
)  # fmt: skip


def cost_form(engagement: Engagement, words: Words) -> Form:
    """The dose and the full time beside it; while none is recorded, what the mission's own days
    come to, and how."""
    dose, full_time = dose_of(engagement), full_time_of(engagement)
    values = {**dose._asdict(), **full_time._asdict()}
    planned = dose.phases or dose.days_per_month or dose.months
    said = {} if planned else _of_mission(engagement, words)
    values |= {name: worked_out for name, (worked_out, _) in said.items()}
    phases = ", ".join(
        f"{number_text(each.days_per_week, words)}x{number_text(each.weeks, words)}"
        for each in dose.phases
    )
    fields = [
        Field(
            name, words(f"frame.cost.{name}"), number_text(values[name] or None, words),
            hint=said[name][1] if name in said else "",
        )
        for name in COST_FIGURES
    ]  # fmt: skip
    fields.insert(3, Field("phases", words("frame.cost.phases"), phases))

    def decide(answers: Mapping[str, str]) -> Decision:
        found = read_cost(answers, words)
        return found if isinstance(found, Refusal) else plan_cost(*found)

    return Form(words("frame.cost"), tuple(fields), decide)


def _of_mission(engagement: Engagement, words: Words) -> dict[str, tuple[float, str]]:
    """The days a month and the months of the mission as it stands, each with how it was found."""
    profile, found = profile_of(engagement), dict[str, tuple[float, str]]()
    if days := days_a_month(engagement):
        week, weeks = number_text(profile.days_per_week, words), number_text(BILLED_WEEKS, words)
        found["days_per_month"] = days, words("frame.cost.from-week", days=week, weeks=weeks)
    if (months := months_planned(engagement)) and profile.first_day and profile.planned_end:
        first, end = (
            plain_date(each, words.language) for each in (profile.first_day, profile.planned_end)
        )
        found["months"] = months, words("frame.cost.from-days", first=first, end=end)
    return found


def read_cost(answers: Mapping[str, str], words: Words) -> tuple[Dose, FullTime] | Refusal:
    """The dose and the full time of these answers; phases win where both are given."""
    figures = numbers_in(answers, COST_FIGURES, words)
    if isinstance(figures, Refusal):
        return figures
    phases = read_phases(answers["phases"], words)
    if isinstance(phases, Refusal):
        return phases
    ours = Dose()
    usual = ours.day_rate if words.currency == EUR else 0.0  # the guide's is in euros
    dose = Dose(
        usual if figures["day_rate"] is None else figures["day_rate"],
        figures["days_per_month"],
        figures["months"],
        phases,
        ours.billed_weeks if figures["billed_weeks"] is None else figures["billed_weeks"],
    )
    factor = figures["factor"]
    full_time = FullTime(
        figures["gross"],
        FullTime().factor if factor is None else factor,
        figures["bonus"] or 0.0,
        figures["search"] or 0.0,
    )
    return dose, full_time


def read_phases(text: str, words: Words) -> tuple[Phase, ...] | Refusal:
    """`3x13, 1x31`: days a week × weeks, parted by a comma and a space, a semicolon or `+`."""
    phases = []
    for part in text.replace(";", ", ").replace("+", ", ").split(", "):
        if not part.strip():
            continue
        days, _, weeks = part.lower().replace("×", "x").partition("x")
        found = numbers_in({"days": days, "weeks": weeks}, ("days", "weeks"), words)
        if isinstance(found, Refusal) or not (found["days"] and found["weeks"]):
            return Refusal("refusal.frame.phase", {"text": part.strip()[:40]}, "phases")
        phases.append(Phase(found["days"], found["weeks"]))
    return tuple(phases)


def cost_told(answers: Mapping[str, str], words: Words) -> str:
    """What the answers so far come to, in four lines; why they don't, where they can't."""
    found = read_cost(answers, words)
    worked_out = cost(*found, words.currency) if not isinstance(found, Refusal) else found
    if not isinstance(worked_out, Cost):
        return words.refusal(worked_out)
    headline = words(
        "frame.cost.headline",
        days=days_said(worked_out.days, words),
        fee=money(worked_out.fee, words),
        month=money(worked_out.per_month, words),
    )
    figures = " · ".join(
        f"{money(against.same_time, words)} → {saving_words(against, words)}"
        for against in worked_out.against
    )
    lines = [headline]
    if worked_out.against:
        meet = number(worked_out.against[0].break_even, words, 1)
        months = months_said(worked_out.share * 12, words)
        savings = words("frame.cost.same-months", months=months, figures=figures)
        lines = [f"{headline} · {words('frame.cost.break-even', days=meet)}", savings]
    if worked_out.other_effort:
        lines.append(other_effort(worked_out, words))
    return "\n".join(lines)
