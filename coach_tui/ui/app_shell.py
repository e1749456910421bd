"""Textual's app made ours: its words in the reader's language, its looks, its way of failing.

Nothing here knows of an engagement.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from inspect import getfile
from typing import Any, ClassVar, Final

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import AwaitMount

from coach_tui import bundled
from coach_tui.language import Language, Refusal, Words
from coach_tui.language.glyphs import even
from coach_tui.places import Home
from coach_tui.ui.choices import Choices
from coach_tui.ui.cursor import pointed_at
from coach_tui.ui.drawn import Even, draw_whole_bars, fade_each_style_once
from coach_tui.ui.leaving import has_a_shell, leave_when_told, wait_in_its_background
from coach_tui.ui.no_break import hold_in_lines
from coach_tui.ui.patience import Patience, last_row
from coach_tui.ui.stylesheet import ReadOnce
from coach_tui.ui.themes import THEMES, first_theme

_EVEN: Final = Even()


class AppShell(App[int]):
    """An app that speaks one of our languages and wears one of our themes."""

    CSS = bundled.read_styles("base.tcss")
    COMMANDS: ClassVar[set[Any]] = set()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "command.quit", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
        Binding("ctrl+z", "suspend_process", show=False, system=True),
    ]

    _patience: Patience | None = None
    _lent = False  # whether the terminal is another program's for a while
    _dressed = False  # whether our theme is on

    def __init__(self, home: Home, language: Language) -> None:
        choices = Choices(home.settings)
        theme = first_theme(choices.get("theme"), os.environ)
        # Textual decides here, once, whether to turn the terminal's own colours into others.
        super().__init__(ansi_color=theme.ansi)
        if not self.no_color:
            self.set_reactive(AppShell.ansi_color, None)  # from now on as each theme says
        hold_in_lines()
        draw_whole_bars()
        fade_each_style_once()
        self.home = home
        self.words = Words(language)
        self.choices = choices
        self.failure: Exception | None = None
        for each in THEMES:
            self.register_theme(each)
        # Before the first layout: a theme that comes after it costs a second one.
        self.set_reactive(AppShell.theme, theme.name)
        self._dressed = True
        self.stylesheet = ReadOnce()
        self.stylesheet.set_variables(self.get_css_variables())

    async def on_event(self, event: events.Event) -> None:
        begins = isinstance(event, events.Compose)
        if begins and not self.is_headless and not self.is_web:  # a browser is written to by one
            self._patience = Patience(self._say_working, self._unsay_working)
        if self._patience and (begins or isinstance(event, events.InputEvent)):
            self._patience.heard()
        await super().on_event(event)

    def on_unmount(self) -> None:
        if self._patience:
            self._patience.leave()

    def _say_working(self, seconds: int) -> bool:
        """Past what draws, which is at work: onto the terminal itself, while it is ours. Whether
        it was said: it is the shell's again before all that is to be kept is kept."""
        if not self._driver or self._lent or not self._running:
            return False
        said = self.words("app.working", n=seconds)
        self._driver.write(last_row(even(said), self.size.width, self.size.height))
        self._driver.flush()
        return True

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Another program has the terminal meanwhile: nothing of ours is written to it."""
        self._lent = True
        try:
            with super().suspend():
                yield
        finally:
            self._lent = False

    def _unsay_working(self) -> None:
        self.refresh(layout=True)

    def _get_screen(self, screen: Screen[Any] | str) -> tuple[Screen[Any], AwaitMount]:
        """A screen opened for the first time is dressed before it is put together."""
        opened = self.get_screen(screen)
        if not opened.is_running:
            self.wear(opened)
        return super()._get_screen(opened)

    def wear(self, screen: Screen[Any]) -> None:
        """Dress a screen: its own styles are known, and how wide the window is.

        Textual learns of both once its parts are there, and dresses them all again each time; of
        the very first screen it reads no styles at all.
        """
        kind = type(screen)
        for size, steps in (
            (self.size.width, kind.HORIZONTAL_BREAKPOINTS),
            (self.size.height, kind.VERTICAL_BREAKPOINTS),
        ):
            if steps:
                step = max(each for each in steps if each[0] <= size)
                screen.add_class(step[1], update=False)
        if screen.CSS:
            self.stylesheet.add_source(
                screen.CSS,
                read_from=(getfile(kind), f"{kind.__name__}.CSS"),  # as Textual names it, so once
                is_default_css=False,
                scope=kind._css_type_name if kind.SCOPED_CSS else "",
            )

    def tell(self, key: str, **values: Any) -> None:
        """Say something in passing. What was said before it has been read by then."""
        self.clear_notifications()
        self.notify(self.words(key, **values), markup=False, timeout=4)

    def warn(self, why: str | Refusal, *, keep: bool = False) -> None:
        """Say why something was not done, long enough to be read; beside the rest with `keep`."""
        message = self.words.refusal(why) if isinstance(why, Refusal) else why
        if not keep:
            self.clear_notifications()
        self.notify(message, severity="warning", markup=False, timeout=10)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor goes at each drawing: to what has the keys."""
        focused = self.screen.focused if self._screen_stacks[self._current_mode] else None
        return pointed_at(focused) if focused is not None and focused.is_attached else self._left_at

    @cursor_position.setter
    def cursor_position(self, at: Offset) -> None:
        self._left_at = at  # what inputs say; it is asked of them at each drawing

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, and ours: what is drawn, every terminal has a letter for."""
        return (*super().get_line_filters(), _EVEN)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours. Textual asks for them before there is a theme of ours, too."""
        return super().get_css_variables() if self._dressed else {}

    def get_system_commands(self, screen: Screen[Any]) -> Any:
        """None of Textual's: the palette lists the coach's commands."""
        return ()

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is engraved, in the reader's language."""
        said = self.words(f"key.{binding.key}")
        return super().get_key_display(binding) if said == f"key.{binding.key}" else said

    def key_said(self, key: str) -> str:
        """A key by its name on the keyboard; as Textual calls it where we have no word."""
        said = self.words(f"key.{key}")
        return key if said == f"key.{key}" else said

    def _handle_exception(self, error: Exception) -> None:
        """An error of ours ends the app; `run` raises it again for the door to tell.

        Textual's own way prints a traceback with the values in it: a client's words, in a terminal.
        """
        if self.is_headless or os.environ.get("COACH_DEBUG"):
            super()._handle_exception(error)
            return
        self.failure = self.failure or error
        self._return_code = 1
        self._close_messages_no_wait()

    def get_driver_class(self) -> type[Driver]:
        """The terminal; where another program draws, Textual's way of that, mended."""
        driver = super().get_driver_class()
        if driver.__name__ != "WebDriver":
            return driver
        from coach_tui.ui.drawn_elsewhere import DrawnElsewhere

        return DrawnElsewhere

    def on_load(self) -> None:
        """Before anything is drawn."""
        leave_when_told(self.exit)

    def watch_app_focus(self, focused: bool) -> None:
        """Looked at for the first time after it began, as in a browser: begin as in a terminal.

        Textual gives back what had the cursor; nothing had where nobody looked at the beginning.
        """
        screen = self.screen
        if focused and screen.focused is None and screen.AUTO_FOCUS:
            found = (each for each in screen.query(screen.AUTO_FOCUS) if each.focusable)
            screen.set_focus(next(found, None), scroll_visible=False)

    def action_suspend_process(self) -> None:
        """Wait in the shell's background, where there is a shell to call us back."""
        if self.is_headless or not has_a_shell():
            self.tell("app.no-shell")
        else:
            wait_in_its_background()

    def action_help_quit(self) -> None:
        self.tell("app.how-to-quit")

    def do_theme(self) -> None:
        """The next theme: dark, light, the terminal's own colours; none where none are wanted."""
        if self.no_color:
            self.tell("app.no-color")
            return
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        self.choices.put(theme=self.theme)

    def do_quit(self) -> None:
        self.exit(0)

    async def action_quit(self) -> None:
        self.exit(0)
