"""Acts of framing: the next question nobody answered, the model, the cost, candidates, contract."""

from __future__ import annotations

from typing import Final

from coach_tui.asking import candidates as marks
from coach_tui.asking import framing as forms
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.cost import cost_form
from coach_tui.asking.form import Form
from coach_tui.asking.sheet import Asked, AtScreen, Choices, Pick, Sheet, sheet_of
from coach_tui.bundled import Catalogues
from coach_tui.engagement.framing.candidates import Candidate, candidates_of
from coach_tui.engagement.framing.contract import BASE, contract_of
from coach_tui.engagement.framing.model import routing_of
from coach_tui.engagement.framing.need import need_of
from coach_tui.engagement.framing.record import QUESTIONS, framing_of
from coach_tui.exports.framing.model import rule_line
from coach_tui.exports.framing.need import need_summary
from coach_tui.language.clean import one_line

BASE_LACKS: Final = "contract-missing-clause"  # the advice about the guide's four blocks
HOLDER: Final = 40  # letters of who has a clause, in a list


def open_frame(opening: Opening) -> Asked:
    """The questionnaire at the first question without an answer; its screen once all have one."""
    if opening.act.what == "candidates":
        return _candidates(opening)
    if opening.act.what == "model":
        return _model(opening)
    if opening.act.what == "contract":
        return _contract(opening)
    form, left = _form(opening), _left(opening)
    if form is None:
        return AtScreen("framing")
    # The step's title counts questions and conditions; what is concluded of them comes after.
    unanswered = len(_open_ones(opening)) if opening.act.what == "need" else left
    sheet = sheet_of(form, opening.desk, _counted(opening, unanswered or left))
    if opening.act.what == "need" and left == 1 and not unanswered:
        said = need_summary(need_of(opening.engagement), opening.words)
        lines = (opening.said, *said) if opening.said else said
        sheet = sheet._replace(about="\n".join(lines))  # what is to be concluded
    return sheet._replace(then=lambda: opening.next_of(_left, open_frame)) if left else sheet


def _counted(opening: Opening, left: int) -> str:
    """The step's title, and how many questions are left."""
    said = opening.words("act.left", n=left) if left else ""
    return " · ".join(each for each in (opening.said, said) if each)


def _left(opening: Opening) -> int:
    """How many questions of this questionnaire have no answer yet; 0 where it has one form."""
    engagement = opening.engagement
    if opening.act.what == "need":
        return len(_open_ones(opening)) + (not framing_of(engagement).conclusion)
    if opening.act.what == "independence":
        return sum(not colour for colour in contract_of(engagement).grid.values())
    return 0


def _contract(opening: Opening, asked: frozenset[str] = frozenset()) -> Asked:
    """The clauses nobody drafted, one after the other; then one of the base blocks not agreed yet.

    `asked` were asked in this sitting already: each is asked once.
    """
    left = [each for each in _clauses_left(opening) if each not in asked]
    missing = [each for each in left if each in contract_of(opening.engagement).missing]
    if not left:
        return None if asked else AtScreen("framing")
    if missing or len(left) == 1:
        return _clause(opening, (missing or left)[0], len(left), asked)
    about = _counted(opening, len(left))
    return Pick(
        opening.words("frame.contract"), about, _blocks(opening, left),
        lambda block: _clause(opening, block, len(left), asked),
    )  # fmt: skip


def _clause(opening: Opening, clause: str, left: int, asked: frozenset[str]) -> Sheet:
    """Where this one stands; once it is said, what else is left."""
    form = forms.contract_form(opening.engagement, Catalogues(), opening.words, clause)

    def then() -> Asked:
        again = opening._replace(shown=opening.desk.shown or opening.shown)
        if clause in contract_of(again.engagement).missing:  # left open
            return None
        return _contract(again, asked | {clause})

    return sheet_of(form, opening.desk, _counted(opening, left))._replace(then=then)


def _blocks(opening: Opening, blocks: list[str]) -> Choices:
    """Each of these by its name, where it stands, and who has it."""
    words, clauses = opening.words, contract_of(opening.engagement).clauses
    found = []
    for each in blocks:
        name = forms.contract_form(opening.engagement, Catalogues(), words, each).title
        holder = one_line(clauses[each].holder, HOLDER)
        held = words("frame.contract.held", holder=holder) if holder else ""
        parts = (name, words(f"frame.contract.state.{clauses[each].state}"), held)
        found.append((each, " · ".join(filter(None, parts))))
    return tuple(found)


def _clauses_left(opening: Opening) -> list[str]:
    """The clauses to say something of: those nobody drafted, then the base blocks not agreed yet.

    Where the advice about a signed contract is settled, those base blocks and no other, and one
    said not to apply among them: the advice counts it.
    """
    contract = contract_of(opening.engagement)
    lacking = [each for each in BASE if contract.clauses[each].state != "agreed"]
    if BASE_LACKS in opening.why:
        return lacking
    applying = [each for each in lacking if contract.clauses[each].state != "na"]
    return list(dict.fromkeys((*contract.missing, *applying)))


def _open_ones(opening: Opening) -> list[str]:
    """The questions and conditions of the need that nobody answered."""
    need = need_of(opening.engagement)
    answers = {**need.answers, **need.gates}
    return [name for name, each in answers.items() if each.yes is None]


def _model(opening: Opening) -> Sheet:
    """What the rules ask, while nobody answered any of it; then which model, and what they say."""
    engagement, words, desk = opening.engagement, opening.words, opening.desk
    framing = framing_of(engagement)
    if not framing.kept and all(getattr(framing, each) is None for each in QUESTIONS):
        asked = forms.model_form(engagement, words, opening.shown.today)

        def then() -> Asked:
            return _chosen(opening._replace(shown=desk.shown or opening.shown))

        about = "\n".join(each for each in (opening.said, words("act.model.first")) if each)
        return sheet_of(asked, desk, about)._replace(then=then)
    return _chosen(opening)


def _chosen(opening: Opening) -> Sheet:
    """Which model, and which one not; what the rules say is proposed."""
    engagement, words = opening.engagement, opening.words
    routing = routing_of(engagement)
    model = words(f"frame.model.{routing.model}")
    said = words("act.model.says", model=model, why=rule_line(routing, words))
    said = said if routing.rule else ""
    form = forms.keep_form(engagement, words)
    about = "\n".join(each for each in (opening.said, said) if each)
    return sheet_of(form, opening.desk, about)


def _form(opening: Opening) -> Form | None:
    engagement, words, catalogues = opening.engagement, opening.words, Catalogues()
    what = opening.act.what
    if what == "need":
        left = next(iter(_open_ones(opening)), "")
        if not left and not framing_of(engagement).conclusion:
            left = "conclusion"
        return forms.need_form(engagement, catalogues, words, left) if left else None
    if what == "independence":
        grid = contract_of(engagement).grid
        left = next((f"grid.{n}" for n, colour in grid.items() if not colour), "")
        return forms.contract_form(engagement, catalogues, words, left) if left else None
    if what == "situation":
        return forms.situation_form(engagement, catalogues, words, opening.shown.today)
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
