"""Who can grant an access, as far as the register knows."""

from __future__ import annotations

from coach_tui.coach.advice.situation import Situation
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.team.people import named_gone
from coach_tui.language.clean import one_line


def whom(situation: Situation, line: Access) -> str:
    """Who can grant this line: the person named, who is there; empty where only the catalogue says
    who could."""
    owner = "" if named_gone(situation.engagement, line.owner, situation.today) else line.owner
    is_a_kind = line.granter in proposed(situation, line, "granter")
    return one_line(owner if is_a_kind else line.granter or owner)


def proposed(situation: Situation, line: Access, field: str) -> set[str]:
    """What the catalogue proposes in this field for this tool, in every language."""
    entries = situation.catalogues.get("accesses", ())
    entry = next((each for each in entries if each.id == line.catalogue), None)
    return {str(said.get(field)) for said in entry.words.values()} if entry else set()
