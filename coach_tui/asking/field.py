"""A question of a form, and what happens to the answers."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from coach_tui.engagement.secret import secret_in
from coach_tui.language import Refusal
from coach_tui.language.dates import Sense


class Field(NamedTuple):
    """One question. `kind` is "line", "unseen" (a line that nobody should read over a shoulder),
    "text" (several lines), "day", or "choice" among `choices`.

    A day is handed over in ISO 8601, both ways: the form shows and reads it as people write it,
    and `sense` tells the year meant where none is typed.

    proposed  what stands in it after the answers so far, until something else is typed; `hint`
              says what was proposed as `value`.
    """

    name: str
    label: str
    value: str = ""
    kind: str = "line"
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    sense: Sense = "near"
    proposed: Callable[[Mapping[str, str]], str] | None = None


def asked_by(refusal: Refusal, fields: Iterable[Field], answers: Mapping[str, str]) -> Field | None:
    """The question whose answer is refused; None where it is about none of them.

    A secret and a text too long are looked for: the core refuses them for several texts at once.
    """
    ids = (refusal.field, refusal.values.get("field"))
    for field in fields:
        if field.name in ids:
            return field
    limit = refusal.values.get("limit")
    for field in fields:
        answer = answers[field.name]
        if field.kind == "choice":
            continue
        if refusal.reason.startswith("refusal.secret.") and secret_in(answer):
            return field
        if refusal.reason.endswith("long") and isinstance(limit, int) and len(answer) > limit:
            return field
    return None


# Gets the answers by field name; returns why not, or nothing once they are saved.
Submit = Callable[[dict[str, str]], Refusal | None]
