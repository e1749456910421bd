"""Engagements: one file a client, strictly apart. Switch, create, put away."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from coach_tui.asking.profile import edit_fields, read_profile
from coach_tui.asking.sheet import Sheet
from coach_tui.coach.rhythm.agreed import change_mission
from coach_tui.engagement.change import Decision
from coach_tui.engagement.profile import amend
from coach_tui.engagement.rhythm.dose import dose_on
from coach_tui.language import Refusal
from coach_tui.language.dates import plain_date, read_date
from coach_tui.listing import Summary, list_engagements, summary_of
from coach_tui.recovery import Gone, evicted_unknown, list_gone
from coach_tui.session import Session, open_session
from coach_tui.store.errors import StoreError
from coach_tui.ui.bringing_back import ask_to_bring_back
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.damaged import damaged_line, read_damage
from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.plain import line, plain
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.row import Row
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown


class EngagementsScreen(CoachScreen):
    """Every engagement of this home; those put away come last; a damaged one says what is wrong."""

    NAME = "engagements"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("engagements")]
    AUTO_FOCUS = "StepList"

    def __init__(self) -> None:
        super().__init__()
        self._summaries: dict[str, Summary] = {}
        self._gone: dict[str, Gone] = {}

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="engagements-where", markup=False, classes="empty")
        yield StepList(id="engagements-list")
        yield KeyBar()

    def fit(self) -> None:
        """Only the bar is laid out by the width: no file is read again for it."""
        if self.is_mounted:
            self._show_bar()

    def refresh_shown(self) -> None:
        """This screen is of use without an open engagement too."""
        if not self.is_mounted:
            return
        self._show_bar()
        where = self.words("engagements.where", folder=str(self.coach.home.engagements))
        try:
            summaries = list_engagements(self.coach.home, self._at_hand())
        except StoreError as error:
            summaries, where = [], self.words.refusal(error.refusal)
        self._summaries = {str(summary.path): summary for summary in summaries}
        self.query_one("#engagements-where", Static).update(plain(where))
        ordered = sorted(summaries, key=lambda summary: summary.profile.archived)
        rows = [Row(str(summary.path), self._line(summary)) for summary in ordered]
        self._gone = {f"gone:{one.id}": one for one in list_gone(self.coach.home, summaries)}
        rows += [Row(name, self._gone_line(one)) for name, one in self._gone.items()]
        left = evicted_unknown(self.coach.home, [*self._gone.values()])
        rows += [Row(f"evicted:{path.name}", self._evicted_line(path.name)) for path in left]
        listed, session = self.query_one(StepList), self.coach.session
        first = session is not None and not listed.option_count
        here = str(session.path) if session and first else None
        self.list_rows(rows, here, figure=str(len(rows)))

    def _at_hand(self) -> Summary | None:
        """What is known of the engagement that is open."""
        if (open_now := self.coach.session) is None:
            return None
        known = open_now.id, open_now.profile, open_now.changes, open_now.held
        return summary_of(open_now.path, *known)

    def _show_bar(self) -> None:
        if self.coach.shown:
            self.query_one(TopBar).show(self.coach.shown, self.NAME)
        else:
            self.query_one(TopBar).update("")

    def show(self, shown: Shown) -> None:
        """Everything is in `refresh_shown`."""

    @property
    def pointed(self) -> Summary | None:
        """The engagement under the cursor."""
        return self._summaries.get(self.query_one(StepList).pointed)

    def do_open(self) -> None:
        """Work on this engagement; where its file can't be opened, read why."""
        summary = self.pointed
        if summary and summary.error:
            read_damage(self.coach, summary.path, summary.error)
        elif summary:
            self.coach.open_engagement(summary.path)
        elif gone := self._gone.get(self.query_one(StepList).pointed):
            ask_to_bring_back(self.coach, gone)

    def do_share(self) -> None:
        """Share this one with somebody; where it is shared, show the invitation again."""
        from coach_tui.ui.sharing.asking import ask

        summary, session = self.pointed, self.coach.session
        if summary is None or summary.error:
            return
        if session is None or session.path != summary.path:
            self.coach.open_engagement(summary.path)
        if session := self.coach.session:
            ask(self.coach, "show" if session.membership else "share")

    def do_join(self) -> None:
        """Take part in one that somebody shares."""
        from coach_tui.ui.sharing.asking import ask

        ask(self.coach, "join")

    def do_new(self) -> None:
        """Create another one."""
        self.coach.go("welcome")

    def do_edit(self) -> None:
        """Change what the welcome asked, and what dates and costs are counted from."""
        summary = self.pointed
        if summary is None or summary.error:
            return
        words, session = self.words, self._session_of(summary)
        if session is None:
            return
        today = self.coach.now().date()
        # The days a week of today: what changes is what people live, not what they began with.
        agreed = dose_on(session.engagement, today)
        profile = session.profile._replace(days_per_week=agreed)

        def save(answers: dict[str, str]) -> Refusal | None:
            frame = {name: text for name, text in answers.items() if name not in ("since", "why")}
            said, why = answers["since"].strip(), answers["why"]
            since = read_date(said, words.language, today, "near") if said else None
            if isinstance(since, Refusal):
                return since.of("since")
            fields = read_profile(frame, profile, words, today)
            if isinstance(fields, Refusal):
                return fields
            if not fields and not since and not why.strip():
                return None
            changed = change_mission(
                session.engagement, fields, since=since, why=why, today=today,
                new_id=session.new_id,
            )  # fmt: skip
            refusal = self._save(session, changed)
            if refusal is None and "currency" in fields:
                self.coach.tell("profile.currency-kept")
            self.refresh_shown()
            return refusal

        fields = edit_fields(profile, words)
        self.ask(Sheet(words("engagements.edit"), "", fields, save), engagement=session.id)

    def do_archive(self) -> None:
        """Put it away, or take it back out. Nothing is deleted."""
        summary = self.pointed
        if summary is None or summary.error:
            return
        if session := self._session_of(summary):
            put_away = {"archived": not summary.profile.archived}
            if refusal := self._save(session, amend(session.engagement, put_away)):
                self.coach.warn(refusal)
            self.refresh_shown()

    def _session_of(self, summary: Summary) -> Session | None:
        """This engagement, to change it from here; the open one stays the one that is open."""
        mine = self.coach.session
        if mine is not None and mine.path == summary.path:
            return mine
        try:
            session = open_session(summary.path, self.coach.home, "", self.coach.now)
        except StoreError as error:
            self.coach.warn(error.refusal)
            return None
        self.coach.sign(session)
        return session

    def _save(self, session: Session, decision: Decision) -> Refusal | None:
        """Save this decision in its own engagement. The reason where it was not saved."""
        if session is self.coach.session:
            return self.coach.try_to_save(decision)
        try:
            answer = session.record(decision)
        except StoreError as error:
            return error.refusal
        self.coach.look_for_news()
        return answer if isinstance(answer, Refusal) else None

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter on a line."""
        self.do_open()

    def on_step_pointed(self, event: StepPointed) -> None:
        """What the keys can do depends on the line."""
        self.refresh_bindings()

    def offers(self, command: str) -> bool | None:
        """Enter has something to say of every line; changing needs a file that can be opened."""
        if command == "open":
            return True if self.query_one(StepList).pointed else None
        if command in ("edit", "archive"):
            summary = self.pointed
            return True if summary and not summary.error else None
        if command == "undo":
            return None
        return True

    def _gone_line(self, gone: Gone) -> Content:
        words, profile = self.words, gone.profile
        why = words("engagements.evicted" if gone.evicted else "engagements.gone")
        mark = Content.styled(f"! {why}  ", "bold $text-warning")
        day = plain_date(profile.first_day, words.language) if profile.first_day else ""
        return mark + line(profile.company, "bold", 40) + Content.styled(f"  {day}", "$secondary")

    def _evicted_line(self, name: str) -> Content:
        """A file that this machine has no record of: only its cloud can give it back."""
        mark = Content.styled(f"! {self.words('engagements.evicted')}  ", "bold $text-warning")
        return mark + line(name, "bold", 60)

    def _line(self, summary: Summary) -> Content:
        words = self.words
        if summary.error:
            return damaged_line(summary.path, summary.error, words)
        name = line(summary.profile.company or summary.path.stem, "bold", 40)
        facts = []
        if summary.profile.first_day:
            day = plain_date(summary.profile.first_day, words.language)
            facts.append(words("cli.list.since", day=day))
        if summary.profile.archived:
            facts.append(words("engagements.archived"))
        session = self.coach.session
        here = "● " if session and session.path == summary.path else "  "
        return Content(here) + name + Content.styled("  " + " · ".join(facts), "$secondary")
