"""Transition, key contacts: who matters outside, and whether the successor has met them."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import changes_to
from coach_tui.engagement.fields import LONG, Day, Declared, Text, decoded
from coach_tui.engagement.state import Engagement, flag_of, text_of, viewed
from coach_tui.language.refusal import Refusal

ENTITY: Final = "contact"


class Contact(Declared, subject="transition.contact"):
    """Someone whose trust has to be passed on. `private` is never exported."""

    id: str
    name: str = Text(LONG, needed="refusal.transition.no-contact")
    who: str = Text(LONG)
    why: str = Text(LONG)
    introduced_by: str = Text(LONG)
    introduced_on: date | None = Day()
    private: str = Text(LONG, lines=True)

    @property
    def introduced(self) -> bool:
        return self.introduced_on is not None


@viewed
def contacts_of(engagement: Engagement) -> tuple[Contact, ...]:
    """The key contacts, in the order they were listed."""
    return tuple(
        decoded(Contact, record, contact_id)
        for contact_id, record in sorted(engagement.records(ENTITY).items())
        if text_of(record, "name") and not flag_of(record, "_deleted")
    )


def set_contact(
    engagement: Engagement, contact_id: str, fields: Mapping[str, object], today: date
) -> Decision:
    """List a contact, or say more: who they are, why they matter, introduced when and by whom."""
    changes = changes_to(Contact, engagement.record(ENTITY, contact_id), fields, today)
    return changes if isinstance(changes, Refusal) else [Draft(ENTITY, contact_id, changes)]


def contacts_recorded(engagement: Engagement) -> str:
    """How many were introduced, once all are; else nothing."""
    contacts = contacts_of(engagement)
    if not contacts or not all(contact.introduced for contact in contacts):
        return ""
    return f"{len(contacts)}/{len(contacts)}"
