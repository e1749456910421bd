"""What expires, as questions: one line; all that the register and the contract offer at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from coach_tui.asking.answers import day_field, days_in
from coach_tui.asking.form import Form, form_from
from coach_tui.coach.transition.expiring import as_line, gather, proposals
from coach_tui.engagement.change import Decision
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.expiry import Expiry, expiries_of, set_expiry
from coach_tui.exports.transition.expiries import proposal_name
from coach_tui.language import Refusal, Words

ASKED: Final = ("what", "kind", "day", "notice", "cost", "owner", "ends", "note")


def expiry_form(engagement: Engagement, line: Expiry, words: Words, today: date) -> Form:
    """One line of the list."""
    return form_from(
        words("expiry"), line, ASKED, words, today,
        lambda said: set_expiry(engagement, line.id, said, today),
        new=line.id not in expiries_of(engagement),
    )  # fmt: skip


def gather_form(
    engagement: Engagement, new_id: Callable[[], str], words: Words, today: date
) -> Form:
    """A day for each of those offered; what is left empty is not listed."""
    offered = proposals(engagement)
    fields = tuple(
        day_field(f"n{place}", proposal_name(each, words), each.day, "ahead")
        for place, each in enumerate(offered)
    )

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, [field.name for field in fields], words, today)
        if isinstance(days, Refusal):
            return days
        lines = [
            as_line(each._replace(day=days[field.name]), new_id(), proposal_name(each, words))
            for each, field in zip(offered, fields, strict=True)
            if days[field.name]
        ]
        return gather(engagement, lines, today)

    # n0 is another one's, once others are offered.
    asked = " ".join(f"{each.origin} {each.key or each.name}" for each in offered)
    return Form(words("expiry.gather"), fields, decide, asked)
