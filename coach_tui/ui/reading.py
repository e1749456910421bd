"""The pages there are to read: found by a few letters, read part by part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from coach_tui.coach.pages import Page, page_at, places_of
from coach_tui.language.fold import folded
from coach_tui.library import pages_of
from coach_tui.ui.dialogs.find import Choice, FindDialog, Picked
from coach_tui.ui.dialogs.reading import ReadingDialog
from coach_tui.ui.plain import line
from coach_tui.ui.taking_out import ReadyToGo, take_out

if TYPE_CHECKING:
    from coach_tui.ui.session_app import Work


def open_library(coach: Work) -> None:
    """Ask which page; letters find its parts too."""
    words = coach.words
    pages = pages_of(words.language)

    def search(letters: str) -> Sequence[Choice]:
        return [
            Choice(place, line(title) + Content.styled(f"  {about}", "$text-muted"))
            for place, title, about in _found(pages, letters, coach)
        ]

    def chosen(answer: Picked | None) -> None:
        if answer and answer.id:
            read_at(coach, answer.id)

    dialog = FindDialog(words, words("library.title"), words("library.hint"), search, None)
    coach.push_screen(dialog, chosen)


def read_at(coach: Work, place: str) -> bool:
    """Open a page at this place ("messages/3"); False where there is none such."""
    found = page_at(pages_of(coach.words.language), place)
    if found is None:
        return False
    coach.push_screen(ReadingDialog(*found, coach.words, lambda page: _take_out(coach, page)))
    return True


def _take_out(coach: Work, page: Page) -> None:
    take_out(coach, ReadyToGo(page.title, page.id, ("md",), lambda shape: page.markdown))


def _found(pages: Sequence[Page], letters: str, coach: Work) -> list[tuple[str, str, str]]:
    """Each page by its title; then, for the letters typed, the parts called so."""
    sought = folded(letters).split()
    groups = {each.group: coach.words(f"library.group.{each.group}") for each in pages}
    named = [(page.id, page.title, groups[page.group]) for page in pages]
    parts = [
        (place, section.title, page.title)
        for place, page, section in places_of(pages)
        if sought and "/" in place
    ]
    return [each for each in (*named, *parts) if all(word in folded(each[1]) for word in sought)]
