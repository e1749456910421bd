"""A client of the portfolio, in words."""

from __future__ import annotations

from coach_tui.coach.plan import Planned
from coach_tui.coach.portfolio import Line
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import day_and_month
from coach_tui.language.numbers import write_percent


def client_words(line: Line, words: Words, company_width: int = 0) -> str:
    """The company, its stage, what is late, advised, measured, and next."""
    name = one_line(line.company, company_width or 40) or "?"
    return " · ".join([f"{name:<{company_width}}", *facts(line, words)])


def facts(line: Line, words: Words) -> list[str]:
    """What is known of this client; what is not recorded is left out."""
    if line.archived:
        return [words("engagements.archived")]
    told = [one_line(line.stage)]
    if line.late:
        told.append("! " + words("today.late", n=line.late))
    if line.advice:
        told.append(words("portfolio.advice", n=len(line.advice)))
    if line.autonomy is not None:
        share = write_percent(line.autonomy, words.language, 0)
        told.append(words("portfolio.autonomy", share=share))
    if line.burn is not None:
        told.append(words("portfolio.burn", share=write_percent(line.burn, words.language, 0)))
    if line.next_meeting:
        day = day_and_month(line.next_meeting, words.language)
        told.append(words("portfolio.next", day=day))
    return told


def act_words(act: Planned, words: Words) -> str:
    """One of the week's acts: its day, late or not, and its title."""
    day = day_and_month(act.due, words.language) if act.due else ""
    return f"{'!' if act.late else ' '}{day:<9} {one_line(act.step.title)}"
