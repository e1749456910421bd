"""What Today and Stage share: gestures on the step under the cursor."""

from __future__ import annotations

from coach_tui.asking.field import Field
from coach_tui.coach.euros import page_in
from coach_tui.coach.plan import Planned
from coach_tui.engagement import step as steps
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line
from coach_tui.ui.clipboard import copy
from coach_tui.ui.screens.coach_screen import CoachScreen


class StepsScreen(CoachScreen):
    """A screen with a step under its cursor."""

    HANDOUT = "checklist"

    @property
    def pointed(self) -> Planned | None:
        """The step the gestures are about."""
        raise NotImplementedError

    def do_done(self) -> None:
        """Done elsewhere, and what shows it; what was said to be done, back to do.

        Nothing is done by an empty keystroke: Enter does it, this says where it was done.
        """
        planned = self.pointed
        if planned is None:
            return
        if planned.record.status in steps.FINISHED:
            self._set(planned, "todo")
        else:
            self.do_elsewhere()

    def do_elsewhere(self) -> None:
        """One line of what shows that it was done elsewhere."""
        from coach_tui.asking.acts import asked_elsewhere
        from coach_tui.ui.acting import act

        shown, planned = self.coach.shown, self.pointed
        if shown and planned:
            act(self.coach, asked_elsewhere(self.coach, shown, planned.step.id))

    def do_act(self) -> None:
        """What doing the step opens."""
        from coach_tui.asking.acts import asked_for
        from coach_tui.ui.acting import act

        shown, planned = self.coach.shown, self.pointed
        if shown and planned:
            step = planned.step
            act(self.coach, asked_for(self.coach, shown, step.act.does, (step.id,)))

    def do_doing(self) -> None:
        """In progress, or back to do."""
        if planned := self.pointed:
            self._set(planned, "todo" if planned.record.status == "doing" else "doing")

    def do_confirm(self) -> None:
        """Confirm, as the other role, that it is done."""
        if planned := self.pointed:
            self._set(planned, "confirmed")

    def do_blocked(self) -> None:
        """Ask by whom and why, then say so."""
        if planned := self.pointed:
            fields = (
                Field("by", self.words("form.blocked.by"), planned.record.by),
                Field("reason", self.words("form.blocked.reason"), planned.record.reason),
            )
            self._ask("form.blocked", planned, fields, "blocked")

    def do_na(self) -> None:
        """Ask why it does not apply, then say so."""
        if planned := self.pointed:
            fields = (Field("reason", self.words("form.na.reason"), planned.record.reason),)
            self._ask("form.na", planned, fields, "na")

    def do_note(self) -> None:
        """Write a note about the step."""
        from coach_tui.asking.noting import ask_note

        if planned := self.pointed:
            ask_note(self, steps.ENTITY, planned.step.id, planned.step.title)

    def do_copy(self) -> None:
        """Copy the step as Markdown, and say what was copied: a clipboard can be silently empty."""
        if planned := self.pointed:
            body = page_in(planned.step.body, self.words)
            text, title = f"### {planned.step.title}\n\n{body}\n", one_line(planned.step.title, 60)
            copy(self.coach, self.words, text, "app.copied", title=title)

    def do_export(self) -> None:
        """Take out the checklist of the stage one is in, or of all."""
        stage = self.coach.place.stage_of(self.coach.playbook)
        self.export(self.HANDOUT, stage=stage.id if stage else "")

    def offers(self, command: str) -> bool | None:
        """Step commands need a step; confirming needs one that is done."""
        if command in ("done", "doing", "blocked", "na", "note", "copy", "link", "read", "confirm"):
            planned = self.pointed
            if planned is None:
                return None
            if command == "confirm":
                return True if planned.status == "done" else None
        return True

    def _set(self, planned: Planned, status: str, by: str = "", reason: str = "") -> None:
        if refusal := self._try_to_set(planned, status, by, reason):
            self.coach.warn(refusal)

    def _try_to_set(self, planned: Planned, status: str, by: str, reason: str) -> Refusal | None:
        decision = steps.set_status(
            planned.step.id,
            status,
            current=planned.record._replace(status=planned.status),
            actor=self.coach.actor,
            by=by,
            reason=reason,
            confirmer=planned.step.confirmer,
        )
        return self.coach.try_to_save(decision)

    def _ask(self, title: str, planned: Planned, fields: tuple[Field, ...], status: str) -> None:
        from coach_tui.asking.sheet import Sheet

        def save(values: dict[str, str]) -> Refusal | None:
            return self._try_to_set(planned, status, values.get("by", ""), values["reason"])

        self.ask(Sheet(self.words(title), one_line(planned.step.title), fields, save))
