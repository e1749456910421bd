"""A document being written: its text, how it will be read, what is still to be answered.

What was typed is kept on this machine until it is saved: Escape loses nothing. Two who write at
once are merged; where they changed the same passage, both are shown and one is chosen.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from coach_tui.asking.document import Paper, example_of, paper_at, poor_signs
from coach_tui.asking.field import Field
from coach_tui.asking.kept_answers import KeptAnswers
from coach_tui.asking.outside_editor import edit_outside
from coach_tui.bundled import read_styles
from coach_tui.engagement.documents.crossings import Crossing, crossings_of
from coach_tui.engagement.documents.save import merged
from coach_tui.exports.documents.fill import read
from coach_tui.exports.documents.questions import BlankQuestion, first_asked, left_to_author
from coach_tui.exports.documents.standing import doubt_words, language_words
from coach_tui.exports.people import actor_words
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line
from coach_tui.ui import widths
from coach_tui.ui.dialogs.choose import ChooseDialog
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.documents.more import Acting, more_of
from coach_tui.ui.documents.pane import MarkdownPane, ReadingPane
from coach_tui.ui.plain import line, plain
from coach_tui.view_state import Shown

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going

PAUSE: Final = 0.3  # seconds after the last key before it is read and its draft kept


class DocumentScreen(ModalScreen[None]):
    """`document_id` is written here; what is recorded of it is read from the app each time."""

    CSS = read_styles("document.tcss")
    HORIZONTAL_BREAKPOINTS = widths.DOCUMENT_ACROSS
    VERTICAL_BREAKPOINTS = widths.FORM_DOWN
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("ctrl+e", "outside", show=False, priority=True),
        Binding("f2", "swap", show=False, priority=True),
        Binding("f3", "example", show=False, priority=True),
        Binding("f4", "next_blank", show=False, priority=True),
        Binding("f5", "more", show=False, priority=True),
    ]

    def __init__(self, coach: Going, shown: Shown, document_id: str, act: Acting) -> None:
        super().__init__()
        self._act = act
        self._coach, self._shown, self._named = coach, shown, document_id
        self._words = coach.words
        paper = self.paper
        self._seen = paper.source
        fields = (Field("text", paper.name), Field("seen", ""))
        self._kept = KeptAnswers(coach, document_id, paper.words.language, fields)
        self._timer: Timer | None = None

    @property
    def paper(self) -> Paper:
        """The document as it is known now."""
        if shown := self._coach.shown:
            self._shown = shown
        return paper_at(self._shown, self._named)

    def compose(self) -> ComposeResult:
        with Vertical(id="document"):
            yield Static(line(self.paper.name), id="document-title")
            yield Static(id="document-state", markup=False)
            with Horizontal(id="document-panes"):
                yield MarkdownPane(soft_wrap=True, tab_behavior="focus", id="document-pane")
                yield ReadingPane(id="document-reading", can_focus=False)
            yield Static(id="document-said", markup=False)
            yield Static(line(self._words("document.keys")), id="document-keys")

    def on_mount(self) -> None:
        draft = self._kept.get()
        self.pane.load_text(draft.get("text") or self._seen)
        if draft:
            self._seen = draft.get("seen", self._seen)
            self._say(self._words("document.draft-back"))
        elif crossing := crossings_of(self._shown.engagement, self._shown.changes).get(self._named):
            self._meet(crossing)
        self._to_first_question()
        self.pane.focus()
        self.call_after_refresh(self._refresh)

    def _meet(self, crossing: Crossing) -> None:
        """Start from what two versions make together; both passages stand where they crossed."""
        self.pane.load_text(crossing.merged.text)
        key = "document.met-crossed" if crossing.merged.crossed else "document.met"
        who = actor_words(crossing.other.actor, self._words)
        self._say(self._words(key, who=who))

    @property
    def pane(self) -> MarkdownPane:
        """Where it is written."""
        return self.query_one(MarkdownPane)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Read it again, and keep the draft, once whoever types has paused."""
        event.stop()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._paused)

    def _paused(self) -> None:
        self._refresh()
        self._keep_draft()

    def _refresh(self) -> None:
        paper, text = self.paper, self.pane.text
        kind, left = paper.kind, left_to_author(text, paper.kind)
        asked, to_write = {each.blank for each in left}, self._words("document.to-write")
        self.query_one(ReadingPane).read(read(text, kind, paper.facts), kind, asked, to_write)
        document = paper.document
        state = self._words(f"record.state.{document.state}")
        told = [doubt_words(state, document, kind, self._words, paper.today)]
        told += [said] if (said := language_words(document, self._words)) else []
        if left:
            told.append(self._words("document.asked", n=len(left), what=first_asked(left)))
        self.query_one("#document-state", Static).update(plain(" · ".join(told)))

    def _keep_draft(self) -> None:
        text = self.pane.text
        if text == self._seen:
            self._kept.drop()
        else:
            self._kept.put({"text": text, "seen": self._seen})

    def action_save(self) -> None:
        """Keep it; merged with what somebody else kept meanwhile."""
        paper, text = self.paper, self.pane.text
        both = merged(paper.document, text, self._seen)
        refusal = self._coach.try_to_save(paper.written(text, self._seen))
        if refusal and both and both.crossed:
            self._settle(both.text)
        elif refusal:
            self._say(self._words.refusal(refusal), wrong=True)
        else:
            self._kept_now()
            taken = both.taken if both else ()
            if taken:
                who = one_line(paper.document.author)
                self._say(self._words("document.merged", n=len(taken), who=who))

    def _kept_now(self) -> None:
        self._seen = self.paper.source
        self._kept.drop()
        if self.pane.text != self._seen:
            self.pane.put_text(self._seen)
        self._say(self._words("app.saved", time=f"{self._coach.now():%H:%M}"))
        self._refresh()

    def _settle(self, both: str) -> None:
        """Both changed the same passage: one of them, or both to be made one."""
        theirs = self.paper.document.text
        keys = ("mine", "theirs", "both")

        def chosen(place: int | None) -> None:
            if place is None:
                return
            self._seen = theirs
            if keys[place] == "mine":
                self.action_save()
            else:
                self.pane.put_text(theirs if keys[place] == "theirs" else both)

        lines = [line(self._words(f"document.keep-{key}")) for key in keys]
        who = one_line(self.paper.document.author)
        title = self._words("document.crossed", who=who)
        self.app.push_screen(ChooseDialog(title, lines), chosen)

    def action_leave(self) -> None:
        """Leave it as it is: what is not saved stays here as a draft."""
        if self.pane.text != self._seen:
            self._keep_draft()
            self._coach.tell("document.draft-kept")
        self.dismiss(None)

    def action_swap(self) -> None:
        """To how it will be read, in the whole window, and back to the text; arrows scroll both."""
        self._refresh()
        self.toggle_class("-reading")
        reading = self.query_one(ReadingPane)
        reading.can_focus = self.has_class("-reading")
        (reading if reading.can_focus else self.pane).focus()

    def _to_text(self) -> None:
        """Back to the text, where it is being read: the cursor goes somewhere there."""
        if self.has_class("-reading"):
            self.action_swap()

    def action_example(self) -> None:
        """The same document filled, and what a poor one looks like."""
        language = self._words.language
        example, poor = example_of(self._named, language), poor_signs(self._named, language)
        if not (example or poor):
            self._say(self._words("refusal.document.no-face", document=self.paper.name), wrong=True)
            return
        signs = f"{self._words('document.poor')}\n\n{poor}" if poor else ""
        text = "\n\n———\n\n".join(each.strip() for each in (example, signs) if each)
        title = self._words("document.example", document=self.paper.name)
        self.app.push_screen(PreviewDialog(title, text, self._words))

    def action_next_blank(self) -> None:
        """Go to the next blank that is left to its author, and write over it."""
        self._to_text()
        if not self.pane.next_blank(self.paper.kind.live):
            self._say(self._words("document.no-blank"))

    def action_outside(self) -> None:
        """Write in one's own editor, then come back with it; saving is still to be asked for."""
        folder = self._coach.home.state / "editing"
        try:
            with self.app.suspend():
                made = edit_outside(self.pane.text, self._named, os.environ, folder)
        except SuspendNotSupported:
            self._say(self._words("document.no-suspend"), wrong=True)
            return
        if isinstance(made, Refusal):
            self._say(self._words.refusal(made), wrong=True)
            return
        self._say("")  # what was refused before
        self.pane.put_text(made.text)
        self._keep_draft()
        made.forget()

    def action_more(self) -> None:
        """Where else it is, who checked it, when it went out; take it out of here."""
        choices = more_of(
            self._coach, self.paper, self._act, self.pane.text, self._put, self._unfinished
        )

        def chosen(place: int | None) -> None:
            if place is not None:
                choices[place].run()

        lines: list[Content] = [line(each.said) for each in choices]
        self.app.push_screen(ChooseDialog(self.paper.name, lines), chosen)

    def _unfinished(self) -> None:
        """Say what is left to answer before anyone checks it, and go to the first of it."""
        kind = self.paper.kind
        left = left_to_author(self.pane.text, kind)
        self._to_text()
        self.pane.focus()
        self.pane.move_cursor((0, 0))
        self._first_of(left)
        refused = self._words("refusal.document.standing", n=len(left), what=first_asked(left))
        self._say(refused, wrong=True)

    def _to_first_question(self) -> None:
        """Go where one writes on: what is typed at once is an answer, never before the title."""
        kind = self.paper.kind
        left = left_to_author(self.pane.text, kind)
        if not ((left and self._first_of(left)) or self.pane.next_blank(kind.live)):
            self.pane.move_cursor(self.pane.document.end)

    def _first_of(self, left: Iterable[BlankQuestion]) -> bool:
        """Go to the first of these after the cursor; whether there is one."""
        return self.pane.next_blank({*self.paper.kind.fillers} - {each.blank for each in left})

    def _put(self, text: str) -> None:
        """Write this in its place; saving it is still to be asked for."""
        self.pane.load_text(text)
        self.pane.move_cursor(self.pane.document.end)
        self._keep_draft()

    def refresh_shown(self) -> None:
        """Something was recorded: its state may be another."""
        if self.is_mounted:
            self._refresh()

    def _say(self, message: str, *, wrong: bool = False) -> None:
        said = self.query_one("#document-said", Static)
        said.update(plain(message))
        said.display = bool(message)
        said.set_class(wrong, "-wrong")
