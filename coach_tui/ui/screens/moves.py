"""Gestures on the move under the cursor: do it, put it off, ask why, copy what is to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach_tui.asking.answers import day_field
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Asked, Sheet
from coach_tui.asking.week import WeekView
from coach_tui.coach.moves.move import Move
from coach_tui.language import Refusal
from coach_tui.ui.clipboard import copy, is_lost
from coach_tui.ui.screens.steps import StepsScreen

if TYPE_CHECKING:
    from coach_tui.coach.moves.wanted import Wanted


class MovesScreen(StepsScreen):
    """A screen with a move under its cursor."""

    @property
    def view(self) -> WeekView | None:
        """The week there is to show."""
        raise NotImplementedError

    @property
    def move(self) -> Move | None:
        """The move the gestures are about."""
        raise NotImplementedError

    @property
    def waited_for(self) -> str:
        """The role whose line this is among those who are waited for; empty elsewhere."""
        return ""

    def do_do(self) -> None:
        """What doing it opens: of what is to be asked of somebody now, the message."""
        from coach_tui.ui.acting import act

        move = self.move
        if move and move.kind == "ask" and self._wanted():
            self._read_request()
        elif move:
            act(self.coach, self._asked(move))

    def _asked(self, move: Move) -> Asked:
        from coach_tui.asking.acts import asked_for

        shown = self.coach.shown
        return (
            asked_for(self.coach, shown, move.act, move.about, move.focus, move.why)
            if shown
            else None
        )

    def do_later(self) -> None:
        """Put it off, until a day or for a while; both leads see it."""
        from coach_tui.engagement.advice import put_off
        from coach_tui.language.dates import read_date

        view, move = self.view, self.move
        if view is None or move is None:
            return
        words, today = self.words, view.shown.today

        def save(values: dict[str, str]) -> Refusal | None:
            until = read_date(values["until"], words.language, today) if values["until"] else None
            if isinstance(until, Refusal):
                return until.of("until")
            return self.coach.try_to_save(put_off(move.id, today, until, values["reason"]))

        fields = (
            day_field("until", words("now.later.until"), None, "ahead"),
            Field("reason", words("now.later.reason")),
        )
        about = f"{view.reader.title(move)}\n\n{words('now.later.about')}"
        self.ask(Sheet(words("now.later.title"), about, fields, save))

    def do_why(self) -> None:
        """Say why this move is asked, with the records behind it; of a role, what it holds."""
        from coach_tui.ui.dialogs.preview import PreviewDialog
        from coach_tui.ui.now.why import held_by, why_of

        view, move = self.view, self.move
        if view and (move or self.waited_for):
            text = why_of(view, move) if move else held_by(view, self.waited_for)
            self.app.push_screen(PreviewDialog(self.words("advice.why"), text, self.words))

    def do_request(self) -> None:
        """Copy what is to be sent to whoever is waited for, and note that it was asked; not where
        no copy arrives: nobody can have been asked by it.

        One message a person: pressed again, it is the next one's. Of one's own moves, the step.
        """
        view, asked = self.view, self._wanted()
        if view is None:
            return
        if asked is None:
            self.do_copy()
            return
        self._send(view, asked)

    def _wanted(self) -> Wanted | None:
        """Whoever is asked next for what is under the cursor, and what of them."""
        from coach_tui.asking.requesting import everybody_to_write_to
        from coach_tui.coach.moves.wanted import about, next_of

        view, move = self.view, self.move
        if view is None:
            return None
        everybody = everybody_to_write_to(view)
        return about(everybody, move) if move else next_of(everybody, self.waited_for)

    def _read_request(self) -> None:
        """The message as its reader will see it; yes takes it away and notes that it was asked."""
        from coach_tui.asking.requesting import message_of
        from coach_tui.ui.dialogs.preview import PreviewDialog

        view, asked = self.view, self._wanted()
        if view is None or asked is None:
            return
        coach = self.coach
        subject, text = message_of(view, asked, coach.engagement_id, coach.actor)

        def answered(yes: bool | None) -> None:
            if yes:
                self._send(view, asked)

        yes = self.words("request.take")
        self.app.push_screen(PreviewDialog(subject, text, self.words, yes), answered)

    def _send(self, view: WeekView, asked: Wanted) -> None:
        from coach_tui.asking.requesting import note_asked, request_of, to_whom
        from coach_tui.exports.request import request_plain

        coach = self.coach
        if is_lost():
            coach.warn(self.words("request.not-copied"))
            return
        request = request_of(view, asked, coach.engagement_id, coach.actor)
        decision = note_asked(view, asked, coach.actor, coach.new_id)
        if refusal := coach.try_to_save(decision):
            coach.warn(refusal)
            return
        key = "request.copied-again" if asked.asked else "request.copied"
        text = request_plain(request, self.words)
        copy(coach, self.words, text, key, to=to_whom(asked, self.words))

    def do_log_days(self) -> None:
        """Days worked, from here."""
        from coach_tui.asking.acts import asked_for
        from coach_tui.ui.acting import act

        if shown := self.coach.shown:
            act(self.coach, asked_for(self.coach, shown, "days"))

    def do_tell(self) -> None:
        """Tell the coach what it can't see from the records."""
        from coach_tui.asking.context import context_form

        if shown := self.coach.shown:
            self.put(context_form(shown), self.words("context.about"))
