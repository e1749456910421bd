"""Who can grant an access, as far as the register knows."""

from __future__ import annotations

from coach_tui.coach.advice.situation import Situation
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.team.people import named_gone
from coach_tui.language.clean import one_line


def whom(situation: Situation, line: Access) -> str:
    """Who can grant this line: the person named, who is there; empty where only the catalogue says
    who could."""
    entries = situation.catalogues.get("accesses", ())
    entry = next((each for each in entries if each.id == line.catalogue), None)
    proposed = {str(said.get("granter")) for said in entry.words.values()} if entry else set()
    owner = "" if named_gone(situation.engagement, line.owner, situation.today) else line.owner
    return one_line(owner if line.granter in proposed else line.granter or owner)
