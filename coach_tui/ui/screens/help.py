"""Help: what the coach is for, its keys, where the files are."""

from __future__ import annotations

import re
from asyncio import sleep
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from coach_tui.bundled import read_content
from coach_tui.ui.commands import COMMANDS, EVERYWHERE, Command, bindings_of
from coach_tui.ui.messages import LinkFollowed
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.advice import AdvicePane
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown


class HelpScreen(CoachScreen):
    """The help's document, with the table of keys made from the commands themselves."""

    NAME = "help"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("help")]
    AUTO_FOCUS = "#help-scroll"
    _about = ""  # the screen its first part is about

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        with VerticalScroll(id="help-scroll"):
            yield AdvicePane(id="help-text")
        yield KeyBar()

    def on_mount(self) -> None:
        self._about = self.coach.help_about
        self._write()

    def on_screen_resume(self) -> None:
        """Asked for from another place, it begins with that one."""
        if self._about != self.coach.help_about:
            self._about = self.coach.help_about
            self.query_one("#help-scroll").scroll_home(animate=False)
            self._write()

    def retell(self) -> None:
        """The help's document is the other language's own."""
        self._write()
        super().retell()

    @work
    async def _write(self) -> None:
        words, about = self.words, self._about
        where = words("help.where", folder=f"`{self.coach.home.engagements}`")
        text = read_content("help", f"{words.language}.md")
        text += f"\n\n## {words('help.keys')}\n\n{self._keys()}\n\n{where}"
        first, *sections = text.split("\n## ")
        if here := self._here(text, about):
            sections.insert(0, here)
        shown, scroll = self.query_one(AdvicePane), self.query_one("#help-scroll")
        read_to = scroll.scroll_y
        await shown.update(first)
        for section in sections:  # the whole takes over a second: its beginning is read meanwhile
            if words is not self.words or about != self._about:
                return  # another language was chosen, or another place left: it is being written
            await shown.append(f"\n## {section}\n")
            await sleep(0.01)
        if read_to:
            scroll.scroll_to(y=read_to, animate=False)

    def _here(self, text: str, about: str) -> str:
        """What the help says of the screen one comes from, and its own keys; else nothing."""
        name = about.replace("stage", "stages")  # a screen, its command
        keys = [each.keys for each in COMMANDS if each.id == name and each.screens == EVERYWHERE]
        if not keys:
            return ""
        key = self.coach.key_said(keys[0].split(",")[0])
        told = re.search(rf"^- \*\*.+?\*\* \(`{re.escape(key)}`\).*$", text, re.MULTILINE)
        if told is None:
            return ""
        screen = "stage" if name == "stages" else name
        lines = [
            self._line(each)
            for each in COMMANDS
            if screen in each.screens and each.screens != EVERYWHERE
        ]
        title = self.words("help.here", screen=self.words(f"app.{name}"))
        return f"{title}\n\n{told[0].removeprefix('- ')}\n\n" + "  \n".join(lines) + "\n"

    def _line(self, command: Command) -> str:
        key = self.coach.key_said(command.keys.split(",")[0])
        return f"`{key}` {self.words(f'command.{command.id}.help')}"

    def _keys(self) -> str:
        """Every command under the screens it works on, a line each.

        A table is cut at 80 columns; a list is four widgets a line, and seconds to lay out.
        """
        groups: dict[tuple[str, ...], list[str]] = {}
        for command in COMMANDS:
            groups.setdefault(command.screens, []).append(self._line(command))
        return "\n\n".join(
            f"**{self._where(screens)}**\n\n" + "  \n".join(lines)
            for screens, lines in groups.items()
        )

    def _where(self, screens: tuple[str, ...]) -> str:
        if screens == EVERYWHERE:
            return self.words("help.everywhere")
        names = ("stages" if screen == "stage" else screen for screen in screens)
        return ", ".join(self.words(f"app.{name}") for name in names)

    def show(self, shown: Shown) -> None:
        """The help does not depend on what is recorded."""

    def do_help(self) -> None:
        """The same key closes it."""
        self.action_back()

    def on_link_followed(self, event: LinkFollowed) -> None:
        """A step named in the help opens."""
        if event.href.startswith("#"):
            self.coach.go_to_step(event.href[1:])
