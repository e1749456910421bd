"""KPIs: where each stands and why, on one line; its chart, its meaning and its readings beside."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size

from coach_tui.asking.noting import ask_note
from coach_tui.bundled import load_catalogue, read_styles
from coach_tui.coach.kpi.overview import Followed, by_id, follow_up, name_of, worked_out
from coach_tui.engagement.kpi.derived import INPUTS
from coach_tui.engagement.kpi.readings import readings_of
from coach_tui.engagement.kpi.record import ENOUGH, kpis_of
from coach_tui.engagement.kpi.setup import let_go
from coach_tui.engagement.kpi.status import rules_of
from coach_tui.language.fold import folded
from coach_tui.language.numbers import write_number
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.dialogs.find import Choice, FindDialog, Picked
from coach_tui.ui.kpi.rows import detail, drawing
from coach_tui.ui.kpi.rows import rows as in_columns
from coach_tui.ui.plain import line, plain
from coach_tui.ui.remarks import remark_words
from coach_tui.ui.screens.ledger_screen import FRAME, LedgerScreen, styles_for
from coach_tui.ui.widgets.detail_pane import DetailPane
from coach_tui.ui.widgets.row import Row
from coach_tui.view_state import Shown

WORKED = "="  # what the ids of computed lines begin with


class KpisScreen(LedgerScreen):
    """Enter records a reading; `i` asks for all that are due, in one pass."""

    NAME = "kpis"
    HANDOUT = "kpis"
    ENTER = "kpi_read"
    EMPTY = "kpi.empty"
    FIRST = "kpi_add"
    CSS = styles_for("KpisScreen") + read_styles("kpis.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("kpis")]

    def __init__(self) -> None:
        super().__init__()
        self.entries = by_id(load_catalogue("kpis")[0])
        self.followed: tuple[Followed, ...] = ()
        self._room = Size()  # of the chart as it is drawn

    @property
    def pointed_kpi(self) -> Followed | None:
        """The KPI under the cursor; None on a computed line."""
        return next((each for each in self.followed if each.kpi.id == self.pointed_id), None)

    def below(self) -> ComposeResult:
        with Container(id="kpi-below"):
            yield DetailPane(id="kpi-chart")
            yield from super().below()

    @property
    def list_room(self) -> int:
        return self.size.width - FRAME

    def rows(self, shown: Shown) -> list[Row]:
        """The KPIs, then the inputs, then what is computed from them."""
        words = shown.words
        self.followed = follow_up(shown.engagement, self.entries, words, shown.today)
        width = self.list_room
        kpis = [each for each in self.followed if not each.kpi.is_input]
        inputs = [each for each in self.followed if each.kpi.is_input]
        told = in_columns([*kpis, *inputs], words, width)
        lines = [
            Row(each.kpi.id, said) for each, said in zip((*kpis, *inputs), told.lines, strict=True)
        ]
        rows = [Row("#heads", told.heads.stylize("$quiet"), heading=True)] if kpis else []
        rows += lines[: len(kpis)]
        if inputs:
            rows.append(Row("#inputs", line(words("kpi.inputs")), heading=True))
            rows += lines[len(kpis) :]
        if worked := worked_out(shown.engagement, self.entries, words, shown.today):
            rows.append(Row("#computed", line(words("kpi.computed-ones")), heading=True))
            rows += [
                Row(f"{WORKED}{name}", line(f"= {name}  {said}"), hang=2) for name, said in worked
            ]
        return rows

    def line_of(self, record_id: str, kind: str) -> str:
        """A reading, an earlier definition and a verdict are shown on their KPI's line."""
        if kind in ("kpi-series", "kpi-verdict", "kpi-limits"):
            return record_id.partition("@")[0]
        shown = self.coach.shown
        if kind != "reading" or shown is None:
            return record_id
        known = (each for readings in readings_of(shown.engagement).values() for each in readings)
        return next((each.kpi for each in known if each.id == record_id), record_id)

    def summary(self, shown: Shown) -> Content:
        """How many stand how, how many readings are due; too many, where there are."""
        words = shown.words
        if not self.followed:
            return Content()
        kpis = [each for each in self.followed if not each.kpi.is_input]
        counts: dict[str, int] = {}
        for each in kpis:
            counts[each.standing.status] = counts.get(each.standing.status, 0) + 1
        said = " · ".join(f"{words(f'kpi.status.{name}')} {n}" for name, n in counts.items())
        due = sum(each.due for each in self.followed)
        parts = [Content.styled(words("kpi.count", n=len(kpis)), "bold"), Content(said)]
        if due:
            parts.append(Content.styled(words("kpi.due-count", n=due), "bold $warning"))
        told = Content(" · ").join([part for part in parts if part.plain])
        if len(kpis) > ENOUGH:
            told += Content.styled(f"\n! {words('kpi.too-many', n=len(kpis))}", "$warning")
        return told

    def detail(self, shown: Shown) -> tuple[Content, Content]:
        """Everything known of the line under the cursor."""
        words, each = shown.words, self.pointed_kpi
        if each is None:
            name, said = self._worked(shown)
            return line(name), plain(said)
        rules = rules_of(shown.engagement)
        told = words(
            "kpi.rule",
            on_track=write_number(rules.on_track, words.language, 2),
            watch=write_number(rules.watch, words.language, 2),
        )
        width = 0 if self.has_class("-wide") else self.size.width - FRAME
        body = detail(each, self.entries, words, shown.today, width)
        title = words("kpi.what-it-measures") if self.has_class("-wide") else each.name
        body = remark_words(shown, "kpi", each.kpi.id) + body
        return line(title), body + Content.styled(f"\n\n{told}", "$quiet")

    def _draw(self) -> None:
        super()._draw()
        self._draw_chart()
        self.call_after_refresh(self._fit_chart)

    def _fit_chart(self) -> None:
        """Draw the chart anew where its pane has, laid out, another size than it had before."""
        if self.is_mounted and self.query_one("#kpi-chart").scrollable_content_region.size != (
            self._room
        ):
            self._draw_chart()

    def _draw_chart(self) -> None:
        shown, each = self.coach.shown, self.pointed_kpi
        if shown is None or not self.is_mounted:
            return
        pane, wide = self.query_one("#kpi-chart", DetailPane), self.has_class("-wide")
        pane.display = wide and each is not None
        if wide and each:
            self._room = size = pane.scrollable_content_region.size
            drawn = drawing(each, self.words, shown.today, size.width, size.height)
            pane.show(each.kpi.id, line(each.name), drawn)

    def do_remark(self) -> None:
        """Write a note on this KPI."""
        if each := self.pointed_kpi:
            ask_note(self, "kpi", each.kpi.id, each.name)

    def do_kpi_read(self) -> None:
        """Record a reading of this KPI; what is computed says so instead."""
        from coach_tui.asking.kpi import ask_reading

        each = self.pointed_kpi
        if each and each.computed:
            self.coach.warn(self.words("refusal.kpi.computed", working=each.working))
        elif each:
            ask_reading(self, each)

    def do_kpi_check_in(self) -> None:
        """Every reading due, in one pass."""
        from coach_tui.asking.kpi import ask_due

        due = tuple(each for each in self.followed if each.due)
        if due:
            ask_due(self, due)
        else:
            self.coach.tell("kpi.none-due")

    def do_kpi_add(self) -> None:
        """From the catalogue by a few letters, or one's own."""
        from coach_tui.asking.kpi import ask_new

        shown = self.coach.shown
        taken = kpis_of(shown.engagement) if shown else {}
        ids = [each for each in (*self.entries, *INPUTS) if each not in taken]
        names = {each: name_of(each, self.entries, self.words) for each in ids}
        priority = [each for each in ids if each in self.entries
                    and self.entries[each].fields["priority"]]  # fmt: skip
        ordered = [*priority, *(each for each in ids if each not in priority)]

        def search(letters: str) -> list[Choice]:
            sought = folded(letters.strip())
            found = [each for each in ordered if sought in folded(f"{names[each]} {each}")]
            if sought:  # what is called just that comes before what only holds it
                found.sort(key=lambda each: (each != sought, not each.startswith(sought)))
            return [Choice(each, line(names[each])) for each in found]

        def free(typed: str) -> Content:
            return line(self.words("kpi.add-free", name=typed))

        def found(answer: Picked | None) -> None:
            if answer:
                ask_new(self, answer.id, answer.typed, self.entries)

        title, hint = self.words("kpi.add"), self.words("kpi.add-hint")
        self.app.push_screen(FindDialog(self.words, title, hint, search, free), found)

    def do_kpi_edit(self) -> None:
        """Its frame: definition, baseline, targets, owner, cadence."""
        from coach_tui.asking.kpi import ask_frame

        if each := self.pointed_kpi:
            ask_frame(self, each, self.entries)

    def do_kpi_trust(self) -> None:
        """How sure my role is of the target."""
        from coach_tui.asking.kpi import ask_trust

        if each := self.pointed_kpi:
            ask_trust(self, each)

    def do_kpi_stop(self) -> None:
        """Follow it no more; undo takes that back, and its readings are kept."""
        if each := self.pointed_kpi:
            shown = self.coach.shown
            if shown:
                self.save_or_warn(let_go(shown.engagement, each.kpi.id, shown.today))
                self.coach.tell("kpi.stopped", id=each.name)

    def do_kpi_rules(self) -> None:
        """The thresholds of the pace."""
        from coach_tui.asking.kpi import ask_rules

        ask_rules(self)

    def do_kpi_limits(self) -> None:
        """Which readings the natural limits of this KPI rest on."""
        from coach_tui.asking.kpi_limits import ask_baseline

        if each := self.pointed_kpi:
            ask_baseline(self, each)

    def do_kpi_import(self) -> None:
        """Readings out of a spreadsheet's export."""
        from coach_tui.ui.kpi.readings_import import ask_file

        ask_file(self, self.entries, self.followed)

    def offers(self, command: str) -> bool | None:
        """KPI commands need a KPI."""
        if command in ("kpi_read", "kpi_edit", "kpi_trust", "kpi_stop", "kpi_limits", "remark"):
            each = self.pointed_kpi
            asked = command in ("kpi_trust", "kpi_limits")
            if each is None or (asked and each.kpi.is_input):
                return None
        if command == "look":
            return True if self.pointed_id else None
        if command == "kpi_check_in":
            return True if any(each.due for each in self.followed) else None
        return True

    def _worked(self, shown: Shown) -> tuple[str, str]:
        wanted = self.pointed_id.removeprefix(WORKED)
        found = worked_out(shown.engagement, self.entries, shown.words, shown.today)
        return next(((name, said) for name, said in found if name == wanted), ("", ""))
