"""The absence drill on a page: what nobody else covers, to be closed before the holiday."""

from __future__ import annotations

from collections.abc import Iterator

from coach_tui.coach.named import Named, called
from coach_tui.coach.team.absence import Uncovered
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import plain_date


def uncovered_lines(
    drill: Uncovered, named: Named, words: Words
) -> Iterator[tuple[str, list[str]]]:
    """Each kind of thing (a word key) with what nobody else covers, in people's words."""
    found = {
        "skills": [called(each, "", named.skills) for each in drill.skills],
        "rituals": [
            f"{called(ritual, '', named.rituals)} × {count}" for ritual, count in drill.rituals
        ],
        "kpis": [called(each, "", named.kpis) for each in drill.kpis],
        "accesses": [name for _, name in drill.accesses],
        "decisions": [named.decisions.get(each, each) for each in drill.decisions],
        "waiting": list(drill.waiting),
    }
    for kind, lines in found.items():
        if lines:
            yield f"drill.{kind}", lines


def absence_sheet(drill: Uncovered, who: str, named: Named, words: Words) -> str:
    """The document: boxes to tick as each gap is closed."""
    dates = {
        "start": plain_date(drill.start, words.language),
        "end": plain_date(drill.end, words.language),
    }
    parts = [[f"# {words('drill.title', person=escaped(who), **dates)}"]]
    if drill.nothing:
        parts.append([words("drill.nothing")])
    for key, lines in uncovered_lines(drill, named, words):
        parts.append([f"## {words(key)}"])
        parts.append([f"- [ ] {escaped(line)}" for line in lines])
    parts.append([words("drill.rule")])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"
