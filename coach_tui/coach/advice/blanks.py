"""What fills the blanks of the coach's sentences, written in the reader's language.

People's words come out on one line and cut to a length; they are never orders nor markup here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, cast

from coach_tui.coach.advice.situation import Blank, Catalogues, Measure, Names, Part, WordKey
from coach_tui.engagement.proof import Money, YearMonth
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import month_and_year, plain_date
from coach_tui.language.numbers import write_money, write_number
from coach_tui.language.units import write_value

AT_MOST: Final = 3  # names in a sentence; the others are counted
NAME_LIMIT: Final = 60  # characters, in a row
WHOLE: Final = 2_000  # in a window: a page of them; a file may hold any number


def filled(value: Blank, words: Words, catalogues: Catalogues, limit: int = NAME_LIMIT) -> str:
    """This value as the reader's language writes it, people's words cut at `limit`."""
    # A part may be a named tuple: only the plain one is a list of parts.
    parts = cast("tuple[Part, ...]", value if type(value) is tuple else (value,))
    return listed([_written(part, words, catalogues, limit) for part in parts], words)


def _written(value: Part, words: Words, catalogues: Catalogues, limit: int) -> str:
    match value:
        case Money():
            return write_money(round(value.amount), words.language, currency=words.currency)
        case WordKey():
            return words(value.key)
        case Measure():
            return write_value(value.value, value.unit, words)
        case YearMonth():
            return month_and_year(value.first, words.language)
        case date():
            return plain_date(value, words.language)
        case Names():
            entries = {each: entry_of(catalogues, value.catalogue, each) for each in value.ids}
            said = (word_of(entries[each], value.field, words.language) for each in value.ids)
            found = (name or each for each, name in zip(value.ids, said, strict=True))
            return listed(list(found), words)
        case int() | float():
            return write_number(value, words.language, None)
        case _:
            return _whole_words(one_line(value, limit))


def _whole_words(said: str) -> str:
    """What was cut, cut where a word ends, if that is not far back."""
    whole = said.removesuffix("…").rpartition(" ")[0].rstrip(" ,;:(")
    return f"{whole}…" if said.endswith("…") and 2 * len(whole) > len(said) else said


def listed(names: Sequence[str], words: Words) -> str:
    """The first three, and how many more there are."""
    names = list(dict.fromkeys(names))
    return words.listed(names, AT_MOST)


def entry_name(catalogues: Catalogues, catalogue: str, entry_id: str, language: str) -> str:
    """What the catalogue calls this entry; nothing where it has it no more."""
    return word_of(entry_of(catalogues, catalogue, entry_id), "name", language)


def entry_of(catalogues: Catalogues, name: str, entry_id: str) -> Any:
    """This entry, where the catalogue still has it."""
    return next((each for each in catalogues.get(name, ()) if each.id == entry_id), None)


def word_of(entry: Any, field: str, language: str) -> str:
    """What the entry says; nothing where there is no entry."""
    return str(entry.words[language].get(field, "")) if entry else ""
