"""Each act that a step declares, asked line by line: answered there, it settles its step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from coach_tui.asking.acts import asked_for
from coach_tui.asking.sheet import Asked, Pick, Several, Sheet
from coach_tui.cli.walk_asking import Interview
from coach_tui.cli.walk_listening import Unmended
from tests.asking.desk import TODAY, MemoryDesk, answer
from tests.asking.test_acts import LATER, ROUNDS, STEPS, begun, place_of

JUDGED = ((0,), (0, 0), (0, 1), (0, 2))  # listed, said who they are, then marked by each of the two


def typed(asked: Asked, *choices: int) -> Iterator[str]:
    """The lines that somebody types to answer this, in the order it is asked line by line.

    choices  the line chosen of each list that comes; the last one of those that come after.
    """
    told = [*choices]
    while isinstance(asked, Pick):
        choice = told.pop(0) if len(told) > 1 else told[0]
        place = min(choice, len(asked.options) - 1)
        yield str(place + 1)
        asked = asked.then(asked.options[place][0])
    if isinstance(asked, Several):
        first = [value for value, _ in asked.options[:8]]
        none_here = [n for n, value in enumerate(first) if value.startswith("no-")]
        yield " ".join(str(n + 1) for n in none_here or range(len(first)))  # none, or some
    if isinstance(asked, Sheet):
        if asked.aloud:
            asked = asked.aloud().questions
        fields = sorted(asked.fields, key=lambda each: each.name != asked.lead)
        for field in fields:
            said = answer(field, "en")
            yield from [said, "."] if field.kind == "text" and said else [said]
        if asked.then and (following := asked.then()):
            yield from typed(following, *told)


def walked(desk: MemoryDesk, step: str, *choices: int) -> None:
    """Answer what this step asks, in the walk."""
    asked = asked_for(desk, desk.shown, act_of(step), (step,))
    told = {TODAY.isoformat(): desk.today.isoformat()}
    lines = (told.get(each, each) for each in typed(asked, *choices))
    Interview(desk.words, desk.today, lambda: next(lines)).put(asked)


def act_of(step: str) -> str:
    return next(each.act.does for each in STEPS if each.id == step)


def done(desk: MemoryDesk, step: str) -> bool:
    planned = desk.shown.step(step)
    assert planned
    return planned.finished


def test_each_act_of_a_step_is_asked_in_the_walk_and_settles_it() -> None:
    """A document is written in an editor by the app; here its blanks are asked one by one."""
    undone: dict[str, str] = {}
    for step in STEPS:
        desk = begun(step=step.id)
        for turn in range(ROUNDS):
            if done(desk, step.id):
                break
            before = len(desk.gestures)
            try:
                walked(desk, step.id, place_of(step.id, turn))
            except (Unmended, StopIteration) as stopped:
                undone[step.id] = f"{step.act.does}: {type(stopped).__name__} {desk.refused[-1:]}"
                break
            if len(desk.gestures) == before:
                undone[step.id] = f"{step.act.does}: nothing was saved"
                break
        else:
            undone[step.id] = f"{step.act.does}: never done"
    assert undone.keys() <= LATER, {k: v for k, v in undone.items() if k not in LATER}


def test_candidates_are_marked_by_both_raters_in_the_walk() -> None:
    for step in ("interviews", "evaluation"):
        desk = begun()
        for choices in JUDGED:
            assert not done(desk, step), step
            walked(desk, step, *choices)
        assert done(desk, step), step


def test_levels_are_said_by_both_sides_in_the_walk_and_again_weeks_later() -> None:
    desk = begun()
    step, again = "baseline-autonomy", "quarterly-reassess"
    for role, actor in (("cmo", "cmo/Max"), ("team", "team/Ann")):
        desk.role, desk.actor = role, actor
        for _ in range(ROUNDS):
            if done(desk, step) or not rated_next(desk, step):
                break
        assert done(desk, step) is (role == "team")
    desk.role, desk.actor = "cmo", "cmo/Max"
    desk.today = TODAY + timedelta(30)
    assert not done(desk, again)
    walked(desk, again, 0)
    assert done(desk, again)


def rated_next(desk: MemoryDesk, step: str) -> bool:
    """Answer the next thing asked of the team; False once every pair is rated from this side, or
    what the other says is asked."""
    asked = asked_for(desk, desk.shown, act_of(step), (step,))
    if isinstance(asked, Pick):
        return False
    theirs = desk.words("act.rate-theirs", n=2, name="").partition(".")[0]
    if asked.about.startswith(theirs):
        return False
    walked(desk, step, 0)
    return True
