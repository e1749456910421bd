"""The ledger as it is read: each line with its flags, and what an end today would cost."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coach_tui.engagement.access.flags import (
    VERIFY_WITHIN,
    AccessFlag,
    flags_of,
    if_it_ended,
    shows_exit,
)
from coach_tui.engagement.access.record import Access, accesses_of
from coach_tui.engagement.access.steps import next_step
from coach_tui.engagement.documents.record import nine_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import end_of, ended_on
from coach_tui.language import Words
from coach_tui.language.fold import folded

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry

Entries = Mapping[str, "Entry"]


class LedgerLine(NamedTuple):
    """One line of the ledger today. `due` is the day its next step should be done by, if known."""

    access: Access
    flags: tuple[AccessFlag, ...]
    leaving: bool
    next: str
    due: date | None


class IfItEnded(NamedTuple):
    """How many lines are to be revoked, to be transferred, and mandatory documents missing.

    over  whether its last day has passed: it is no “if” any more.
    """

    revoke: int
    transfer: int
    documents: int
    over: bool = False


def ledger(engagement: Engagement, today: date) -> tuple[LedgerLine, ...]:
    """Every line, in the order it was added."""
    end = end_of(engagement)
    return tuple(_line(access, today, end) for access in accesses_of(engagement).values())


def if_it_ended_today(engagement: Engagement, today: date) -> IfItEnded:
    """“If it ended today: 7 to revoke, 2 to transfer, 3 documents missing.”

    A document is missing until someone who did not write it has verified it.
    """
    ending = if_it_ended(accesses_of(engagement).values())
    missing = sum(not document.verified for document in nine_of(engagement).values())
    over = ended_on(engagement, today)
    return IfItEnded(len(ending.revoke), len(ending.transfer), missing, over)


def said_if_it_ended(ended: IfItEnded, words: Words) -> str:
    """The same, in words."""
    parts = (
        words("access.to-revoke", n=ended.revoke),
        words("access.to-transfer", n=ended.transfer),
        words("access.documents-missing", n=ended.documents),
    )
    told = words("access.over" if ended.over else "access.ended")
    return f"{told} {', '.join(parts)}"


def state_word(access: Access, words: Words) -> str:
    """The state in words; what is kept at the end says so."""
    kept = access.exit == "keep" and access.state == "exit-verified"
    return words(f"access.state.{'kept' if kept else access.state}")


def frame_of(entry: "Entry", words: Words) -> dict[str, str | bool]:
    """What the catalogue proposes for a tool, in the reader's language."""
    said = entry.words[words.language]
    return {
        "tool": str(entry.fields["tool"]),
        "catalogue": entry.id,
        "category": str(entry.fields["category"]),
        "critical": bool(entry.fields["critical"]),
        "exit": str(entry.fields["exit"]),
        "requested_role": str(said["role"]),
        "granter": str(said["granter"]),
    }


def find_tools(wanted: str, entries: "Iterable[Entry]") -> "tuple[Entry, ...]":
    """The catalogue's tools that these letters may mean, those that begin so first."""
    sought = folded(wanted.strip())
    if not sought:
        return tuple(entries)
    ranked = []
    for place, entry in enumerate(entries):
        tool = str(entry.fields["tool"])
        # GA4, GTM: people say the initials.
        initials = "".join(part[0] for part in tool.split())
        said = folded(f"{tool} {entry.id.replace('-', ' ')} {initials}")
        if sought in said:
            begins = said.startswith(sought) or f" {sought}" in said
            ranked.append((not begins, place, entry))
    return tuple(entry for *_, entry in sorted(ranked, key=lambda each: each[:2]))


def find_access(wanted: str, engagement: Engagement) -> tuple[str, ...]:
    """The lines `wanted` may name: by id, by tool, or by the beginning of one."""
    lines = accesses_of(engagement)
    if wanted in lines:
        return (wanted,)
    sought = folded(wanted.strip())
    names = {access_id: (folded(access_id), folded(each.tool)) for access_id, each in lines.items()}
    exact = tuple(access_id for access_id, said in names.items() if sought in said)
    return exact or tuple(
        access_id
        for access_id, said in names.items()
        if sought and any(name.startswith(sought) for name in said)
    )


def _line(access: Access, today: date, end: date | None) -> LedgerLine:
    leaving = shows_exit(access, today, end)
    return LedgerLine(
        access, flags_of(access, today, end), leaving, next_step(access), _due(access, end)
    )


def _due(access: Access, end: date | None) -> date | None:
    """Verified within five days of the request (our rule of thumb); gone by the planned end."""
    if access.state in ("requested", "granted") and access.requested_on:
        return date.fromordinal(access.requested_on.toordinal() + VERIFY_WITHIN)
    return (access.planned_end or end) if access.open else None
