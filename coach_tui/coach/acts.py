"""What doing a step can be: every act a step's `does` may name, and the facts it records.

An act is written `kind`, `kind:what`, or for a document `document:<kind>[:state][#passage]`. Some
acts are their own proof: once the field, the document, the meeting, the line of proof or the
decision is recorded, the step is done, and its `done-when` is left out. The others record
something larger, of which a step names the fact it needs.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from coach_tui.engagement.access.record import CATEGORIES
from coach_tui.engagement.documents.kinds import KINDS, OTHER
from coach_tui.engagement.framing.candidates import FOR
from coach_tui.engagement.rhythm.meetings import KINDS as MEETINGS


class ParsedAct(NamedTuple):
    """An act read: `what` it is about, and the state a document has to be in."""

    kind: str
    what: str = ""
    state: str = ""
    passage: str = ""


class ActRecords(NamedTuple):
    """The facts an act can record, and whether it is its own proof."""

    facts: frozenset[str] = frozenset()
    proves: bool = False


PROFILE: Final = (
    "planned_end", "exit_scenario", "first_day", "activation_budget", "execution_days",
    "certificate_on", "time_split", "availability", "relay",
)  # fmt: skip
DOCUMENT_STATES: Final = ("written", "verified", "sent")
_NAMED: Final = {"profile": PROFILE, "meeting": MEETINGS}
_FACTS: Final[Mapping[str, tuple[str, ...]]] = {
    "access": ("access:listed",),
    **{f"access:{each}": (f"access:{each}:verified",) for each in CATEGORIES},
    "access:hygiene": ("access:hygiene",),
    "access:ownership": ("access:company-owned",),
    "access:exit": ("access:exit-complete",),
    "kpi": ("kpi:chosen",),
    "kpi:success": ("kpi:success",),
    "kpi:baseline": ("kpi:baselines",),
    "kpi:targets": ("kpi:targets",),
    "kpi:reading": (),
    **{
        f"frame:{each}": (f"frame:{each}",)
        for each in ("need", "situation", "model", "cost", "contract", "independence")
    },
    "frame:candidates": (
        "frame:candidates",
        *(f"frame:{post}-{how}" for post in FOR for how in ("sourced", "chosen")),
    ),
    "objective": ("objective:first",),
    "promise": ("promise:quick-wins",),
    "report": ("report:first",),
    "days": ("days:logged",),
    "taper": ("days:taper",),
    "skill-map": ("team:mapped", "team:critical"),
    "rate": ("team:rated", "team:reassessed"),
    "goal": ("team:objectives", "team:goals"),
    "backup": ("team:backups",),
    "delegate": ("team:delegation",),
    "drill": ("drill:passed",),
    "signals": ("transition:signals",),
    "plan": ("transition:planned",),
    "successor": ("transition:successor",),
    "documents": ("transition:documents",),
    "loops": ("transition:open-loops",),
    "contacts": ("transition:introductions",),
    "exit": ("transition:checks",),
    "expiry": (),
    "entrustment": (),
}


def read_act(does: str) -> ParsedAct:
    """The act in its parts: `document:scope:written#decisions` is about the scope."""
    does, _, passage = does.partition("#")
    kind, _, rest = does.partition(":")
    what, _, state = rest.partition(":")
    return ParsedAct(kind, what, state, passage)


def records_of(does: str) -> ActRecords | None:
    """What this act records; None where there is no such act."""
    act = read_act(does)
    if does in _FACTS:
        return ActRecords(frozenset(_FACTS[does]))
    if act.kind == "ritual" and act.what and not act.state:
        return ActRecords(frozenset({f"{does}:held"}))
    if does == "decision":
        return ActRecords(frozenset({"decision:first"}), proves=True)
    if does == "proof" or act.what in _NAMED.get(act.kind, ()):
        return ActRecords(proves=True) if not act.state else None
    if act.kind == "document" and _is_document(act):
        return ActRecords(proves=True)
    return None


def _is_document(act: ParsedAct) -> bool:
    named = act.what in KINDS or (act.what.startswith(OTHER) and len(act.what) > len(OTHER))
    return named and act.state in ("", *DOCUMENT_STATES)
