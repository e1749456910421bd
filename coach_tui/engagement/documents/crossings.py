"""Two texts of one document, written on two machines and met at a sync: both are kept.

The later one is read everywhere; until somebody saves the document again, having seen both, it has
two versions, and whoever opens it starts from what both make together.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coach_tui.engagement.change import Change
from coach_tui.engagement.documents.kinds import recorded_as
from coach_tui.engagement.documents.merge import Merge, merge
from coach_tui.engagement.documents.record import ENTITIES
from coach_tui.engagement.history import conflicts
from coach_tui.engagement.state import Engagement


class Crossing(NamedTuple):
    """`kept` is read, `other` is not; `base` is the text both began from, empty where none was."""

    id: str
    kept: Change
    other: Change
    base: str

    @property
    def merged(self) -> Merge:
        """What both make together: the text that is read first, then what the other has."""
        return merge(self.base, str(self.kept.changes["text"]), str(self.other.changes["text"]))


def crossings_of(engagement: Engagement, changes: Iterable[Change]) -> Mapping[str, Crossing]:
    """The documents that have two versions, by id; of several, the last that was not seen."""
    written = [each for each in changes if each.entity in ENTITIES and each.changes.get("text")]
    texts = {each.id: str(each.changes["text"]) for each in written}
    found = {}
    for each in conflicts(engagement, written):
        if each.field != "text":
            continue
        name = recorded_as(each.entity, each.entity_id)
        base = texts.get(each.other.base.get("text", ""), "")
        found[name] = Crossing(name, each.kept, each.other, base)
    return found
