"""The glossary's terms, looked up and found in a text, without accents or case."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from coach_tui.language.fold import folded
from coach_tui.playbook.entry import Entry


class Term(NamedTuple):
    """A word of the trade, in one language, and the same in the other."""

    id: str
    name: str
    definition: str
    other: str


def terms_of(entries: Iterable[Entry], language: str) -> tuple[Term, ...]:
    """The glossary in this language, in the order of its names."""
    other = "en" if language == "fr" else "fr"
    terms = (
        Term(
            entry.id,
            entry.words[language]["name"],
            entry.words[language]["definition"],
            entry.words[other]["name"],
        )
        for entry in entries
    )
    return tuple(sorted(terms, key=lambda term: folded(term.name)))


def looked_up(terms: Iterable[Term], typed: str) -> tuple[Term, ...]:
    """The terms whose name in either language holds every word typed; then those defined by it."""
    sought = folded(typed).split()
    named, defined = [], []
    for term in terms:
        names = folded(f"{term.name} {term.other}")
        if all(word in names for word in sought):
            named.append(term)
        elif all(word in folded(term.definition) for word in sought):
            defined.append(term)
    return (*named, *defined)


def terms_in(terms: Iterable[Term], text: str) -> tuple[Term, ...]:
    """The terms this text uses, as whole words; a name with several forms counts for each."""
    words = folded(text)
    return tuple(term for term in terms if any(_uses(words, form) for form in _forms(term.name)))


def _forms(name: str) -> list[str]:
    """`CMO fractionné, directeur marketing (DPA)` → each of its names, folded."""
    parts = re.split(r"[,/()]", folded(name))
    return [part.strip() for part in parts if len(part.strip()) >= 3]


def _uses(words: str, form: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}s?(?!\w)", words) is not None
