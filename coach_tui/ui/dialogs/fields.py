"""A question of a dialog, and what happens to the answers."""

from collections.abc import Callable
from typing import Final, NamedTuple

from textual.binding import Binding


class Field(NamedTuple):
    """One question. `kind` is "line", "text" (several lines) or "choice" among `choices`."""

    name: str
    label: str
    value: str = ""
    kind: str = "line"
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


# Before the focused field sees them: what is typed next, however fast, lands in the next one.
IN_STEP: Final = (
    Binding("tab", "app.focus_next", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", show=False, priority=True),
)

# Gets the answers by field name; returns why not, in words, or nothing once they are saved.
Submit = Callable[[dict[str, str]], str]
