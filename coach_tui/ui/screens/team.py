"""The team: people × skills, the index they make, and how the CMO steps back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach_tui.asking import team as forms
from coach_tui.asking.answers import day_field
from coach_tui.asking.called import named
from coach_tui.asking.entrustment import entrust_about, entrust_form, withdraw_form
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.bundled import read_styles
from coach_tui.coach.team.left_behind import left_behind
from coach_tui.engagement.team.entrustment import last_entrusted
from coach_tui.engagement.team.levels import level_at
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.skills import skills_of
from coach_tui.exports.team.index import index_span
from coach_tui.language import Refusal
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.screens.stepping_back import SteppingBackScreen
from coach_tui.ui.team.asked import asked_of
from coach_tui.ui.team.curve import curve
from coach_tui.ui.team.pages import person_page, skill_page
from coach_tui.ui.team.rows import cell_words, columns, is_hidden, rows, summary, views_of
from coach_tui.ui.widgets.detail_pane import DetailPane
from coach_tui.ui.widgets.empty_place import EmptyPlace
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.lines import Line
from coach_tui.ui.widgets.matrix import CellChosen, CellPointed, Matrix
from coach_tui.ui.widgets.panel import Panel
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.ui.widths import NAMES, NORMAL
from coach_tui.view_state import Shown


class TeamScreen(SteppingBackScreen):
    """Levels as a digit and a shade; what is pointed at is told below, with what to do next."""

    NAME = "team"
    HANDOUT = "team"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("team")]
    CSS = read_styles("team.tcss")
    AUTO_FOCUS = "Matrix"

    def __init__(self) -> None:
        super().__init__()
        self._view = ""
        self._asked = ("", Content())  # a cell, and what is told there of the record asked for

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="team-summary", markup=False)
        yield EmptyPlace(id="team-empty")
        with Container(id="team-columns"):
            with Container(id="team-left"):
                yield Matrix()
                yield Panel(self._drawn, id="team-curve")
            yield DetailPane(id="team-cell")
        yield KeyBar()

    def show(self, shown: Shown) -> None:
        """Show who can do what today."""
        words, views = shown.words, views_of(shown.role)
        self._view = self._view if self._view in views else views[0]
        matrix = self.query_one(Matrix)
        heads, lines = columns(shown), rows(shown, self._view, short=self.size.width < NAMES)
        about, first = ("map", "map") if heads else ("nobody" if lines else "people", "add_person")
        empty = self.query_one("#team-empty", EmptyPlace)
        empty.stand_for(words, self.NAME, f"team.empty-{about}", first)
        empty.replace(self.query_one("#team-left"), matrix, empty=not (heads and lines))
        matrix.say(words("app.team"), words("team.skills-n", n=len(lines)))
        matrix.show(heads, lines, Content.styled(words("team.head.skill"), "bold"))
        told = self.query_one("#team-summary", Static)
        told.update(summary(shown, self._view, short=self.size.height < NORMAL))
        panel = self.query_one("#team-curve", Panel)
        panel.can_focus = False  # read by the eye; the rows of the handout say it
        panel.say(words("team.curve"), index_span(shown.engagement, shown.today, words))
        panel.set_class(not self._drawn(60, 12), "-empty")
        # Without a skill, what is empty and what to do says it all, but for who leaves.
        told.display = bool(lines or left_behind(shown.engagement, shown.today))
        self._show_cell()
        self.refresh_bindings()

    def retell(self) -> None:
        """What a record asked for says is told by its cell from now on."""
        self._asked = ("", Content())
        super().retell()

    @property
    def cursor(self) -> str:
        """The skill and the person pointed at."""
        return "/".join(self.query_one(Matrix).pointed)

    def put_cursor(self, cursor: str) -> None:
        """Back on this cell."""
        skill, _, person = cursor.partition("/")
        self.query_one(Matrix).point_at(skill, person)

    def point_at(self, record_id: str, kind: str = "") -> bool:
        """Put the cursor on the cell of this record: its person's column, its skill's row.

        What no cell shows, as an absence or a dose, is told in the cell's place.
        """
        shown = self.coach.shown
        if shown is None:
            return False
        if not self.is_mounted:
            self.call_after_refresh(self.point_at, record_id, kind)
            return True
        asked = asked_of(shown, record_id, kind)
        found = self.query_one(Matrix).point_at(asked.skill, asked.person)
        self._asked = (self.cursor, asked.told)
        self._show_cell()
        return found or bool(asked.told.plain)

    def on_cell_pointed(self, event: CellPointed) -> None:
        """Tell what is known of the cell."""
        self._show_cell()

    def on_cell_chosen(self, event: CellChosen) -> None:
        """A second click on a cell."""
        self.do_rate()

    def do_rate(self) -> None:
        """Rate the person and skill pointed at. The other side's rating is not shown."""
        shown, (skill, person) = self.coach.shown, self.query_one(Matrix).pointed
        if shown is None or not (skill and person):
            return
        side = "member" if self._view == "member" else "cmo"
        # The comparison is looked at by both sides, and nobody reads the other's before their own.
        told = self._view != "gaps" and not is_hidden(shown, skill, person, self._view)
        known = level_at(shown.engagement, person, skill, shown.today, side) if told else None
        names = named(shown)
        title = f"{names.people[person]} · {names.skills.get(skill, skill)}"
        fields = forms.rate_fields(shown, side, known.level if known else 0)
        self.ask(Sheet(
            title, self.words("team.rate-about"), fields,
            lambda answers: forms.save_rating(self.coach, shown, skill, person, answers),
            record=f"{person} {skill} {side}",
        ))  # fmt: skip

    def do_add_person(self) -> None:
        """Add someone."""
        if shown := self.coach.shown:
            self.ask(Sheet(
                self.words("team.add-person"), self.words("team.add-about"),
                forms.person_fields(shown),
                lambda answers: forms.save_person(self.coach, shown, "", answers),
            ))  # fmt: skip

    def do_edit_person(self) -> None:
        """Rename the person pointed at, or say that they leave or come back."""
        shown, (_, person) = self.coach.shown, self.query_one(Matrix).pointed
        known = people_of(shown.engagement).get(person) if shown else None
        if shown is None or known is None:
            return

        def submit(answers: forms.Answers) -> Refusal | None:
            refusal = forms.save_person(self.coach, shown, person, answers)
            if refusal is None and answers["left"].strip():
                self.call_later(self.do_hand_over)  # at once, while they are there to ask
            return refusal

        self.ask(Sheet(known.name, "", forms.person_fields(shown, known), submit, record=person))

    def do_hand_over(self) -> None:
        """Who takes what people who leave answered for."""
        shown = self.coach.shown
        things = left_behind(shown.engagement, shown.today) if shown else ()
        if shown is None:
            return
        if not things:
            self.coach.tell("team.nothing-left")
            return
        self.ask(Sheet(
            self.words("team.who-takes"), self.words("team.who-takes-about"),
            forms.handover_fields(shown, things),
            lambda answers: forms.save_handover(self.coach, shown, things, answers),
            record=" ".join(each.share for each in things),  # thing-0 is not always the same
        ))  # fmt: skip

    def do_edit_skill(self) -> None:
        """Change the method, the backups, the weight of the skill pointed at."""
        shown, (skill, _) = self.coach.shown, self.query_one(Matrix).pointed
        known = skills_of(shown.engagement).get(skill) if shown else None
        if shown and known:
            title = named(shown).skills.get(skill, skill)
            self.ask(Sheet(
                title, "", forms.skill_fields(shown, known),
                lambda answers: forms.save_skill(self.coach, shown, known, answers),
            ))  # fmt: skip

    def do_method_used(self) -> None:
        """The person pointed at did it for real, written method in hand."""
        shown, (skill, person) = self.coach.shown, self.query_one(Matrix).pointed
        if shown and skill and person:
            words = self.words
            fields = (
                day_field("day", words("team.field.day"), None, "past", shown.today.isoformat()),
                Field("note", words("team.field.note")),
            )
            self.ask(Sheet(
                words("team.use"), named(shown).skills.get(skill, skill), fields,
                lambda answers: forms.save_use(self.coach, shown, skill, person, answers),
                record=f"{person} {skill}",
            ))  # fmt: skip

    def do_entrust(self) -> None:
        """Decide how much the person pointed at is watched next time."""
        shown, (skill, person) = self.coach.shown, self.query_one(Matrix).pointed
        if shown and skill and person:
            form = entrust_form(shown, self.coach.new_id(), person, skill)
            self.put(form, entrust_about(shown, person, skill))

    def do_withdraw(self) -> None:
        """Take that decision back, with a reason."""
        shown, (skill, person) = self.coach.shown, self.query_one(Matrix).pointed
        known = last_entrusted(shown.engagement, person, skill, shown.today) if shown else None
        if shown is None or known is None or known.withdrawn:
            self.coach.tell("entrustment.none")
        else:
            self.put(withdraw_form(shown, known), entrust_about(shown, person, skill))

    def do_goal(self) -> None:
        """Agree with the person pointed at on a level to reach."""
        shown, (skill, person) = self.coach.shown, self.query_one(Matrix).pointed
        if shown and skill and person:
            words, level = self.words, forms.rate_fields(shown, "cmo", 3)[0]
            fields = (
                level,
                day_field("due", words("team.field.due"), None, "ahead"),
                Field("case", words("team.field.case")),
            )
            self.ask(Sheet(
                words("team.goal"), named(shown).skills.get(skill, skill), fields,
                lambda answers: forms.save_goal(self.coach, shown, skill, person, answers),
                record=f"{person} {skill}",
            ))  # fmt: skip

    def do_person(self) -> None:
        """Read the person's page."""
        shown, (_, person) = self.coach.shown, self.query_one(Matrix).pointed
        if shown and person:
            self.read(named(shown).people[person], person_page(shown, person))

    def do_skill(self) -> None:
        """Read the skill's page."""
        shown, (skill, _) = self.coach.shown, self.query_one(Matrix).pointed
        if shown and skill:
            self.read(named(shown).skills.get(skill, skill), skill_page(shown, skill))

    def do_view(self) -> None:
        """The CMO's ratings, the members' own, or where the two differ."""
        if shown := self.coach.shown:
            views = views_of(shown.role)
            self._view = views[(views.index(self._view) + 1) % len(views)]
            self.refresh_shown()

    def offers(self, command: str) -> bool | None:
        """What is of a skill or a person needs one under the cursor."""
        skill, person = self.query_one(Matrix).pointed if self.is_mounted else ("", "")
        need = {"rate": skill and person, "view": skill, "skill": skill, "person": person}
        return True if need.get(command, True) else None

    def _show_cell(self) -> None:
        if shown := self.coach.shown:
            skill, person = self.query_one(Matrix).pointed
            where, told = self._asked
            if where != self.cursor or not told.plain:
                self._asked = ("", Content())  # the cursor has moved on
                told = cell_words(shown, skill, person, self._view)
            title, *rest = told.split("\n")
            body = Content("\n").join(rest)
            self.query_one("#team-cell", DetailPane).show(self.cursor, title, body)
            nothing = self.query_one("#team-empty").display and not told.plain
            self.query_one("#team-columns").display = not nothing

    def _drawn(self, width: int, height: int) -> list[Line]:
        """The index over the months, for who reads the CMO's ratings."""
        shown = self.coach.shown
        return curve(shown, width, height) if shown and self._view == "cmo" else []
