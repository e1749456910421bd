"""Every name a KPI goes by, in both languages: what a spreadsheet's column may be called."""

from __future__ import annotations

from coach_tui.coach.kpi.overview import Entries, kpi_name
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.state import Engagement
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.fold import folded


def kpis_by_name(engagement: Engagement, entries: Entries) -> dict[str, str]:
    """KPI ids by folded name: what people call it, the catalogue's names, the id itself last."""
    found: dict[str, str] = {}
    for kpi_id, kpi in kpis_of(engagement).items():
        names = [kpi_name(kpi, entries, Words(language)) for language in LANGUAGES]
        for name in (*names, kpi_id.replace("-", " "), kpi_id):
            found.setdefault(folded(name), kpi_id)
    return found
