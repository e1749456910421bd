"""Help: what the coach is for, its keys, where the files are."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer

from coach_tui.bundled import read_content
from coach_tui.ui.commands import COMMANDS, bindings_of
from coach_tui.ui.messages import LinkFollowed
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.shown import Shown
from coach_tui.ui.widgets.advice import Advice
from coach_tui.ui.widgets.top_bar import TopBar


class HelpScreen(CoachScreen):
    """The help's document, with the table of keys made from the commands themselves."""

    NAME = "help"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("help"),
        Binding("escape", "back", show=False),
    ]
    AUTO_FOCUS = "#help-scroll"

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        with VerticalScroll(id="help-scroll"):
            yield Advice(id="help-text")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        self._write()
        self.refresh_shown()

    @work
    async def _write(self) -> None:
        words = self.words
        keys = "\n".join(
            f"| `{key_words(command.keys)}` | {words(f'command.{command.id}.help')} |"
            for command in COMMANDS
        )
        head = f"| {words('help.key')} | {words('help.what')} |\n|---|---|\n"
        where = words("help.where", folder=f"`{self.coach.home.engagements}`")
        text = read_content("help", f"{words.language}.md")
        await self.query_one(Advice).update(
            f"{text}\n\n## {words('help.keys')}\n\n{head}{keys}\n\n{where}\n"
        )

    def show(self, shown: Shown) -> None:
        """The help does not depend on what is recorded."""

    def action_back(self) -> None:
        """Leave the help for Today."""
        self.coach.do_today()

    def do_help(self) -> None:
        """The same key closes it."""
        self.coach.do_today()

    def on_link_followed(self, event: LinkFollowed) -> None:
        """A step named in the help opens."""
        if event.href.startswith("#"):
            self.coach.go_to_step(event.href[1:])


def key_words(keys: str) -> str:
    """A key as it is engraved."""
    names = {"question_mark": "?", "left": "←", "right": "→"}
    return " ".join(names.get(key, key) for key in keys.split(","))
