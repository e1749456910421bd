"""Pages to read: our texts and catalogues, cut into sections that can be found and opened.

pages = pages_of(language)                      # coach_tui.library
section_of(pages, "messages/3")                 # the third section of that page
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class PageSection(NamedTuple):
    """A piece of a page that is read at once; its text is Markdown, without its heading."""

    title: str
    text: str


class Page(NamedTuple):
    """A page in one language. `group` says what it is among: "library", "catalogue", "template",
    "example". `opening` stands before the first section.
    """

    id: str
    group: str
    title: str
    opening: str
    sections: tuple[PageSection, ...]

    @property
    def markdown(self) -> str:
        """The whole page, to be taken away."""
        parts = [f"# {self.title}", self.opening]
        for section in self.sections:
            parts += [f"## {section.title}", section.text]
        return "\n\n".join(part for part in parts if part) + "\n"


def read_page(page_id: str, group: str, text: str) -> Page:
    """A page from its Markdown: its title is the `#` heading, each `##` begins a section.

    What stands before the heading, or without any, belongs to the opening.
    """
    text = re.sub(r"<!--.*?-->\n?", "", text)
    head, *rest = ("\n" + text).split("\n## ")
    before, _, titled = head.partition("\n# ")
    title, _, after = titled.partition("\n")
    sections = (part.partition("\n") for part in rest)
    return Page(
        page_id,
        group,
        title.strip(),
        f"{before.strip()}\n\n{after.strip()}".strip(),
        tuple(PageSection(name.strip(), body.strip()) for name, _, body in sections),
    )


def places_of(pages: Sequence[Page]) -> Iterator[tuple[str, Page, PageSection]]:
    """Everything to read with where it is: "domains" the opening, "domains/1" its first section."""
    for page in pages:
        if page.opening or not page.sections:
            yield page.id, page, PageSection(page.title, page.opening)
        for number, section in enumerate(page.sections, 1):
            yield f"{page.id}/{number}", page, section


def page_at(pages: Sequence[Page], place: str) -> tuple[Page, int] | None:
    """The page and which section of it, 0 for its opening; None where there is no such place."""
    name, _, number = place.partition("/")
    page = next((each for each in pages if each.id == name), None)
    if page is None or (number and not number.isdecimal()):
        return None
    at = int(number or 0)
    return (page, at) if at <= len(page.sections) else None
