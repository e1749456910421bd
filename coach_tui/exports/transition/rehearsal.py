"""A rehearsal in words: its questions, what it came to, and the loop each miss opens."""

from __future__ import annotations

from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.rehearsal import (
    RESULTS,
    Rehearsal,
    RehearsalQuestion,
    rehearsals_of,
)
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.language.numbers import write_number

MARKS = {"found": "✓", "vague": "~", "missing": "✗", "": "·"}


def question_words(asked: RehearsalQuestion, words: Words) -> str:
    """What is asked, aloud."""
    return words(f"rehearsal.ask.{asked.key}", what=one_line(asked.subject, 80))


def section_name(asked: RehearsalQuestion, catalogues: Catalogues, words: Words) -> str:
    """The section of the dossier that answers it."""
    return said(catalogues, "dossier-sections", asked.section, "name", words.language)


def loop_topic(asked: RehearsalQuestion, catalogues: Catalogues, words: Words) -> str:
    """What the open loop of a miss is called."""
    section = section_name(asked, catalogues, words)
    return words("rehearsal.loop", section=section, question=question_words(asked, words))


def rehearsal_words(held: Rehearsal, words: Words) -> str:
    """`3 March 2026 · Ada · 9 found, 2 vague, 1 missing of 12 · 31 min`."""
    parts = [plain_date(held.day, words.language), one_line(held.who, 40)]
    counts = (words(f"rehearsal.counted.{result}", n=held.counted(result)) for result in RESULTS)
    told = ", ".join(counts)
    parts.append(words("rehearsal.counted", counts=told, total=len(held.asked)))
    if held.minutes is not None:
        parts.append(words("rehearsal.minutes-said", n=write_number(held.minutes, words.language)))
    if not held.whole:
        parts.append(words("rehearsal.left", n=len(held.asked) - len(held.results)))
    return " · ".join(part for part in parts if part)


def last_words(engagement: Engagement, words: Words) -> str:
    """The last rehearsal, for whoever reads the readiness: the last at which something was
    answered, however many were drawn since."""
    drawn = rehearsals_of(engagement)
    held = [each for each in drawn if each.results] or drawn
    return words("rehearsal.last", said=rehearsal_words(held[-1], words)) if held else ""


def rehearsal_lines(held: Rehearsal, catalogues: Catalogues, words: Words) -> list[str]:
    """Its questions, one a line: a mark, a number, the question, the section that answers it."""
    lines = []
    for place, asked in enumerate(held.asked):
        result = held.results.get(place, "")
        told = f"{MARKS[result]} {place + 1}. {question_words(asked, words)}"
        lines.append(f"{told} ({section_name(asked, catalogues, words)})")
    return lines
