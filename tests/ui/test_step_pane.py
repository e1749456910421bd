"""What is read of a step: its title and its body are always of the same step."""

from __future__ import annotations

import asyncio
import re

import pytest
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.content import Content

from coach_tui.ui.widgets.advice import AdvicePane
from coach_tui.ui.widgets.step_pane import Leaf, StepPane

from .conftest import screen_text


class Reading(App[None]):
    def compose(self):
        yield StepPane()

    def read(self, name: str, state: str = "to do") -> None:
        pane = self.query_one(StepPane)
        body = f"The body of {name}.\n\n- a point of {name}"
        pane.show(Content(f"Step {name}"), Content(state), body, Content(f"notes of {name}"))


@pytest.fixture
def gate(monkeypatch):
    """While it is closed (`clear`) no body is drawn."""
    opened = asyncio.Event()
    opened.set()
    update = AdvicePane.update

    def late(self, markdown):
        async def wait():
            await opened.wait()
            await update(self, markdown)

        return AwaitComplete(wait())

    monkeypatch.setattr(AdvicePane, "update", late)
    return opened


def seen(app) -> set[str]:
    """The steps of which something is in sight."""
    text = screen_text(app)
    parts = ("Step {}", "body of {}", "point of {}", "notes of {}")
    named = {name: [part.format(name) in text for part in parts] for name in "ABC"}
    assert all(all(found) or not any(found) for found in named.values()), text
    return {name for name, found in named.items() if any(found)}


async def settle(pilot):
    for _ in range(4):
        await pilot.pause(0.03)


async def read_a_then_begin_b(pilot, gate):
    """A is read; B was chosen, and its body waits at the closed gate."""
    pilot.app.read("A")
    await settle(pilot)
    gate.clear()
    pilot.app.read("B")
    await settle(pilot)


async def test_the_old_step_stays_whole_until_the_new_one_is_ready(gate):
    async with Reading().run_test() as pilot:
        app = pilot.app
        app.read("A")
        await settle(pilot)
        assert seen(app) == {"A"}
        gate.clear()
        app.read("B")
        await settle(pilot)
        assert seen(app) == {"A"}
        gate.set()
        await settle(pilot)
        assert seen(app) == {"B"}


async def test_who_moves_on_while_a_step_is_drawn_never_sees_it(gate):
    async with Reading().run_test() as pilot:
        app = pilot.app
        await read_a_then_begin_b(pilot, gate)
        app.read("C")
        gate.set()
        for _ in range(20):
            assert seen(app) in ({"A"}, {"C"})
            await pilot.pause(0.005)
        assert seen(app) == {"C"}


async def test_who_turns_back_while_the_next_is_drawn_reads_the_first_as_it_stands_now(gate):
    async with Reading().run_test() as pilot:
        app = pilot.app
        await read_a_then_begin_b(pilot, gate)
        app.read("A", state="done since")
        gate.set()
        await settle(pilot)
        assert seen(app) == {"A"}
        assert "done since" in screen_text(app)


async def test_a_tick_is_said_at_once_and_where_one_was_reading(gate):
    async with Reading().run_test(size=(40, 4)) as pilot:
        app = pilot.app
        app.read("A")
        await settle(pilot)
        pane = app.query_one(StepPane)
        pane.scroll_to(y=2, animate=False)
        await settle(pilot)
        gate.clear()
        app.read("A", state="done")
        await settle(pilot)
        assert pane.scroll_offset.y == 2
        app.read("B")
        gate.set()
        await settle(pilot)
        assert pane.scroll_offset.y == 0, "another step is read from its beginning"


async def test_an_app_that_closes_while_a_step_is_drawn_closes_quietly(gate):
    async with Reading().run_test() as pilot:
        app = pilot.app
        await read_a_then_begin_b(pilot, gate)
        for leaf in app.query(Leaf):
            await leaf.remove_children()
        gate.set()
        await settle(pilot)  # whatever fails in the drawing is raised as the app is left


async def test_a_heading_wider_than_the_pane_is_told_whole() -> None:
    """What is strong as a whole line is a heading: its end was cut where the window is narrow."""
    said = "The CMO has left and has no access any more: the checks at 7, 30 and 90 days remain"
    async with Reading().run_test(size=(40, 12)) as pilot:
        pane = pilot.app.query_one(StepPane)
        pane.show(Content(), Content(), f"**{said}**\n\nThen the rest.", Content())
        for _ in range(9):
            await pilot.pause(0.1)
        assert said in " ".join(re.sub("[│▼▲]", " ", screen_text(pilot.app)).split())
