"""The work: one engagement open, every gesture decided, saved, known, and only then shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui import bundled
from coach_tui.coach.plan import Planned, plan
from coach_tui.engagement.actor import acting_for, hand_of
from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.history import crossed
from coach_tui.language import Language, Refusal
from coach_tui.places import Home
from coach_tui.playbook.model import Playbook
from coach_tui.session import Session
from coach_tui.store.errors import StoreError
from coach_tui.ui.app_shell import AppShell
from coach_tui.ui.place import OnScreen
from coach_tui.view_state import NOT_SHARED, Shown, show
from coach_tui.wall_clock import Now

if TYPE_CHECKING:
    from coach_tui.ui.sharing.exchanging import Exchanging, LookTaken


class Work(AppShell):
    """The open engagement, what is known of it, and what the screen in sight is handed."""

    def __init__(
        self,
        home: Home,
        now: Now,
        language: Language,
        playbook_folder: Path | None,
        acting: str = "",
    ) -> None:
        super().__init__(home, language)
        self.now = now
        self.session: Session | None = None
        self.shown: Shown | None = None
        self.place = OnScreen()
        self.only_mine = False
        self.playbook_folder = playbook_folder
        self.playbook = Playbook(())
        self._acting = acting  # for whom, where the command line says so
        self.saved = ""
        self.also = ""
        self._trouble_told = ""
        self._exchanging: Exchanging | None = None
        self._sharing = NOT_SHARED

    @property
    def engagement_id(self) -> str:
        """Which engagement is open; empty where none is."""
        return self.session.id if self.session else ""

    @property
    def actor(self) -> str:
        """Who acts: the role, and the name where one was given."""
        return self.session.actor if self.session else ""

    def new_id(self) -> str:
        """An id for something about to be recorded."""
        return self.session.new_id() if self.session else ""

    def take(self, session: Session) -> None:
        """Work on this engagement from now on, as the role and at the place it was left in.

        What is in sight is left as it is: another place is gone to, or it is told (`tell_screen`).
        """
        self.keep_place()
        self.session = session
        self.sign(session)
        self.place = self.choices.place(session.id)
        self.choices.put(engagement=str(session.path))
        self.saved, self._sharing = "", NOT_SHARED
        self._make_shown()

    def sign(self, session: Session) -> None:
        """Say in this engagement's changes who acts: as they last did, or for whom they do now."""
        own = self.choices.role(session.id) or session.actor
        acting = acting_for(own, self._acting) if self._acting else own
        session.actor = acting if isinstance(acting, str) else own

    def sign_as(self, actor: str) -> None:
        """This is who works here from now on, in this engagement and on this machine."""
        if self.session:
            self.choices.keep(self.session.id, role=actor, place=self.place)
            self.sign(self.session)
            self.update_shown()

    def try_to_save(self, decision: Decision) -> Refusal | None:
        """Save this decision and show what is known then. The reason where it was not saved."""
        if self.session is None:
            return Refusal("app.no-engagement")
        knew = self.session.engagement
        try:
            answer = self.session.record(decision)
        except StoreError as error:
            return error.refusal
        if isinstance(answer, Refusal):
            if self.session.engagement is not knew:
                self.update_shown()  # what was refused may be about what has just been learned
            return answer
        if answer:  # a form closed as it was opened saves nothing, and says nothing
            self.mark_saved()
        self.tell_notices()
        return None

    def mark_saved(self) -> None:
        """Show what is known now, and that it is on disk."""
        self.saved = self.words("app.saved", time=f"{self.now():%H:%M}")
        self.update_shown()

    def update_shown(self) -> None:
        """Make anew what there is to show, and hand it to the screen in sight."""
        if self.session is not None:
            self._make_shown()
            self.tell_screen()

    def _make_shown(self) -> None:
        if self.session is None:
            return
        self.words = self.words.counting_in(self.session.profile.currency)
        self.shown = show(
            self.words,
            self.playbook,
            self.session.engagement,
            self.session.changes,
            today=self.now().date(),
            role=self.session.role,
            actor=self.session.actor,
            only_mine=self.only_mine,
            saved=self.saved,
            also=self.also,
            sharing=self._sharing,
        )

    def tell_screen(self) -> None:
        """Have the screen in sight show what there is."""
        for screen in reversed(self.screen_stack):
            refresh = getattr(screen, "refresh_shown", None)
            if refresh:
                refresh()
                break

    def look_for_news(self) -> None:
        """Take in what another window or program has saved, or another machine has sent."""
        if self.session is None:
            return
        self._exchange(self.session)
        try:
            news = self.session.refresh()
        except StoreError as error:
            self._tell_trouble(self.words(error.reason, **error.values))
            return
        self._trouble_told = ""
        if news:
            self.saved = self.words("app.news")
        if news or (self.shown and self.shown.today != self.now().date()):
            self.update_shown()  # a window left open overnight wakes up on the right day
        self.tell_notices()

    def _exchange(self, session: Session) -> None:
        """Where it is shared, have what is new go to and fro, beside all this."""
        if session.membership:
            self._shared.look(session)
        if self._exchanging:
            self._say_sharing(session)

    @property
    def _shared(self) -> Exchanging:
        """Made when something shared is first open."""
        if self._exchanging is None:
            from coach_tui.ui.sharing.exchanging import Exchanging

            self._exchanging = Exchanging(self.home, self.call_from_thread, self._took)
        return self._exchanging

    def _took(self, taken: LookTaken) -> None:
        """Show what another machine has sent; it is saved here already."""
        if self.session is not taken.session:
            return  # another client is open by now: whoever opens that one reads it
        self.session.know(taken.changes)
        if taken.changes:
            self.saved = self.words("app.news")
            self.update_shown()
            self._tell_crossed(self.session, taken.changes)
        self._say_sharing(self.session)
        for notice in taken.notices:
            self.warn(self.words(notice.reason, **notice.values), keep=True)

    def _tell_crossed(self, session: Session, fresh: Sequence[Change]) -> None:
        """What came and what was written here may have been written over each other unseen."""
        mine = hand_of(session.actor)
        found = crossed(session.engagement, session.changes, fresh, mine)
        if found and self.shown:
            from coach_tui.exports.history.words import crossed_words
            from coach_tui.ui.history_words import reader_of

            said = crossed_words(found, reader_of(self.shown, session.actor))
            self.warn("\n".join(said), keep=True)

    def _say_sharing(self, session: Session) -> None:
        said = self._exchanging.said(session, self.words) if self._exchanging else NOT_SHARED
        if said != self._sharing:
            self._sharing = said
            self.update_shown()

    def _tell_trouble(self, trouble: str) -> None:
        """Say it once, not at every look."""
        if trouble != self._trouble_told:
            self._trouble_told = trouble
            self.warn(trouble)

    def unite(self) -> None:
        """Unite the file with this machine's own record, and tell what had to be mended."""
        if self.session is None:
            return
        try:
            news = self.session.catch_up()
        except StoreError as error:
            self.warn(error.refusal)
            return
        if news:
            self.update_shown()
        if self.session.is_ahead:
            from coach_tui.ui.clock import which_day

            day = self.now().date()
            self.push_screen(which_day(self.session, self.words, day, self._show_all_told))
        self.tell_notices()

    def _show_all_told(self) -> None:
        self.update_shown()
        self.tell_notices()

    def tell_notices(self) -> None:
        """Say what the store had to repair or take in."""
        if self.session is None:
            return
        for notice in self.session.take_notices():
            self.warn(self.words(notice.reason, **notice.values), keep=True)

    def planned_with(self, playbook: Playbook) -> tuple[Planned, ...]:
        """Every step of this playbook as it stands: the same mission, in another language."""
        if self.session is None:
            return ()
        return plan(playbook, self.session.engagement, self.now().date())

    def do_undo(self) -> None:
        """Take back my latest gesture."""
        if self.session is None:
            return
        try:
            answer = self.session.undo()
        except StoreError as error:
            self.warn(error.refusal)
            return
        if isinstance(answer, Refusal):
            self.warn(self.words.refusal(answer))
            return
        self.mark_saved()
        self.tell_undone(answer)

    def tell_undone(self, taking_back: Sequence[Change]) -> None:
        """Say what was just taken back: it may be older than what the reader has in mind."""
        if self.shown is None:
            return
        from coach_tui.ui.history_words import taken_back_words

        self.tell("app.undone", what=taken_back_words(taking_back, self.shown))

    def keep_place(self) -> None:
        """Remember the role and the place, for the next start."""
        if self.session:
            self.choices.keep(self.session.id, role=hand_of(self.session.actor), place=self.place)

    def load_playbook(self) -> None:
        """Read the advice in the reader's language."""
        self.playbook, _ = bundled.load_playbook(self.words.language, self.playbook_folder)

    def on_unmount(self) -> None:
        self.keep_place()
        if self.session and self.session.membership:
            self._shared.leave(self.session)
