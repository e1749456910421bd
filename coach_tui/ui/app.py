"""The app: one engagement open, one screen shown, every gesture saved before it is seen."""

from __future__ import annotations

import gc
import os
from collections.abc import Collection, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, Final

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from coach_tui import bundled
from coach_tui import session as sessions
from coach_tui.coach.plan import Planned, plan
from coach_tui.engagement.change import Decision
from coach_tui.engagement.profile import DEPTHS, amend
from coach_tui.language import LANGUAGES, Language, Refusal, Words
from coach_tui.places import Home
from coach_tui.playbook.model import Playbook
from coach_tui.store.errors import StoreError
from coach_tui.ui.choices import Choices
from coach_tui.ui.place import Place
from coach_tui.ui.shown import Shown, show
from coach_tui.ui.themes import THEMES

NEWS_EVERY: Final = 1.0  # seconds between two looks at the file: another window shows within two
SCREENS: Final = {
    "today": "TodayScreen",
    "stage": "StageScreen",
    "history": "HistoryScreen",
    "engagements": "EngagementsScreen",
    "help": "HelpScreen",
    "welcome": "WelcomeScreen",
}


class CoachApp(App[int]):
    """Opens on the engagement last used, or on the welcome where there is none."""

    # Those of the screens that may be the first: Textual reads a screen's own only when pushed.
    CSS = "".join(
        bundled.read_styles(f"{name}.tcss") for name in ("base", "today", "stage", "welcome")
    )
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[Any]] = set()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(
        self,
        home: Home,
        now: sessions.Now,
        *,
        language: Language,
        path: Path | None = None,
        playbook_folder: Path | None = None,
    ) -> None:
        super().__init__()
        self.home = home
        self.now = now
        self.words = Words(language)
        self.choices = Choices(home.settings)
        self.session: sessions.Session | None = None
        self.shown: Shown | None = None
        self.place = Place()
        self.only_mine = False
        self._path = path
        self.playbook_folder = playbook_folder
        self.playbook = Playbook(())
        self._saved = ""
        self._screen_name = "today"
        self._trouble = ""
        self.failure: Exception | None = None
        for theme in THEMES:
            self.register_theme(theme)
        chosen = self.choices.get("theme")
        known = chosen in self.available_themes
        self.set_reactive(CoachApp.theme, chosen if known else THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())

    # Opening and going about

    def on_mount(self) -> None:
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        if self._trouble:
            self.warn(self._trouble)
        # Collecting garbage while a thousand objects are being made for good only costs time.
        gc.freeze()
        gc.enable()
        self.set_interval(NEWS_EVERY, self.look_for_news)
        if self.session:
            self.session.catch_up()
            self.update_shown()
            self._tell_notices()

    def open_engagement(self, path: Path, *, screen: str = "") -> bool:
        """Open this file. False, with the reason said, where it can't be."""
        try:
            session = sessions.open_session(path, self.home, "", self.now)
        except StoreError as error:
            self.warn(self.words(error.reason, **error.values))
            return False
        self._take(session)
        self.go(screen or ("stage" if self.place.screen == "stages" else "today"))
        return True

    def begin_engagement(self, decision: Decision, role: str) -> str:
        """Create an engagement and open it; the reason where it can't be."""
        try:
            session = sessions.create_session(self.home, decision, role, self.now)
        except StoreError as error:
            return self.words(error.reason, **error.values)
        except OSError as error:
            return self.words(
                "app.cannot-create", folder=str(self.home.engagements), why=error.strerror
            )
        if isinstance(session, Refusal):
            return self.words.refusal(session)
        self._take(session)
        self.go("today")
        return ""

    def _take(self, session: sessions.Session) -> None:
        self._keep_place()
        self.session = session
        session.actor = self.choices.role(session.id) or session.actor
        self.place = self.choices.place(session.id)
        self.choices.put(engagement=str(session.path))
        self._saved = ""
        self.update_shown()

    def go(self, screen: str) -> None:
        """Show this screen; it is made when first visited, once a language."""
        if screen in ("today", "stage"):
            self.place = self.place._replace(screen="stages" if screen == "stage" else "today")
        self._screen_name = screen
        name = f"{screen}.{self.words.language}"
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

    def go_to_step(self, step_id: str) -> bool:
        """Show this step where it is read. False where the playbook has no such step."""
        step = self.playbook.step(step_id)
        if step is None:
            return False
        if self.shown and not any(each.step.id == step_id for each in self.shown.visible):
            self.only_mine = False
            planned = self.shown.step(step_id)
            if planned and not planned.step.essential and self.shown.profile.depth == "essential":
                self.do_depth()
        self.place = self.place._replace(stage=step.stage, step=step_id)
        self.update_shown()
        self.go("stage")
        self.call_after_refresh(self._point_at, step_id)
        return True

    def go_to_record(self, screen: str, record_id: str) -> None:
        """Show where this record is kept, with the cursor on it where the screen can do that."""
        self.go(screen)
        self.call_after_refresh(self._point_at, record_id)

    def _point_at(self, step_id: str) -> None:
        point_at = getattr(self.screen, "point_at", None)
        if point_at:
            point_at(step_id)

    def _made(self, screen: str) -> Screen[Any]:
        module = import_module(f"coach_tui.ui.screens.{screen}")
        made: Screen[Any] = getattr(module, SCREENS[screen])()
        return made

    # A gesture: decide, save, know, show

    def try_to_save(self, decision: Decision) -> str:
        """Save this decision and show what is known then. The reason where it was not saved."""
        if self.session is None:
            return self.words("app.no-engagement")
        try:
            answer = self.session.record(decision)
        except StoreError as error:
            return self.words(error.reason, **error.values)
        if isinstance(answer, Refusal):
            return self.words.refusal(answer)
        self._mark_saved()
        return ""

    def _mark_saved(self) -> None:
        self._saved = self.words("app.saved", time=f"{self.now():%H:%M}")
        self.update_shown()

    def update_shown(self) -> None:
        """Make anew what there is to show, and hand it to the screen in sight."""
        if self.session is None:
            return
        self.shown = show(
            self.words,
            self.playbook,
            self.session.engagement,
            self.session.changes,
            today=self.now().date(),
            role=self.session.role,
            only_mine=self.only_mine,
            saved=self._saved,
        )
        for screen in reversed(self.screen_stack):
            refresh = getattr(screen, "refresh_shown", None)
            if refresh:
                refresh()
                break

    def look_for_news(self) -> None:
        """Take in what another window or program has saved."""
        if self.session is None:
            return
        try:
            news = self.session.refresh()
        except StoreError as error:
            self.warn(self.words(error.reason, **error.values))
            return
        if news:
            self._saved = self.words("app.news")
            self.update_shown()
            self._tell_notices()

    def _tell_notices(self) -> None:
        if self.session is None:
            return
        for notice in self.session.take_notices():
            self.warn(self.words(notice.reason, **notice.values))

    def planned_with(self, playbook: Playbook) -> tuple[Planned, ...]:
        """Every step of this playbook as it stands: the same mission, in another language."""
        if self.session is None:
            return ()
        return plan(playbook, self.session.engagement, self.now().date())

    @property
    def engagement_id(self) -> str:
        """Which engagement is open; empty where none is."""
        return self.session.id if self.session else ""

    @property
    def places(self) -> Collection[str]:
        """The names of the screens there are."""
        return SCREENS

    @property
    def actor(self) -> str:
        """Who acts: the role, and the name where one was given."""
        return self.session.actor if self.session else ""

    def new_id(self) -> str:
        """An id for something about to be recorded."""
        return self.session.new_id() if self.session else ""

    # Commands that work everywhere

    def do_today(self) -> None:
        self._go_if_open("today")

    def do_stages(self) -> None:
        self._go_if_open("stage")

    def do_history(self) -> None:
        self._go_if_open("history")

    def do_engagements(self) -> None:
        self.go("engagements")

    def do_help(self) -> None:
        self.go("help")

    def _go_if_open(self, screen: str) -> None:
        self.go(screen if self.session else "welcome")

    def do_undo(self) -> None:
        """Take back my latest gesture."""
        if self.session is None:
            return
        try:
            answer = self.session.undo()
        except StoreError as error:
            self.warn(self.words(error.reason, **error.values))
            return
        if isinstance(answer, Refusal):
            self.warn(self.words.refusal(answer))
            return
        self._mark_saved()
        self.tell("app.undone")

    def do_role(self) -> None:
        """Act as the other of the two who run the mission."""
        if self.session:
            self.session.actor = "founder" if self.session.role == "cmo" else "cmo"
            self._keep_place()
            self.update_shown()

    def do_mine(self) -> None:
        """Only what concerns my role, or everything."""
        self.only_mine = not self.only_mine
        self.update_shown()

    def do_depth(self) -> None:
        """The essential steps, or all of them."""
        if self.shown:
            depth = DEPTHS[1 - DEPTHS.index(self.shown.profile.depth)]
            if refusal := self.try_to_save(amend(self.shown.engagement, {"depth": depth})):
                self.warn(refusal)

    def do_language(self) -> None:
        """The other language, everywhere, at once; nothing recorded depends on it."""
        language = LANGUAGES[1 - LANGUAGES.index(self.words.language)]
        self.choices.put(language=language)
        self.words = Words(language)
        self._saved = ""
        self._load_playbook()
        self.update_shown()
        self.go(self._screen_name)

    def do_theme(self) -> None:
        """The next theme: dark, light, the terminal's own colours."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        self.choices.put(theme=self.theme)

    def do_quit(self) -> None:
        self.exit(0)

    async def action_quit(self) -> None:
        self.exit(0)

    def do_glossary(self) -> None:
        """Look a word up; the words of the step under the cursor come first."""
        from coach_tui.coach.glossary import terms_in, terms_of
        from coach_tui.ui.dialogs.glossary import GlossaryDialog

        entries, _ = bundled.load_catalogue("glossary")
        terms = terms_of(entries, self.words.language)
        pointed = getattr(self.screen, "pointed", None)
        text = f"{pointed.step.title}\n{pointed.step.body}" if isinstance(pointed, Planned) else ""
        self.push_screen(GlossaryDialog(terms, terms_in(terms, text) if text else (), self.words))

    def do_export(self) -> None:
        from coach_tui.ui.checklists import export_checklist

        export_checklist(self)

    def do_import(self) -> None:
        from coach_tui.ui.checklists import import_checklist

        import_checklist(self)

    # Saying things

    def tell(self, key: str, **values: Any) -> None:
        """Say something in passing."""
        self.notify(self.words(key, **values), markup=False, timeout=4)

    def warn(self, message: str) -> None:
        """Say why something was not done, long enough to be read."""
        self.notify(message, severity="warning", markup=False, timeout=10)

    # Textual's own words and ways

    def get_default_screen(self) -> Screen[Any]:
        """The first screen is ours at once: an empty one below it would cost a second layout."""
        self._load_playbook()
        first = "welcome"
        if self._path is not None:
            first = "today"
            try:
                self._take(sessions.open_session(self._path, self.home, "", self.now))
                first = "stage" if self.place.screen == "stages" else "today"
            except StoreError as error:
                self._trouble = self.words(error.reason, **error.values)
                first = "engagements"
        self._screen_name = first
        screen = self._made(first)
        self.install_screen(screen, name=f"{first}.{self.words.language}")
        return screen

    def get_system_commands(self, screen: Screen[Any]) -> Any:
        """None of Textual's: the palette lists the coach's commands."""
        return ()

    def action_command_palette(self) -> None:
        from coach_tui.ui.palette import open_palette

        open_palette(self)

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is engraved, in the reader's language."""
        key = f"key.{binding.key}"
        said = self.words(key)
        return super().get_key_display(binding) if said == key else said

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

    def action_help_quit(self) -> None:
        self.tell("app.how-to-quit")

    def on_unmount(self) -> None:
        self._keep_place()

    def _keep_place(self) -> None:
        if self.session:
            self.choices.keep(self.session.id, role=self.session.role, place=self.place)

    def _load_playbook(self) -> None:
        self.playbook, _ = bundled.load_playbook(self.words.language, self.playbook_folder)


