"""The decision log as one table: what was decided, why, what was set aside, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from coach_tui.engagement.rhythm.decisions import LoggedDecision, decisions_of
from coach_tui.exports.documents.facts import Facts
from coach_tui.exports.figures import pair
from coach_tui.exports.markdown import escaped, on_one_line
from coach_tui.exports.markdown_table import raw_table

LOG_BLANK: Final = "{log}"
FIRST: Final = 10  # decisions highlighted, of a longer log: those to know first


def decision_table(facts: Facts, since: date | None = None) -> list[str]:
    """The decisions logged, oldest first; only those after `since` where that is said.

    Of a longer log the ten to know first stand out: those that will be looked at again, then the
    latest whose outcome is known.
    """
    found = sorted(decisions_of(facts.engagement).values(), key=day_of)
    rows = [each for each in found if since is None or day_of(each) > since]
    if not rows:
        return []
    first = frozenset[str]() if since else _first(found, facts.today)
    heads = [facts.words(f"document.col.{name}") for name in
             ("day", "decision", "chosen", "why", "rejected", "became")]  # fmt: skip
    lines = raw_table(heads, [_row(each, facts, stands_out=each.id in first) for each in rows])
    told = facts.words("document.log.first") if first else ""
    since_then = facts.words("document.log.since", day=facts.day(since)) if since else ""
    before = [line for each in (since_then, told) if each for line in (each, "")]
    return [*before, *lines]


def day_of(decision: LoggedDecision) -> date:
    """The day it was taken; until then, the day it was asked."""
    return decision.decided or decision.opened


def rejected(decision: LoggedDecision) -> str:
    """The options less the one chosen."""
    chosen = decision.chosen.strip().casefold()
    listed = decision.options.replace(";", "\n").split("\n")
    options = (each.strip().strip("-•").strip() for each in listed)  # no-break spaces too
    return " · ".join(each for each in options if each and each.casefold() != chosen)


def _row(each: LoggedDecision, facts: Facts, *, stands_out: bool) -> list[str]:
    title = on_one_line(escaped(each.title))
    chosen = facts.words("document.not-decided") if each.open else escaped(each.chosen)
    review = facts.day(each.review)
    became = escaped(each.outcome)
    return [
        facts.day(day_of(each)),
        f"**{title}**" if stands_out else title,
        chosen,
        escaped(each.why),
        escaped(rejected(each)),
        pair(review, became, facts.words) if review and became else became or review,
    ]


def _first(found: list[LoggedDecision], today: date) -> frozenset[str]:
    if len(found) <= FIRST:
        return frozenset()
    ahead = [each for each in found if each.review and each.review > today]
    known = [each for each in reversed(found) if each.outcome and each not in ahead]
    return frozenset(each.id for each in [*ahead, *known][:FIRST])
