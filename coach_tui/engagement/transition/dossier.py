"""The handover dossier's own words: what people write in each of its fourteen sections."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.state import Engagement, text_of, viewed
from coach_tui.engagement.text_checks import recorded, refuse_fields
from coach_tui.language.refusal import Refusal

ENTITY: Final = "dossier-section"
SECTIONS: Final = (
    "summary", "strategy", "kpis", "acquisition", "content-brand", "campaigns", "data-stack",
    "people", "decisions", "budget-contracts", "rituals", "access", "open-loops", "risks",
)  # fmt: skip
TRUST: Final = ("", "A", "B", "C")


class SectionText(NamedTuple):
    """What was written of a section, by whom and on which day, where the reader lives.

    `private` is for the authors and never exported.
    """

    id: str
    text: str = ""
    trust: str = ""
    question: str = ""
    private: str = ""
    actor: str = ""
    day: date | None = None


@viewed
def dossier_of(engagement: Engagement) -> Mapping[str, SectionText]:
    """The fourteen sections, as written so far."""
    return {name: _decoded(engagement, name) for name in SECTIONS}


def write_section(section: str, fields: Mapping[str, object]) -> Decision:
    """Write in a section: its text, how far to trust it (A, B or C), the question left open."""
    if section not in SECTIONS:
        values = {"value": section, "choices": ", ".join(SECTIONS)}
        return Refusal("refusal.transition.choice", values)
    if fields.get("trust", "") not in TRUST:
        return Refusal(
            "refusal.transition.choice", {"value": fields["trust"], "choices": "A, B, C"}
        )
    return refuse_fields(fields) or [Draft(ENTITY, section, recorded(fields))]


def _decoded(engagement: Engagement, name: str) -> SectionText:
    record = engagement.record(ENTITY, name)
    said = [record[field] for field in ("text", "trust", "question") if field in record]
    latest = max(said, key=lambda field: field.place, default=None)
    last = latest.change if latest else None
    trust = text_of(record, "trust")
    return SectionText(
        name,
        text_of(record, "text"),
        trust if trust in TRUST else "",
        text_of(record, "question"),
        text_of(record, "private"),
        last.actor if last else "",
        engagement.day(last.at) if last else None,
    )
