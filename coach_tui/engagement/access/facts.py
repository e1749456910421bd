"""What the ledger proves of the playbook's steps: the tools that make it so, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from coach_tui.engagement.access.flags import ADMINS
from coach_tui.engagement.access.record import Access, accesses_of
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement

ASKED_FOR: Final = ("crm", "analytics", "automation", "reporting")  # the guide's list of tools


def listed(engagement: Engagement) -> str:
    """Every kind of tool the guide names has its line, if only to say that it does not apply."""
    lines = accesses_of(engagement).values()
    kinds = {line.category for line in lines}
    return _tools(lines) if kinds.issuperset(ASKED_FOR) else ""


def verified(*categories: str) -> Callable[[Engagement], Proof]:
    """Every tool of these categories was verified by a login, and there is one."""

    def fact(engagement: Engagement) -> Proof:
        lines = _applying(engagement, categories)
        proved = tuple(
            Saying("proof.tool", {"tool": line.tool, "day": line.verified_on})
            for line in lines
            if line.verified_on
        )
        if not lines or len(proved) < len(lines):
            return ""
        return Saying("proof.tools", {"tools": proved})

    return fact


def clean_ledger(engagement: Engagement) -> str:
    """No secret is shared, nobody has more than asked, critical tools have two admins inside."""
    lines = [line for line in _applying(engagement) if line.granted_on]
    sound = all(
        not line.shared_secret
        and not line.more
        and not (line.cmo_owns and not line.transferred_on)
        and (not line.critical or (line.admins or 0) >= ADMINS)
        for line in lines
    )
    return _tools(lines) if lines and sound else ""


def exit_complete(engagement: Engagement) -> str:
    """Every access that was opened is gone and somebody checked it, or is kept and checked."""
    lines = [line for line in _applying(engagement) if line.granted_on]
    return _tools(lines) if lines and all(line.exit_verified_on for line in lines) else ""


def company_owned(engagement: Engagement) -> str:
    """Nothing belongs to the CMO any more: every tool is the company's, with two admins."""
    lines = _applying(engagement)
    return _tools(lines) if lines and all(line.company_owned for line in lines) else ""


def _applying(engagement: Engagement, categories: tuple[str, ...] = ()) -> list[Access]:
    return [
        line
        for line in accesses_of(engagement).values()
        if line.state != "na" and (not categories or line.category in categories)
    ]


def _tools(lines: Iterable[Access]) -> str:
    return ", ".join(dict.fromkeys(line.tool for line in lines))
