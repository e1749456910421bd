"""A month's report as it leaves, for what was recorded."""

from __future__ import annotations

from datetime import date

from coach_tui.bundled import Catalogues, load_playbook, read_content
from coach_tui.engagement.state import Engagement
from coach_tui.exports.documents.facts import Facts
from coach_tui.exports.documents.fill import begun, leaving
from coach_tui.exports.documents.kind import kind_named
from coach_tui.language import Language, Words


def report_of(
    known: Engagement,
    month: str,
    today: date,
    language: Language = "en",
    *,
    levels: bool = False,
) -> str:
    """The report of this month, drafted."""
    facts = Facts(
        known, Catalogues(), load_playbook(language)[0], Words(language), today,
        f"monthly-report/{month}", "Ann", levels,
    )  # fmt: skip
    kind = kind_named(Catalogues(), "monthly-report")
    template = read_content("templates", "monthly-report", f"{language}.md")
    return leaving(begun(template, kind, facts), kind, facts).text
