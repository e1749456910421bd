"""Accesses: the ledger of what was opened for the CMO, and what an end today would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from coach_tui.asking.noting import ask_note
from coach_tui.bundled import load_catalogue
from coach_tui.coach.access.overview import (
    LedgerLine,
    find_tools,
    if_it_ended_today,
    ledger,
    said_if_it_ended,
)
from coach_tui.engagement.access.change import remove_access
from coach_tui.engagement.access.record import STATES
from coach_tui.engagement.access.steps import next_step, take_back_up
from coach_tui.engagement.state import Engagement
from coach_tui.language.fold import folded
from coach_tui.ui.access.rows import detail
from coach_tui.ui.access.rows import rows as in_columns
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.dialogs.choose import ChooseDialog
from coach_tui.ui.dialogs.find import Choice, FindDialog, Picked
from coach_tui.ui.plain import line
from coach_tui.ui.remarks import remark_words
from coach_tui.ui.screens.ledger_screen import LedgerScreen, styles_for
from coach_tui.ui.widgets.row import Row
from coach_tui.view_state import Shown

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry

UNPOINTED = ("access_add", "access_filter", "access_import")  # commands that need no line


class AccessesScreen(LedgerScreen):
    """Enter moves a line to its next state and asks only for what that state needs."""

    NAME = "accesses"
    HANDOUT = "accesses"
    ENTER = "access_next"
    EMPTY = "access.empty"
    FIRST = "access_add"
    CSS = styles_for("AccessesScreen")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("accesses")]

    def __init__(self) -> None:
        super().__init__()
        self._filter = ("", "")  # what to cut by, and its value
        self._entries = {entry.id: entry for entry in load_catalogue("accesses")[0]}

    def lines(self, shown: Shown) -> tuple[LedgerLine, ...]:
        """The lines of the ledger that the filter leaves."""
        return tuple(each for each in ledger(shown.engagement, shown.today) if self._keeps(each))

    @property
    def pointed_line(self) -> LedgerLine | None:
        """The line under the cursor."""
        shown = self.coach.shown
        lines = ledger(shown.engagement, shown.today) if shown else ()
        return next((each for each in lines if each.access.id == self.pointed_id), None)

    def rows(self, shown: Shown) -> list[Row]:
        """The ledger, a line each."""
        lines = self.lines(shown)
        if not lines and self._filter[0]:
            self._filter = ("", "")  # nothing is left of what the list was cut to
            lines = self.lines(shown)
        told = in_columns(lines, shown.words, self.list_room)
        rows = [Row(one.access.id, said) for one, said in zip(lines, told.lines, strict=True)]
        return [Row("#heads", told.heads.stylize("$quiet"), heading=True), *rows] if rows else []

    def line_of(self, record_id: str, kind: str) -> str:
        """Its line; what the list was cut to gives way where it is left out."""
        shown = self.coach.shown
        if shown and all(each.access.id != record_id for each in self.lines(shown)):
            self._filter = ("", "")
        return record_id

    def summary(self, shown: Shown) -> Content:
        """If it ended today; and what the list is cut to, when it is."""
        ended = if_it_ended_today(shown.engagement, shown.today)
        said = Content.styled(said_if_it_ended(ended, shown.words), "bold")
        if self._filter[0]:
            said += Content.styled(f"\n{self._filter_words()}", "$secondary")
        return said

    def detail(self, shown: Shown) -> tuple[Content, Content]:
        """Everything known of the line under the cursor."""
        each = self.pointed_line
        if each is None:
            return Content(""), Content("")
        key = self.coach.words("key.enter")
        body = detail(each, self._entry(each), shown.words, key)
        return line(each.access.tool), remark_words(shown, "access", each.access.id) + body

    def do_access_next(self) -> None:
        """The next state; asked for what it needs."""
        from coach_tui.asking.access import ask_step

        if (each := self.pointed_line) and each.next:
            ask_step(self, each.access, each.next)

    def do_remark(self) -> None:
        """Write a note on the line."""
        if each := self.pointed_line:
            ask_note(self, "access", each.access.id, each.access.tool)

    def do_access_exit(self) -> None:
        """The exit side: begin it, or set aside what was never opened."""
        from coach_tui.asking.access import ask_aside, ask_step

        each = self.pointed_line
        if each is None:
            return
        if each.access.state == "na":
            self.save_or_warn(take_back_up(self._engagement, each.access.id, self.today))
        elif each.access.state == "requested":
            ask_aside(self, each.access)
        elif each.access.open and each.access.state != "leaving":
            ask_step(self, each.access, "leaving")
        elif step := next_step(each.access):
            ask_step(self, each.access, step)

    def do_access_edit(self) -> None:
        """Every field of the line."""
        from coach_tui.asking.access import ask_fields

        if each := self.pointed_line:
            ask_fields(self, each.access)

    def do_access_add(self) -> None:
        """Two letters find a tool of the catalogue; anything else is added as typed."""
        from coach_tui.asking.access import ask_new

        words = self.words

        def search(letters: str) -> list[Choice]:
            return [
                Choice(tool.id, line(f"{tool.fields['tool']} · {self._category(tool)}"))
                for tool in find_tools(letters, self._entries.values())
            ]

        def free(typed: str) -> Content:
            return line(words("access.add-free", tool=typed))

        def found(answer: Picked | None) -> None:
            if answer:
                ask_new(self, self._entries.get(answer.id), answer.typed)

        title, hint = words("access.add"), words("access.add-hint")
        self.app.push_screen(FindDialog(words, title, hint, search, free), found)

    def do_access_remove(self) -> None:
        """Take out a line added by mistake."""
        if each := self.pointed_line:
            self.save_or_warn(remove_access(self._engagement, each.access.id))

    def do_access_import(self) -> None:
        """The register's table, edited in a spreadsheet."""
        from coach_tui.ui.access.register_import import ask_table

        ask_table(self)

    def do_access_filter(self) -> None:
        """All, critical ones, those of a state, those of an owner."""
        choices = self._filters()
        place = choices.index(self._filter) if self._filter in choices else 0

        def chosen(number: int | None) -> None:
            if number is not None:
                self._filter = choices[number]
                self.refresh_shown()

        said = [line(self._filter_words(each)) for each in choices]
        self.app.push_screen(ChooseDialog(self.words("access.filter"), said, place), chosen)

    def offers(self, command: str) -> bool | None:
        """Line commands need a line; the next step, one that has one."""
        if command in ("look", "access_filter", "remark"):
            return True if self.pointed_id else None
        if command.startswith("access_") and command not in UNPOINTED:
            each = self.pointed_line
            if each is None:
                return None
            if command == "access_next":
                return True if each.next else None
            if command == "access_remove":
                return None if each.access.granted_on else True
        return True

    @property
    def _engagement(self) -> Engagement:
        return self.coach.shown.engagement if self.coach.shown else Engagement()

    def _entry(self, each: LedgerLine) -> Entry | None:
        return self._entries.get(each.access.catalogue)

    def _category(self, tool: Entry) -> str:
        return self.words(f"access.category.{tool.fields['category']}")

    def _filters(self) -> list[tuple[str, str]]:
        shown = self.coach.shown
        lines = ledger(shown.engagement, shown.today) if shown else ()
        states = [state for state in STATES if any(each.access.state == state for each in lines)]
        owners = sorted({each.access.owner for each in lines if each.access.owner}, key=folded)
        return [
            ("", ""), ("flagged", ""), ("critical", ""),
            *(("state", state) for state in states), *(("owner", owner) for owner in owners),
        ]  # fmt: skip

    def _filter_words(self, chosen: tuple[str, str] | None = None) -> str:
        kind, value = chosen or self._filter
        if kind == "state":
            value = self.words(f"access.state.{value}")
        return self.words(f"access.filter.{kind or 'all'}", value=value)

    def _keeps(self, each: LedgerLine) -> bool:
        kind, value = self._filter
        kept = {
            "": True, "flagged": bool(each.flags), "critical": each.access.critical,
            "state": each.access.state == value, "owner": each.access.owner == value,
        }  # fmt: skip
        return kept[kind]
