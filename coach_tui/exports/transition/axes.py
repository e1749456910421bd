"""The two axes, as Markdown: the need for a full-time CMO, and the readiness, gates first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from coach_tui.coach.readiness import GATES, Proof, Readiness, ScoreLine
from coach_tui.coach.transition.verdict import TransitionVerdict, earns_most
from coach_tui.engagement.transition.signals import Review, Signals
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.exports.figures import money, number, other_currency, pair
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date

GATE_MARKS: Final[Mapping[str, str]] = {"met": "✓", "failed": "✗", "blank": "?"}
MARKS: Final[Mapping[str, str]] = {"sure": "✓", "seen": "~", "off": "–", "unknown": "·"}


def verdict_words(verdict: TransitionVerdict, words: Words, *, short: bool = False) -> str:
    """The verdict in words: the gates to meet come first, whatever the score.

    Where they are listed below, `short` names the first and counts the others.
    """
    told = []
    if verdict.gates:
        said = _named(verdict.gates, words, short=short)
        told.append(words("transition.advice.gates", what=said))
    if verdict.advice:
        shut = "-shut" if verdict.shut else ""
        told.append(words(f"transition.advice.{verdict.advice}{shut}"))
    if verdict.advice == "overlap":
        told.reverse()
    return " ".join(told)


def unready_words(verdict: TransitionVerdict, words: Words) -> str:
    """The end recorded with gates unmet, and the reason kept; empty where there is none."""
    if verdict.left is None:
        return ""
    day, gates, why = verdict.left
    return words(
        "transition.left-unready",
        day=plain_date(day, words.language),
        what=_named(gates, words, short=False),
        why=one_line(why).rstrip(".") or words("taper.held.no-reason"),
    )


def _named(gates: Sequence[str], words: Words, *, short: bool) -> str:
    named = [words(f"transition.gate.{gate}") for gate in gates]
    if short and named[1:]:
        return words.listed(named, 1)
    return " · ".join(named)


def because_words(verdict: TransitionVerdict, words: Words) -> str:
    """The two axes the verdict comes from; nothing once the CMO has left."""
    if verdict.advice == "after-exit":
        return ""
    score = number(round(verdict.score, 1), words)
    if verdict.need is not None:
        return words("transition.advice.because", need=verdict.need, score=score)
    key = "because-once" if verdict.seen else "because-unknown"
    return words(f"transition.advice.{key}", n=verdict.seen, score=score)


def verdict_lines(verdict: TransitionVerdict, ready: Readiness, words: Words) -> list[str]:
    """The verdict in words, the gates that hold it back, what earns most."""
    lines = [f"**{verdict_words(verdict, words)}** {because_words(verdict, words)}".rstrip(), ""]
    for gate in verdict.gates:
        lines.append(f"- {gate_words(gate, ready, words)}")
    if verdict.gates:
        lines += ["", words("transition.readiness.gates-cap")]
    if verdict.advice != "after-exit":
        return [*lines, *best_lines(verdict, ready, words)]
    unready = unready_words(verdict, words)
    return [*lines, escaped(f"! {unready}")] if unready else lines


def gate_words(gate: str, ready: Readiness, words: Words) -> str:
    """A gate: whether it is met, or that nothing is recorded that would tell."""
    state = ready.state(gate)
    told = words(f"transition.readiness.gate-{state}")
    return f"{GATE_MARKS[state]} {pair(words(f'transition.gate.{gate}'), told, words)}"


def counted_words(signals: Signals, words: Words) -> str:
    """How many of the four signals count; that it is unknown, where two reviews did not tell."""
    if signals.level is not None:
        band = words(f"transition.signals.band.{signals.band}")
        return words("transition.signals.count", n=signals.level, band=band)
    key = "count-once" if signals.reviews else "count-unknown"
    return words(f"transition.signals.{key}", n=len(signals.seen))


def signal_lines(signals: Signals, catalogues: Catalogues, words: Words) -> list[str]:
    """The four signals at the last review, and whether they held twice."""
    if not signals.reviews:
        return [words("transition.signals.no-review"), "", words("transition.signals.rule")]
    lines = [counted_words(signals, words), ""]
    last = signals.reviews[-1]
    for name, mark in signals.marks.items():
        asked = said(catalogues, "signals", name, "name", words.language)
        told = words(f"transition.signals.mark.{mark}")
        lines.append(f"- {MARKS[mark]} {pair(asked, told, words)}")
    told = "twice" if signals.confirmed else "once"
    lines += ["", words(f"transition.signals.{told}"), "", review_line(last, words)]
    return [*lines, "", words("transition.signals.rule"), *other_currency(words)]


def review_line(review: Review, words: Words) -> str:
    """What was noted that day."""
    unknown = words("transition.signals.unknown")
    parts = [
        _figure("headcount", review.headcount, words) or unknown,
        _amount(review.budget, words) or unknown,
        _figure("team", review.team, words) or unknown,
    ]
    if review.words:
        parts.append(escaped(review.words))
    day = words("transition.signals.review", day=plain_date(review.day, words.language))
    return pair(day, " · ".join(parts), words)


def readiness_lines(verdict: TransitionVerdict, ready: Readiness, words: Words) -> list[str]:
    """The gates, then each line: earned, possible, the missing proof; last, what earns most."""
    said = words(f"transition.verdict.{ready.verdict}")
    score = number(round(ready.score, 1), words)
    lines = [f"**{words('transition.readiness.gates')}**", ""]
    for gate in GATES:
        lines.append(f"- {gate_words(gate, ready, words)}")
    head = words("transition.readiness.score", score=score, verdict=said)
    lines += ["", f"**{head}**", ""]
    for line in ready.lines:
        lines += line_lines(line, words)
    best = best_lines(verdict, ready, words)
    return [*lines, *best, "", words("transition.readiness.rule")]


def line_lines(line: ScoreLine, words: Words) -> list[str]:
    """One line of the score with its proofs."""
    name = words(f"transition.line.{line.id}")
    earned = earned_words(line, words)
    return [
        f"- {pair(name, earned, words)}",
        *(f"  - {proof_words(p, words)}" for p in line.proofs),
    ]


def earned_words(line: ScoreLine, words: Words) -> str:
    """12.5 of 15."""
    earned, possible = (number(round(each, 1), words) for each in (line.earned, line.possible))
    return words("transition.line.earned", earned=earned, possible=possible)


def proof_words(proof: Proof, words: Words) -> str:
    """What was counted, or that nothing is recorded to count."""
    done, total = number(proof.part.done, words), number(proof.part.total, words)
    if proof.part.total <= 0:
        return words("transition.proof.none", what=words(f"transition.act.{proof.id}"))
    return words(f"transition.proof.{proof.id}", done=done, total=total)


def best_lines(verdict: TransitionVerdict, ready: Readiness, words: Words) -> list[str]:
    """The one thing that would earn most now, below an empty line; none where nothing is missing,
    nor once the CMO has left."""
    best = earns_most(verdict, ready)
    return ["", _best(best, words)] if best else []


def _best(best: Proof, words: Words) -> str:
    what, gain = words(f"transition.act.{best.id}"), round(best.gain, 1)
    points = number(gain, words)
    if best.part.total <= 0:
        return words(
            "transition.readiness.best-unknown", n=gain, what=what.capitalize(), points=points
        )
    return words("transition.readiness.best", n=gain, what=what, points=points)


def _figure(name: str, value: float | None, words: Words) -> str:
    if value is None:
        return ""
    return pair(words(f"transition.signals.{name}"), number(value, words), words)


def _amount(value: float | None, words: Words) -> str:
    return "" if value is None else money(value, words)
