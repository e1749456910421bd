"""Rules on accesses: asked for too late, too wide, in too few hands inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from coach_tui.coach.access.granting import proposed, whom
from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Blank, Finding, Names, Situation, WordKey
from coach_tui.engagement.access.record import ENTITY as ACCESS
from coach_tui.engagement.access.record import Access, accesses_of
from coach_tui.engagement.state import Engagement
from coach_tui.language.fold import folded, spelled_once

DOOR_DAY: Final = 5
ADMINS: Final = 2
ADMIN: Final = ("admin", "owner", "proprietaire")  # in a role's name, folded, either language


def critical_access_late(situation: Situation) -> Finding | None:
    """R12: from day 5, a critical access not verified (Marketing Momentum; 5 is ours).

    One asked for later in the mission has five days from then.
    """
    late = [
        line
        for line in critical_accesses(situation.engagement)
        if line.state in ("requested", "granted") and _waited(situation, line)
    ]
    if situation.day < DOOR_DAY or not late:
        return None
    granters = [_granter(situation, line) for line in late]
    people = spelled_once(each for each in granters if isinstance(each, str))
    kinds = dict.fromkeys(each for each in granters if isinstance(each, Names))
    values: dict[str, Blank] = {
        "day": situation.day,
        "tool": tuple(line.tool for line in late),
        "granter": (*(name or WordKey("role.ops") for name in people), *kinds),
    }
    return Finding(values, _records(late))


def admin_for_guest(situation: Situation) -> Finding | None:
    """R13: an open access with an administrator's role, or more than was asked, and no reason."""
    wide = [
        line
        for line in accesses_of(situation.engagement).values()
        if line.open and not line.reason and (line.more or _too_wide(situation, line))
    ]
    if not wide:
        return None
    first = wide[0]
    least: Blank = first.requested_role
    if _is_admin(first.requested_role) or not least:
        least = Names("accesses", (first.catalogue,), "role") if first.catalogue else "—"
    values: dict[str, Blank] = {"tool": first.tool, "granted": first.granted_role, "least": least}
    return Finding(values, _records(wide))


def single_internal_owner(situation: Situation) -> Finding | None:
    """R14: a critical tool with fewer than two administrators inside (Google; two is ours).

    Those with the fewest are named; all of them are behind it.
    """
    few = [
        line
        for line in critical_accesses(situation.engagement)
        if line.admins is not None and line.admins < ADMINS
    ]
    if not few:
        return None
    fewest = min(line.admins or 0 for line in few)
    named = tuple(line.tool for line in few if line.admins == fewest)
    return Finding({"tool": named, "owners": fewest}, _records(few))


RULES: Final[Mapping[str, Rule]] = {
    "critical-access-day5": critical_access_late,
    "admin-for-guest": admin_for_guest,
    "single-internal-owner": single_internal_owner,
}


def critical_accesses(engagement: Engagement) -> tuple[Access, ...]:
    """The critical tools that apply here."""
    lines = accesses_of(engagement).values()
    return tuple(line for line in lines if line.critical and line.state != "na")


def _records(lines: Iterable[Access]) -> tuple[Behind, ...]:
    return tuple(Behind(ACCESS, line.id, line.tool) for line in lines)


def _granter(situation: Situation, line: Access) -> str | Names:
    """Who opens this access: the person, or else the kind of person the catalogue names, which is
    said in the reader's language."""
    kind = Names("accesses", (line.catalogue,), "granter") if line.granter else ""
    return whom(situation, line) or kind


def _waited(situation: Situation, line: Access) -> bool:
    first, asked = situation.profile.first_day, line.requested_on
    if first is None or asked is None or (asked - first).days <= DOOR_DAY:
        return True
    return (situation.today - asked).days >= DOOR_DAY


def _too_wide(situation: Situation, line: Access) -> bool:
    """An administrator's role, unless the catalogue itself proposes it for this tool."""
    role = line.granted_role
    return _is_admin(role) and role not in proposed(situation, line, "role")


def _is_admin(role: str) -> bool:
    return any(part in folded(role) for part in ADMIN)
