"""Fillers from what was done: steps, decisions, promises, rituals, what moved in the team."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from coach_tui.coach.named import Named, called, named_in, names_of
from coach_tui.coach.rhythm.month import Todo
from coach_tui.engagement.rhythm.decisions import LoggedDecision, decisions_of, promises_of
from coach_tui.engagement.rhythm.occurrences import occurrences_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.team.cover import percent
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.transition.record import left_on
from coach_tui.exports.documents.decision_table import decision_table, rejected
from coach_tui.exports.documents.facts import Facts
from coach_tui.exports.documents.fill_mission import signed_as
from coach_tui.exports.figures import pair
from coach_tui.exports.markdown import escaped, on_one_line
from coach_tui.exports.markdown_table import table
from coach_tui.exports.rhythm.words import ritual_cells, ritual_name
from coach_tui.language.numbers import write_number

Filler = Callable[[Facts], str]
VARIANCE: Final = "budget-variance"  # of the catalogue
UNEXPLAINED: Final = 10  # points, either way (ours)


def _done(facts: Facts) -> str:
    return _list(escaped(title) for title in facts.month.done)


def _stopped(facts: Facts) -> str:
    """What was set aside, with its reason; then the rituals that ended, by name."""
    month, rituals = facts.month, rituals_of(facts.engagement)
    names = names_of(facts.catalogues.get("rituals", ()), facts.words.language)
    set_aside = [
        f"{escaped(title)} — {escaped(reason)}" if reason else escaped(title)
        for title, reason in month.stopped
    ]
    ended = [escaped(ritual_name(rituals[each], names)) for each in month.ended]
    return _list([*set_aside, *ended])


def _next(facts: Facts) -> str:
    """Three moves coming, each with who does it and for when."""
    rows = [[todo.what, _owner(todo, facts), facts.day(todo.due)]
            for todo in facts.month.priorities]  # fmt: skip
    return _table(facts, ("what", "who", "by"), rows)


def _owner(todo: Todo, facts: Facts) -> str:
    """A name where there is one: of a role, that of whoever last signed with it."""
    if not todo.owner_is_role:
        return todo.owner
    return signed_as(facts.engagement, todo.owner) or facts.words(f"role.{todo.owner}")


def _decided(facts: Facts) -> str:
    return _list(_decision_line(each, facts) for each in facts.month.taken)


def _decision_line(each: LoggedDecision, facts: Facts) -> str:
    told = f"**{escaped(each.title)}**"
    if each.chosen and each.title.rstrip().endswith("?"):
        told = f"{told} {escaped(each.chosen)}"
    elif each.chosen:
        told = pair(told, escaped(each.chosen), facts.words)
    return f"{told} — {escaped(each.why)}" if each.why else told


def _waiting(facts: Facts) -> str:
    return _list(
        facts.words("document.waiting", what=escaped(each.title), day=facts.day(each.opened))
        for each in sorted(facts.month.needed, key=lambda each: each.opened)
    )


def _promises(facts: Facts) -> str:
    """Promises open: late ones first, then by day."""
    last = min(facts.bounds[1], facts.today)
    found = [each for each in promises_of(facts.engagement).values() if each.kept is None]
    found.sort(key=lambda each: (each.due is None, each.due))
    rows = [
        [
            each.what,
            each.by,
            facts.words("document.late", day=facts.day(each.due))
            if each.due and each.due < last
            else facts.day(each.due),
        ]
        for each in found
    ]
    return _table(facts, ("what", "who", "by"), rows)


def _log(facts: Facts) -> str:
    return "\n".join(decision_table(facts))


def _of_decision(tell: Callable[[LoggedDecision, Facts], str]) -> Filler:
    """A part of the decision that the document is about."""

    def fill(facts: Facts) -> str:
        decision = decisions_of(facts.engagement).get(facts.period)
        return tell(decision, facts) if decision else ""

    return fill


def _number(decision: LoggedDecision, facts: Facts) -> str:
    """Year and rank in the log: 2025-011."""
    year = decision.opened.year
    same = [each for each in decisions_of(facts.engagement).values() if each.opened.year == year]
    return f"{year}-{same.index(decision) + 1:03}"


def _level(decision: LoggedDecision, facts: Facts) -> str:
    """The level of delegation of the line of the board that has this decision's words."""
    named = _named(facts)
    for line in board_of(facts.engagement).values():
        said = named.decisions.get(line.decision, line.decision)
        if on_one_line(said).casefold() == on_one_line(decision.title).casefold():
            return f"{line.now} · {named.delegation.get(line.now, '')}"
    return ""


