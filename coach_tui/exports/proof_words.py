"""What a record shows, in the reader's words; and without any, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coach_tui.engagement.proof import Blank, Money, Proof, Saying, YearMonth
from coach_tui.language import Words
from coach_tui.language.dates import month_and_year
from coach_tui.language.numbers import write_money


def proof_words(proof: Proof, words: Words) -> str:
    """People's words as they are; a sentence with its days and numbers as this language writes."""
    if isinstance(proof, str):
        return proof
    return words(
        proof.key, **{name: _written(value, words) for name, value in proof.values.items()}
    )


def proof_plain(proof: Proof) -> str:
    """The same in no language: names, numbers, ISO days."""
    if isinstance(proof, str):
        return proof
    return " ".join(_plain(proof)) or proof.key.rpartition(".")[2]


def _written(value: Blank, words: Words) -> Blank:
    match value:
        case Saying():
            return proof_words(value, words)
        case YearMonth():
            return month_and_year(value.first, words.language)
        case Money():
            return write_money(value.amount, words.language, currency=words.currency)
        case tuple():
            return ", ".join(proof_words(each, words) for each in value)
        case _:
            return value  # written by the words


def _plain(saying: Saying) -> Iterator[str]:
    for value in saying.values.values():
        match value:
            case Saying():
                yield " ".join(_plain(value)) or value.key.rpartition(".")[2]
            case YearMonth():
                yield value.first.isoformat()[:7]
            case Money():
                yield f"{value.amount:g}"
            case tuple():
                yield ", ".join(" ".join(_plain(each)) for each in value)
            case float():
                yield f"{value:g}"
            case date():
                yield value.isoformat()
            case _:
                yield str(value)
