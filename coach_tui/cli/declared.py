"""What a declared record gives a command: its options, `FIELD=VALUE`, its JSON."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from coach_tui.cli.arguments import say_back
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.coach.typed import Value, read_typed
from coach_tui.engagement.fields import FieldSpec
from coach_tui.language import Words
from coach_tui.language.clean import one_line


def add_options(
    parser: ArgumentParser, specs: Iterable[FieldSpec], words: Words, **named: str
) -> None:
    """An option for each of these fields; `named` says which field has another name here."""
    options = {name: option for option, name in named.items()}
    for spec in specs:
        option = f"--{options.get(spec.name, spec.name).replace('_', '-')}"
        said: dict[str, Any] = {"dest": spec.name, "help": words(spec.label)}
        if spec.kind == "flag":
            said["action"] = "store_true"
        elif spec.kind == "choice":
            said["choices"] = spec.values
            if "" in spec.values:
                said["metavar"] = "{" + ",".join(filter(None, spec.values)) + "}"
                said["help"] += f" ({words('arguments.empties')})"
        elif spec.kind == "day":
            said["metavar"] = "DATE"
        elif spec.name not in options:
            said["metavar"] = "…"
        parser.add_argument(option, **said)


def value_said(spec: FieldSpec, text: str, call: Call) -> Value:
    """The value typed for a field; the command ends where it can't be read."""
    value = accepted(read_typed(spec, text, call.words, call.today))
    if isinstance(value, date):
        say_back(call, text, value)
    return value


def values_set(
    texts: Iterable[str], settable: Mapping[str, FieldSpec], call: Call
) -> dict[str, Value]:
    """The fields of `owner=Zoé planned_end=30/06/2026`; an empty value empties one."""
    found: dict[str, Value] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        name = name.strip().replace("-", "_")
        if not equals:
            raise Refused("refusal.field.unset", text=one_line(text, 40))
        if name not in settable:
            known = ", ".join(settable)
            raise Refused("refusal.field.unknown", name=one_line(name, 40), fields=known)
        found[name] = value_said(settable[name], value, call)
    return found


def json_of(record: Any) -> dict[str, Any]:
    """Every field of a record, days as ISO 8601."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in record._asdict().items()
    }
