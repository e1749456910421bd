"""What remains to pass a stage, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from coach_tui.coach.journey import Journey, Test
from coach_tui.exports.proof_words import proof_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line

SIGNS: Final = {True: "✓", False: "·", None: "?"}
BECAUSE: Final = 90


def remaining_words(journey: Journey, words: Words) -> str:
    """One sentence: what is missing, what is left to people, or that nothing is."""
    missing, judged = len(journey.remaining), len(journey.to_judge)
    if journey.passed:
        return words("journey.passed")
    met = sum(bool(test.met) for test in journey.exit)
    parts = [words("journey.met", n=met, total=len(journey.exit))] if journey.exit else []
    if missing:
        parts.append(words("journey.missing", n=missing))
    if judged:
        parts.append(words("journey.judge", n=judged))
    return " · ".join(parts) or words("journey.none")


def test_lines(tests: tuple[Test, ...], words: Words) -> Iterator[str]:
    """Each condition with its sign, and what shows it or is missing."""
    for test in tests:
        yield f"{SIGNS[test.met]} {one_line(test.criterion.text)}{_because(test, words)}"


def _because(test: Test, words: Words) -> str:
    if test.met is None:
        return f" ({words('journey.by-you')})"
    if not test.because:
        return ""
    lacks = "journey.lacks" if test.declared else "journey.now"
    key = "journey.shown-by" if test.met else lacks
    because = one_line(proof_words(test.because, words), BECAUSE)
    return f" ({words(key, because=because)})"
