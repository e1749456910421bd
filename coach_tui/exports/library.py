"""A catalogue as a page to read: an entry a section, its words one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coach_tui.coach.euros import page_in
from coach_tui.coach.pages import Page, PageSection
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.language import Words
from coach_tui.playbook.catalogue_specs import SPECS
from coach_tui.playbook.entry import Entry

# Said by a word of its own where the entry's first word is no name.
TITLE: Final = {"accesses": "tool"}
_BLANK: Final = re.compile(r"\{\w+\}")


def catalogue_page(name: str, catalogues: Catalogues, words: Words) -> Page:
    """This catalogue, in the language of `words`, as a page called by what it holds."""
    sections = tuple(_section(name, entry, words) for entry in catalogues[name])
    return Page(name, "catalogue", words(f"library.{name}"), "", sections)


def _section(name: str, entry: Entry, words: Words) -> PageSection:
    said = entry.words[words.language]
    spec = SPECS[name]
    first = spec.words[0]
    title = str(entry.fields[TITLE[name]] if name in TITLE else said[first])
    parts = [
        _labelled(each, str(said[each]), words)
        for each in spec.words
        if (each != first or name in TITLE) and said.get(each, "") not in ("", "—")
    ]
    for each in spec.lists:
        if listed := said.get(each, ()):
            parts.append(f"**{words(f'library.word.{each}')}**")
            parts.append("\n".join(f"- {line}" for line in listed))
    parts += [f"- {definition}" for definition in _definitions(entry, words.language)]
    blank = words("library.blank")
    text = page_in(_BLANK.sub(blank, "\n\n".join(parts)), words).rstrip("\n")
    return PageSection(_BLANK.sub(blank, title), text)


def _labelled(word: str, text: str, words: Words) -> str:
    return words("library.line", label=words(f"library.word.{word}"), text=text)


def _definitions(entry: Entry, language: str) -> Iterator[str]:
    for definition in entry.fields.get("definitions", ()):
        yield str(definition[language])
