"""Acts of framing: the next question nobody answered, the model, the cost, candidates, contract."""

from __future__ import annotations

from coach_tui.asking import candidates as marks
from coach_tui.asking import framing as forms
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.cost import cost_form
from coach_tui.asking.form import Form
from coach_tui.asking.sheet import Asked, Pick, Place, sheet_of
from coach_tui.bundled import Catalogues
from coach_tui.engagement.framing.candidates import Candidate, candidates_of
from coach_tui.engagement.framing.contract import contract_of
from coach_tui.engagement.framing.need import need_of
from coach_tui.engagement.framing.record import framing_of


def open_frame(opening: Opening) -> Asked:
    """The questionnaire at the first question without an answer; its screen once all have one."""
    if opening.act.what == "candidates":
        return _candidates(opening)
    form = _form(opening)
    if form is None:
        return Place("framing")
    sheet = sheet_of(form, opening.desk, _counted(opening))
    return (
        sheet._replace(then=lambda: opening.next_of(_left, open_frame)) if _left(opening) else sheet
    )


def _counted(opening: Opening) -> str:
    """The step's title, and how many questions are left."""
    left = _left(opening)
    said = opening.words("act.left", n=left) if left else ""
    return " · ".join(each for each in (opening.said, said) if each)


def _left(opening: Opening) -> int:
    """How many questions of this questionnaire have no answer yet; 0 where it has one form."""
    engagement = opening.engagement
    if opening.act.what == "need":
        need = need_of(engagement)
        open_ones = [each for each in (*need.answers.values(), *need.gates.values())
                     if each.yes is None]  # fmt: skip
        return len(open_ones) + (not framing_of(engagement).conclusion)
    contract = contract_of(engagement)
    if opening.act.what == "contract":
        return len(contract.missing)
    if opening.act.what == "independence":
        return sum(not colour for colour in contract.grid.values())
    return 0


def _form(opening: Opening) -> Form | None:
    engagement, words, catalogues = opening.engagement, opening.words, Catalogues()
    what = opening.act.what
    if what == "need":
        need = need_of(engagement)
        answers = {**need.answers, **need.gates}
        left = next((name for name, each in answers.items() if each.yes is None), "")
        if not left and not framing_of(engagement).conclusion:
            left = "conclusion"
        return forms.need_form(engagement, catalogues, words, left) if left else None
    if what in ("contract", "independence"):
        contract = contract_of(engagement)
        if what == "contract":
            clauses = (name for name, each in contract.clauses.items() if name in contract.missing)
            left = next(clauses, "")
        else:
            left = next((f"grid.{n}" for n, colour in contract.grid.items() if not colour), "")
        return forms.contract_form(engagement, catalogues, words, left) if left else None
    if what == "situation":
        return forms.situation_form(engagement, catalogues, words, opening.shown.today)
    if what == "model":
        return forms.keep_form(engagement, words)
    return cost_form(engagement, words) if what == "cost" else None


def _candidates(opening: Opening) -> Asked:
    """A new candidate, or one already known: who they are, or the marks of whoever judges."""
    words, step = opening.words, opening.step
    post = "permanent" if step and step.stage == "transition" else "fractional"
    known = [each for each in candidates_of(opening.engagement) if each.post == post]
    today = opening.shown.today
    add = marks.add_form(opening.engagement, opening.desk.new_id(), post, words, today)
    if not known:
        return sheet_of(add, opening.desk, opening.said)

    def then(answer: str) -> Asked:
        candidate = next((each for each in known if each.id == answer), None)
        return _judge(opening, candidate) if candidate else sheet_of(add, opening.desk)

    options = (*((each.id, each.name) for each in known), ("", words("act.new-candidate")))
    return Pick(words("frame.candidates"), opening.said, options, then)


def _judge(opening: Opening, candidate: Candidate) -> Asked:
    """Who they are, the marks of each of two raters, what rules them out."""
    words, catalogues = opening.words, Catalogues()

    def then(answer: str) -> Asked:
        if answer == "about":
            form = marks.about_form(candidate, words, opening.shown.today)
        elif answer == "veto":
            form = marks.veto_form(opening.engagement, candidate, catalogues, words)
        else:
            form = marks.mark_form(opening.engagement, candidate, answer, catalogues, words)
        return sheet_of(form, opening.desk, candidate.name)

    raters = [(f"{n}", marks.rater_named(candidate, n, words)) for n in (1, 2)]
    options = (
        ("about", words("act.candidate-about")), *raters, ("veto", words("act.candidate-veto")),
    )  # fmt: skip
    return Pick(candidate.name, "", options, then)
