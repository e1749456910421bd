"""Everything there is to read in content/, in one language, as pages: no text is out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from coach_tui.bundled import Catalogues, content, read_content, read_text
from coach_tui.coach.named import names_of
from coach_tui.coach.pages import Page, read_page
from coach_tui.exports.library import catalogue_page
from coach_tui.language import Language, Words

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# Folders of content/ whose folders are each a text in both languages → what its page is among.
TEXTS: Final = {"library": "library", "templates": "template", "examples": "example"}


@cache
def pages_of(language: Language) -> tuple[Page, ...]:
    """All the pages: keys and commands, the library, the catalogues, templates and examples."""
    texts = {folder: tuple(_texts(folder, language)) for folder in TEXTS}
    words, catalogues = Words(language), Catalogues()
    listed = tuple(catalogue_page(name, catalogues, words) for name in catalogues)
    reference = read_page("reference", "library", read_content("help", f"reference.{language}.md"))
    return (reference, *texts["library"], *listed, *texts["templates"], *texts["examples"])


def _texts(folder: str, language: Language) -> Iterator[Page]:
    for place in sorted(content(folder).iterdir(), key=lambda each: each.name):
        for file in sorted(place.iterdir(), key=lambda each: each.name):
            if file.name.endswith(f"{language}.md"):
                yield from _page(place.name, TEXTS[folder], file, language)


def _page(name: str, group: str, file: Traversable, language: Language) -> Iterator[Page]:
    """`plan-90.example` from examples/plan-90/fr.md, `plan-90.poor` from its poor.fr.md."""
    text = read_text(file)
    if text is None:
        return  # `coach playbook check` tells it
    kind = file.name.removesuffix(f"{language}.md").rstrip(".") or group
    page = read_page(name if group == "library" else f"{name}.{kind}", group, text)
    if group != "library":
        named = names_of(Catalogues()["documents"], language).get(name) or page.title
        heading = f"**{page.title}**\n\n" if page.title else ""
        title = Words(language)(f"library.kind.{kind}", title=named)
        page = page._replace(title=title, opening=f"{heading}{page.opening}".strip())
    yield page
