"""One recorded fact: who changed what, when. The only thing that is ever saved."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from coach_tui.language.refusal import Refusal

Value = None | bool | int | float | str | list[Any] | dict[str, Any]


class Change(NamedTuple):
    """A gesture's effect on one entity.

    id         UUIDv7 text stamped by the hybrid clock: identity, order and cursor in one.
    at         wall clock, ISO 8601 in UTC, for display only; changes of one gesture share it.
    actor      the role that acted, or "role/name"; see `actor` for who acts for somebody else.
    entity     what kind of thing ("step", "access", …); entity_id, which one.
    changes    the fields set by this gesture. None empties a field.
    base       for each field, the id of the change its author had seen win. Shows concurrency.
    undoes     the change this one takes back, if any.
    """

    id: str
    at: str
    actor: str
    entity: str
    entity_id: str
    changes: Mapping[str, Value]
    base: Mapping[str, str] = {}
    undoes: str | None = None


class Draft(NamedTuple):
    """A change not yet stamped: what a decision returns."""

    entity: str
    entity_id: str
    changes: Mapping[str, Value]
    undoes: str | None = None


Decision = Sequence[Draft] | Refusal

_TEXTS: Final = frozenset({str})
_NEEDED: Final = itemgetter("id", "at", "actor", "entity", "entity_id", "changes")


def from_record(record: Mapping[str, Any]) -> Change | None:
    """The change saved as this mapping, or None where its shape is not a change's."""
    try:
        identity, at, actor, entity, entity_id, changes = _NEEDED(record)
    except KeyError:
        return None
    # Spelt out, because opening asks this of every change there is.
    if not (identity and at and actor and entity and entity_id):
        return None
    if not (type(identity) is type(at) is type(actor) is type(entity) is type(entity_id) is str):
        return None
    base, undoes = record.get("base", {}), record.get("undoes")
    if not (isinstance(changes, dict) and isinstance(base, dict)):
        return None
    if not _TEXTS.issuperset(map(type, base.values())):
        return None
    if not (undoes is None or isinstance(undoes, str)):
        return None
    return Change(identity, at, actor, entity, entity_id, changes, base, undoes)


def to_record(change: Change) -> dict[str, Any]:
    """The mapping to save: no empty fields, keys in a fixed order."""
    record: dict[str, Any] = change._asdict()
    if isinstance(change.changes, Mapping):  # what is no change is carried as it is
        record["changes"] = dict(change.changes)
    if not change.base:
        del record["base"]
    if change.undoes is None:
        del record["undoes"]
    return record
