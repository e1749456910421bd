"""A client of the portfolio, in words."""

from __future__ import annotations

from coach_tui.coach.glance import Glance
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import day_and_month
from coach_tui.language.numbers import write_percent


def client_words(line: Glance, words: Words, company_width: int = 0) -> str:
    """The company, its stage, what is late, advised, measured, and next."""
    name = one_line(line.company, company_width or 40) or "?"
    return " · ".join([f"{name:<{company_width}}", *facts(line, words)])


def facts(line: Glance, words: Words) -> list[str]:
    """What is known of this client; what is not recorded is left out."""
    return [told for told in columns(line, words) if told]


def columns(line: Glance, words: Words) -> tuple[str, str, str, str, str, str]:
    """Its stage, what is late, advised, measured (autonomy, days), and next; empty: not known."""
    if line.archived:
        return (words("engagements.archived"), "", "", "", "", "")

    def share(key: str, value: float | None) -> str:
        if value is None:
            return ""
        return words(f"portfolio.{key}", share=write_percent(value, words.language, 0))

    day = day_and_month(line.next_meeting, words.language) if line.next_meeting else ""
    return (
        one_line(line.stage),
        "! " + words("today.late", n=line.late) if line.late else "",
        words("portfolio.advice", n=len(line.advice)) if line.advice else "",
        share("autonomy", line.autonomy),
        share("burn", line.burn),
        words("portfolio.next", day=day) if day else "",
    )
