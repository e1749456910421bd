"""Candidates and contract, as Markdown. Ratings of people are left out unless asked for."""

from __future__ import annotations

from coach_tui.engagement.framing.candidates import (
    Candidate,
    Comparison,
    Score,
    candidates_of,
    compare,
)
from coach_tui.engagement.framing.contract import BASE, Clause, Contract, contract_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues, points_of, said
from coach_tui.exports.figures import number, pair
from coach_tui.exports.framing.need import UNKNOWN
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words

CRITERIA = {"fractional": "candidate-criteria", "permanent": "permanent-criteria"}
ELSEWHERE = ("CHF", "GBP")  # currencies of countries whose law is not the one cited
VETOES = {"fractional": "candidate-vetoes", "permanent": "permanent-knockouts"}


def candidate_lines(
    engagement: Engagement,
    catalogues: Catalogues,
    words: Words,
    *,
    post: str = "fractional",
    ratings: bool = False,
) -> list[str]:
    """Everyone considered for this post; their marks only where asked for."""
    found = [each for each in candidates_of(engagement) if each.post == post]
    if not found:
        return [words("frame.nothing")]
    lines = []
    for candidate in found:
        lines.append(f"- {_who(candidate, words)}")
        if ratings:
            lines += [f"  - {line}" for line in rating_lines(candidate, catalogues, words)]
    if not ratings:
        lines += ["", words("frame.candidate.ratings-left-out")]
    return lines


def rating_lines(candidate: Candidate, catalogues: Catalogues, words: Words) -> list[str]:
    """The two raters' scores, what they see differently, and the vetoes. Plain words, escaped."""
    found = compare(candidate, points_of(catalogues, CRITERIA[candidate.post]))
    lines = [_rater(place, found.scores[place], candidate, found.ready, words) for place in (0, 1)]
    lines.append(_verdict(found, words))
    if found.apart:
        what = ", ".join(
            said(catalogues, CRITERIA[candidate.post], name, "name", words.language)
            for name in found.apart
        )
        lines.append(words("frame.candidate.apart", what=what))
    if candidate.vetoes:
        what = ", ".join(
            said(catalogues, VETOES[candidate.post], name, "name", words.language)
            for name in candidate.vetoes
        )
        lines.append(words("frame.candidate.vetoes", what=what))
    return lines


def contract_lines(
    engagement: Engagement, catalogues: Catalogues, words: Words, *, brief: bool = False
) -> list[str]:
    """The base blocks, then the clauses and the grid: only what is missing where `brief`."""
    contract = contract_of(engagement)
    lines = [words("frame.contract.base", n=contract.base_agreed), ""]
    if brief:
        return lines + _brief(contract, catalogues, words)
    lines += [_clause(contract.clauses[name], catalogues, words) for name in BASE]
    lines += ["", f"**{words('frame.contract.others')}**", ""]
    rest = [clause for name, clause in contract.clauses.items() if name not in BASE]
    lines += [_clause(clause, catalogues, words) for clause in rest]
    lines += ["", f"**{words('frame.contract.grid')}**", ""]
    for name, colour in contract.grid.items():
        asked = said(catalogues, "independence", name, "name", words.language)
        lines.append("- " + pair(asked, words(f"frame.contract.colour.{colour}"), words))
    warned = _warning(contract, words)
    legend = [words("advice.by-rule")] if warned else []
    return [*lines, *warned, *legend, "", words("frame.counsel"), *law_elsewhere(words)]


def law_elsewhere(words: Words) -> list[str]:
    """Where a currency says that the law is another one than the French texts cited: who decides
    there. An orientation, as those are."""
    if words.currency not in ELSEWHERE:
        return []
    return ["", words(f"frame.law.{words.currency.lower()}")]


def _brief(contract: Contract, catalogues: Catalogues, words: Words) -> list[str]:
    lines = []
    if contract.missing:
        what = ", ".join(
            said(catalogues, "contract-clauses", name, "name", words.language)
            for name in contract.missing
        )
        lines.append(words("frame.missing", what=what))
    counsel = [words("frame.counsel"), *law_elsewhere(words)]
    return [*lines, *_warning(contract, words), "", *counsel]


def _warning(contract: Contract, words: Words) -> list[str]:
    if not contract.warned:
        return []
    warned = words("frame.contract.warned", reds=contract.reds, doubts=contract.doubts)
    return ["", warned]


def _clause(clause: Clause, catalogues: Catalogues, words: Words) -> str:
    mark = {"agreed": "✓", "draft": "~", "na": "–"}.get(clause.state, UNKNOWN)
    name = said(catalogues, "contract-clauses", clause.id, "name", words.language)
    line = f"- {mark} {pair(name, words(f'frame.contract.state.{clause.state}'), words)}"
    if clause.holder:
        line += f", {words('frame.contract.held', holder=escaped(clause.holder))}"
    return f"{line} ({escaped(clause.words)})" if clause.words else line


def _who(candidate: Candidate, words: Words) -> str:
    parts = [f"**{escaped(candidate.name)}**"]
    if candidate.chosen:
        parts.append(words("frame.candidate.chosen"))
    if candidate.interviewed_on:
        parts.append(words("frame.candidate.interview", day=candidate.interviewed_on))
    if candidate.references is not None:
        parts.append(words("frame.candidate.references-n", n=int(candidate.references)))
    if candidate.clients is not None:
        count = number(candidate.clients, words)
        parts.append(pair(words("frame.candidate.clients"), count, words))
    return " · ".join(parts)


def _rater(place: int, score: Score, candidate: Candidate, ready: bool, words: Words) -> str:
    name = candidate.raters[place]
    key = "frame.candidate.rater" if name else "frame.candidate.rater.nobody"
    who = words(key, number=place + 1, name=escaped(name))
    if not ready:
        marked = words("frame.candidate.marked", n=score.marked, total=score.criteria)
        return pair(who, marked, words)
    return pair(who, f"{number(score.points, words, 1)}/100", words)


def _verdict(found: Comparison, words: Words) -> str:
    if found.verdict == "veto":
        return words("frame.candidate.band.veto")
    if found.mean is None:
        half = words("frame.candidate.half")
        return f"{half}. {words('frame.candidate.hidden')}"
    band = words(f"frame.candidate.band.{found.verdict}")
    return words("frame.candidate.score", points=number(found.mean, words, 1), band=band)
