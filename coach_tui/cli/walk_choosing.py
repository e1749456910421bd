"""Choices in a plain terminal: a numbered list, answered by a number, a name or a few letters."""

from __future__ import annotations

from typing import Final

from coach_tui.asking.sheet import Choices, Pick, Several
from coach_tui.cli.output import show
from coach_tui.cli.walk_listening import BACK, ELSEWHERE, EXPLAIN, Listener
from coach_tui.language.clean import clean, one_line
from coach_tui.language.fold import folded

LISTED: Final = 40  # choices listed at once; letters narrow more
NONE: Final = "0"  # none of several: an empty line by mistake says nothing


def choice_meant(said: str, choices: Choices) -> str | None:
    """The choice meant, by its number, its id or what it is called; None where that is unclear."""
    if number := _number(said, len(choices)):
        return choices[number - 1][0]
    sought = folded(said)
    for value, name in choices:
        if sought in (folded(value), folded(name)):
            return value
    begun = [value for value, name in choices if folded(name).startswith(sought)]
    return begun[0] if len(begun) == 1 else None


def picked(listener: Listener, pick: Pick) -> str:
    """The one that is chosen; words of one's own where they are taken."""
    _head(pick.title, pick.about)
    listed = pick.options
    while True:
        _list(listener, listed)
        if pick.free:
            show(f"  {one_line(pick.free)}")
        listener.prompt("walk.which")
        said = listener.heard(pick.title)
        if said in (EXPLAIN, BACK):
            _explain(listener, pick.about)
            continue
        if number := _number(said, len(listed)):
            return listed[number - 1][0]
        found = [each for each in pick.options if said and folded(said) in folded(each[1])]
        exact = [each for each in found if folded(each[1]) == folded(said)]
        if len(exact or found) == 1:
            return (exact or found)[0][0]
        if not found and pick.free and said:
            return said
        if not found:
            listener.refuse("refusal.walk.choice", text=one_line(said, 40))
        listed = tuple(found) or pick.options


def choose_several(listener: Listener, several: Several) -> None:
    """Ask which of these until they are saved. A number of one already chosen takes it off."""
    _head(several.title, several.about)
    for number, (value, said) in enumerate(several.options, 1):
        mark = "x" if value in several.chosen else " "
        show(f"  {number}. [{mark}] {one_line(said)}")
    while True:
        listener.prompt("walk.which-several")
        said = listener.heard(several.title)
        if said in (EXPLAIN, BACK, ELSEWHERE):
            _explain(listener, several.about)
            continue
        if not said and not several.chosen:
            show(listener.words("walk.none"))
            continue
        chosen = _toggled(listener, several, said)
        if chosen is None:
            continue
        if (refusal := several.submit(chosen)) is None:
            show(listener.words("walk.saved"))
            return
        listener.tell(refusal)


def _toggled(listener: Listener, several: Several, said: str) -> tuple[str, ...] | None:
    """What is chosen once these numbers are told; None where one of them is none of the list."""
    if said == NONE:
        return ()
    numbers = said.replace(";", ",").replace(" ", ",").split(",")
    told: set[str] = set()
    for each in filter(None, numbers):
        number = _number(each, len(several.options))
        if not number:
            listener.refuse("refusal.walk.number", text=one_line(each, 40))
            return None
        told.add(several.options[number - 1][0])
    chosen = {*several.chosen} ^ told
    return tuple(value for value, _ in several.options if value in chosen)


def _number(said: str, most: int) -> int:
    """The number of a line of a list; 0 where it is none."""
    if not (said.isascii() and said.isdigit() and len(said) < 6):
        return 0
    return int(said) if int(said) <= most else 0


def _head(title: str, about: str) -> None:
    show(one_line(title))
    if about:
        show(clean(about))


def _list(listener: Listener, choices: Choices) -> None:
    for number, (_, said) in enumerate(choices[:LISTED], 1):
        show(f"  {number}. {one_line(said)}")
    if len(choices) > LISTED:
        show(listener.words("walk.more", n=len(choices) - LISTED))


def _explain(listener: Listener, about: str) -> None:
    show(clean(about) or listener.words("walk.explain"))
    show(listener.words("walk.keys"))
