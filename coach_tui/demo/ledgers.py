"""The demo's two ledgers: accesses with two ends, KPIs that tell the truth."""

from datetime import timedelta
from decimal import Decimal
from typing import Any, Final, NamedTuple

from coach_tui.demo.recorder import Recorder
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.setup import follow, trust


class Tool(NamedTuple):
    """A line of the ledger: its catalogue id, tool, category, and what makes it interesting."""

    catalogue: str
    tool: str
    category: str
    critical: bool = True
    admins: int = 2
    verified: int = 3
    more: dict[str, Any] = {}  # noqa: RUF012 (never changed)


TOOLS: Final = (
    Tool("hubspot", "HubSpot", "crm"),
    Tool("google-analytics", "Google Analytics 4", "analytics", admins=1),
    Tool("brevo", "Brevo", "automation", verified=6),
    Tool("looker-studio", "Looker Studio", "reporting", more={"cmo_owns": True}),
    Tool("google-ads", "Google Ads", "ads", False, more={"personal_data": True}),
    Tool("linkedin-ads", "LinkedIn Ads", "ads", False, admins=1, more={"wide": True}),
    Tool("webflow", "Webflow", "site", False),
    Tool("semrush", "Semrush", "seo", False, verified=-1),
)


class Number(NamedTuple):
    """A KPI followed: its catalogue id, where it began, where it should go, what was read."""

    catalogue: str
    family: str
    unit: str
    kind: str
    baseline: str
    target: str
    readings: tuple[str, ...]
    definition: str = ""


GROWS, FALLS = "increase", "decrease"
NUMBERS: Final = (
    Number("mql", "marketing", "count", GROWS, "42", "110", ("48", "57", "71")),
    Number("cac", "marketing", "eur", FALLS, "4200", "3000", ("4150", "3900", "3700"), "loaded"),
    Number("new-customers", "business", "count", GROWS, "3", "8", ("3", "4", "6")),
    Number("visitor-to-lead", "marketing", "percent", GROWS, "1.1", "2", ("1.1", "1.2", "1.2")),
    Number("mql-to-sql", "business", "percent", "above", "", "20", ("22", "19", "18")),
    Number("autonomy-index", "team", "percent", GROWS, "12", "60", ("12", "25", "38")),
)


def tell_accesses(story: Recorder) -> None:
    """Eight tools: most verified, one waiting, one too wide, one in the CMO's own name."""
    for tool in TOOLS:
        asked = story.day(-8 if tool.critical else 1)
        granted = asked + timedelta(days=4)
        waiting = tool.verified < 0
        wide = tool.more.get("wide", False)
        fields: dict[str, Any] = {
            "tool": tool.tool,
            "catalogue": tool.catalogue,
            "category": tool.category,
            "critical": tool.critical,
            "owner": "Ines",
            "admins": tool.admins,
            "granter": "Ines",
            "requested_role": story.say("role-editor"),
            "requested_on": story.day(92) if waiting else asked,
            "cmo_owns": tool.more.get("cmo_owns", False),
            "personal_data": tool.more.get("personal_data", False),
        }
        if not waiting:
            fields["granted_role"] = story.say("role-admin" if wide else "role-editor")
            fields |= {"granted_to": "Ann Roche", "granted_on": granted}
            fields["verified_on"] = max(granted, story.day(tool.verified))
            fields |= {"evidence": story.say("login"), "more": wide}
        story.on(fields["requested_on"])
        story.do(add_access(story.engagement, tool.catalogue, fields, story.today), "ops/Ines")


def tell_kpis(story: Recorder) -> None:
    """Six KPIs with three readings each; the conversion of visitors stays off track."""
    start = story.day(20)
    for number in NUMBERS:
        story.on(story.day(35))
        fields: dict[str, Any] = {
            "catalogue": number.catalogue,
            "family": number.family,
            "unit": number.unit,
            "kind": number.kind,
            "cadence": "month",
            "owner": "Léa" if number.family == "marketing" else "Ann Roche",
            "source": "HubSpot",
            "keeper": "Tom",
        }
        if number.kind == "above":
            fields["limit"] = Decimal(number.target)
        else:
            fields |= {"baseline": Decimal(number.baseline), "baseline_on": start}
            fields |= _targets(number)
        if number.definition:
            fields["definition"] = number.definition
        story.do(follow(story.engagement, number.catalogue, fields, story.today))
        _read(story, number)
    story.do(trust(story.engagement, "mql", "cmo", 4))
    story.do(trust(story.engagement, "mql", "founder", 3), "founder/Marc")


def _targets(number: Number) -> dict[str, Decimal]:
    first, last = Decimal(number.baseline), Decimal(number.target)
    step = (last - first) / 4
    return {"target_3": first + step, "target_6": first + 2 * step, "target_12": last}


def _read(story: Recorder, number: Number) -> None:
    for place, value in enumerate(number.readings):
        day = story.day(40 + 25 * place)
        story.on(day)
        heard = Heard(number.catalogue, min(day, story.today), Decimal(value))
        story.do(read_kpi(story.engagement, story.new_id(), heard, story.today), "team/Tom")
