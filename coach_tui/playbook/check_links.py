"""Whether all that a step names exists: steps, facts, sources; and whether dates go in circles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from coach_tui.playbook.model import PAGE, Problem, Stage, Step

ESSENTIAL_MAX: Final = 8  # a stage (FORMULAS.md, "Depth")


def names_exist(
    stage: Stage, steps: Collection[str], facts: Collection[str], sources: Collection[str]
) -> Iterator[Problem]:
    """What this stage names and nobody has: links, `after:`, `done-when`, `source`."""
    for step in stage.steps:
        for link in step.links:
            if link not in steps and not link.startswith(PAGE):
                values = {"id": step.id, "link": link}
                yield Problem(stage.path, step.line, "playbook.link", values)
        if step.due and step.due.step and step.due.step not in steps:
            values = {"id": step.id, "link": step.due.step}
            yield Problem(stage.path, step.line + 1, "playbook.after", values)
        if step.done_when and step.done_when not in facts:
            values = {"id": step.id, "fact": step.done_when}
            yield Problem(stage.path, step.line + 1, "playbook.fact", values)
        for source in step.sources:
            if source not in sources:
                values = {"id": step.id, "source": source}
                yield Problem(stage.path, step.line + 1, "playbook.source", values)


def essentials(stage: Stage) -> Iterator[Problem]:
    """Whether a newcomer sees few enough steps."""
    count = sum(step.essential for step in stage.steps)
    if count > ESSENTIAL_MAX:
        values = {"n": count, "high": ESSENTIAL_MAX}
        yield Problem(stage.path, 1, "playbook.essentials", values)


def ids_once(stages: Sequence[Stage]) -> Iterator[Problem]:
    """Step ids two stages of one language share: the first keeps it, the other is never seen."""
    seen: dict[str, Stage] = {}
    for stage in stages:
        for step in stage.steps:
            first = seen.setdefault(step.id, stage)
            if first is not stage:
                values = {"id": step.id, "path": first.path}
                yield Problem(stage.path, step.line, "playbook.step-in-two", values)


def cycles(stages: Iterable[Stage]) -> Iterator[Problem]:
    """Steps whose date is counted from a step whose date is counted from them. Each told once."""
    placed = {step.id: (stage, step) for stage in stages for step in stage.steps}
    after: Mapping[str, str] = {
        step.id: step.due.step for _, step in placed.values() if step.due and step.due.step
    }
    settled: set[str] = set()
    for start in after:
        walked: list[str] = []
        here: str | None = start
        while here is not None and here not in settled and here not in walked:
            walked.append(here)
            here = after.get(here)
        if here is not None and here in walked:
            yield _cycle(walked[walked.index(here) :], placed)
        settled.update(walked)


def _cycle(ids: list[str], placed: Mapping[str, tuple[Stage, Step]]) -> Problem:
    stage, step = placed[ids[0]]
    values = {"ids": " → ".join([*ids, ids[0]])}
    return Problem(stage.path, step.line + 1, "playbook.cycle", values)
