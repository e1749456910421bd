"""Nothing in content/ is out of reach: a page shows it, a search finds it, a command prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from coach_tui.bundled import Catalogues, content, load_playbook, read_content
from coach_tui.coach.pages import page_at, places_of
from coach_tui.coach.search import search
from coach_tui.engagement.state import Engagement
from coach_tui.language import LANGUAGES, Language
from coach_tui.library import pages_of
from tests.cli.conftest import Coach, coach, home  # noqa: F401 (its last test is given them)

_MARKS = re.compile(r"<!--.*?-->|[*#>`_]|^\s*(?:-|\d+\.)\s", re.MULTILINE | re.DOTALL)


def plain(text: str) -> str:
    """As it is read: without marks, blanks drawn alike."""
    return " ".join(_MARKS.sub(" ", re.sub(r"\{\w+\}", "…", text)).split())


@cache
def readable(language: Language) -> str:
    """All that a reader of this language can open: pages, steps, stages, help."""
    steps = load_playbook(language)[0]
    parts = [page.markdown for page in pages_of(language)]
    parts += [stage.opening for stage in steps.stages]
    parts += [f"{step.title}\n{step.body}" for step in steps.steps]
    return plain("\n".join([*parts, read_content("help", f"{language}.md")]))


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Every paragraph of every text, and every word of every entry, with where it is."""
    for folder in ("library", "templates", "examples"):
        for place in content(folder).iterdir():
            for file in place.iterdir():
                if file.name.endswith(f"{language}.md"):
                    for part in file.read_text(encoding="utf-8").split("\n\n"):
                        yield f"{folder}/{place.name}/{file.name}", part
    for name, entries in Catalogues().items():
        for entry in entries:
            for word in entry.words[language].values():
                for part in word if isinstance(word, tuple) else (word,):
                    if part != "—":
                        yield f"{name}:{entry.id}", part


def test_every_word_of_content_is_shown_somewhere() -> None:
    for language in LANGUAGES:
        shown = readable(language)
        lost = [
            (where, part) for where, part in texts(language) if plain(part).strip() not in shown
        ]
        assert lost == [], language


def test_every_page_is_found_to_its_last_part_by_its_title_and_by_its_words() -> None:
    for language in LANGUAGES:
        pages, playbook = pages_of(language), load_playbook(language)[0]
        unfound = []
        for place, page, section in places_of(pages):
            if page.id == "glossary" or place not in (page.id, f"{page.id}/{len(page.sections)}"):
                continue  # a term is found as a term; of a page, its opening and its last part
            typed = f"{section.title} {page.title}" if "/" in place else page.title
            hits = search(typed, playbook, Engagement(), (), language, pages)
            if place not in {hit.id for hit in hits if hit.kind == "page"}:
                unfound.append((place, typed))
        assert unfound == [], language
    hits = search("rappelées dans la journée", load_playbook("fr")[0], Engagement(), (), "fr",
                  pages_of("fr"))  # fmt: skip
    assert [hit.id for hit in hits] == ["interviews/1"]


def test_the_pages_are_the_same_in_both_languages() -> None:
    one, other = (pages_of(language) for language in LANGUAGES)
    assert [page.id for page in one] == [page.id for page in other]
    assert [len(page.sections) for page in one] == [len(page.sections) for page in other]
    assert len({page.id for page in one}) == len(one)


def test_a_command_lists_the_pages_and_prints_each_or_one_part(coach: Coach) -> None:  # noqa: F811
    pages = pages_of("en")
    listed = coach("playbook", "read", "--lang", "en")
    assert [line.split()[0] for line in listed.out.splitlines()] == [page.id for page in pages]
    whole = coach("playbook", "read", "messages", "--lang", "en").out
    found = page_at(pages, "messages")
    assert found
    assert whole == found[0].markdown
    part = coach("playbook", "read", "messages/3", "--lang", "fr").out
    assert part.startswith("## Accès, première relance\n\n**Objet")
    assert "seconde relance" not in part
    for wrong in ("nonsense", "messages/99", "messages/x"):
        refused = coach("playbook", "read", wrong, "--lang", "en")
        assert (refused.code, refused.out) == (1, "")
        assert wrong in refused.err
