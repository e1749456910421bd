"""What a rehearsal did not find in the dossier: one move a section, until it is mended."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from coach_tui.coach.moves.looked_at import WEEK, Round
from coach_tui.coach.moves.move import Move
from coach_tui.engagement.documents.kinds import SECTION
from coach_tui.engagement.transition.rehearsal import misses_left

SOON: Final = timedelta(14)  # before the next sitting (our rule of thumb)
ROLE: Final = "cmo"  # whoever leaves wrote it, and mends it


def mending(r: Round) -> Iterator[Move]:
    """The sections that failed, each with the open loops its misses became."""
    for section, misses in misses_left(r.engagement).items():
        first, loops = misses[0].day, tuple(f"loop:{each.loop}" for each in misses)
        due = first + SOON
        yield Move(
            f"mend:{section}", "mend", ROLE, f"document:{SECTION}{section}:written", loops,
            2 + 2 * len(misses), 15 * len(misses), due, since=first, late=due + WEEK < r.today,
            start=first,
        )  # fmt: skip
