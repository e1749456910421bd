"""What to do: stages, sections and steps as frozen values, and what is wrong with them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

STAGES: Final = ("framing", "onboarding", "kpis", "rhythm", "upskilling", "transition")
PAGE: Final = "page-"  # what a link to a page to read begins with
OWNERS: Final = ("founder", "cmo", "team", "sales", "ops", "successor")


class Problem(NamedTuple):
    """Something wrong in a file: where, and what, as a word key and its blanks."""

    path: str
    line: int
    reason: str
    values: Mapping[str, Any] = {}


class Due(NamedTuple):
    """When a step is due, before anyone's calendar is known.

    anchor  "D" days from the first day, "W" its n-th week, "M" its n-th month (of 30 days),
            "T" weeks from the successor's first day, "after" working days after another step.
    """

    anchor: str
    number: int
    step: str = ""


class Act(NamedTuple):
    """What doing a step is, and when it is asked for.

    does     the act that opens on it ("access:crm", "document:scope:verified"); the coach knows
             them all. Empty where nobody wrote it.
    minutes  what answering takes here. The work done elsewhere is the step's `effort`.
    by       who answers where the owner never opens the coach; empty: whoever asked for it.
    needs    steps settled first: while one of them is open, it is offered in this one's place.
    when     where it applies only to some: "permanent" (a permanent CMO is to come), "raise"
             (money is being raised), "suppliers" (others work for the marketing).
    every    days after which it returns; 0 where it does not.
    grave    the day of the mission from which it is grave that nothing is recorded; None: never.
    passing  once its day has passed before the file was begun, only its outcome matters.
    decides  asked for at any depth: an essential step rests on it.
    """

    does: str = ""
    minutes: int = 0
    by: str = ""
    needs: tuple[str, ...] = ()
    when: str = ""
    every: int = 0
    grave: int | None = None
    passing: bool = False
    decides: bool = False


class Step(NamedTuple):
    """One action of the playbook. `body` is plain GFM; `effort` is in minutes."""

    id: str
    title: str
    body: str
    owner: str
    stage: str
    section: str
    confirmer: str | None = None
    due: Due | None = None
    effort: int = 0
    essential: bool = False
    done_when: str = ""
    sources: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    line: int = 0
    metadata: str = ""
    act: Act = Act()


class Section(NamedTuple):
    id: str
    title: str
    steps: tuple[Step, ...]
    line: int = 0


class Criterion(NamedTuple):
    """A condition to enter or leave a stage, with the id under which the coach checks it."""

    id: str
    text: str
    line: int = 0


class Stage(NamedTuple):
    """One Markdown document: its opening, its two tests, its sections."""

    id: str
    title: str
    opening: str
    sections: tuple[Section, ...]
    entry: tuple[Criterion, ...] = ()
    exit: tuple[Criterion, ...] = ()
    language: str = ""
    path: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for section in self.sections for step in section.steps)


class Playbook:
    """The stages in their order. A step id is found in at most one of them: the first keeps it."""

    __slots__ = ("_by_id", "stages")

    def __init__(self, stages: Iterable[Stage]) -> None:
        self.stages = tuple(stages)
        self._by_id: dict[str, Step] = {}
        for step in (step for stage in self.stages for step in stage.steps):
            self._by_id.setdefault(step.id, step)

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._by_id.values())

    def stage(self, stage_id: str) -> Stage | None:
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def step(self, step_id: str) -> Step | None:
        return self._by_id.get(step_id)
