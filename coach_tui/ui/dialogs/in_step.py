"""The keys that go from one question of a form to the next."""

from typing import Final

from textual.binding import Binding

# Before the focused field sees them: what is typed next, however fast, lands in the next one.
IN_STEP: Final = (
    Binding("tab", "app.focus_next", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", show=False, priority=True),
)
