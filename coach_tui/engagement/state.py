"""What is known of one mission: every recorded change folded, the latest of each field winning.

Folding is a maximum by change id, field by field, so the order in which changes arrive does not
matter: merging two copies is a union, and taking in new changes costs what is new.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence, Set
from datetime import date, datetime
from functools import wraps
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar

from coach_tui.engagement.change import Change, Value
from coach_tui.engagement.order import ENTITY as ORDER
from coach_tui.engagement.order import Places, in_order, places
from coach_tui.engagement.timestamps import Moment, in_utc
from coach_tui.language.clean import clean
from coach_tui.language.dates import in_sight

SMALLEST: Final = 1e-12  # as many decimals as `language.numbers` writes

T = TypeVar("T")


class FieldNow(NamedTuple):
    """The value a field has now, the change that set it, and the id that it counts under."""

    value: Value
    change: Change
    place: str = ""


Record = Mapping[str, FieldNow]


class Engagement:
    """One mission, as recorded so far. Immutable: `after` gives the next one."""

    __slots__ = ("_entities", "_moment", "_views", "known")

    def __init__(
        self,
        entities: Mapping[str, Mapping[str, Record]] | None = None,
        moment: Moment = in_utc,
        known: tuple[Sequence[Change], ...] = (),
    ) -> None:
        """`moment` reads a change's `at` on the reader's clock; `known` are the changes folded."""
        self._entities = entities or {}
        self._moment = moment
        self.known = known
        self._views: dict[Any, Any] = {}

    def after(self, changes: Iterable[Change]) -> "Engagement":
        """The engagement once these changes, in any order, are known too.

        A change that was put elsewhere (see `order`) must be given together with its order.
        """
        changes = list(changes)
        there = places(changes)
        ordered = in_order(changes, there) if there else sorted(changes, key=itemgetter(0))
        # Winners first, values after: most of what a field ever said needs no second look.
        winners: dict[tuple[str, str], dict[str, Change]] = {}
        for change in ordered:
            of_record = winners.setdefault((change.entity, change.entity_id), {})
            for name in change.changes:
                of_record[name] = change
        entities = dict(self._entities)
        fresh: dict[str, dict[str, Record]] = {}
        for (entity, entity_id), of_record in winners.items():
            if entity not in fresh:
                entities[entity] = fresh[entity] = dict(self.records(entity))
            fresh[entity][entity_id] = _with(self.record(entity, entity_id), of_record, there)
        return Engagement(entities, self._moment, (*self.known, changes))

    def before(self, later: Collection[Change], changes: Iterable[Change]) -> "Engagement":
        """As it was without these later ones of the changes that it was folded from.

        Only what those are about is folded again: a week's worth, however long the history.
        """
        without = {one.id for one in later}
        rest = [one for one in changes if one.id not in without]
        if self.records(ORDER):  # an order moves changes of any record
            return Engagement(moment=self._moment).after(rest)
        about = {(one.entity, one.entity_id) for one in later}
        then = Engagement().after(one for one in rest if (one.entity, one.entity_id) in about)
        entities = {kind: dict(records) for kind, records in self._entities.items()}
        for kind, entity_id in about:
            if was := then.record(kind, entity_id):
                entities.setdefault(kind, {})[entity_id] = was
            else:
                entities.get(kind, {}).pop(entity_id, None)
        kept = {kind: each for kind, each in entities.items() if each}
        return Engagement(kept, self._moment, (rest,))

    def showing(self, entity: str, records: Mapping[str, Record]) -> "Engagement":
        """The same, with these records of this kind in place of its own."""
        return Engagement({**self._entities, entity: records}, self._moment, self.known)

    def told(self, entity: str, entity_id: str = "") -> Sequence[Change]:
        """Every change of this record, of all of this kind where none is said, that was not taken
        back, in the order in which they count."""
        return self.view(_told, entity, entity_id)

    def moment(self, at: str) -> datetime | None:
        """When a change was made, on the reader's clock; None where its `at` is no moment."""
        return self._moment(at)

    def day(self, at: str) -> date | None:
        """The day a change was made, where the reader lives; None where `at` is no moment, or one
        that no mission can have."""
        moment = self._moment(at)
        return moment.date() if moment and in_sight(moment.date()) else None

    def records(self, entity: str) -> Mapping[str, Record]:
        """Every record of this kind, by entity id."""
        return self._entities.get(entity, {})

    @property
    def kinds(self) -> Set[str]:
        """The kinds of things anything was recorded about."""
        return self._entities.keys()

    def record(self, entity: str, entity_id: str) -> Record:
        """One record; empty where nothing was ever recorded."""
        return self.records(entity).get(entity_id, {})

    def view(self, decode: Callable[..., T], *about: Hashable) -> T:
        """`decode(self, *about)`, worked out once for this engagement."""
        asked = (decode, *about) if about else decode
        if asked not in self._views:
            self._views[asked] = decode(self, *about)
        found: T = self._views[asked]
        return found


def viewed(decode: Callable[[Engagement], T]) -> Callable[[Engagement], T]:
    """Mark a decoder whose answer is kept with the engagement it was given."""

    @wraps(decode)
    def once(engagement: Engagement) -> T:
        return engagement.view(decode)

    return once


def _told(engagement: Engagement, entity: str, entity_id: str) -> Sequence[Change]:
    changes = [one for part in engagement.known for one in part]
    about = [one for one in changes if one.entity == entity and entity_id in ("", one.entity_id)]
    back: set[str] = set()
    for one in reversed(about := in_order(about, places(changes))):
        if one.undoes and one.id not in back:
            back.add(one.undoes)
    return [one for one in about if not one.undoes and one.id not in back]


def _with(record: Record, winners: Mapping[str, Change], there: Places) -> Record:
    """The record once these changes, each the latest of its field, are known too."""
    fields = dict(record)
    for name, change in winners.items():
        known, place = fields.get(name), there.get(change.id, change.id)
        if known is None or (known.place or known.change.id) < place:
            fields[name] = FieldNow(_shown(change.changes[name]), change, place)
    return fields


def _shown(value: Value) -> Value:
    """People's words without what a terminal would obey. The file keeps them as written."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_shown(part) for part in value]
    if isinstance(value, dict):
        return {clean(str(name)): _shown(part) for name, part in value.items()}
    return value


def text_of(record: Record, name: str, default: str = "") -> str:
    """The text in this field; `default` where it is empty or of another type."""
    value = record[name].value if name in record else None
    return value if isinstance(value, str) else default


def number_of(record: Record, name: str) -> float | None:
    """The finite number in this field, or None."""
    return number_in(record[name].value) if name in record else None


def number_in(value: Value) -> float | None:
    """The number this is, None where it is none; what is too small to be counted is nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e15:
        return None
    return value if abs(value) >= SMALLEST else 0


def flag_of(record: Record, name: str) -> bool:
    """Whether this field says yes."""
    return name in record and record[name].value is True


def stands(record: Record) -> bool:
    """Whether this is still there: neither taken out, nor emptied by taking back its beginning."""
    said = (field.value for field in record.values())
    return not flag_of(record, "_deleted") and any(value not in (None, "") for value in said)


def texts_of(record: Record, name: str) -> tuple[str, ...]:
    """The texts in this field, where it holds a list."""
    value = record[name].value if name in record else None
    return tuple(part for part in value if isinstance(part, str)) if isinstance(value, list) else ()
