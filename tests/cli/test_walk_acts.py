"""Each act that a step declares, asked line by line: answered there, it settles its step."""

from __future__ import annotations

from collections.abc import Iterator

from coach_tui.asking.acts import asked_elsewhere, asked_for
from coach_tui.asking.sheet import Asked, Pick, Place, Several, Sheet
from coach_tui.cli.walk_asking import Interview
from coach_tui.cli.walk_listening import Unmended
from tests.asking.desk import TODAY, answer
from tests.asking.test_acts import LATER, ROUNDS, STEPS, begun, place_of

# An exit another day verifies, and the report: the walk says where, and asks what shows it.
ELSEWHERE = {"access-revoke", "monthly-report"}


def typed(asked: Asked, choice: int) -> Iterator[str]:
    """The lines that somebody types to answer this, in the order it is asked line by line."""
    while isinstance(asked, Pick):
        place = min(choice, len(asked.options) - 1)
        yield str(place + 1)
        asked = asked.then(asked.options[place][0])
    if isinstance(asked, Several):
        yield " ".join(str(n + 1) for n in range(min(8, len(asked.options))))
    if isinstance(asked, Sheet):
        if asked.aloud:
            asked = asked.aloud().questions
        fields = sorted(asked.fields, key=lambda each: each.name != asked.lead)
        for field in fields:
            said = answer(field, "en")
            yield from [said, "."] if field.kind == "text" and said else [said]
        if asked.then and (following := asked.then()):
            yield from typed(following, choice)


def test_each_act_of_a_step_is_asked_in_the_walk_and_settles_it() -> None:
    """A document is written in an editor by the app; here its blanks are asked one by one."""
    places: set[str] = set()
    undone: dict[str, str] = {}
    for step in STEPS:
        desk = begun(step=step.id)
        for turn in range(ROUNDS):
            planned = desk.shown.step(step.id)
            assert planned
            if planned.finished:
                break
            asked = asked_for(desk, desk.shown, step.act.does, (step.id,))
            if isinstance(asked, Place):  # said, and what shows it is asked instead
                places.add(step.id)
                asked = asked_elsewhere(desk, desk.shown, step.id)
            lines = typed(asked, place_of(step.id, turn))
            before = len(desk.gestures)
            try:
                Interview(desk.words, TODAY, lambda lines=lines: next(lines)).put(asked)
            except (Unmended, StopIteration) as stopped:
                undone[step.id] = f"{step.act.does}: {type(stopped).__name__} {desk.refused[-1:]}"
                break
            if len(desk.gestures) == before:
                undone[step.id] = f"{step.act.does}: nothing was saved"
                break
        else:
            undone[step.id] = f"{step.act.does}: never done"
    assert places <= ELSEWHERE, places - ELSEWHERE
    assert undone.keys() <= LATER, {k: v for k, v in undone.items() if k not in LATER}
