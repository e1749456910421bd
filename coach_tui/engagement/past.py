"""What each field said before a change, and which change a field's value came from.

A gesture may set fifty thousand fields: every change is put in its place once, whatever is asked.
"""

from bisect import bisect_left
from collections.abc import Sequence

from coach_tui.engagement.change import Change
from coach_tui.engagement.order import in_order, place_of, places

_Said = tuple[list[str], list[Change]]  # the places where a field was set, and by what


class Past:
    """These changes, by what they are about, in the order in which they count."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._there = places(changes)
        self._by_id: dict[str, Change] = {}
        self._of_record: dict[tuple[str, str], list[Change]] = {}
        self._said: dict[tuple[str, str], dict[str, _Said]] = {}
        self._sources: dict[tuple[str, str], Change] = {}
        for change in in_order(changes, self._there):
            self._by_id[change.id] = change
            self._of_record.setdefault((change.entity, change.entity_id), []).append(change)

    def last_before(self, change: Change, name: str) -> Change | None:
        """The latest earlier change that set this field of what the change is about."""
        where, said = self._fields(change).get(name, ([], []))
        found = bisect_left(where, self._place(change))
        return said[found - 1] if found else None

    def source(self, winner: Change, name: str) -> Change:
        """The change whose value the field has: for an undo, the one it put back in its place."""
        key = winner.id, name
        if key not in self._sources:
            self._sources[key] = self._put_back(winner, name)
        return self._sources[key]

    def _put_back(self, winner: Change, name: str) -> Change:
        while winner.undoes:
            undone = self._by_id.get(winner.undoes)
            restored = self.last_before(undone, name) if undone else None
            # A file edited by hand may go in circles.
            if restored is None or self._place(restored) >= self._place(winner):
                break
            winner = restored
        return winner

    def _place(self, change: Change) -> str:
        return place_of(change, self._there)

    def _fields(self, change: Change) -> dict[str, _Said]:
        record = change.entity, change.entity_id
        if record not in self._said:
            fields = self._said[record] = {}
            for each in self._of_record.get(record, ()):
                for name in each.changes:
                    where, said = fields.setdefault(name, ([], []))
                    where.append(self._place(each))
                    said.append(each)
        return self._said[record]
