"""The comment under a step's heading: `step: access-crm | owner: ops | due: D-5 | essential`.

What doing the step is comes last: `does: access:crm | takes: 2min | needs: access-list`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from coach_tui.playbook.model import OWNERS, Due

ID: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_DUE: Final = re.compile(r"([DT])([+-]?\d{1,3})(w?)|([WM])(\d{1,2})|after:([a-z0-9-]+)\+(\d{1,2})")
_EFFORT: Final = re.compile(r"(\d{1,3})min|(\d{1,3})h(\d{2})?|(\d{1,2}(?:\.5)?)d")
_FACT: Final = re.compile(r"[a-z0-9:-]+")
_ACT: Final = re.compile(r"[a-z][a-z-]*(?::[a-z0-9][a-z0-9_/-]*)*(?:#[a-z]+)?")
_EVERY: Final = re.compile(r"([1-9]\d{0,2})d")
_GRAVE: Final = re.compile(r"D\+(\d{1,3})")
FLAGS: Final = frozenset({"essential", "passing", "decides"})  # said by being there
APPLIES: Final = ("permanent", "raise", "suppliers")
A_DAY: Final = 8 * 60  # minutes: our rule of thumb for "one day", as in the ritual load


class Metadata(NamedTuple):
    """The fields of a step's comment, read; unreadable ones are left out and told."""

    fields: Mapping[str, Any]
    problems: tuple[tuple[str, Mapping[str, Any]], ...]


def read_metadata(comment: str) -> Metadata:
    """Read the comment's inside. Never raises; what can't be read is a problem."""
    fields: dict[str, Any] = {}
    problems: list[tuple[str, Mapping[str, Any]]] = []
    for part in comment.split("|"):
        key, colon, value = part.partition(":")
        key, value = key.strip(), value.strip()
        reader = _READERS.get(key)
        if reader is None or (key in FLAGS) == bool(colon):
            problems.append(("playbook.unknown-key", {"key": key[:40]}))
        elif key in fields:
            problems.append(("playbook.key-twice", {"key": key}))
        else:
            read = reader(value)
            if read is None:
                problems.append(("playbook.bad-value", {"key": key, "value": value[:40]}))
            else:
                fields[key] = read
    return Metadata(fields, tuple(problems))


@cache  # a playbook has few different ones
def read_due(text: str) -> Due | None:
    """`D-10` `D0` `D+5` `W3` `M6` `T-4w` `T0` `after:kickoff+3`; None for anything else."""
    match = _DUE.fullmatch(text)
    if not match:
        return None
    anchor, count, weeks, calendar, number, step, days = match.groups()
    if step:
        return Due("after", int(days), step)
    if calendar:
        return Due(calendar, int(number)) if int(number) else None
    if (anchor == "D" and weeks) or (anchor == "T" and int(count) and not weeks):
        return None
    return Due(anchor, int(count))


@cache
def read_effort(text: str) -> int | None:
    """`30min` `1h30` `0.5d` in minutes, a day being eight hours; None for anything else."""
    match = _EFFORT.fullmatch(text)
    if not match:
        return None
    minutes, hours, rest, days = match.groups()
    if minutes:
        return int(minutes)
    return int(hours) * 60 + int(rest or 0) if hours else round(float(days) * A_DAY)


def _id(text: str) -> str | None:
    return text if ID.fullmatch(text) else None


def _owner(text: str) -> str | None:
    return text if text in OWNERS else None


def _number(shape: re.Pattern[str], text: str) -> int | None:
    match = shape.fullmatch(text)
    return int(match[1]) if match else None


@cache
def _names(text: str) -> tuple[str, ...] | None:
    names = tuple(name.strip() for name in text.split(","))
    return names if all(ID.fullmatch(name) for name in names) else None


_READERS: Final[Mapping[str, Any]] = {
    "step": _id,
    "owner": _owner,
    "confirmer": _owner,
    "due": read_due,
    "effort": read_effort,
    "essential": lambda _: True,
    "done-when": lambda text: text if _FACT.fullmatch(text) else None,
    "source": _names,
    "does": lambda text: text if _ACT.fullmatch(text) else None,
    "takes": read_effort,
    "by": _owner,
    "needs": _names,
    "when": lambda text: text if text in APPLIES else None,
    "every": lambda text: _number(_EVERY, text),
    "grave": lambda text: _number(_GRAVE, text),
    "passing": lambda _: True,
    "decides": lambda _: True,
}
