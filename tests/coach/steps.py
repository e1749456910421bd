"""A playbook of a few steps, each with nothing but what its test is about."""

from __future__ import annotations

from typing import Any

from coach_tui.playbook.metadata import read_due
from coach_tui.playbook.model import Playbook, Section, Stage, Step


def step(step_id: str, due: str = "", stage: str = "kpis", **fields: Any) -> Step:
    """A step of the CMO's, due as a playbook would write it."""
    read = read_due(due) if due else None
    assert read or not due, due
    fields = {"owner": "cmo", **fields}
    return Step(step_id, step_id.capitalize(), "", stage=stage, section="all", due=read, **fields)


def playbook(*steps: Step) -> Playbook:
    stages = dict.fromkeys(each.stage for each in steps)
    return Playbook(
        Stage(name, name, "", (Section("all", "", tuple(s for s in steps if s.stage == name)),))
        for name in stages
    )
