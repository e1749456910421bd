"""One key, one meaning: what a key does everywhere, it does on every screen."""

from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from coach_tui.demo import make_demo
from coach_tui.language import Words
from coach_tui.ui.app import SCREENS
from coach_tui.ui.commands import COMMANDS, EVERYWHERE, Command, commands_of

from .conftest import TODAY

GLOBAL = {
    key: command
    for command in COMMANDS
    if command.screens == EVERYWHERE
    for key in command.keys.split(",")
}


def keys_of(command: Command) -> list[str]:
    return command.keys.split(",")


def bound_by(node: DOMNode) -> list[Binding]:
    """Every key this node answers to, its parents' classes included."""
    return [binding for bindings in node._bindings.key_to_bindings.values() for binding in bindings]


def test_every_screen_of_work_offers_every_command_that_works_everywhere() -> None:
    assert set(EVERYWHERE) == set(SCREENS) - {"welcome"}
    assert {GLOBAL[key].id for key in ("p", "u", "slash", "v", "q")} == {
        "portfolio", "undo", "search", "glossary", "quit",
    }  # fmt: skip


@pytest.mark.parametrize("screen", EVERYWHERE)
def test_no_key_is_bound_twice_on_a_screen(screen: str) -> None:
    keys = [key for command in commands_of(screen) for key in keys_of(command)]
    assert sorted(keys) == sorted(set(keys))


def misused(command: Command) -> bool:
    """Whether `e` does not export, or something is added by another key than its own."""
    exports = command.id.startswith("export")
    adds = command.id.startswith("add") or command.id.endswith(("_add", "new"))
    # m writes a promise: the rhythm has two things to add.
    return exports != (keys_of(command) == ["e"]) or (adds and command.keys not in ("a", "m"))


def test_a_key_for_taking_out_or_adding_never_does_anything_else() -> None:
    assert [f"{each.keys} {each.id}" for each in COMMANDS if misused(each)] == []


@pytest.mark.usefixtures("short_help")
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_no_global_key_is_used_for_something_else_anywhere(opened, home, language):
    path = make_demo(home, Words(language), TODAY)
    async with opened(path, size=(120, 40), language=language) as (app, pilot):
        for name in EVERYWHERE:
            app.go(name)
            await pilot.pause()
            here = {command.id for command in commands_of(name)}
            for node in (app.screen, *app.screen.walk_children()):
                for binding in bound_by(node):
                    command = GLOBAL.get(binding.key)
                    if command is not None:
                        assert command.id in here
                        assert binding.action == f"command('{command.id}')", (name, node, binding)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_who_has_no_engagement_open_is_told_the_key_that_lists_them(language):
    command = next(each for each in COMMANDS if each.id == "engagements")
    assert f" {keys_of(command)[0]} " in Words(language)("app.no-engagement")
