"""The way of an access, one step at a time: what the next one is, and what it needs to be said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.access.change import Fields, is_more, set_access
from coach_tui.engagement.access.record import Access, accesses_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.state import Engagement
from coach_tui.language.refusal import Refusal

# What a step asks for, in the order of asking. The day is today unless said.
NEEDS: Final[Mapping[str, tuple[str, ...]]] = {
    "granted": ("granted_role", "granted_to", "owner", "admins", "granted_on"),
    "verified": ("evidence", "verified_on"),
    "leaving": ("exit", "keep_reason", "leaving_on"),
    "transferred": ("transferred_to", "transferred_on"),
    "removed": ("removed_on",),
    "rotated": ("rotated_on",),
    "exit-verified": ("exit_verified_by", "exit_verified_on"),
}
_DAYS: Final[Mapping[str, str]] = {step: names[-1] for step, names in NEEDS.items()}
_WITHOUT: Final[Mapping[str, str]] = {  # what a step can't do without
    "granted": "granted_role",
    "transferred": "transferred_to",
    "exit-verified": "exit_verified_by",
}


def next_step(access: Access) -> str:
    """The next step of this line; empty where it has come to its end, or does not apply.

    At the end ownership moves before the access is removed, and a shared secret is rotated before
    anyone can say that all is verified. What is kept is only verified.
    """
    state = access.state
    if state in ("na", "exit-verified"):
        return ""
    if state in ("requested", "granted", "verified"):
        return {"requested": "granted", "granted": "verified", "verified": "leaving"}[state]
    if state == "leaving":
        if access.to_transfer:
            return "transferred"
        return "exit-verified" if access.exit == "keep" else "removed"
    return "rotated" if access.shared_secret and access.rotated_on is None else "exit-verified"


def take_step(
    engagement: Engagement, access_id: str, step: str, fields: Fields, today: date
) -> Decision:
    """Move a line on by this step (`next_step`, or `leaving` for whoever leaves earlier)."""
    access = accesses_of(engagement).get(access_id)
    if access is None:
        return Refusal("refusal.access.unknown", {"access": access_id})
    if step not in _allowed(access):
        return Refusal("refusal.access.not-next", {"tool": access.tool})
    said = {name: value for name, value in fields.items() if value not in (None, "")}
    if (needed := _WITHOUT.get(step)) and not said.get(needed) and not getattr(access, needed):
        return Refusal(f"refusal.access.{needed.replace('_', '-')}-needs").of(needed)
    if step == "exit-verified" and _is_remover(access, str(said.get("exit_verified_by", ""))):
        return Refusal("refusal.access.verified-by-cmo").of("exit_verified_by")
    changes = {_DAYS[step]: today, **said}
    if step == "granted":
        granted = str(changes.get("granted_role") or access.granted_role)
        changes.setdefault("more", is_more(granted, access.requested_role))
        day = changes["granted_on"]
        if isinstance(day, date) and access.requested_on and day < access.requested_on:
            changes["requested_on"] = day  # written down late: it was asked for by then
    return set_access(engagement, access_id, changes, today)


def set_aside(engagement: Engagement, access_id: str, reason: str, today: date) -> Decision:
    """The tool does not apply; the reason is kept. Only for what was never opened."""
    if not reason.strip():
        return Refusal("refusal.access.na-needs").of("na_reason")
    return set_access(engagement, access_id, {"na_reason": reason}, today)


def take_back_up(engagement: Engagement, access_id: str, today: date) -> Decision:
    """The tool applies after all."""
    return set_access(engagement, access_id, {"na_reason": None}, today)


def _allowed(access: Access) -> tuple[str, ...]:
    steps = [next_step(access)]
    if access.open and access.state != "leaving":
        steps.append("leaving")
    if access.shared_secret and access.rotated_on is None and access.state != "na":
        steps.append("rotated")
    if access.to_transfer and access.open:
        steps.append("transferred")
    return tuple(step for step in steps if step)


def _is_remover(access: Access, verifier: str) -> bool:
    """Whoever had the access can't be the one who checks that it is gone."""
    said = verifier.strip().casefold()
    return bool(said) and said in ("cmo", access.granted_to.strip().casefold())
