"""Where the terminal's own cursor goes: screen readers, braille lines and magnifiers follow it.

Textual moves it for inputs alone, and leaves it behind when a form scrolls.
"""

from __future__ import annotations

from typing import Any

from textual.geometry import Offset


def pointed_at(widget: Any) -> Offset:
    """The row that the eye is led to in what has the keys: its line, its letter, its first cell."""
    if hasattr(widget, "cursor_screen_offset"):  # an input, a text of several lines
        at: Offset = widget.cursor_screen_offset
        return at
    line = 0
    if hasattr(widget, "line_pointed"):
        line = widget.line_pointed - int(widget.scroll_offset.y)
    elif getattr(widget, "highlighted", None) is not None and hasattr(widget, "_index_to_line"):
        line = widget._index_to_line.get(widget.highlighted, 0) - int(widget.scroll_offset.y)
    room = widget.content_region
    return Offset(room.x, min(room.y + max(line, 0), max(room.bottom - 1, room.y)))
