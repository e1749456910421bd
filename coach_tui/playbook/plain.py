"""Stages and entries as plain values, and back: what can be kept without the text they came from.

The shape is that of the tuples themselves, field after field.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import Act, Criterion, Due, Section, Stage, Step


def as_plain(value: Any) -> Any:
    """The same as tuples and dicts without a name of ours."""
    if isinstance(value, tuple):
        return tuple(as_plain(each) for each in value)
    if isinstance(value, Mapping):
        return {name: as_plain(each) for name, each in value.items()}
    return value


def stages_from(plain: Iterable[Sequence[Any]]) -> list[Stage]:
    """The stages that were made plain."""
    return [_stage(*each) for each in plain]


def entries_from(plain: Iterable[Sequence[Any]]) -> tuple[Entry, ...]:
    """The entries that were made plain."""
    return tuple(Entry._make(map(_frozen, each)) for each in plain)


def _stage(*fields: Any) -> Stage:
    stage = Stage._make(fields)
    return stage._replace(
        sections=tuple(_section(Section._make(each)) for each in stage.sections),
        entry=tuple(Criterion._make(each) for each in stage.entry),
        exit=tuple(Criterion._make(each) for each in stage.exit),
    )


def _section(section: Section) -> Section:
    return section._replace(steps=tuple(_step(Step._make(each)) for each in section.steps))


def _step(step: Step) -> Step:
    return step._replace(due=step.due and Due._make(step.due), act=Act._make(step.act))


def _frozen(value: Any) -> Any:
    """With nothing in it that can be edited, as when it was read."""
    if isinstance(value, dict):
        return MappingProxyType({name: _frozen(each) for name, each in value.items()})
    if isinstance(value, tuple):
        return tuple(_frozen(each) for each in value)
    return value