def run(
    home: Home,
    env: Mapping[str, str],
    *,
    language: Language | None,
    wanted: str,
    playbook_folder: Path | None,
) -> int:
    """Open the app on the engagement `wanted`, the last one used, or the welcome."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)  # Textual would obey them and never notice a resize
    now = sessions.wall_clock(env)
    gc.disable()  # until the first frame: everything made before it is kept anyway
    app = CoachApp(
        home,
        now,
        language=language or _chosen_language(home, env),
        path=_first_path(home, wanted),
        playbook_folder=playbook_folder,
    )
    code = app.run()
    if app.failure is not None:
        raise app.failure
    # Every way out of ours gives a code: None means that the app was brought down.
    return code if code is not None else app.return_code or 1


def _chosen_language(home: Home, env: Mapping[str, str]) -> Language:
    from coach_tui.language.detect import detect

    chosen = Choices(home.settings).get("language")
    return next((each for each in LANGUAGES if each == chosen), None) or detect(env)


def _first_path(home: Home, wanted: str) -> Path | None:
    if wanted:
        found = sessions.find_engagement(sessions.list_engagements(home), wanted)
        return found[0].path if found else None
    last = Choices(home.settings).get("engagement")
    if last and Path(last).is_file():
        return Path(last)
    summaries = sessions.list_engagements(home)
    return summaries[0].path if summaries else None
