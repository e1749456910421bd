"""The first lines: whose mission, as whom, and the places one key away.

Textual's own Header needs a glyph that common fonts lack.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Static

from coach_tui.exports.people import actor_words
from coach_tui.ui.commands import COMMANDS
from coach_tui.ui.plain import line
from coach_tui.ui.widths import NORMAL
from coach_tui.view_state import Shown

GAP = "  "
PLACES = tuple(command for command in COMMANDS if command.group == "go")


class TopBar(Static):
    """`Acme · Now            CMO · essential`, and below it `1 Now  2 Journey …`, to click on."""

    _tabs = Content()

    def show(self, shown: Shown, place: str) -> None:
        """Say where we are. What doesn't fit a narrow window is left out."""
        width = self.size.width or self.app.size.width - 4
        lines = [self._mission(shown, place, width)]
        tall = self.app.size.height >= NORMAL
        self._tabs = self._places(shown, place, width) if tall else Content()
        if tall:
            lines.append(self._tabs)
        self.update(Content("\n").join(lines), layout=False)

    def _mission(self, shown: Shown, place: str, width: int) -> Content:
        words = shown.words
        where = (" · " if shown.profile.company else "") + words(f"app.{place}")
        kept = shown.sharing.short if shown.sharing.amiss else ""
        beside = max(cell_len(kept), cell_len(actor_words(shown.actor or shown.role, words)))
        room = max(8, width // 2, width - cell_len(where) - beside - 2)
        left = line(shown.profile.company, "bold", room) + where
        right = _facts(shown, width - left.cell_length - 2)
        return left + " " * max(1, width - left.cell_length - len(right)) + right

    def _places(self, shown: Shown, place: str, width: int) -> Content:
        """Every place by its whole name where there is room; else the open one's, and the keys."""
        words = shown.words
        here = next((number for number, each in enumerate(PLACES) if each.id == place), -1)
        names = [words(f"place.{each.id}") for each in PLACES]
        if sum(len(name) + 2 for name in names) + 2 * (len(names) - 1) > width:
            names = [name if number == here else "" for number, name in enumerate(names)]
        parts = []
        for number, (each, name) in enumerate(zip(PLACES, names, strict=True)):
            said = f"{each.keys[0]} {name}".rstrip()
            weight = "bold underline $primary" if number == here else "$secondary"
            parts.append(Content.styled(said, weight))
        return Content(GAP).join(parts)

    def on_click(self, event: events.Click) -> None:
        """A click on the name of a place is its key."""
        named = self._tabs.plain.split(GAP)
        end = self.gutter.left
        for each, name in zip(PLACES, named if event.y == 1 else (), strict=False):
            start, end = end, end + cell_len(name)
            if start <= event.x < end:
                self.app.simulate_key(each.keys[0])
            end += len(GAP)


def _facts(shown: Shown, room: int) -> str:
    """As whom, how deep, with whom it is shared, what is shown, what was saved: what there is room
    for. That others are not reached is left out last."""
    words, sharing = shown.words, shown.sharing
    facts = {
        "actor": actor_words(shown.actor or shown.role, words),
        "depth": words(f"app.depth.{shown.profile.depth}"),
        "sharing": sharing.said,
        "mine": words("app.only-mine") if shown.only_mine else "",
        "saved": shown.saved,
    }
    spared = ("actor",) if sharing.amiss else ("sharing", "actor")
    shorter = (
        {},
        {"sharing": sharing.short},
        *({each: ""} for each in ("saved", "mine", "depth", *spared)),
    )
    for each in shorter:
        facts |= each
        said = " · ".join(fact for fact in facts.values() if fact)
        if len(said) <= room:
            return said
    return line(sharing.short, "", max(room, 0)).plain if sharing.amiss else ""
