"""Stage: its sections and steps on one side, the step's advice on the other."""

from __future__ import annotations

import webbrowser
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach_tui.asking.beginning import SUCCESSOR
from coach_tui.bundled import read_styles
from coach_tui.coach.euros import page_in
from coach_tui.coach.pages import page_at
from coach_tui.coach.plan import Planned, in_stage
from coach_tui.library import pages_of
from coach_tui.playbook.model import PAGE, Stage
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.dialogs.choose import ChooseDialog
from coach_tui.ui.messages import LinkFollowed, StepChosen, StepPointed
from coach_tui.ui.plain import line, plain
from coach_tui.ui.screens.steps import StepsScreen
from coach_tui.ui.step_words import HANG, notes, notes_above, row, state
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.row import Row
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.step_pane import StepPane
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.ui.widths import OWNERS
from coach_tui.view_state import Shown

REST = 0.06  # seconds the cursor rests before the advice is drawn: scrolling stays instant


class StageScreen(StepsScreen):
    """One stage of the playbook."""

    CSS = read_styles("stage.tcss")
    NAME = "stages"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("stage")]
    AUTO_FOCUS = "StepList"

    def __init__(self) -> None:
        super().__init__()
        self._wanted: str | None = None
        self._stage_shown = ""
        self._journey: dict[tuple[str, str], Content] = {}  # of a stage, in a language

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="stage-title", markup=False)
        with Container(id="stage-columns"):
            yield StepList(id="stage-steps")
            yield StepPane(id="stage-pane")
        yield KeyBar()

    @property
    def stage(self) -> Stage | None:
        """The stage shown."""
        return self.coach.place.stage_of(self.coach.playbook)

    @property
    def pointed(self) -> Planned | None:
        """The step under the cursor; None on the stage's opening."""
        shown = self.coach.shown
        return shown.step(self.query_one(StepList).pointed) if shown else None

    def show(self, shown: Shown) -> None:
        """Show this stage with what is recorded of it."""
        stage = self.stage
        if stage is None:
            self.query_one("#stage-title", Static).update(shown.words("today.no-playbook"))
            return
        self.set_class(shown.profile.first_day is None, "-undated")
        self.query_one("#stage-title", Static).update(self._title(stage, shown))
        # The remembered place counts when a stage comes into sight; then the cursor is the truth:
        # a fast typist has moved it before the place could be remembered.
        if stage.id != self._stage_shown:
            self._stage_shown, self._wanted = stage.id, self._wanted or self.coach.place.step
        wanted, self._wanted = self._wanted, None
        self.list_rows(self._rows(stage, shown), wanted)
        self._draw()

    def point_at(self, step_id: str, kind: str = "step") -> None:
        """Bring the cursor to this step."""
        self._wanted = step_id
        self.coach.place = self.coach.place._replace(step=step_id)
        self.refresh_shown()

    def read_note(self, note_id: str) -> None:
        """Bring this note of the step under the cursor in sight, in the advice."""
        if (planned := self.pointed) is None:
            return
        above = notes_above(planned, note_id, self.words)
        if above is not None:
            self.do_read()
            self.query_one(StepPane).bring_in_sight(above)

    def put_cursor(self, cursor: str) -> None:
        """Back on this step, or on the stage's opening: its stage is the place's already."""
        self.point_at(cursor)
        if not cursor:
            self.query_one(StepList).highlighted = 0

    def on_step_pointed(self, event: StepPointed) -> None:
        """Draw the advice once the cursor rests; remember the place."""
        event.stop()
        self.coach.place = self.coach.place._replace(step=event.step_id)
        self.draw_soon(self._draw, REST)

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter: read the advice."""
        event.stop()
        self.do_read()

    def on_link_followed(self, event: LinkFollowed) -> None:
        """Another step opens here; only the web and mail open outside."""
        event.stop()
        self._follow(event.href)

    def do_read(self) -> None:
        """Move into the advice, to scroll it; from there, do what the step asks."""
        if self.query_one(StepPane).has_focus:
            self.do_act()
            return
        self.add_class("-reading")
        self.query_one(StepPane).focus()

    def action_back(self) -> None:
        """From the advice to the list; from the list to where one came from."""
        if self.query_one(StepPane).has_focus:
            self.remove_class("-reading")
            self.query_one(StepList).focus()
        else:
            super().action_back()

    def do_next_stage(self) -> None:
        """The stage after this one."""
        self._turn(1)

    def do_previous_stage(self) -> None:
        """The stage before this one."""
        self._turn(-1)

    def do_link(self) -> None:
        """Open one of the step's links: at once if there is one, else choose."""
        planned = self.pointed
        if planned is None or not planned.step.links:
            self.coach.tell("app.no-link")
            return
        links = planned.step.links
        if len(links) == 1:
            self._follow(f"#{links[0]}")
            return
        titles = [self._link_title(link) for link in links]

        def chosen(place: int | None) -> None:
            if place is not None:
                self._follow(f"#{links[place]}")

        self.app.push_screen(ChooseDialog(self.words("app.which-link"), titles), chosen)

    def _link_title(self, step_id: str) -> Content:
        step = self.coach.playbook.step(step_id)
        found = page_at(pages_of(self.words.language), step_id.removeprefix(PAGE))
        return line(step.title if step else found[0].title if found else step_id)

    def _follow(self, href: str) -> None:
        if href.startswith("#"):
            if not self.coach.go_to_step(href[1:]):
                self.coach.tell("app.dead-link", link=href)
        elif href.startswith(("https://", "http://", "mailto:")):
            webbrowser.open(href)
        else:
            self.coach.tell("app.dead-link", link=href)

    def _turn(self, by: int) -> None:
        stages = [stage.id for stage in self.coach.playbook.stages]
        if self.stage and stages:
            stage_id = stages[(stages.index(self.stage.id) + by) % len(stages)]
            self.coach.place = self.coach.place._replace(stage=stage_id, step="")
            self.query_one(StepList).focus()
            self.remove_class("-reading")
            self.refresh_shown()

    def _title(self, stage: Stage, shown: Shown) -> Content:
        done = shown.stage_progress(stage)
        count = "—" if done.share is None else f"{done.finished}/{done.applicable}"
        number = [each.id for each in shown.playbook.stages].index(stage.id) + 1
        total = len(shown.playbook.stages)
        title = line(f"‹ {number}/{total} › {stage.title} · {count}")
        if shown.profile.first_day is None and shown.profile.beginning != SUCCESSOR:
            title += "\n" + plain(shown.words("today.undated"), "$warning")
        return title

    def _rows(self, stage: Stage, shown: Shown) -> list[Row]:
        visible = {each.step.id: each for each in in_stage(shown.visible, stage.id)}
        rows = [Row("", Content.styled(shown.words("stage.opening"), "$secondary italic"))]
        wide = self.size.width >= OWNERS
        for section in stage.sections:
            steps = [visible[step.id] for step in section.steps if step.id in visible]
            if steps:
                rows.append(Row(f"#{section.id}", line(section.title), heading=True))
            rows += [
                Row(
                    each.step.id,
                    row(shown.dated(each), shown.words, shown.today, with_owner=wide),
                    hang=HANG,
                )
                for each in steps
            ]
        return rows

    def leave_client(self) -> None:
        """What remains to pass a stage is each client's own."""
        self._journey = {}
        super().leave_client()

    def _draw_journey(self) -> None:
        """What remains to pass this stage; it looks at every subject, so the frame comes first."""
        from coach_tui.ui.journey import journey_content

        shown, stage = self.coach.shown, self.stage
        if shown is None or stage is None or not self.is_mounted or self.pointed is not None:
            return
        content = journey_content(stage, shown)
        about = (stage.id, shown.words.language)
        if content != self._journey.get(about):
            self._journey = {about: content}
            pane = self.query_one(StepPane)
            pane.show(line(stage.title), content, stage.opening, Content(""), f"#{stage.id}")

    def _draw(self) -> None:
        shown, stage = self.coach.shown, self.stage
        if shown is None or stage is None or not self.is_mounted:
            return
        pane = self.query_one(StepPane)
        planned = self.pointed
        if planned is None:
            pane.show(
                line(stage.title),
                self._journey.get((stage.id, shown.words.language), Content("")),
                page_in(stage.opening, shown.words),
                Content(""),
                f"#{stage.id}",
            )
            self.call_after_refresh(self._draw_journey)
            return
        pane.show(
            line(planned.step.title),
            state(shown.dated(planned), shown.words, shown.today),
            page_in(planned.step.body, shown.words),
            notes(planned, shown.words),
            planned.step.id,
        )
