"""The app: one engagement open, one screen shown, every gesture saved before it is seen."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from textual.screen import Screen

from coach_tui.engagement.change import Decision
from coach_tui.language import Language, Refusal
from coach_tui.language.cause import Cause
from coach_tui.places import Home
from coach_tui.session import create_session, open_session
from coach_tui.store.errors import StoreError
from coach_tui.ui.everywhere import Everywhere
from coach_tui.wall_clock import Now

NEWS_EVERY: Final = 1.0  # seconds between two looks at the file: another window shows within two
# Objects made between two looks for garbage. A key pressed makes some ten thousand and throws most
# away: with Python's 700 a quarter of the time of going about went into looking.
_MADE_BETWEEN: Final = 20_000
SCREENS: Final = {
    "now": "NowScreen",
    "stage": "StageScreen",
    "framing": "FramingScreen",
    "transition": "TransitionScreen",
    "rhythm": "RhythmScreen",
    "team": "TeamScreen",
    "accesses": "AccessesScreen",
    "kpis": "KpisScreen",
    "portfolio": "PortfolioScreen",
    "history": "HistoryScreen",
    "engagements": "EngagementsScreen",
    "help": "HelpScreen",
    "welcome": "WelcomeScreen",
}


class CoachApp(Everywhere):
    """Opens on the engagement last used, or on the welcome where there is none."""

    places = SCREENS

    def __init__(
        self,
        home: Home,
        now: Now,
        *,
        language: Language,
        path: Path | None = None,
        playbook_folder: Path | None = None,
        acting: str = "",
    ) -> None:
        super().__init__(home, now, language, playbook_folder, acting)
        self._path = path
        self._screen_name = "now"
        self._trouble = ""

    # Opening and going about

    def on_mount(self) -> None:
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        if self._trouble:
            self.warn(self._trouble)
        # Collecting garbage while a thousand objects are being made for good only costs time.
        gc.freeze()
        gc.set_threshold(_MADE_BETWEEN, 10, 10)
        gc.enable()
        self.set_interval(NEWS_EVERY, self.look_for_news)
        self.unite()
        self._tell_since()

    def _tell_since(self) -> None:
        """Say that others have worked here since this actor did; the resume card tells what."""
        if self.shown is None or self.session is None:
            return
        from coach_tui.ui.resume_card import since_words

        if said := since_words(self.shown, self.session.actor):
            self.notify(said, markup=False, timeout=10)

    def open_engagement(self, path: Path, *, screen: str = "", anew: bool = False) -> bool:
        """Work on this engagement: the one that is open is gone to, another is opened."""
        if self.session and self.session.path == path and not anew:
            self._go_by_key(screen or "now")
            return True
        try:
            session = open_session(path, self.home, "", self.now)
        except StoreError as error:
            self.warn(error.refusal)
            return False
        self.take(session)
        self.unite()
        self._go_in(screen or ("stage" if self.place.screen == "stages" else "now"))
        self._tell_since()
        return True

    def begin_engagement(self, decision: Decision, role: str) -> Refusal | None:
        """Create an engagement and open it; the reason where it can't be."""
        try:
            session = create_session(self.home, decision, role, self.now)
        except StoreError as error:
            return error.refusal
        except OSError as error:
            why = {"folder": str(self.home.engagements), "why": Cause(error)}
            return Refusal("app.cannot-create", why)
        if isinstance(session, Refusal):
            return session
        self.take(session)
        self.keep_place()  # who acts, by name: a window that is killed must not forget it
        self._go_in("now")
        return None

    def _go_in(self, screen: str) -> None:
        """Show this screen of an engagement just taken; one that is in sight shows another's."""
        self.way = ()  # nothing leads from one client's records to another's
        if screen == self._screen_name:
            self.tell_screen()
        self.go(screen)

    def go(self, screen: str) -> None:
        """Show this screen; it is made when first visited."""
        if screen in ("now", "stage"):
            self.place = self.place._replace(screen="stages" if screen == "stage" else "now")
        self._screen_name = screen
        name = self._installed_as(screen)
        if not self.is_screen_installed(name):
            self.install_screen(self._made(screen), name=name)
        # The first screen stays at the bottom of Textual's stack; at most one place lies above it.
        wanted = self.get_screen(name)
        if wanted is self.screen:
            return
        while len(self.screen_stack) > 2 or (wanted is self.screen_stack[0] is not self.screen):
            self.pop_screen()
        if wanted is not self.screen:
            (self.switch_screen if len(self.screen_stack) > 1 else self.push_screen)(name)

    def _installed_as(self, screen: str) -> str:
        """A screen says everything anew in another language, but the welcome's own questions."""
        return f"{screen}.{self.words.language}" if screen == "welcome" else screen

    def _made(self, screen: str) -> Screen[Any]:
        module = import_module(f"coach_tui.ui.screens.{screen}")
        made: Screen[Any] = getattr(module, SCREENS[screen])()
        return made

    def get_default_screen(self) -> Screen[Any]:
        """The first screen is ours at once: an empty one below it would cost a second layout."""
        self.load_playbook()
        first = "welcome"
        if self._path is None:
            from coach_tui.recovery import any_gone

            if any_gone(self.home):  # no newcomer: the files went away
                first = "engagements"
        else:
            try:
                self.take(open_session(self._path, self.home, "", self.now))
                first = "stage" if self.place.screen == "stages" else "now"
            except StoreError as error:
                self._trouble = self.words(error.reason, **error.values)
                first = "engagements"
        self._screen_name = first
        screen = self._made(first)
        self.wear(screen)
        self.install_screen(screen, name=self._installed_as(first))
        return screen
