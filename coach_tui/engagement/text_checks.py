"""What people type, before it is recorded: neither a secret nor longer than anyone reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Draft, Value
from coach_tui.engagement.secret import secret_in
from coach_tui.language.clean import one_line
from coach_tui.language.refusal import Refusal

_LONE: Final = "[\ud800-\udfff]"  # how Python hands over a byte it can't read
TEXT_LIMIT: Final = 10_000  # characters; a long answer has 5,000


def refuse_words(*texts: str) -> Refusal | None:
    """Why these words are not recorded, or None."""
    for text in texts:
        if kind := secret_in(text):
            return Refusal(f"refusal.secret.{kind}")
        if len(text) > TEXT_LIMIT:
            return Refusal("refusal.step.long", {"limit": TEXT_LIMIT})
    return None


def refuse_fields(fields: Mapping[str, object]) -> Refusal | None:
    """The same for whatever is text among these fields."""
    return refuse_words(*(value for value in fields.values() if isinstance(value, str)))


def refuse_bytes(drafts: Iterable[Draft]) -> Refusal | None:
    """Why this can't be written down: it holds bytes that are no text. None is dropped."""
    for draft in drafts:
        for value in draft.changes.values():
            if isinstance(value, str) and re.search(_LONE, value):
                shown = re.sub(_LONE, "\ufffd", value)
                return Refusal("refusal.field.bytes", {"text": one_line(shown, 40)})
    return None


def recorded(fields: Mapping[str, object]) -> dict[str, Value]:
    """These fields as they are written in a change: days as ISO 8601 text, words trimmed."""
    return {name: _value(value) for name, value in fields.items()}


def is_number(value: object) -> bool:
    """Whether this is a finite number; a yes or no is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < 1e15  # not a number compares false


def _value(value: object) -> Value:
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else value  # type: ignore[return-value]
