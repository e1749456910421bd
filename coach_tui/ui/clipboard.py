"""Copying, and whether it arrives: programs in a terminal hand a copy over, and hear no answer."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from coach_tui.language import Words


def copy(app: App[Any], words: Words, text: str, key: str, **told: Any) -> None:
    """Copy this text and say so (`key`, filled with `told`); where it can't arrive, say that."""
    app.copy_to_clipboard(text)
    lost = is_lost()
    app.clear_notifications()
    app.notify(
        words("app.no-clipboard") if lost else words(key, **told),
        severity="warning" if lost else "information",
        markup=False,
        timeout=10 if lost else 4,
    )


def is_lost() -> bool:
    """Whether what is copied can't arrive, in the terminal this runs in."""
    return takes_no_copy(os.environ)


def takes_no_copy(env: Mapping[str, str]) -> bool:
    """Terminal.app, a Linux console and GNU screen drop it (OSC 52); of others nobody can say.

    Served to a browser, the page takes it, whatever terminal it was started in.
    """
    if "TEXTUAL_DRIVER" in env:
        return False
    kind = env.get("TERM", "")
    in_screen = kind.startswith("screen") and "STY" in env
    return env.get("TERM_PROGRAM") == "Apple_Terminal" or kind == "linux" or in_screen