def _rituals(facts: Facts) -> str:
    names = names_of(facts.catalogues.get("rituals", ()), facts.words.language)
    left = left_on(facts.engagement, facts.today)
    rows = [
        ritual_cells(each, left, names, facts.words)
        for each in rituals_of(facts.engagement).values()
        if each.runs(facts.today)
    ]
    return _table(facts, ("ritual", "cadence", "runs", "owner", "output"), rows)


def _held(facts: Facts) -> str:
    """Of each ritual, how often it was held in the period, and why not when it was not."""
    first, last = facts.bounds
    names = names_of(facts.catalogues.get("rituals", ()), facts.words.language)
    lines = []
    for ritual in rituals_of(facts.engagement).values():
        found = [
            each
            for each in occurrences_of(facts.engagement).get(ritual.id, ())
            if first <= each.slot <= last
        ]
        if not found:
            continue
        name = escaped(called(ritual.id, ritual.name, names))
        held = sum(each.result == "held" for each in found)
        told = facts.words("document.held", held=held, n=len(found))
        why = [escaped(each.reason) for each in found if each.result != "held" and each.reason]
        lines.append(pair(name, " · ".join([told, *why]), facts.words))
    return _list(lines)


def _next_host(facts: Facts) -> str:
    """The next of the team in turn: who runs a meeting is recorded as the team, not by name."""
    there = [
        each
        for each in people_of(facts.engagement).values()
        if each.there(facts.today) and each.kind == "internal"
    ]
    if not there:
        return ""
    held = sum(map(len, occurrences_of(facts.engagement).values()))
    return escaped(labels_of(there)[there[held % len(there)].id])


def _moved(facts: Facts) -> str:
    """The index before and after, levels that moved (named only if asked), what is delegated."""
    month, words, named = facts.month, facts.words, _named(facts)
    lines = []
    before, after = month.indexes
    if after is not None:
        key = "report.index" if before in (None, after) else "report.index-moved"
        lines.append(words(key, after=percent(after), before=percent(before or 0.0)))
    if month.moved and not facts.levels:
        lines.append(words("report.moved-count", n=len(month.moved)))
    for moved in month.moved if facts.levels else ():
        values = {
            "person": escaped(named.people.get(moved.person, "")),
            "skill": escaped(called(moved.skill, "", named.skills)),
            "before": moved.before,
            "after": moved.after,
        }
        lines.append(words("report.moved", **values))
    if month.delegated:
        lines.append(words("report.delegated", n=month.delegated))
    return _list(lines)


def _budget_gap(facts: Facts) -> str:
    """Where the budget is off by more than it may be unexplained, by how much."""
    return _list(
        facts.words("report.budget-gap", gap=write_number(each.value, facts.words.language, None))
        for row in facts.month.kpis
        if row.kpi.catalogue == VARIANCE and (each := row.reading) and abs(each.value) > UNEXPLAINED
    )


def _risks(facts: Facts) -> str:
    month, words, named = facts.month, facts.words, _named(facts)
    lines = [
        words("report.uncovered", skill=escaped(called(skill, "", named.skills)))
        for skill in month.uncovered
    ]
    for promise in month.late_promises:
        what = escaped(promise.what)
        lines.append(words("report.late", what=what, due=facts.day(promise.due)))
    return _list(lines)


def _named(facts: Facts) -> Named:
    return named_in(facts.engagement, facts.catalogues, facts.words.language)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(facts: Facts, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    return "\n".join(table([facts.words(f"document.col.{head}") for head in heads], rows))


LOG: Final[Mapping[str, Filler]] = {
    "done": _done,
    "stopped": _stopped,
    "next": _next,
    "decided": _decided,
    "waiting": _waiting,
    "promises": _promises,
    "log": _log,
    "decision-day": _of_decision(lambda each, facts: facts.day(each.decided or each.opened)),
    "decision-title": _of_decision(lambda each, facts: escaped(each.title)),
    "decision-number": _of_decision(_number),
    "decision-why": _of_decision(lambda each, facts: escaped(each.why)),
    "decision-options": _of_decision(lambda each, facts: escaped(rejected(each))),
    "decision-owner": _of_decision(lambda each, facts: escaped(each.owner)),
    "decision-level": _of_decision(_level),
    "decision-review": _of_decision(lambda each, facts: facts.day(each.review)),
    "decision-outcome": _of_decision(lambda each, facts: escaped(each.outcome)),
    "rituals": _rituals,
    "held": _held,
    "next-host": _next_host,
    "moved": _moved,
    "budget-gap": _budget_gap,
    "risks": _risks,
}
