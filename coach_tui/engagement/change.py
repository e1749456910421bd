"""One recorded fact: who changed what, when. The only thing that is ever saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from coach_tui.language.refusal import Refusal

Value = None | bool | int | float | str | list[Any] | dict[str, Any]


class Change(NamedTuple):
    """A gesture's effect on one entity.

    id         UUIDv7 text stamped by the hybrid clock: identity, order and cursor in one.
    at         wall clock, ISO 8601 in UTC, for display only; changes of one gesture share it.
    actor      the role that acted, or "role/name".
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

_TEXTS: Final = ("id", "at", "actor", "entity", "entity_id")


def from_record(record: Mapping[str, Any]) -> Change | None:
    """The change saved as this mapping, or None where its shape is not a change's."""
    changes, base, undoes = record.get("changes"), record.get("base", {}), record.get("undoes")
    if not all(isinstance(record.get(name), str) and record[name] for name in _TEXTS):
        return None
    if not (isinstance(changes, dict) and isinstance(base, dict)):
        return None
    if not (undoes is None or isinstance(undoes, str)):
        return None
    identity, at, actor, entity, entity_id = (record[name] for name in _TEXTS)
    return Change(identity, at, actor, entity, entity_id, changes, base, undoes)


def to_record(change: Change) -> dict[str, Any]:
    """The mapping to save: no empty fields, keys in a fixed order."""
    record: dict[str, Any] = change._asdict()
    if not change.base:
        del record["base"]
    if change.undoes is None:
        del record["undoes"]
    return record
