"""Framing: need, fit, situation, model, cost, candidates, contract. Each alone, left half-way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from coach_tui.asking.candidates import add_form
from coach_tui.asking.cost import cost_form, cost_told
from coach_tui.asking.form import Form
from coach_tui.asking.framing import (
    contract_form,
    fit_form,
    keep_form,
    model_form,
    need_form,
    situation_form,
)
from coach_tui.asking.sheet import sheet_of
from coach_tui.engagement.framing.budget import cost_of
from coach_tui.engagement.framing.candidates import candidates_of
from coach_tui.engagement.framing.need import GATES, QUESTIONS, answer_of_need, need_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.exports.framing.cost import contradiction_lines, cost_lines, over_budget_lines
from coach_tui.exports.framing.decision_note import missing
from coach_tui.exports.framing.model import model_lines
from coach_tui.exports.framing.need import fit_lines, need_lines, situation_lines
from coach_tui.exports.framing.people import candidate_lines, contract_lines
from coach_tui.language import Words
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.framing.rows import candidate_reading, clause_reading, framing_parts, need_reading
from coach_tui.ui.plain import line
from coach_tui.ui.screens.judging import JudgingScreen
from coach_tui.ui.screens.parts import FoldedPart
from coach_tui.view_state import Shown


class FramingScreen(JudgingScreen):
    """Decide before anyone starts."""

    NAME = "framing"
    HANDOUT = "decision"
    ALIASES: ClassVar[Mapping[str, str]] = {"framing": "model/answers", "budget": "cost"}
    PART_OF: ClassVar[Mapping[str, str]] = {
        "need-gate": "need/", "need-answer": "need/", "framing": "model/answers",
        "budget": "cost", "candidate": "candidates/", "clause": "contract/",
        "independence": "contract/grid.",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("framing")]

    def verdict(self, shown: Shown) -> Content:
        """The gates not met, or else the decision so far."""
        words, engagement = shown.words, shown.engagement
        need, framing = need_of(engagement), framing_of(engagement)
        if need.failed:
            return line(words("frame.need.gate-failed", n=len(need.failed)), "bold $warning")
        if framing.kept:
            model = words(f"frame.model.{framing.kept}")
            told = words("frame.model.kept", model=model, reason=framing.reason)
            return line(told)
        left = len(list(missing(engagement, words)))
        told = words("frame.empty") if left > 6 else words("frame.note.undecided")
        return line(told, "$text-muted")

    def parts(self, shown: Shown) -> Sequence[FoldedPart]:
        return framing_parts(shown.engagement, self.catalogues, shown.words)

    def read(self, shown: Shown, part: str, own: str) -> tuple[str, list[str]]:
        words, engagement = shown.words, shown.engagement
        title = words(f"frame.{part}")
        if own:
            return title, self._line(shown, part, own)
        if part == "need":
            return title, need_lines(engagement, self.catalogues, words)
        if part == "fit":
            return title, fit_lines(engagement, words)
        if part == "situation":
            return title, situation_lines(engagement, self.catalogues, words)
        if part == "model":
            return title, model_lines(engagement, words)
        if part == "cost":
            return title, self._cost(shown)
        if part == "candidates":
            people = candidate_lines(engagement, self.catalogues, words, ratings=True)
            return title, people if self.considered(shown) else [words("frame.candidates.none")]
        return title, contract_lines(engagement, self.catalogues, words)

    def act(self, shown: Shown, part: str, own: str) -> None:
        words, engagement = shown.words, shown.engagement
        if part == "need":
            self.put(need_form(engagement, self.catalogues, words, own))
        elif part == "fit":
            self.put(fit_form(engagement, words, shown.today))
        elif part == "situation":
            self.put(situation_form(engagement, self.catalogues, words, shown.today))
        elif part == "model" and own == "keep":
            self.put(keep_form(engagement, words))
        elif part == "model":
            self.put(model_form(engagement, words, shown.today))
        elif part == "cost":
            self._put_cost(cost_form(engagement, words), words)
        elif part == "contract":
            self.put(contract_form(engagement, self.catalogues, words, own))
        elif own:
            self.judge(own)
        else:
            self.do_add()

    def do_add(self) -> None:
        """Consider someone."""
        if shown := self.coach.shown:
            self._open = "candidates"
            new_id = self.coach.new_id()
            self.put(add_form(shown.engagement, new_id, "fractional", self.words, shown.today))

    def considered(self, shown: Shown) -> bool:
        """Whether anyone is considered yet."""
        return any(each.post == "fractional" for each in candidates_of(shown.engagement))

    def do_yes(self) -> None:
        """Answer yes to the question under the cursor."""
        self._answer(True)

    def do_no(self) -> None:
        """Answer no to it."""
        self._answer(False)

    def offers(self, command: str) -> bool | None:
        """Yes and no need a question under the cursor."""
        if command in ("yes", "no"):
            part, own = self.pointed
            return True if part == "need" and own in (*QUESTIONS, *GATES) else None
        return True

    def _answer(self, yes: bool) -> None:
        shown, (part, own) = self.coach.shown, self.pointed
        if shown is None or part != "need" or own not in (*QUESTIONS, *GATES):
            return
        need = need_of(shown.engagement)
        known = {**need.answers, **need.gates}[own]
        self.save(answer_of_need(shown.engagement, own, yes, known.words))

    def _put_cost(self, form: Form, words: Words) -> None:
        from coach_tui.ui.dialogs.live_form import LiveForm

        self.app.push_screen(
            LiveForm(
                sheet_of(form, self.coach, words("frame.cost.live")),
                words,
                self.coach.now().date(),
                lambda answers: cost_told(answers, words),
            )
        )

    def _cost(self, shown: Shown) -> list[str]:
        worked_out = cost_of(shown.engagement)
        told = contradiction_lines(self.catalogues, shown.words)
        if worked_out is None:
            return [shown.words("frame.cost.none"), "", *told]
        over = over_budget_lines(shown.engagement, shown.words)
        return [*cost_lines(worked_out, shown.words, over), "", *told]

    def _line(self, shown: Shown, part: str, own: str) -> list[str]:
        words, engagement = shown.words, shown.engagement
        if part == "need":
            if own == "conclusion":
                return need_lines(engagement, self.catalogues, words)
            return need_reading(engagement, self.catalogues, words, own)
        if part == "contract":
            return clause_reading(engagement, self.catalogues, words, own)
        if part == "candidates":
            candidate = self.candidate(own)
            return candidate_reading(candidate, self.catalogues, words) if candidate else []
        return model_lines(engagement, words)
