"""Our named tuples do what `typing`'s do, whether one was made of the class before or not."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from types import new_class
from typing import Any

import pytest

from coach_tui import named_tuple
from coach_tui.engagement.state import FieldNow

KINDS = {"ours": named_tuple.NamedTuple, "typing's": typing.NamedTuple}


def a_class(kind: str, **body: Any) -> Any:
    """A named tuple of one needed field and two that have defaults, made by this maker."""
    said = {
        "__annotations__": {"name": str, "days": int, "notes": tuple},
        "__module__": __name__, "__doc__": "Somebody's days.", "days": 2, "notes": (),
        "twice": property(lambda self: self.days * 2), **body,
    }  # fmt: skip
    return new_class("Stay", (KINDS[kind],), {}, lambda names: names.update(said))


DOES: dict[str, Callable[[Any], Any]] = {
    "by place": lambda stay: tuple(stay("Ann", 3, ("late",))),
    "by name": lambda stay: tuple(stay(notes=("late",), name="Ann")),
    "its defaults": lambda stay: tuple(stay("Ann")),
    "a field": lambda stay: (stay("Ann").name, stay("Ann").days),
    "a property": lambda stay: stay("Ann").twice,
    "as text": lambda stay: repr(stay("Ann", 3)),
    "another": lambda stay: stay("Ann")._replace(days=5),
    "another of no such field": lambda stay: stay("Ann")._replace(years=5),
    "as a dict": lambda stay: stay("Ann")._asdict(),
    "from values": lambda stay: stay._make(["Ann", 1, ()]),
    "from too few": lambda stay: stay._make(["Ann"]),
    "nothing given": lambda stay: stay(),
    "too much given": lambda stay: stay("Ann", 1, (), 2),
    "no such name given": lambda stay: stay("Ann", years=1),
    "its names": lambda stay: (stay._fields, stay.__match_args__, stay._field_defaults),
    "its words": lambda stay: (stay.__name__, stay.__module__, stay.__doc__),
    "its kind": lambda stay: (type(stay), issubclass(stay, tuple)),
    "equal to a tuple": lambda stay: stay("Ann") == ("Ann", 2, ()),
    "as a key": lambda stay: hash(stay("Ann")) == hash(("Ann", 2, ())),
    "copied": lambda stay: copy.copy(stay("Ann")),
    "changed": lambda stay: setattr(stay("Ann"), "days", 3),
    "given more": lambda stay: setattr(stay("Ann"), "years", 3),
    "told apart": lambda stay: told_apart(stay("Ann")),
    "of a class below": lambda stay: type("Longer", (stay,), {})("Ann", days=9),
}  # fmt: skip


def told_apart(stay: Any) -> Any:
    match stay:
        case (name, days, _):
            return name, days


def outcome(does: Callable[[Any], Any], stay: Any) -> Any:
    """What comes of it, or which error."""
    try:
        return does(stay)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize("made_before", [False, True])
def test_they_do_what_those_of_typing_do(made_before: bool):
    for name, does in DOES.items():
        ours, theirs = a_class("ours"), a_class("typing's")
        if made_before:
            ours("Bob")
        found = outcome(does, ours)
        assert (repr(found), found) == (repr(outcome(does, theirs)), outcome(does, theirs)), name


def test_a_field_without_a_default_does_not_follow_one_that_has_one():
    for kind in KINDS:
        with pytest.raises(TypeError):
            a_class(kind, __annotations__={"days": int, "name": str})


def test_one_is_pickled_by_its_name():
    field = FieldNow("done", None)  # type: ignore[arg-type]
    assert pickle.loads(pickle.dumps(field)) == field
    assert type(pickle.loads(pickle.dumps(field))) is FieldNow
    assert isinstance(field, tuple)
