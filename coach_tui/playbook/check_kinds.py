"""Whether each kind of document names what exists, and its texts hold the blanks it says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import OWNERS, Problem

STATES: Final = ("written", "verified", "sent")
SIGNS: Final = 5  # lines a poor document is known by
BLANK: Final = re.compile(r"(?<!\\)\{([a-z][a-z0-9_]*)\}")
_SIGN: Final = re.compile(r"([1-9])\. \S.*")


def kinds_name_what_exists(
    kinds: Iterable[tuple[str, Entry]], sections: Iterable[Entry], steps: Collection[str]
) -> Iterator[Problem]:
    """Sections, steps, states, passages and people that a kind, given with its file, names."""
    known = {section.id for section in sections}
    for path, kind in kinds:
        named: list[tuple[str, str, Collection[str]]] = [
            ("section", kind.fields["section"], known | {""})
        ]
        named += [("verify", who, OWNERS) for who in kind.fields["verify"]]
        for step in kind.fields["steps"]:
            step_id, state, passage = accomplished(step)
            named += [("steps", step_id, steps), ("steps", state, STATES)]
            named += [("steps", passage, ("", *kind.fields["ask"]))]
        for field, value, choices in named:
            if value not in choices:
                values = {"id": kind.id, "field": field, "value": value}
                yield Problem(path, kind.line, "playbook.entry-names", values)
        for blank in _twice(kind):
            values = {"id": kind.id, "blank": blank}
            yield Problem(path, kind.line, "playbook.blank-twice", values)


def accomplished(step: str) -> tuple[str, str, str]:
    """`funnel-definitions:verified`, `async-charter:written#channels`: step, state and passage."""
    step_id, _, rest = step.partition(":")
    state, _, passage = rest.partition("#")
    return step_id, state, passage


def blanks_declared(kind: Entry) -> Mapping[str, str]:
    """Each blank of this kind and how it is filled: once, live or ask."""
    found: dict[str, str] = {}
    for how in ("once", "live", "ask"):
        found.update(dict.fromkeys(kind.fields.get(how, ()), how))
    return found


def undeclared(template: str, path: str, kind: Entry | None) -> Iterator[Problem]:
    """Blanks of this template, at `path`, that its kind does not know; all of them without one."""
    declared: Collection[Any] = blanks_declared(kind) if kind else ()
    for number, line in enumerate(template.split("\n"), 1):
        for blank in BLANK.findall(line):
            if blank not in declared:
                yield Problem(path, number, "playbook.blank-unknown", {"blank": blank})


def five_signs(text: str, path: str) -> Iterator[Problem]:
    """Whether this says in five numbered lines, and nothing else, what a poor document has."""
    lines = text.removesuffix("\n").split("\n")
    found = [match[1] if (match := _SIGN.fullmatch(line)) else "" for line in lines]
    if found != [str(number) for number in range(1, SIGNS + 1)]:
        yield Problem(path, 1, "playbook.signs")


def _twice(kind: Entry) -> list[str]:
    named = [blank for how in ("once", "live", "ask") for blank in kind.fields.get(how, ())]
    return sorted({blank for blank in named if named.count(blank) > 1})
