"""Transition, key contacts: who matters outside, and whether the successor has met them."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.state import Engagement, flag_of, text_of, viewed
from coach_tui.engagement.text_checks import recorded, refuse_fields
from coach_tui.language.refusal import Refusal

ENTITY: Final = "contact"


class Contact(NamedTuple):
    """Someone whose trust has to be passed on. `private` is never exported."""

    id: str
    name: str
    who: str = ""
    why: str = ""
    introduced_by: str = ""
    introduced_on: date | None = None
    private: str = ""

    @property
    def introduced(self) -> bool:
        return self.introduced_on is not None


@viewed
def contacts_of(engagement: Engagement) -> tuple[Contact, ...]:
    """The key contacts, in the order they were listed."""
    return tuple(
        Contact(
            contact_id,
            text_of(record, "name"),
            text_of(record, "who"),
            text_of(record, "why"),
            text_of(record, "introduced_by"),
            day_of(record, "introduced_on"),
            text_of(record, "private"),
        )
        for contact_id, record in sorted(engagement.records(ENTITY).items())
        if text_of(record, "name") and not flag_of(record, "_deleted")
    )


def set_contact(engagement: Engagement, contact_id: str, fields: Mapping[str, object]) -> Decision:
    """List a contact, or say more: who they are, why they matter, introduced when and by whom."""
    known = engagement.record(ENTITY, contact_id)
    if not str(fields.get("name", text_of(known, "name")) or "").strip():
        return Refusal("refusal.transition.no-contact").of("name")
    return refuse_fields(fields) or [Draft(ENTITY, contact_id, recorded(fields))]


def remove_contact(contact_id: str) -> Decision:
    """Take a contact off the list; the history keeps it."""
    return [Draft(ENTITY, contact_id, {"_deleted": True})]


def contacts_recorded(engagement: Engagement) -> str:
    """How many were introduced, once all are; else nothing."""
    contacts = contacts_of(engagement)
    if not contacts or not all(contact.introduced for contact in contacts):
        return ""
    return f"{len(contacts)}/{len(contacts)}"
