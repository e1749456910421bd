"""Whether a stage says the same thing in both languages: the same steps, told twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from coach_tui.playbook.model import Criterion, Problem, Stage, Step

_ASIDE: Final = 3  # ids named in one message; one fault often moves many


def same_stage(one: Stage, other: Stage) -> Iterator[Problem]:
    """What `other` does not have as `one` has it. Problems are told in `other`'s file."""
    path = other.path
    sections = [section.id for section in one.sections], [section.id for section in other.sections]
    yield from _same_ids(*sections, "section", path, _lines(other.sections))
    steps = [step.id for step in one.steps], [step.id for step in other.steps]
    yield from _same_ids(*steps, "step", path, _lines(other.steps))
    yield from _same_criteria(one.entry, other.entry, "entry", path)
    yield from _same_criteria(one.exit, other.exit, "exit", path)
    spoken = {step.id: step for step in one.steps}
    for step in other.steps:
        if step.id in spoken:
            yield from _same_step(spoken[step.id], step, path)


def _same_step(one: Step, other: Step, path: str) -> Iterator[Problem]:
    if one.metadata != other.metadata:
        values = {"id": other.id, "one": one.metadata, "other": other.metadata}
        yield Problem(path, other.line + 1, "playbook.pair-metadata", values)
    if one.section != other.section:
        values = {"id": other.id, "one": one.section, "other": other.section}
        yield Problem(path, other.line, "playbook.pair-section", values)
    if one.links != other.links:
        values = {"id": other.id, "one": _named(one.links), "other": _named(other.links)}
        yield Problem(path, other.line, "playbook.pair-links", values)


def _same_criteria(
    one: Sequence[Criterion], other: Sequence[Criterion], kind: str, path: str
) -> Iterator[Problem]:
    ids = [criterion.id for criterion in one], [criterion.id for criterion in other]
    yield from _same_ids(*ids, kind, path, _lines(other))


def _same_ids(
    one: list[str], other: list[str], kind: str, path: str, lines: Mapping[str, int]
) -> Iterator[Problem]:
    """Ids of one language only; where there are none, whether the order is the same."""
    missing = [each for each in one if each not in other]
    added = [each for each in other if each not in one]
    if missing:
        values = {"kind": kind, "ids": _named(missing)}
        yield Problem(path, 1, "playbook.pair-missing", values)
    for each in added:
        yield Problem(path, lines[each], "playbook.pair-added", {"kind": kind, "id": each})
    if not missing and not added and one != other:
        first = next(there for here, there in zip(one, other, strict=False) if here != there)
        values = {"kind": kind, "id": first}
        yield Problem(path, lines[first], "playbook.pair-order", values)


def _lines(named: Sequence[Step] | Sequence[Criterion] | Sequence[object]) -> dict[str, int]:
    return {each.id: each.line for each in named}  # type: ignore[attr-defined]


def _named(ids: Sequence[str]) -> str:
    shown = ", ".join(ids[:_ASIDE]) or "—"
    return f"{shown} …" if len(ids) > _ASIDE else shown
