"""What will leave and what stays, counted before anything does."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coach_tui.engagement.change import Change
from coach_tui.engagement.framing.candidates import MARK
from coach_tui.engagement.team.levels import ENTITY as ASSESSMENT
from coach_tui.engagement.withheld import SETTINGS, part


class Preview(NamedTuple):
    """How many records of each kind leave, and of how many something stays, the most first.

    told  what leaves that members should know all of them will read: "day-rate" and "marks".
    """

    leaving: Mapping[str, int]
    staying: Mapping[str, int]
    changes: int
    told: Sequence[str] = ()


def preview(changes: Iterable[Change]) -> Preview:
    """Of all the changes of an engagement."""
    leaving, staying = part(changes)
    day_rate = any(one.changes.get("day_rate") for one in leaving)
    marks = any(one.entity in (ASSESSMENT, MARK) for one in leaving)
    told = [name for name, there in (("day-rate", day_rate), ("marks", marks)) if there]
    kept = [one for one in staying if not SETTINGS & one.changes.keys()]
    return Preview(_counted(leaving), _counted(kept), len(leaving), told)


def _counted(changes: Iterable[Change]) -> dict[str, int]:
    records = {(one.entity, one.entity_id) for one in changes if one.entity != "order"}
    return dict(Counter(entity for entity, _ in sorted(records)).most_common())
