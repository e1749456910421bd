"""Pieces of HTML: people's words always go through `said`, so that none of them becomes a tag."""

from collections.abc import Iterable
from html import escape
from typing import Final

from coach_tui.language.clean import one_line

TITLE: Final = 120  # characters of a title that are shown
REASON: Final = 220  # and of a reason


def said(text: str, limit: int = TITLE) -> str:
    """Words from outside, as text of the page."""
    return escape(one_line(text, limit))


def part(name: str, inner: str, classes: str = "") -> str:
    """An element around HTML of ours; nothing where there is nothing in it."""
    marked = f' class="{classes}"' if classes else ""
    return f"<{name}{marked}>{inner}</{name}>" if inner else ""


def section(name: str, title: str, inner: str, about: str = "") -> str:
    """A part of the page under its heading, `about` said before it."""
    head = f'<h2 id="{name}">{escape(title)}</h2>' + part("p", escape(about), "about")
    return f'<section class="{name}" aria-labelledby="{name}">{head}{inner}</section>\n'


def listed(rows: Iterable[str], classes: str = "") -> str:
    """A list of HTML of ours; nothing where it is empty."""
    return part("ul", "".join(f"<li>{row}</li>" for row in rows), classes)


def bar(share: float | None) -> str:
    """A share of one as a bar; whoever hears the page is told the figures beside it instead."""
    wide = 0 if share is None else max(0.0, min(share, 1.0)) * 100
    return (
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="rail" width="100" height="4"/><rect width="{wide:.1f}" height="4"/></svg>'
    )
