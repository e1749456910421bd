"""A form: its questions, and the decision their answers make."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from coach_tui.asking.answers import field_for
from coach_tui.asking.field import Field
from coach_tui.coach.typed import read_answers
from coach_tui.engagement.change import Decision
from coach_tui.engagement.fields import Declared, differing, fields_of
from coach_tui.language import Refusal, Words


class Form(NamedTuple):
    """A title, the questions, and what their answers decide."""

    title: str
    fields: tuple[Field, ...]
    decide: Callable[[Mapping[str, str]], Decision]


def form_from(
    title: str,
    record: Declared,
    names: Iterable[str],
    words: Words,
    today: date,
    decide: Callable[[dict[str, Any]], Decision],
) -> Form:
    """Questions on these fields of a record; only what is answered otherwise is decided on."""
    declared = fields_of(type(record))
    fields = tuple(field_for(declared[name], getattr(record, name), words) for name in names)

    def read(answers: Mapping[str, str]) -> Decision:
        shown = {field.name: field.value for field in fields}
        touched = {name: text for name, text in answers.items() if text.strip() != shown[name]}
        said = read_answers(declared, touched, words, today)
        return said if isinstance(said, Refusal) else decide(differing(record, said))

    return Form(title, fields, read)
