"""What the register proves of the playbook's steps: the tools that make it so, or nothing.

A tool added since is work to do, and does not undo a step (see `once_done`). What is said of the
whole register at the exit is another matter: a tool that came since must leave too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from coach_tui.engagement.access.flags import ADMINS
from coach_tui.engagement.access.record import ENTITY, Access, accesses_of
from coach_tui.engagement.once_done import begun_at, last_set, once_complete, set_at
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement

ASKED_FOR: Final = ("crm", "analytics", "automation", "reporting")  # the guide's list of tools
# What makes a line sound, or not.
_SOUND: Final = ("granted_role", "shared_secret", "cmo_owns", "transferred_on", "admins")


def listed(engagement: Engagement) -> str:
    """Every kind of tool the guide names has its line, if only to say that it does not apply."""
    lines = accesses_of(engagement).values()
    return "" if unlisted(engagement) else _tools(lines)


def unlisted(engagement: Engagement) -> tuple[str, ...]:
    """The kinds of tool the guide names that have no line yet, in its order."""
    there = {line.category for line in accesses_of(engagement).values()}
    return tuple(each for each in ASKED_FOR if each not in there)


def verified(*categories: str) -> Callable[[Engagement], Proof]:
    """Every tool of these categories was verified by a login, and there is one."""

    def fact(engagement: Engagement) -> Proof:
        lines = {line.id: line for line in _applying(engagement, categories)}
        records = engagement.records(ENTITY)
        begun = {each: begun_at(records[each]) for each in lines}
        completed = {
            each: max(begun[each], set_at(records[each], ["verified_on"]))
            for each, line in lines.items()
            if line.verified_on
        }
        found = (lines[each] for each in once_complete(begun, completed))
        proved = tuple(
            Saying("proof.tool", {"tool": line.tool, "day": line.verified_on})
            for line in found
            if line.verified_on
        )
        return Saying("proof.tools", {"tools": proved}) if proved else ""

    return fact


def clean_ledger(engagement: Engagement) -> str:
    """No secret is shared, nobody has more than asked, critical tools have two admins inside.

    So it stays when more is added, once it was so of every kind of tool the guide names.
    """
    lines = {line.id: line for line in _applying(engagement) if line.granted_on}
    if lines and all(_sound(line) for line in lines.values()):
        return _tools(lines.values())
    records = engagement.records(ENTITY)
    begun = {each: set_at(records[each], ["granted_on"]) for each in lines}
    completed = {
        each: max(begun[each], last_set(records[each], _SOUND))
        for each, line in lines.items()
        if _sound(line)
    }

    def whole(known: Sequence[str]) -> bool:
        return _asked_for(lines[each] for each in known)

    return _tools(lines[each] for each in once_complete(begun, completed, whole))


def exit_complete(engagement: Engagement) -> str:
    """Every access that was opened is gone and somebody checked it, or is kept and checked."""
    lines = [line for line in _applying(engagement) if line.granted_on]
    return _tools(lines) if lines and all(line.exit_verified_on for line in lines) else ""


def company_owned(engagement: Engagement) -> str:
    """Nothing belongs to the CMO any more: every tool is the company's, with two admins."""
    lines = _applying(engagement)
    return _tools(lines) if lines and all(line.company_owned for line in lines) else ""


def _sound(line: Access) -> bool:
    return (
        not line.shared_secret
        and not line.more
        and not line.of_cmo
        and (not line.critical or (line.admins or 0) >= ADMINS)
    )


def _asked_for(lines: Iterable[Access]) -> bool:
    return {line.category for line in lines}.issuperset(ASKED_FOR)


def _applying(engagement: Engagement, categories: tuple[str, ...] = ()) -> list[Access]:
    return [
        line
        for line in accesses_of(engagement).values()
        if line.state != "na" and (not categories or line.category in categories)
    ]


def _tools(lines: Iterable[Access]) -> str:
    return ", ".join(dict.fromkeys(line.tool for line in lines))
