"""A file that can't be opened: one line in a list, and Enter reads why, whole, and what to do."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from textual.content import Content

from coach_tui.language import Words
from coach_tui.places import Home
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
    command = doctor_command(app.home)
    about = words("engagements.damaged-about", command=command)
    app.push_screen(PreviewDialog(path.name, f"{why}\n\n{about}", words, copied=command))


def doctor_command(home: Home) -> str:
    """What to type in a terminal, of this home whatever that terminal's own would be."""
    root = home.engagements.parent
    here = home == Home(root / "engagements", root / "state") and str(root).isprintable()
    return f"coach --home {quote(str(root))} doctor" if here else "coach doctor"
