"""The access ledger: what was opened for the CMO, by whom, how far, and how it will be closed."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.days import day_of
from coach_tui.engagement.state import Engagement, Record, flag_of, number_of, text_of, viewed

ENTITY: Final = "access"
STATES: Final = (
    "requested", "granted", "verified", "leaving", "removed", "exit-verified", "na",
)  # fmt: skip
EXITS: Final = ("revoke", "downgrade", "transfer", "keep")
CATEGORIES: Final = (
    "crm", "automation", "analytics", "reporting", "ads", "site", "collaboration", "seo",
    "finance", "ai", "other",
)  # fmt: skip


class Access(NamedTuple):
    """One line of the ledger. Its state follows from its days: `removed` and `verified removed`
    are two facts, and the later ones win.

    owner, admins   the company's: who answers for the tool, and how many can administer it.
    more            what was granted is more than what was asked.
    cmo_owns        the account, or the thing itself, is in the CMO's name.
    shared_secret   the CMO has seen a password others use: it is rotated at the end.
    exit            what is to be done at the end; `keep` says why in `keep_reason`.
    """

    id: str
    tool: str = ""
    catalogue: str = ""
    category: str = "other"
    asset: str = ""
    critical: bool = False
    owner: str = ""
    admins: int | None = None
    granter: str = ""
    requested_role: str = ""
    granted_role: str = ""
    granted_to: str = ""
    more: bool = False
    reason: str = ""
    personal_data: bool = False
    cmo_owns: bool = False
    shared_secret: bool = False
    requested_on: date | None = None
    granted_on: date | None = None
    verified_on: date | None = None
    planned_end: date | None = None
    exit: str = "revoke"
    keep_reason: str = ""
    leaving_on: date | None = None
    transferred_to: str = ""
    transferred_on: date | None = None
    removed_on: date | None = None
    rotated_on: date | None = None
    exit_verified_on: date | None = None
    exit_verified_by: str = ""
    evidence: str = ""
    na_reason: str = ""

    @property
    def state(self) -> str:
        """Where the line stands; the last fact recorded decides."""
        if self.na_reason:
            return "na"
        days = {
            "exit-verified": self.exit_verified_on, "removed": self.removed_on,
            "leaving": self.leaving_on, "verified": self.verified_on, "granted": self.granted_on,
        }  # fmt: skip
        return next((state for state, day in days.items() if day), "requested")

    @property
    def open(self) -> bool:
        """Whether the CMO can enter now."""
        return self.state in ("granted", "verified", "leaving")

    @property
    def gone(self) -> bool:
        """Whether the CMO can enter no more."""
        return self.state in ("removed", "exit-verified")

    @property
    def to_transfer(self) -> bool:
        """Whether its ownership has to change hands before anything else."""
        return (self.exit == "transfer" or self.cmo_owns) and self.transferred_on is None

    @property
    def company_owned(self) -> bool:
        """In the company's hands, with two admins or more (DOMAIN.md, "Transition")."""
        mine = self.cmo_owns and self.transferred_on is None
        return bool(self.owner) and not mine and (self.admins or 0) >= 2


@viewed
def accesses_of(engagement: Engagement) -> Mapping[str, Access]:
    """The lines of the ledger, by id, in the order they were added."""
    return {
        access_id: access_from(access_id, record)
        for access_id, record in sorted(engagement.records(ENTITY).items(), key=_added)
        if record and not flag_of(record, "_deleted")
    }


def access_from(access_id: str, record: Record) -> Access:
    """The line of this record; what it does not say, or says wrongly, is empty."""
    category, exit_action = text_of(record, "category", "other"), text_of(record, "exit", "revoke")
    admins = number_of(record, "admins")
    texts = (
        "tool", "catalogue", "asset", "owner", "granter", "requested_role", "granted_role",
        "granted_to", "reason", "keep_reason", "transferred_to", "exit_verified_by", "evidence",
        "na_reason",
    )  # fmt: skip
    days = (
        "requested_on", "granted_on", "verified_on", "planned_end", "leaving_on",
        "transferred_on", "removed_on", "rotated_on", "exit_verified_on",
    )  # fmt: skip
    flags = ("critical", "more", "personal_data", "cmo_owns", "shared_secret")
    return Access(
        id=access_id,
        category=category if category in CATEGORIES else "other",
        exit=exit_action if exit_action in EXITS else "revoke",
        admins=int(admins) if admins is not None and 0 <= admins < 10_000 else None,
        **{name: text_of(record, name) for name in texts},  # type: ignore[arg-type]
        **{name: day_of(record, name) for name in days},  # type: ignore[arg-type]
        **{name: flag_of(record, name) for name in flags},  # type: ignore[arg-type]
    )


def _added(entry: tuple[str, Record]) -> tuple[str, str]:
    return min((field.change.id for field in entry[1].values()), default=""), entry[0]
