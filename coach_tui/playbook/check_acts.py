"""Whether every step says what doing it is, and whether what it needs first can be had."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from coach_tui.playbook.model import Problem, Stage, Step


class LeftOnRecord(Protocol):
    """What an act leaves on record: facts by name, or a proof of its own."""

    @property
    def facts(self) -> frozenset[str]: ...

    @property
    def proves(self) -> bool: ...


def acts_exist(stage: Stage, records_of: Callable[[str], LeftOnRecord | None]) -> Iterator[Problem]:
    """Steps without an act, with one nobody knows, or with one that never shows them done."""
    for step in stage.steps:
        for reason, values in _faults(step, records_of):
            yield Problem(stage.path, step.line + 1, reason, {"id": step.id, **values})


def prerequisites(stages: Sequence[Stage]) -> Iterator[Problem]:
    """What steps need first: steps that exist, never each other, and asked for where they are.

    An essential step that rests on one a newcomer is not shown would never be offered.
    """
    placed = {step.id: (stage, step) for stage in stages for step in stage.steps}
    for stage, step in placed.values():
        for needed in step.act.needs:
            values = {"id": step.id, "link": needed}
            if needed not in placed:
                yield Problem(stage.path, step.line + 1, "playbook.needs", values)
            elif _hidden(step, placed[needed][1]):
                yield Problem(stage.path, step.line + 1, "playbook.needs-hidden", values)
    yield from _circles(placed)


def _faults(
    step: Step, records_of: Callable[[str], LeftOnRecord | None]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    does, fact = step.act.does, step.done_when
    if not does:
        yield "playbook.no-act", {}
        return
    records = records_of(does)
    if records is None:
        yield "playbook.act", {"act": does}
    elif fact and fact not in records.facts:
        yield "playbook.act-fact", {"act": does, "fact": fact}
    elif not fact and not records.proves:
        yield "playbook.act-unproved", {"act": does}
    if not step.act.minutes:
        yield "playbook.no-takes", {}


def _hidden(step: Step, needed: Step) -> bool:
    asked = needed.essential or needed.act.decides
    return (step.essential or step.act.decides) and not asked


def _circles(placed: Mapping[str, tuple[Stage, Step]]) -> Iterator[Problem]:
    """Each circle of steps that need each other, told once."""
    settled: set[str] = set()

    def walk(step_id: str, trail: tuple[str, ...]) -> Iterator[Problem]:
        if step_id in trail:
            stage, step = placed[step_id]
            circle = (*trail[trail.index(step_id) :], step_id)
            values = {"ids": " → ".join(circle)}
            yield Problem(stage.path, step.line + 1, "playbook.needs-circle", values)
        elif step_id in placed and step_id not in settled:
            for needed in placed[step_id][1].act.needs:
                yield from walk(needed, (*trail, step_id))
            settled.add(step_id)

    for step_id in placed:
        yield from walk(step_id, ())
