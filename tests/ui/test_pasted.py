"""What is pasted into a form is what is saved; what a terminal would obey is shown harmlessly."""

from __future__ import annotations

import json

from textual import events
from textual.widgets import Input, TextArea

from .conftest import screen_text

# A right-to-left mark that Hebrew needs, an accent of its own, an escape, an override.
TYPED = "שלום\u200f, cafe\u0301 \x1b[31m« oui »\u00a0! \u202egnp\u202c"


async def test_what_was_pasted_is_kept_to_the_letter(opened, acme) -> None:
    async with opened(acme.path) as (app, pilot):
        await pilot.press("n")
        assert isinstance(app.focused, TextArea)
        app.post_message(events.Paste(f"{TYPED}\r\nsecond"))
        await pilot.pause()
        assert not {"\x1b", "\u202e", "\u200f"} & set(screen_text(app))
        await pilot.press("ctrl+s", "6", "a")
        named = app.screen.query_one("#field-name", Input)
        assert named.has_focus
        app.post_message(events.Paste(f"Zoé\u200f {TYPED}\n\nPetit"))
        await pilot.pause()
        assert not {"\x1b", "\u202e", "\u200f"} & set(screen_text(app))
        await pilot.press("backspace", *"t", "ctrl+s")
    kept = json.loads(acme.path.read_text("utf-8"))["events"].values()
    texts = {text for event in kept for text in event["changes"].values() if isinstance(text, str)}
    assert f"{TYPED}\nsecond" in texts
    assert f"Zoé\u200f {TYPED} Petit" in texts


async def test_bytes_that_are_no_text_are_refused_and_not_dropped(opened, acme) -> None:
    async with opened(acme.path) as (app, pilot):
        await pilot.press("6", "a")
        app.post_message(events.Paste("Zo\udcffe"))
        await pilot.pause()
        before = acme.path.read_bytes()
        await pilot.press("ctrl+s")
        assert "bytes that are no text" in " ".join(screen_text(app).split())
        assert acme.path.read_bytes() == before
