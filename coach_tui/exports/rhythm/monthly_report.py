"""The monthly report's draft: the template's ten headings, filled with what was recorded.

What only its author can say (the sentence that matters, what was learned, why a gap) is left as a
line to write. Nobody's ratings are in it beyond the levels that moved, and those only if asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from coach_tui.coach.named import Named, called
from coach_tui.coach.rhythm.month import Month, Todo
from coach_tui.engagement.team.cover import percent
from coach_tui.exports.kpi.month_rows import WIDTH, month_cells
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import month_and_year, plain_date
from coach_tui.language.numbers import write_number

VARIANCE: Final = "budget-variance"  # of the catalogue
UNEXPLAINED: Final = 10  # points, either way (ours)
_BLANK: Final = re.compile(r"\{(\w+)\}")


def monthly_report(
    template: str,
    month: Month,
    company: str,
    named: Named,
    words: Words,
    *,
    author: str = "",
    levels: bool = False,
) -> str:
    """The draft, in the language of `words`. `levels` names the people whose levels moved."""
    to_write = f"*{words('report.to-write')}*"
    blanks = {
        "company": escaped(company),
        "month": month_and_year(month.first, words.language),
        "author": escaped(author) or to_write,
        "reviewer": to_write,
        "summary": f"*{words('report.summary')}*",
        "kpis": _table((month_cells(row, named, words) for row in month.kpis), WIDTH),
        "done": _list([*map(escaped, month.done), *_taken(month, words)], to_write),
        "learned": f"- *{words('report.learned')}*",
        "stopped": _list(_stopped(month), to_write),
        "priorities": _table((_priority(todo, words) for todo in month.priorities), 3),
        "autonomy": _list(_autonomy(month, named, words, levels=levels), to_write),
        "budget": _list(_gap(month, words), f"*{words('report.budget')}*"),
        "days_used": write_number(month.days_used, words.language),
        "days_planned": _planned(month, words),
        "risks": _list(_risks(month, named, words), to_write),
        "decisions": _table(
            ((escaped(each.title), "", f"*{words('report.default')}*") for each in month.needed), 3
        ),
    }
    # One pass: braces in people's words are words.
    return _BLANK.sub(lambda found: blanks.get(found[1], found[0]), template)


def _priority(todo: Todo, words: Words) -> Sequence[str]:
    owner = words(f"role.{todo.owner}") if todo.owner_is_role else todo.owner
    due = plain_date(todo.due, words.language) if todo.due else ""
    return escaped(todo.what), escaped(owner), escaped(due)


def _taken(month: Month, words: Words) -> list[str]:
    return [
        words("report.decided", decision=escaped(each.title), why=escaped(each.why))
        for each in month.taken
    ]


def _stopped(month: Month) -> list[str]:
    return [
        f"{escaped(title)} — {escaped(reason)}" if reason else escaped(title)
        for title, reason in month.stopped
    ]


def _autonomy(month: Month, named: Named, words: Words, *, levels: bool) -> list[str]:
    lines = []
    before, after = month.indexes
    if after is not None:
        key = "report.index" if before in (None, after) else "report.index-moved"
        values = {"after": percent(after), "before": percent(before or 0.0)}
        lines.append(words(key, **values))
    if month.moved and not levels:
        lines.append(words("report.moved-count", n=len(month.moved)))
    for moved in month.moved if levels else ():
        person = escaped(named.people.get(moved.person, ""))
        skill = escaped(called(moved.skill, "", named.skills))
        values = {"before": moved.before, "after": moved.after}
        lines.append(words("report.moved", person=person, skill=skill, **values))
    if month.delegated:
        lines.append(words("report.delegated", n=month.delegated))
    return lines


def _risks(month: Month, named: Named, words: Words) -> list[str]:
    risks = [
        words("report.uncovered", skill=escaped(called(skill, "", named.skills)))
        for skill in month.uncovered
    ]
    for promise in month.late_promises:
        due = plain_date(promise.due, words.language) if promise.due else ""
        risks.append(words("report.late", what=escaped(promise.what), due=due))
    return risks


def _gap(month: Month, words: Words) -> list[str]:
    """Where the budget is off by more than it may be unexplained, the gap and a line to write."""
    read = [row.reading for row in month.kpis if row.kpi.catalogue == VARIANCE and row.reading]
    return [
        words("report.budget-gap", gap=write_number(each.value, words.language, None))
        for each in read
        if abs(each.value) > UNEXPLAINED
    ]


def _planned(month: Month, words: Words) -> str:
    if month.days_planned is None:
        return "—"
    return write_number(round(month.days_planned, 1), words.language)


def _list(lines: Iterable[str], otherwise: str) -> str:
    return "\n".join(f"- {line}" for line in lines) or f"- {otherwise}"


def _table(rows: Iterable[Sequence[str]], width: int) -> str:
    lines = [f"| {' | '.join(cell or ' ' for cell in row)} |" for row in rows]
    return "\n".join(lines) or f"| {' | '.join('—' for _ in range(width))} |"
