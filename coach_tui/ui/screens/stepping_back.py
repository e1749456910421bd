"""How the CMO steps back: the skills map, delegation, the dose, the absence drill, the sheet."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from textual.content import Content

from coach_tui.asking import team as forms
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.acts.team import map_asked
from coach_tui.asking.answers import day_field
from coach_tui.asking.called import named
from coach_tui.asking.field import Field
from coach_tui.asking.form import NEW
from coach_tui.asking.sheet import Sheet
from coach_tui.bundled import Catalogues
from coach_tui.coach.acts import read_act
from coach_tui.coach.team.absence import refuse_absence
from coach_tui.coach.team.entrusted import board_proposals, skills_asked
from coach_tui.engagement.team.plan import Delegation, board_of
from coach_tui.exports.team.entrustment import proposed_words
from coach_tui.language import Refusal
from coach_tui.ui.acting import act
from coach_tui.ui.dialogs.choose import ChooseDialog
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.plain import line
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.team.stepping_back import drill_text, taper_text
from coach_tui.view_state import Shown

TWO_WEEKS: Final = timedelta(days=11)


class SteppingBackScreen(CoachScreen):
    """The gestures of the team's screen that are about the whole team, not one cell."""

    def do_map(self) -> None:
        """Choose the skills of the map, several at once."""
        if shown := self.coach.shown:
            act(self.coach, map_asked(Opening(self.coach, shown, read_act("skill-map"))))

    def do_board(self) -> None:
        """The delegation board: choose a line to change, or add one."""
        shown = self.coach.shown
        if shown is None:
            return
        board, names = list(board_of(shown.engagement).values()), named(shown)
        lines = [Content(self.words("team.board-add"))]
        for each in board:
            said = names.decisions.get(each.decision, each.decision)
            who = names.people.get(each.person, "—")
            proposed = "".join(f" · {told}" for told in self._proposed(shown, each))
            lines.append(line(f"{each.now} → {each.wanted}  {said} · {who}{proposed}"))

        def chosen(place: int | None) -> None:
            if place is not None:
                picked = board[place - 1] if place else None
                self.ask(Sheet(
                    self.words("team.board"),
                    " ".join(self._proposed(shown, picked)) or self.words("team.board-about"),
                    forms.board_fields(shown, picked),
                    lambda answers: forms.save_board(self.coach, shown, picked, answers),
                    record=picked.id if picked else NEW,
                ))  # fmt: skip

        self.app.push_screen(ChooseDialog(self.words("team.board"), lines), chosen)

    def _proposed(self, shown: Shown, picked: Delegation | None) -> list[str]:
        """The level that what is allowed next time speaks for, where it is another."""
        asked = skills_asked(Catalogues()["delegation-decisions"])
        return [
            proposed_words(each, named(shown), self.words)
            for each in board_proposals(shown.engagement, asked, shown.today)
            if picked and each.line.id == picked.id
        ]

    def do_taper(self) -> None:
        """The dose suggested and what holds it up; then decide one."""
        shown = self.coach.shown
        if shown is None:
            return
        words = self.words

        def answered(yes: bool | None) -> None:
            if yes:
                fields = (
                    Field("dose", words("team.field.dose")),
                    day_field("since", words("team.field.start"), shown.today, "near"),
                    Field("why", words("team.field.why")),
                )
                self.ask(Sheet(
                    words("taper.title"), "", fields,
                    lambda answers: forms.save_dose(self.coach, shown, answers),
                ))  # fmt: skip

        text, title = taper_text(shown), words("taper.title")
        self.app.push_screen(PreviewDialog(title, text, words, yes=words("taper.decide")), answered)

    def do_drill(self) -> None:
        """Pick a person and dates: what nobody else covers. Or log how an absence went."""
        shown = self.coach.shown
        if shown is None:
            return

        def submit(answers: forms.Answers) -> Refusal | None:
            start = forms.day_typed(self.coach, answers["start"])
            if isinstance(start, Refusal):
                return start
            typed = answers["end"].strip()
            end = forms.day_typed(self.coach, typed) if typed else start + TWO_WEEKS
            if isinstance(end, Refusal):
                return end
            if answers["result"] != "look":
                return forms.save_drill(self.coach, shown, answers["person"], start, end, answers)
            if gone := refuse_absence(shown.engagement, answers["person"], start):
                return gone
            title, text = drill_text(shown, answers["person"], start, end)
            self.call_later(self.read, title, text)
            return None

        about = self.words("team.drill-about")
        self.ask(Sheet(
            self.words("team.drill"), about, forms.drill_fields(shown), submit, deed="form.go-on",
        ))  # fmt: skip

    def read(self, title: str, text: str) -> None:
        """Show something to read."""
        self.app.push_screen(PreviewDialog(title, text, self.words))
