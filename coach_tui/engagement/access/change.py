"""Adding a line to the ledger and changing it. No secret is ever kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Final

from coach_tui.engagement.access.record import ENTITY, Access, accesses_of
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import decoded, record_after
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.text_checks import recorded
from coach_tui.language.refusal import Refusal

# The facts of a line in the order they can come; each is not before the one before it.
ORDER: Final = (
    "requested_on", "granted_on", "verified_on", "leaving_on", "removed_on", "exit_verified_on",
)  # fmt: skip
# What the words of a role say of its reach; a role of other words is compared by nobody.
_REACH: Final = (
    (3, ("admin", "owner", "propri", "super", "full access", "accès complet")),
    (2, ("edit", "édit", "standard", "publish", "publi", "manag", "gestion", "member", "membre")),
    (1, ("read", "view", "lect", "analyst", "analys", "restrict", "guest", "invité", "lite")),
)

Fields = Mapping[str, str | float | bool | date | None]


def add_access(engagement: Engagement, access_id: str, fields: Fields, today: date) -> Decision:
    """Add a line; asked for today unless `fields` says when."""
    if not str(fields.get("tool") or "").strip():
        return Refusal("refusal.access.no-tool")
    if access_id in accesses_of(engagement):
        return Refusal("refusal.access.already", {"tool": fields["tool"]})
    asked = {"requested_on": today, **fields}
    decision = set_access(engagement, access_id, asked, today, new=True)
    if isinstance(decision, Refusal):
        return decision
    said = {name: value for name, value in decision[0].changes.items() if value not in (None, "")}
    left = {name: None for name in engagement.record(ENTITY, access_id) if name not in said}
    return [Draft(ENTITY, access_id, {**left, **said})]


def set_access(
    engagement: Engagement, access_id: str, fields: Fields, today: date, *, new: bool = False
) -> Decision:
    """Change fields of a line, refused where one can't be or where its days go backwards.

    Saying why the tool does not apply (`na_reason`) sets the line aside: only what was never
    opened can be.
    """
    if not new and access_id not in accesses_of(engagement):
        return Refusal("refusal.access.unknown", {"access": access_id})
    if refusal := refuse_fields(Access, fields, today):
        return refusal
    changes, known = recorded(fields), {} if new else engagement.record(ENTITY, access_id)
    after = decoded(Access, record_after(known, changes), access_id)
    if fields.get("na_reason") and after.granted_on is not None:
        return Refusal("refusal.access.was-open", {"tool": after.tool}).of("na_reason")
    return _refuse_line(after) or [Draft(ENTITY, access_id, changes)]


def remove_access(engagement: Engagement, access_id: str) -> Decision:
    """Take a line out: it was added by mistake. An access that was open is revoked instead."""
    access = accesses_of(engagement).get(access_id)
    if access is None:
        return Refusal("refusal.access.unknown", {"access": access_id})
    if access.granted_on is not None:
        return Refusal("refusal.access.was-open", {"tool": access.tool})
    return [Draft(ENTITY, access_id, {"_deleted": True})]


def is_more(granted: str, requested: str) -> bool:
    """Whether the words of a role clearly say more than those asked for."""
    given, asked = _reach(granted), _reach(requested)
    return bool(given and asked and given > asked)


def free_id(wanted: str, engagement: Engagement) -> str:
    """`wanted`, or `wanted-2`… where a line has that id: a tool can have several assets."""
    taken = accesses_of(engagement)
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _reach(role: str) -> int:
    said = role.casefold()
    return next((reach for reach, signs in _REACH if any(sign in said for sign in signs)), 0)


def _refuse_line(access: Access) -> Refusal | None:
    if access.exit == "keep" and not access.keep_reason:
        return Refusal("refusal.access.keep-needs").of("keep_reason")
    days = [(name, day) for name in ORDER if (day := getattr(access, name))]
    for (_, before), (name, after) in pairwise(days):
        if after < before:
            values = {"before": before, "after": after}
            return Refusal("refusal.access.backwards", values).of(name)
    return None
