"""Searching the open engagement, and opening what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach_tui.bundled import Catalogues, load_catalogue
from coach_tui.coach.named import by_kind, named_in
from coach_tui.coach.search import Hit, search
from coach_tui.library import pages_of
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.dialogs.search import SearchDialog
from coach_tui.ui.reading import read_at
from coach_tui.ui.record_places import screen_of

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going


def search_here(coach: Going) -> None:
    """Ask for words, then open what was chosen."""
    shown = coach.shown
    if shown is None:
        coach.tell("app.no-engagement")
        return
    catalogues, language = Catalogues(), shown.words.language
    terms = catalogues["glossary"]
    names = by_kind(named_in(shown.engagement, catalogues, language))

    def find(typed: str) -> Sequence[Hit]:
        pages = pages_of(language)
        return search(typed, shown.playbook, shown.engagement, terms, language, pages, names)

    def chosen(hit: Hit | None) -> None:
        if hit:
            _open(coach, hit)

    coach.push_screen(SearchDialog(find, coach.words), chosen)


def _open(coach: Going, hit: Hit) -> None:
    if hit.kind == "page":
        read_at(coach, hit.id)
        return
    if hit.opens and coach.go_to_step(hit.opens, hit.id if hit.kind == "note" else ""):
        return
    place = screen_of(hit.kind, hit.id, coach.shown.engagement) if coach.shown else ""
    if place in coach.places:
        coach.go_to_record(place, hit.id, hit.kind)
        return
    text = hit.excerpt
    if hit.kind == "term":
        terms, _ = load_catalogue("glossary")
        entry = next(each for each in terms if each.id == hit.id)
        text = str(entry.words[coach.words.language]["definition"])
    coach.push_screen(PreviewDialog(hit.title, text, coach.words))
