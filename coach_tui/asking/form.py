"""A form: its questions, and the decision their answers make."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from coach_tui.asking.answers import Choices, field_for
from coach_tui.asking.field import Field
from coach_tui.coach.typed import read_answers
from coach_tui.engagement.change import Decision
from coach_tui.engagement.fields import Declared, differing, fields_of
from coach_tui.language import Refusal, Words

NEW: Final = "new"


class Form(NamedTuple):
    """A title, the questions, and what their answers decide.

    record  which one it is about, where the same is asked of several: what is typed and not saved
            is that one's alone. Of one being added, NEW: its id is another each time.
    """

    title: str
    fields: tuple[Field, ...]
    decide: Callable[[Mapping[str, str]], Decision]
    record: str = ""


def form_from(
    title: str,
    records: Declared | tuple[Declared, ...],
    names: Iterable[str],
    words: Words,
    today: date,
    decide: Callable[[dict[str, Any]], Decision],
    named: Mapping[str, Choices] = {},
    new: bool = False,
) -> Form:
    """Questions on these fields of a record, or of several; only what is answered otherwise is
    decided on.

    named  what is chosen among, for the fields whose choices a catalogue names.
    new    it is being added; otherwise the form is about the record by its own id, if it has one.
    """
    known = records if isinstance(records, tuple) else (records,)
    of = {name: next(each for each in known if name in fields_of(type(each))) for name in names}
    declared = {name: fields_of(type(record))[name] for name, record in of.items()}
    fields = tuple(
        field_for(spec, getattr(of[name], name), words, named.get(name, ()))
        for name, spec in declared.items()
    )

    def read(answers: Mapping[str, str]) -> Decision:
        shown = {field.name: field.value for field in fields}
        touched = {name: text for name, text in answers.items() if text.strip() != shown[name]}
        said = read_answers(declared, touched, words, today)
        if isinstance(said, Refusal):
            return said
        return decide(
            {name: each for name, each in said.items() if differing(of[name], {name: each})}
        )

    return Form(title, fields, read, NEW if new else getattr(known[0], "id", ""))
