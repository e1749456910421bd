"""What is wrong with a line of the register, and what an end today would cost.

FORMULAS.md, "Access register"; the five days and the thirty are our rule of thumb.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.access.record import Access

VERIFY_WITHIN: Final = 5  # days after the request
ADMINS: Final = 2
LEAVE_AHEAD: Final = 30  # days before its planned end a line shows its exit side by itself


class AccessFlag(NamedTuple):
    """`id` is a word key's end (`access.flag.<id>`); `mark` is ✗ where it must not stay so."""

    id: str
    mark: str


SOLE_OWNER: Final = AccessFlag("sole-owner", "✗")
PAST_END: Final = AccessFlag("past-end", "✗")
ROTATE: Final = AccessFlag("rotate", "✗")
FEW_ADMINS: Final = AccessFlag("few-admins", "!")
TOO_MUCH: Final = AccessFlag("too-much", "!")
UNVERIFIED: Final = AccessFlag("unverified", "!")
FLAGS: Final = (SOLE_OWNER, PAST_END, ROTATE, FEW_ADMINS, TOO_MUCH, UNVERIFIED)


class Ending(NamedTuple):
    """If it ended today: lines to revoke or downgrade, and lines whose ownership must move first.

    A line is counted once: what is to be transferred is not counted as to be revoked too.
    """

    revoke: tuple[Access, ...]
    transfer: tuple[Access, ...]


def flags_of(access: Access, today: date, end: date | None = None) -> tuple[AccessFlag, ...]:
    """The flags of a line today, the gravest first. `end` is the mission's planned end."""
    if access.state == "na":
        return ()
    planned = access.planned_end or end
    wrong = {
        SOLE_OWNER: access.of_cmo_alone,
        PAST_END: planned is not None and planned < today and access.open and not _kept(access),
        ROTATE: access.shared_secret and access.rotated_on is None and access.gone,
        FEW_ADMINS: access.admins is not None and access.admins < ADMINS,
        TOO_MUCH: access.more and access.open,
        UNVERIFIED: _unverified(access, today),
    }
    return tuple(flag for flag in FLAGS if wrong[flag])


def shows_exit(access: Access, today: date, end: date | None = None) -> bool:
    """Whether the exit side is what matters now: it has begun, or its end is near."""
    if access.state in ("leaving", "removed", "exit-verified"):
        return True
    planned = access.planned_end or end
    return access.open and planned is not None and planned <= today + timedelta(LEAVE_AHEAD)


def if_it_ended(accesses: Iterable[Access]) -> Ending:
    """What would have to be done if the mission ended today."""
    still = [access for access in accesses if access.open]
    transfer = tuple(access for access in still if access.to_transfer)
    revoke = tuple(access for access in still if not access.to_transfer and access.exit != "keep")
    return Ending(revoke, transfer)


def _kept(access: Access) -> bool:
    return access.exit == "keep" and bool(access.keep_reason)


def _unverified(access: Access, today: date) -> bool:
    if access.state not in ("requested", "granted") or access.requested_on is None:
        return False
    return (today - access.requested_on).days >= VERIFY_WITHIN
