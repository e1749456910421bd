"""People's words on their way into a widget.

Textual reads `[…]` in plain strings as markup: `[x]` vanishes and `[/nope]` raises. Words go
through here, always, and come out as Content, which is shown as it is.
"""

from __future__ import annotations

from textual.content import Content

from coach_tui.language.clean import clean, one_line


def plain(text: str, style: str = "") -> Content:
    """`text` as it is, harmless, on as many lines as it has."""
    return Content(clean(text)).stylize(style) if style else Content(clean(text))


def line(text: str, style: str = "", limit: int = 0) -> Content:
    """`text` on one line, cut at `limit` characters (0: whole)."""
    cut = Content(one_line(text, limit))
    return cut.stylize(style) if style else cut


def joined(parts: list[Content], between: str = " ") -> Content:
    """These parts side by side; empty ones leave no gap."""
    return Content(between).join([part for part in parts if part.plain])
