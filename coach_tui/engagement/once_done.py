"""What was once done stays done when more is added later.

"Each KPI has its baseline" proves a step. Adding a KPI without one is new work, and no reason to
say that the step was never done: it is enough that there was a moment when all that was known then
was complete. Moments are change ids: those sort as they were recorded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from coach_tui.engagement.state import Record

T = TypeVar("T")


def once_complete(
    begun: Mapping[T, str],
    completed: Mapping[T, str],
    enough: Callable[[Sequence[T]], bool] = bool,
) -> tuple[T, ...]:
    """The things that were all there was, and all complete, at the latest such moment.

    begun      by thing, when it was begun.
    completed  by thing, when it became complete; one that is not complete is left out.
    enough     whether so many, and these, are enough.
    """
    for moment in sorted({*begun.values(), *completed.values()}, reverse=True):
        known = [thing for thing, since in begun.items() if since <= moment]
        ready = all(thing in completed and completed[thing] <= moment for thing in known)
        if known and ready and enough(known):
            return tuple(known)
    return ()


def begun_at(record: Record) -> str:
    """When something was first recorded of it, as far as is still known."""
    return min((_first(record, name) for name in record), default="")


def set_at(record: Record, names: Iterable[str]) -> str:
    """When the last of these fields was first set: writing one again does not undo it."""
    return max((_first(record, name) for name in names if name in record), default="")


def last_set(record: Record, names: Iterable[str]) -> str:
    """When the last of these fields was set as it is: what was set before may have been wrong."""
    return max((record[name].change.id for name in names if name in record), default="")


def _first(record: Record, name: str) -> str:
    """The change that set this field, or the one before it where there was one."""
    change = record[name].change
    return min(change.id, change.base.get(name, change.id))
