"""The last line: what can be done here, by key. Whole entries only, help and quitting always.

Textual's own footer cuts its last entries at the edge, and those are the ways out.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

GAP: Final = "  "
WAYS_OUT: Final = {"command('help')": "help", "command('quit')": "quit", "quit": "quit"}
PALETTE: Final = "ctrl+p"


class KeyEntry(NamedTuple):
    """A key as it is engraved, what it does in a word, and the key to press for a click on it; none
    where it stands for several."""

    key: str
    said: str
    press: str

    @property
    def content(self) -> Content:
        """The key stands out by its weight too: colours may be missing."""
        if not self.press:
            return Content.assemble((self.key, "bold"), f" {self.said}")
        click = Style.from_meta({"@click": f"app.simulate_key('{self.press}')"})
        return Content.assemble((self.key, "bold"), (f" {self.said}", "$quiet")).stylize(click)


class KeyLine(Widget, can_focus=False):
    """The same in a dialog: the keys that end it come last, and always."""

    def __init__(self, entries: Sequence[KeyEntry], always: Sequence[KeyEntry]) -> None:
        super().__init__()
        self._entries = entries
        self._always = always

    def render(self) -> Content:
        """The entries that fit this width."""
        return fitted(self._entries, self._always, self.size.width)


class KeyBar(Widget, can_focus=False):
    """What is possible now, in the order the screen declares it; what is not is left out."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._again)

    def _again(self, screen: Screen[Any]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The entries that fit this width."""
        first: dict[str, KeyEntry] = {}
        more: dict[str, KeyEntry] = {}
        out: dict[str, KeyEntry] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            name = WAYS_OUT.get(binding.action, "")
            if enabled and name:
                out.setdefault(name, self._entry(binding))
            elif enabled and binding.show:
                first.setdefault(binding.action, self._entry(binding))
            elif enabled and binding.key == PALETTE:
                more[binding.action] = self._entry(binding)
        always = [out[name] for name in ("help", "quit") if name in out]
        return fitted([*first.values(), *more.values()], always, self.size.width)

    def _entry(self, binding: Binding) -> KeyEntry:
        key = self.app.get_key_display(binding)
        return KeyEntry(key, binding.description, binding.key)


def fitted(entries: Sequence[KeyEntry], always: Sequence[KeyEntry], width: int) -> Content:
    """As many of these entries as fit beside those that must be there, which come last.

    Where even these do not fit, their keys alone are said.
    """
    room = width - _length(always)
    if room < 0:
        keys = Content(GAP).join(Content.styled(each.key, "bold") for each in always)
        return keys.truncate(width)
    kept = []
    for entry in entries:
        needed = entry.content.cell_length + len(GAP)
        if needed <= room:
            kept.append(entry)
            room -= needed
    return Content(GAP).join(entry.content for entry in (*kept, *always))


def _length(entries: Iterable[KeyEntry]) -> int:
    lengths = [entry.content.cell_length for entry in entries]
    return sum(lengths) + len(GAP) * max(0, len(lengths) - 1)
