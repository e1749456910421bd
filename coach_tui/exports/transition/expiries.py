"""What expires, in words: a line of a list, and the table of the dossier."""

from __future__ import annotations

from datetime import date

from coach_tui.coach.team.left_behind import left_behind
from coach_tui.coach.transition.expiring import Proposal
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.expiry import ENTITY, URGENT, Expiry, expiries_of
from coach_tui.exports.figures import number, pair
from coach_tui.exports.markdown import escaped
from coach_tui.exports.markdown_table import table
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date, short_date
from coach_tui.language.numbers import write_money

COLUMNS = ("what", "kind", "day", "act_by", "owner", "cost", "ends")


def expiry_mark(line: Expiry, today: date) -> str:
    """✗ passed · ! within thirty days, nothing decided · – left to end · ✓ renewed · "·" else."""
    if line.passed(today):
        return "✗"
    if line.ends:
        return "✓" if line.ends == "renew" else "–"
    left = line.left(today)
    return "!" if left is not None and left <= URGENT else "·"


def expiry_words(line: Expiry, gone: bool, words: Words, today: date) -> str:
    """`example.com · domain · by 3 March 2026 (in 21 days) · Zoé`; `gone`: its owner leaves."""
    parts = [one_line(line.what), words(f"expiry.kind.{line.kind}")]
    by, left = line.act_by, line.left(today)
    if by is None or left is None:
        parts.append(words("expiry.undated"))
    else:
        day = short_date(by, words.language)
        key = "expiry.passed" if left < 0 else "expiry.by"
        parts.append(words(key, day=day, n=abs(left)))
    if line.ends:
        parts.append(words(f"expiry.ends.{line.ends}"))
    owner = one_line(line.owner, 40) or words("expiry.nobody")
    parts.append(words("expiry.leaves", who=owner) if gone else owner)
    return " · ".join(parts)


def owners_gone(engagement: Engagement, today: date) -> frozenset[str]:
    """The lines whose owner leaves or has left, and that nobody took over."""
    return frozenset(each.id for each in left_behind(engagement, today) if each.kind == ENTITY)


def expiry_list(engagement: Engagement, words: Words, today: date) -> list[str]:
    """The whole list a line each, for a page too narrow for its table: what, until when, whose, the
    day it expires where that is not the last to act, at what cost."""
    gone = owners_gone(engagement, today)
    lines = []
    for line in expiries_of(engagement).values():
        said = escaped(expiry_words(line, line.id in gone, words, today))
        if line.day and line.day != line.act_by:
            said += f" · {words('expiry.on', day=short_date(line.day, words.language))}"
        cost = f" · {_priced(line, words)}" if line.cost is not None else ""
        lines.append(f"- {expiry_mark(line, today)} {said}{cost}")
    return lines


def expiry_facts(engagement: Engagement, own: str, words: Words, today: date) -> list[str]:
    """What the row of a line has no room for; the row itself where that is all. Empty where there
    is no such line."""
    line = expiries_of(engagement).get(own)
    if line is None:
        return []
    gone = own in owners_gone(engagement, today)
    told = {
        "day": plain_date(line.day, words.language) if line.day else "",
        "notice": number(line.notice, words) if line.notice else "",
        "cost": _priced(line, words),
        "note": escaped(line.note),
    }
    facts = [
        f"- {pair(words(f'expiry.{name}'), value, words)}" for name, value in told.items() if value
    ]
    return facts or [escaped(expiry_words(line, gone, words, today))]


def _priced(line: Expiry, words: Words) -> str:
    """What it costs a year, cents only where there are some."""
    if line.cost is None:
        return ""
    return write_money(line.cost, words.language, None, words.currency)


def expiry_lines(engagement: Engagement, words: Words, today: date) -> list[str]:
    """The whole list as a table, the first to act on first; nothing where nothing is listed."""
    gone, rows = owners_gone(engagement, today), []
    for line in expiries_of(engagement).values():
        owner = words("expiry.leaves", who=line.owner) if line.id in gone else line.owner
        rows.append(
            [
                line.what, words(f"expiry.kind.{line.kind}"),
                plain_date(line.day, words.language) if line.day else "",
                plain_date(line.act_by, words.language) if line.act_by else "",
                owner, _priced(line, words),
                words(f"expiry.ends.{line.ends}"),
            ]
        )  # fmt: skip
    return table([words(f"expiry.col.{name}") for name in COLUMNS], rows) if rows else []


def proposal_name(offered: Proposal, words: Words) -> str:
    """What something that could be listed is called."""
    return words(f"expiry.from.{offered.key}", what=offered.name) if offered.key else offered.name
