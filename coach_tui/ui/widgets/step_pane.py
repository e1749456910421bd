"""One step, read: where it stands, the advice, the notes. One tab stop; it scrolls."""

import re
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach_tui.language.glyphs import shaped
from coach_tui.ui.plain import bounded
from coach_tui.ui.widgets.framed import Framed

if TYPE_CHECKING:
    from coach_tui.ui.widgets.advice import AdvicePane


_STRONG_LINE = re.compile(r"^\*\*([^*\n]+)\*\*$", re.MULTILINE)


def headed(body: str) -> str:
    """A line that is strong as a whole is a heading: it is drawn as one."""
    return _STRONG_LINE.sub(r"### \1", body)


class StepPage(NamedTuple):
    """What there is to read of one step, `body` in Markdown.

    about  what it is of: the same thing in other words is read on where the reader was.
    """

    title: Content
    state: Content
    body: str
    notes: Content
    about: str = ""


class Leaf(Vertical):
    """A page drawn. Its body is drawn first, the rest is said with it.

    What draws Markdown is made with the first body: nothing before it waits for that.
    """

    DEFAULT_CSS = "Leaf { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self.body = ""
        self._title = Static(classes="pane-title", markup=False)
        self._state = Static(classes="pane-state", markup=False)
        self._advice: AdvicePane | None = None
        self._notes = Static(classes="pane-notes", markup=False)

    def compose(self) -> ComposeResult:
        yield from (self._title, self._state, self._notes)

    async def draw(self, body: str) -> None:
        """Draw this body."""
        await (await self.advice()).update(bounded(headed(shaped(body))))
        self.body = body

    async def advice(self) -> "AdvicePane":
        """What draws its body, made when it is first asked for."""
        if self._advice is None:
            from coach_tui.ui.widgets.advice import AdvicePane

            self._advice = AdvicePane()
            await self.mount(self._advice, after=self._state)
        return self._advice

    def tell(self, page: StepPage, *, titled: bool) -> None:
        """Tell what goes with the body, even as the app closes over it.

        titled  its title stands whole on the frame, and is not said twice
        """
        self._title.update(page.title)
        self._title.display = not titled and bool(page.title.plain)
        self._state.update(page.state)
        self._state.display = bool(page.state.plain)
        if self._advice is not None:
            self._advice.display = bool(self.body)
        self._notes.update(page.notes)
        self._notes.display = bool(page.notes.plain)


class StepPane(Framed, VerticalScroll):
    """Hand it a title, a state, a body and notes: they change together.

    The next page is drawn out of sight, then takes the place of the one that is read.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._wanted = StepPage(Content(), Content(), "", Content())
        self._about = ""
        self._read, self._spare = Leaf(), Leaf()
        self._drawing = False
        self._sought: Content | None = None  # the notes above the one to bring in sight

    def compose(self) -> ComposeResult:
        self._spare.display = False
        yield self._read
        yield self._spare

    def show(
        self, title: Content, state: Content, body: str, notes: Content, about: str = ""
    ) -> None:
        """Show this step. Only what differs is drawn again."""
        self._wanted = StepPage(title, state, body, notes, about)
        if self._drawing:
            return
        if body == self._read.body:
            self._about = about
            self._tell()
        else:
            self._drawing = True
            self._draw()

    def leave(self) -> None:
        """Out of sight with what is read: it is another client's. The next page is seen once it is
        drawn."""
        self._wanted = StepPage(Content(), Content(), "", Content())
        self._read.display = False
        self.say("")

    def _tell(self) -> None:
        self._read.display = True
        self._read.tell(self._wanted, titled=self.say(self._wanted.title.plain))

    def bring_in_sight(self, above: Content) -> None:
        """Scroll to the note that has these above it, once the page is drawn."""
        self._sought = above
        if not self._drawing:
            self.call_after_refresh(self._scroll_to_sought)

    def _scroll_to_sought(self) -> None:
        above, self._sought = self._sought, None
        if above is None:
            return
        notes = self._read.query_one(".pane-notes", Static)
        lines = above.get_height({}, notes.content_size.width) + 1 if above.plain else 0
        top = self._read.virtual_region.y + notes.virtual_region.y + notes.gutter.top
        self.scroll_to(y=top + lines, animate=False)

    @work
    async def _draw(self) -> None:
        """Draw the latest body asked for; one after the other.

        A drawing is never cancelled for the next one: cancelling Markdown's update half-way ends
        the whole app, without a word (Textual 8.2.8).
        """
        try:
            await self._read.advice()
            await self._spare.advice()
            while (body := self._wanted.body) != self._read.body:
                if self._spare.body != body:
                    await self._spare.draw(body)
                if self._wanted.body == body:  # else the cursor has moved on meanwhile
                    self._turn()
            self._tell()
        finally:
            self._drawing = False
            if self._sought is not None:
                self.call_after_refresh(self._scroll_to_sought)

    def _turn(self) -> None:
        """The page drawn last comes in sight, from its beginning unless it is of the same thing."""
        same = bool(self._wanted.about) and self._wanted.about == self._about
        self._about = self._wanted.about
        self._spare.tell(self._wanted, titled=self.say(self._wanted.title.plain))
        self._read, self._spare = self._spare, self._read
        with self.app.batch_update():
            self._read.display, self._spare.display = True, False
            if not same:
                self.scroll_home(animate=False)
