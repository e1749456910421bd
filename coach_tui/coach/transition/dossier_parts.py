"""What each section of the dossier needs, and what of it is there: written once all of it is.

A part is the section's own text ("own"), a document, or what is recorded elsewhere ("team"): the
catalogue `dossier-sections` names them. The screen and the export count by this alone.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from coach_tui.coach.team.still_there import still_there
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.documents.kinds import SECTION
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.profile import BUDGETS, profile_of
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.dossier import dossier_of
from coach_tui.engagement.transition.loops import loops_of

OWN: Final = "own"
# Pages of what is recorded: a section can do without, and is checked by them where there are any.
_PAGES: Final = {"decisions": ("decision-log",)}


class SectionParts(NamedTuple):
    """One section: the parts it needs that are there and those missing, in order.

    texts      those of what is there that are texts; the others are records.
    unchecked  those of the texts that nobody but their authors has checked.
    """

    id: str
    there: tuple[str, ...]
    missing: tuple[str, ...]
    texts: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def written(self) -> bool:
        """Whether nothing it needs is missing."""
        return not self.missing

    @property
    def checked(self) -> bool:
        """Whether it is written, and somebody who wrote none of it checked each of its texts; a
        section that is all records has nothing to be read over."""
        return bool(self.written and self.texts and not self.unchecked)

    @property
    def all(self) -> int:
        """How many parts it needs."""
        return len(self.there) + len(self.missing)


def sections_of(
    engagement: Engagement, sections: Sequence[Any], today: date
) -> Mapping[str, SectionParts]:
    """The parts of each section, by the catalogue's entries for them."""
    return {entry.id: _parts(engagement, entry, today) for entry in sections}


def written_sections(engagement: Engagement, sections: Sequence[Any], today: date) -> int:
    """How many sections are written."""
    return sum(each.written for each in sections_of(engagement, sections, today).values())


def _parts(engagement: Engagement, entry: Any, today: date) -> SectionParts:
    there, missing = list[str](), list[str]()
    for part in entry.fields["needs"]:
        (there if _there(engagement, entry.id, part, today) else missing).append(part)
    pages = (page for page in _PAGES.get(entry.id, ()) if document_of(engagement, page).written)
    texts = (*(part for part in there if part not in RECORDED), *pages)
    ids = {part: f"{SECTION}{entry.id}" if part == OWN else part for part in texts}
    unchecked = (part for part in texts if not document_of(engagement, ids[part]).verified)
    return SectionParts(entry.id, tuple(there), tuple(missing), texts, tuple(unchecked))


def _there(engagement: Engagement, section: str, part: str, today: date) -> bool:
    if part == OWN:
        return bool(dossier_of(engagement)[section].text)
    if part in RECORDED:
        return RECORDED[part](engagement, today)
    document = document_of(engagement, part)
    return document.written and not document.personal


def _budgets(engagement: Engagement, _: date) -> bool:
    profile = profile_of(engagement)
    return any(getattr(profile, name) is not None for name in BUDGETS)


# Each says whether the section's own table of it would have a line.
RECORDED: Final[Mapping[str, Callable[[Engagement, date], bool]]] = {
    "kpi-sheet": lambda engagement, _: bool(followed(engagement)),
    "team": lambda engagement, today: bool(still_there(engagement, today)),
    "contacts": lambda engagement, _: bool(contacts_of(engagement)),
    "log": lambda engagement, _: bool(decisions_of(engagement)),
    "budgets": _budgets,
    "rituals": lambda engagement, today: any(
        each.runs(today) for each in rituals_of(engagement).values()
    ),
    "register": lambda engagement, _: any(
        line.state != "na" for line in accesses_of(engagement).values()
    ),
    "loops": lambda engagement, _: bool(loops_of(engagement).all),
}
