"""A file that can't be opened: one line in a list, and Enter reads why, whole, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from coach_tui.language import Words
from coach_tui.store.errors import StoreError
from coach_tui.ui.plain import line

if TYPE_CHECKING:
    from coach_tui.ui.app import CoachApp


def damaged_line(path: Path, error: StoreError, words: Words) -> Content:
    """What it is and its name come first: a narrow window cuts the reason, which Enter reads."""
    mark = Content.styled(f"! {words('engagements.damaged')}  ", "bold $text-error")
    why = line(words(error.reason, **{**error.values, "file": path.name}))
    name, before, after = path.name, *why.plain.partition(path.name)[::2]
    if before or not after:
        return mark + line(name, "bold") + "  " + why.stylize("$text-error")
    return mark + line(name, "bold") + Content.styled(after, "$text-error")


def read_damage(app: CoachApp, path: Path, error: StoreError) -> None:
    """The whole reason with its remedy, to scroll through."""
    from coach_tui.ui.dialogs.preview import PreviewDialog

    words = app.words
    why = words(error.reason, **error.values)
    text = f"{why}\n\n{words('engagements.damaged-about')}"
    app.push_screen(PreviewDialog(path.name, text, words))
