"""Framing, as lines: what each part says of itself, and what each of its lines reads."""

from __future__ import annotations

from textual.content import Content

from coach_tui.engagement.framing.budget import cost_of
from coach_tui.engagement.framing.candidates import BEST, Candidate, candidates_of, compare
from coach_tui.engagement.framing.contract import BASE, contract_of
from coach_tui.engagement.framing.fit import fit_of
from coach_tui.engagement.framing.model import routing_of
from coach_tui.engagement.framing.need import GATES, QUESTIONS, need_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues, points_of, said
from coach_tui.exports.figures import days_said, money, number, pair
from coach_tui.exports.framing.need import SIGNS, UNKNOWN
from coach_tui.exports.framing.people import CRITERIA, rating_lines
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.glyphs import shaped
from coach_tui.ui.plain import line
from coach_tui.ui.screens.parts import FoldedPart
from coach_tui.ui.widgets.row import Row


def framing_parts(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[FoldedPart]:
    """The seven parts, each with where it stands."""
    need, fit = need_of(engagement), fit_of(engagement)
    routing, framing = routing_of(engagement), framing_of(engagement)
    worked_out, contract = cost_of(engagement), contract_of(engagement)
    score = words("frame.need.score", score=number(need.score, words),
                  band=words(f"frame.need.band.{need.band}"))  # fmt: skip
    band = score if need.complete else words("frame.need.answered", n=need.answered)
    if need.failed:
        band = words("frame.need.gate-failed", n=len(need.failed))
    situation = framing.situation and said(
        catalogues, "situations", framing.situation, "name", words.language
    )
    kept = words(f"frame.model.{framing.kept or routing.model}")
    cost = worked_out and words(
        "frame.cost.headline",
        days=days_said(worked_out.days, words),
        fee=money(worked_out.fee, words),
        month=money(worked_out.per_month, words),
    )
    people = candidate_rows(engagement, catalogues, words, "fractional")
    return [
        FoldedPart(
            "need", words("frame.need"), band, tuple(need_rows(engagement, catalogues, words))
        ),
        FoldedPart("fit", words("frame.fit"), words("frame.fit.count", n=fit.fitting)),
        FoldedPart("situation", words("frame.situation"), situation or words("frame.unanswered")),
        FoldedPart("model", words("frame.model"), kept, tuple(model_rows(words))),
        FoldedPart("cost", words("frame.cost"), cost or words("frame.unanswered")),
        FoldedPart(
            "candidates",
            words("frame.candidates"),
            words("frame.candidates.n", n=len(people)),
            tuple(people),
        ),
        FoldedPart(
            "contract",
            words("frame.contract"),
            words("frame.contract.base", n=contract.base_agreed),
            tuple(contract_rows(engagement, catalogues, words)),
        ),
    ]


def need_rows(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[Row]:
    """The gates first, then the questions."""
    need = need_of(engagement)
    rows = []
    for gate in GATES:
        asked = said(catalogues, "need-gates", gate, "gate", words.language)
        rows.append(_row(f"need/{gate}", f"{SIGNS[need.gates[gate].yes]} {asked}"))
    for question in QUESTIONS:
        asked = said(catalogues, "need-questions", question, "question", words.language)
        answer = need.answers[question]
        mark = "~" if answer.yes and not answer.words else SIGNS[answer.yes]
        rows.append(_row(f"need/{question}", f"{mark} {asked}"))
    rows.append(_row("need/conclusion", words("frame.need.conclusion")))
    return rows


def model_rows(words: Words) -> list[Row]:
    """Answer the rules' questions; keep a model."""
    return [
        _row("model/answers", words("frame.model.answers")),
        _row("model/keep", words("frame.model.kept.label")),
    ]


def candidate_rows(
    engagement: Engagement, catalogues: Catalogues, words: Words, post: str
) -> list[Row]:
    """Everyone considered; a verdict only once both raters have marked everything."""
    part = "candidates" if post == "fractional" else "permanent"
    points = points_of(catalogues, CRITERIA[post])
    rows = []
    for candidate in candidates_of(engagement):
        if candidate.post != post:
            continue
        found = compare(candidate, points)
        if found.verdict:
            told = words(f"frame.candidate.band.{found.verdict}")
        else:
            marked = sum(score.marked for score in found.scores)
            told = words("frame.candidate.marked", n=marked, total=2 * len(points))
        mark = "●" if candidate.chosen else "·"
        rows.append(_row(f"{part}/{candidate.id}", f"{mark} {candidate.name}  {told}"))
    return rows


def contract_rows(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[Row]:
    """The four base blocks, the clauses, the independence grid."""
    contract = contract_of(engagement)
    rows = []
    for name, clause in contract.clauses.items():
        called = said(catalogues, "contract-clauses", name, "name", words.language)
        mark = {"agreed": "●", "draft": "~", "na": "–"}.get(clause.state, UNKNOWN)
        base = f" ({words('frame.guide')})" if name in BASE else ""
        held = f" · {clause.holder}" if clause.holder else ""
        state = words(f"frame.contract.state.{clause.state}")
        rows.append(_row(f"contract/{name}", f"{mark} {pair(called + base, state + held, words)}"))
    for name, colour in contract.grid.items():
        called = said(catalogues, "independence", name, "name", words.language)
        mark = {"green": "●", "doubt": "?", "red": "■"}.get(colour, UNKNOWN)
        told = words(f"frame.contract.colour.{colour}")
        grid = words("frame.contract.grid")
        said_of = pair(f"{grid} · {called}", told, words)
        rows.append(_row(f"contract/grid.{name}", f"{mark} {said_of}"))
    return rows


def need_reading(
    engagement: Engagement, catalogues: Catalogues, words: Words, own: str
) -> list[str]:
    """What to look for behind one question or gate, and what was answered."""
    need, language = need_of(engagement), words.language
    if own in GATES:
        answer = need.gates[own]
        lines = [said(catalogues, "need-gates", own, "why", language), ""]
    else:
        answer = need.answers[own]
        fact = said(catalogues, "need-questions", own, "fact", language)
        points = said(catalogues, "need-questions", own, "points_to", language)
        lines = [
            f"- {words('frame.need.expected', fact=fact)}",
            f"- {words('frame.need.points-to', what=points)}",
            "",
        ]
    state = {True: "yes", False: "no", None: "unanswered"}[answer.yes]
    lines.append(f"**{words(f'frame.{state}')}**")
    if answer.words:
        lines += ["", escaped(answer.words)]
    elif answer.yes and own in QUESTIONS:
        lines += ["", words("frame.need.no-fact")]
    return lines


def clause_reading(
    engagement: Engagement, catalogues: Catalogues, words: Words, own: str
) -> list[str]:
    """Why a clause is there and what to settle; what is fine and what is red of an indicator."""
    language, contract = words.language, contract_of(engagement)
    if own.startswith("grid."):
        name = own.removeprefix("grid.")
        green = said(catalogues, "independence", name, "green", language)
        red = said(catalogues, "independence", name, "red", language)
        told = words(f"frame.contract.colour.{contract.grid[name]}")
        green, red = (
            words("frame.contract.green", what=green),
            words("frame.contract.red", what=red),
        )
        return [f"- {green}", f"- {red}", "", f"**{told}**", "", words("frame.counsel")]
    clause = contract.clauses[own]
    why = said(catalogues, "contract-clauses", own, "why", language)
    check = said(catalogues, "contract-clauses", own, "check", language)
    lines = [why, "", f"- {words('frame.contract.check', check=check)}", ""]
    lines.append(f"**{words(f'frame.contract.state.{clause.state}')}**")
    if clause.holder:
        lines += ["", words("frame.contract.held", holder=escaped(clause.holder))]
    if clause.words:
        lines += ["", escaped(clause.words)]
    return [*lines, "", words("frame.counsel")]


def candidate_reading(candidate: Candidate, catalogues: Catalogues, words: Words) -> list[str]:
    """The two raters' scores, and the criteria with what weak and strong sound like."""
    lines = [f"- {told}" for told in rating_lines(candidate, catalogues, words)]
    if candidate.note:
        lines += ["", escaped(candidate.note)]
    lines.append("")
    for entry in catalogues.get(CRITERIA[candidate.post], ()):
        told = entry.words[words.language]
        weak = words("frame.candidate.weak", weak=told["weak"])
        strong = words("frame.candidate.strong", strong=told["strong"]).replace("5", str(BEST), 1)
        lines.append(f"- **{told['name']}** ({entry.fields['points']}) · {weak} · {strong}")
    return [*lines, "", words("frame.candidate.rule")]


def _row(identity: str, text: str) -> Row:
    return Row(identity, Content("    ") + line(shaped(text)), hang=6)
