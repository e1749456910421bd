"""Screens of parts that also judge candidates, by two raters who mark apart."""

from __future__ import annotations

from coach_tui.asking.candidates import about_form, mark_form, rater_named, veto_form
from coach_tui.engagement.framing.candidates import Candidate, candidates_of
from coach_tui.ui.plain import line
from coach_tui.ui.screens.parts import PartsScreen


class JudgingScreen(PartsScreen):
    """Asks what to say of a candidate."""

    def judge(self, candidate_id: str) -> None:
        """Choose what to say of a candidate: the marks of one rater, the vetoes, the rest."""
        from coach_tui.ui.dialogs.choose import ChooseDialog

        shown, candidate = self.coach.shown, self.candidate(candidate_id)
        if shown is None or candidate is None:
            return
        words, known = self.words, shown.engagement
        raters = [rater_named(candidate, number, words) for number in (1, 2)]
        titles = [*raters, words("frame.candidate.veto"), words("frame.candidate.about")]
        forms = (
            lambda: mark_form(known, candidate, "1", self.catalogues, words),
            lambda: mark_form(known, candidate, "2", self.catalogues, words),
            lambda: veto_form(known, candidate, self.catalogues, words),
            lambda: about_form(candidate, words, self.coach.now().date()),
        )

        def chosen(place: int | None) -> None:
            if place is not None:
                self.put(forms[place]())

        dialog = ChooseDialog(candidate.name, [line(title) for title in titles])
        self.app.push_screen(dialog, chosen)

    def candidate(self, candidate_id: str) -> Candidate | None:
        """The candidate with this id."""
        shown = self.coach.shown
        found = candidates_of(shown.engagement) if shown else ()
        return next((each for each in found if each.id == candidate_id), None)
