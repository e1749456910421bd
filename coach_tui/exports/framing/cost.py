"""The cost, as Markdown: the price, the effort behind it, and both full-time figures beside it."""

from __future__ import annotations

from collections.abc import Sequence

from coach_tui.engagement.framing.budget import over_budget
from coach_tui.engagement.framing.cost import Against, Cost
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.figures import (
    days_said,
    money,
    months_said,
    number,
    pair,
    percent,
    weeks_said,
)
from coach_tui.language import Words
from coach_tui.language.currency import EUR

TOPICS = ("cost", "time", "model")


def cost_lines(worked_out: Cost, words: Words, over: Sequence[str] = ()) -> list[str]:
    """Everything about this dose, the warning on its effort included; `over` is the one on the
    budget stated, where the dose is the mission's own."""
    dose, days = worked_out.dose, days_said(worked_out.days, words)
    rate, fee = money(dose.day_rate, words), money(worked_out.fee, words)
    lines = []
    for phase in dose.phases:
        lines.append(
            "- "
            + words(
                "frame.cost.phase",
                dose=number(phase.days_per_week, words),
                weeks=weeks_said(phase.weeks, words),
                days=days_said(phase.days, words),
                money=money(phase.days * dose.day_rate, words),
            )
        )
    lines += [
        f"- {words('frame.cost.mission', days=days, rate=rate, money=f'**{fee}**')}",
        f"- {words('frame.cost.per-month', money=money(worked_out.per_month, words))}",
        f"- {words('frame.cost.per-year', money=money(worked_out.per_year, words))}",
        f"- {words('frame.cost.guide-fee')}",
        "",
        *over,
        *comparison_lines(worked_out, words),
        "",
        *effort_lines(worked_out, words),
    ]
    return [*lines, "", words("frame.cost.vat")]


def over_budget_lines(engagement: Engagement, words: Words) -> list[str]:
    """The warning where the fee passes the leadership budget stated."""
    over = over_budget(engagement)
    if over is None:
        return []
    key = "frame.cost.pace-over-budget" if over.by_pace else "frame.cost.over-budget"
    return [words(key, fee=money(over.fee, words), budget=money(over.budget, words)), ""]


def comparison_lines(worked_out: Cost, words: Words) -> list[str]:
    """Each full-time figure beside the mission, over the same months."""
    months = months_said(worked_out.share * 12, words)
    lines = [f"- {against_line(against, months, words)}" for against in worked_out.against]
    if words.currency != EUR:
        lines.append(f"- {words('frame.cost.other-currency')}")
    return lines


def against_line(against: Against, months: str, words: Words) -> str:
    """One full-time figure over the mission's own months: the saving, the break-even."""
    beside = words(
        "frame.cost.against",
        months=months,
        same=money(against.same_time, words),
        year=money(against.year, words),
        source=words(f"frame.cost.source.{against.source}"),
    )
    days = number(against.break_even, words, 1)
    meet = words("frame.cost.break-even", days=days)
    return pair(beside, f"**{saving_words(against, words)}** · {meet}", words)


def saving_words(against: Against, words: Words) -> str:
    """52.0 % less, 32 % more, or the same."""
    if abs(against.saving) < 0.0005:
        return words("frame.cost.same")
    key = "frame.cost.saving" if against.saving > 0 else "frame.cost.dearer"
    return words(key, percent=percent(abs(against.saving), words))


def effort_lines(worked_out: Cost, words: Words) -> list[str]:
    """The days behind the price, and the warning where they are too few to compare."""
    days = days_said(worked_out.days, words)
    full = days_said(worked_out.full_time_days, words, 0)
    share = percent(worked_out.effort, words)
    lines = [words("frame.cost.effort", days=days, full=full, percent=share)]
    if worked_out.other_effort:
        lines += ["", other_effort(worked_out, words)]
    return lines


def other_effort(worked_out: Cost, words: Words) -> str:
    """The warning that the days bought and those of a full time can't be compared."""
    days, full = days_said(worked_out.days, words), number(worked_out.full_time_days, words, 0)
    return words("frame.cost.other-effort", n=round(worked_out.days, 2), days=days, full=full)


def contradiction_lines(catalogues: Catalogues, words: Words) -> list[str]:
    """Where the guide contradicts itself on cost, time and model; its missing tables."""
    lines = [f"**{words('frame.cost.contradictions')}**", ""]
    for entry in catalogues.get("contradictions", ()):
        if entry.fields.get("topic") in TOPICS:
            told = entry.words[words.language]
            lines.append(f"- {told['one_side']} ↔ {told['other_side']} {told['what_to_do']}")
    return [*lines, "", words("frame.cost.tables"), "", words("advice.by-rule")]
