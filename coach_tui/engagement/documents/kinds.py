"""The kinds of documents, and where each document's record is kept.

What a kind is called, fills and accomplishes is in the catalogue `documents`; here is what the
record itself has to know. A document that returns has its period after its kind:
"plan-90/2026-Q1", "monthly-report/2026-03", "decision-memo/<decision>". Reports and sections of
the dossier are kept as they always were, under their month and their own id.
"""

import re
from collections.abc import Mapping
from typing import Final

from coach_tui.engagement.transition.dossier import ENTITY as SECTION_ENTITY
from coach_tui.engagement.transition.dossier import SECTIONS

ENTITY: Final = "document"
NINE: Final = (
    "strategy", "acquisition-process", "campaign-process", "reporting-process", "kpi-thresholds",
    "attribution-data", "operating-playbook", "budget-vendors", "decision-log",
)  # fmt: skip
RETURNING: Final[Mapping[str, str]] = {
    "plan-90": "quarter", "quarterly-review": "quarter", "weekly-agenda": "day", "standup": "day",
    "monthly-report": "month", "decision-memo": "decision",
}  # fmt: skip
KINDS: Final = (
    *NINE, "company-brief", "scope", "diagnosis", "mql-sql", "positioning", "decision-note",
    "announce-cmo", "announce-successor", "announce-end", "advisory", "overlap-plan", *RETURNING,
)  # fmt: skip
REPORT: Final = "monthly-report"
OTHER: Final = "other/"  # people's own, and texts of a step that are no kind: "other/brief"
SECTION: Final = "section/"  # the dossier's own words, one text a section
_OWN: Final = r"[a-z0-9][a-z0-9-]{0,59}"
_MONTH: Final = r"\d{4}-(?:0[1-9]|1[0-2])"
_PERIOD: Final = r"\d{4}(?:-(?:Q[1-4]|\d{2}(?:-\d{2})?))?"
_DECISION: Final = r"[\w-]{1,64}"


def is_document(document_id: str) -> bool:
    """Whether a document can have this id: a kind, one of its periods, `other/…`, `section/…`."""
    kind, slash, rest = document_id.partition("/")
    if document_id.startswith(OTHER):
        return re.fullmatch(_OWN, rest) is not None
    if document_id.startswith(SECTION):
        return rest in SECTIONS
    if kind == REPORT:
        return re.fullmatch(_MONTH, rest) is not None
    pattern = _DECISION if RETURNING.get(kind) == "decision" else _PERIOD
    return kind in KINDS and (not slash or re.fullmatch(pattern, rest) is not None)


def kept_under(document_id: str) -> tuple[str, str]:
    """The entity and the id that this document is recorded under."""
    kind, _, rest = document_id.partition("/")
    if kind == REPORT and rest:
        return "report", rest
    if document_id.startswith(SECTION):
        return SECTION_ENTITY, rest
    return ENTITY, document_id


def recorded_as(entity: str, entity_id: str) -> str:
    """The document that is recorded under this entity and id."""
    prefix = {"report": f"{REPORT}/", SECTION_ENTITY: SECTION}.get(entity, "")
    return f"{prefix}{entity_id}"


def kind_of(document_id: str) -> str:
    """Its kind; "other" for people's own, "section" for the dossier's own words."""
    return document_id.partition("/")[0]
