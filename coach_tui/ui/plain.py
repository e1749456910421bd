"""People's words on their way into a widget.

Textual reads `[…]` in plain strings as markup: `[x]` vanishes and `[/nope]` raises. Words go
through here, always, and come out as Content, which is shown as it is.
"""

from __future__ import annotations

import re
from typing import Final

from textual.content import Content

from coach_tui.language.clean import clean, one_line

# No record of ours has so many: a file made elsewhere may, and measuring them would stop the keys.
LINE_SHOWN: Final = 1_000  # characters on a line that is not folded: no window is as wide
PARAGRAPH_SHOWN: Final = 12_000
_ENDLESS: Final = re.compile(rf"([^\n]{{{PARAGRAPH_SHOWN - 1}}})[^\n]{{2,}}")


def plain(text: str, style: str = "") -> Content:
    """`text` as it is, harmless, on as many lines as it has; an endless one is cut."""
    said = bounded(clean(text))
    return Content(said).stylize(style) if style else Content(said)


def headed_plain(text: str) -> Content:
    """The same; the first line of a paragraph that has others below it stands as their heading."""
    parts = [plain(each) for each in text.split("\n\n")]
    for n, part in enumerate(parts):
        end = part.plain.find("\n")
        parts[n] = part.stylize("bold $accent", 0, end) if end > 0 else part
    return Content("\n\n").join(parts)


def bounded(text: str) -> str:
    """`text`, its endless paragraphs cut; what people can type in a form is shown whole."""
    return _ENDLESS.sub(r"\1…", text) if len(text) > PARAGRAPH_SHOWN else text


def line(text: str, style: str = "", limit: int = 0) -> Content:
    """`text` on one line, cut at `limit` characters (0: as many as any window shows)."""
    cut = Content(one_line(text, limit or LINE_SHOWN))
    return cut.stylize(style) if style else cut


def joined(parts: list[Content], between: str = " ") -> Content:
    """These parts side by side; empty ones leave no gap."""
    return Content(between).join([part for part in parts if part.plain])
