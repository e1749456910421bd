"""Monthly reports as their authors left them: kept word for word, one a month."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.documents.record import digest
from coach_tui.engagement.rhythm.rituals import RUNNERS
from coach_tui.engagement.state import Engagement, flag_of, text_of, viewed
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "report"
LIMIT: Final = 100_000  # characters; two pages have 6,000
_MONTH: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


class Report(NamedTuple):
    """One month's report. `month` is "2026-03"; `sent` the day it went out; written by whom.

    draft  the digest of the text it began as; empty where it is not known.
    """

    month: str
    text: str
    written_by: str = "cmo"
    sent: date | None = None
    draft: str = ""

    @property
    def written(self) -> bool:
        """Whether its author wrote in it: it is not the draft it began as, nor one of before, which
        asked for the sentence that matters."""
        asked = any(prompt in self.text for prompt in _prompts())
        return not asked and digest(self.text) != self.draft

    @property
    def sent_by_team(self) -> bool:
        """Whether the team wrote it and sent it: a draft nobody touched is nobody's report."""
        return self.written_by == "team" and self.sent is not None and self.written


@viewed
def reports_of(engagement: Engagement) -> Mapping[str, Report]:
    """Every report kept, by month."""
    found = {}
    for month, record in sorted(engagement.records(ENTITY).items()):
        text, by = text_of(record, "text"), text_of(record, "written_by", "cmo")
        if text and is_month(month) and not flag_of(record, "_deleted"):
            by = by if by in RUNNERS else "cmo"
            sent, draft = day_of(record, "sent"), text_of(record, "draft")
            found[month] = Report(month, text, by, sent, draft)
    return found


def is_month(text: str) -> bool:
    """Whether this is a month, such as 2026-03."""
    return _MONTH.fullmatch(text) is not None


def month_of(day: date) -> str:
    """The month of this day, such as 2026-03."""
    return f"{day.year:04}-{day.month:02}"


def keep_report(
    month: str, text: str, written_by: str, sent: date | None = None, draft: str = ""
) -> Decision:
    """Keep this text as the month's report, exactly as edited; `draft` is what it began as."""
    if not is_month(month):
        return Refusal("refusal.rhythm.month", {"month": month})
    if not text.strip():
        return Refusal("refusal.rhythm.empty-report")
    if len(text) > LIMIT:
        return Refusal("refusal.step.long", {"limit": LIMIT})
    if written_by not in RUNNERS:
        return Refusal("refusal.rhythm.run-by", {"run_by": written_by})
    fields = {"text": text, "written_by": written_by}
    fields |= {"draft": digest(draft)} if draft else {}
    dates = {"sent": sent.isoformat()} if sent else {}
    # The whole text is searched for secrets in pieces: its length was checked just above.
    pieces = [text[start : start + 9_000] for start in range(0, len(text), 8_500)]
    return refuse_words(*pieces) or [Draft(ENTITY, month, {**fields, **dates})]


@cache
def _prompts() -> tuple[str, ...]:
    """What the draft asks of its author, in either language."""
    return tuple(Words(language)("report.summary") for language in LANGUAGES)
