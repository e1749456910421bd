"""What an import would do, a line each, for a terminal and for the app's preview alike."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coach_tui.engagement.kpi.record import Kpi
from coach_tui.language.clean import one_line
from coach_tui.language.dates import short_date
from coach_tui.language.listed import Listed
from coach_tui.language.units import write_value

if TYPE_CHECKING:
    from coach_tui.exports.kpi.doubts import Case
    from coach_tui.exports.kpi.importing import Outcome
    from coach_tui.exports.kpi.readings_in import CellNotRead, FoundReading
    from coach_tui.language import Words

Kpis = Mapping[str, Kpi]


def found_words(found: "FoundReading", kpis: Kpis, words: "Words") -> str:
    """A reading that would be added."""
    heard = found.heard
    value = write_value(heard.value, kpis[heard.kpi].unit, words, exact=True)
    return f"+ {heard.kpi}  {short_date(heard.day, words.language)}  {value}"


def refused_words(cell: "CellNotRead", words: "Words") -> str:
    """A cell that can't be read, and why."""
    why, text = words.refusal(cell.refusal), one_line(cell.text, 40)
    if not text:
        return words("table.refused-row", line=cell.line, why=why)
    return words("table.refused-line", line=cell.line, text=text, why=why)


def case_words(case: "Case", about: str, kpis: Kpis, words: "Words") -> str:
    """A reading in doubt: where it stands, and both its values."""
    unit = kpis[case.kpi].unit
    where = words("table.on-lines", n=len(case.lines), lines=Listed(map(str, case.lines)))
    values = [write_value(value, unit, words, exact=True) for value in case.here]
    here = words.listed(values, joint=" · ")
    if case.known is None:
        said = words("table.case.alone", here=here)
    else:
        known = write_value(case.known, unit, words, exact=True)
        said = words(f"table.case.{about}", here=here, known=known)
    return f"? {case.kpi}  {short_date(case.day, words.language)}  {said} ({where})"


def counts_words(outcome: "Outcome", words: "Words") -> list[str]:
    """How many of each."""
    doubts = sum(len(doubt.cases) for doubt in outcome.doubts)
    counts = {
        "would": len(outcome.found), "doubtful": doubts, "known": outcome.known,
        "repeated": outcome.repeated, "refused": len(outcome.refused),
        "left-out": len(outcome.left_out),
    }  # fmt: skip
    return [words(f"table.{name}", n=n) for name, n in counts.items() if n]
