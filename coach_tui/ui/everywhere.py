"""The commands that work wherever one is: places by their keys, who acts, what is shown, words."""

from __future__ import annotations

from coach_tui import bundled
from coach_tui.coach.plan import Planned
from coach_tui.engagement.actor import in_role
from coach_tui.engagement.profile import DEPTHS, amend
from coach_tui.language import LANGUAGES
from coach_tui.ui.navigation import Going


class Everywhere(Going):
    """What `commands` names there, done. A place's own key leaves no way back."""

    def do_role(self) -> None:
        """Act as the other of the two who run the mission."""
        if self.session:
            other = "founder" if self.session.role == "cmo" else "cmo"
            self.session.actor = in_role(self.session.actor, other)
            self.keep_place()
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

    def do_now(self) -> None:
        self._go_if_open("now")

    def do_stages(self) -> None:
        self._go_if_open("stage")

    def do_framing(self) -> None:
        self._go_if_open("framing")

    def do_transition(self) -> None:
        self._go_if_open("transition")

    def do_rhythm(self) -> None:
        self._go_if_open("rhythm")

    def do_team(self) -> None:
        self._go_if_open("team")

    def do_accesses(self) -> None:
        self._go_if_open("accesses")

    def do_kpis(self) -> None:
        self._go_if_open("kpis")

    def do_portfolio(self) -> None:
        self._go_by_key("portfolio")

    def do_search(self) -> None:
        """Find words in this engagement, and open what holds them."""
        from coach_tui.ui.searching import search_here

        search_here(self)

    def do_history(self) -> None:
        self._go_if_open("history")

    def do_engagements(self) -> None:
        self._go_by_key("engagements")

    def do_help(self) -> None:
        """The help, at the part about where one is."""
        self.help_about = self._screen_name
        self.leave_mark()
        self.go("help")

    def _go_if_open(self, screen: str) -> None:
        self._go_by_key(screen if self.session else "welcome")

    def _go_by_key(self, screen: str) -> None:
        self.way = ()
        self.go(screen)

    def do_language(self) -> None:
        """The other language, everywhere, at once; nothing recorded depends on it."""
        language = LANGUAGES[1 - LANGUAGES.index(self.words.language)]
        typed = getattr(self.screen, "answers", None)
        self.choices.put(language=language)
        self.words = self.words.speaking(language)
        self.saved = ""
        self.load_playbook()
        self.update_shown()
        self.go(self._screen_name)
        retell = getattr(self._place_screen(), "retell", None)
        if retell:
            retell()
        if typed is not None:
            self.call_after_refresh(self._fill, typed)

    def _fill(self, typed: dict[str, str]) -> None:
        fill = getattr(self.screen, "fill", None)
        if fill:
            fill(typed)

    def action_command_palette(self) -> None:
        from coach_tui.ui.palette import open_palette

        open_palette(self)

    def do_glossary(self) -> None:
        """Look a word up; the words of the step under the cursor come first."""
        from coach_tui.coach.glossary import terms_in, terms_of
        from coach_tui.ui.dialogs.glossary import GlossaryDialog

        entries, _ = bundled.load_catalogue("glossary")
        terms = terms_of(entries, self.words.language)
        pointed = getattr(self.screen, "pointed", None)
        text = f"{pointed.step.title}\n{pointed.step.body}" if isinstance(pointed, Planned) else ""
        self.push_screen(GlossaryDialog(terms, terms_in(terms, text) if text else (), self.words))

    def do_library(self) -> None:
        """Find a page to read: messages, talks, catalogues, templates."""
        from coach_tui.ui.reading import open_library

        open_library(self)

    def do_import(self) -> None:
        from coach_tui.ui.checklist_import import import_checklist

        import_checklist(self)
