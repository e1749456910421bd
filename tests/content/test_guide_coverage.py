"""Every line of the guide's own lists is met by something a reader can open, in both languages.

The lines are those of the inventory made from the guide; each is named `SYSTEM line` and met by
`step:<id>`, `<catalogue>:<id>`, `screen:<id>` (a place of the app, by its command) or
`profile:<field>` or `page:<id>`. What is in a catalogue is met where a reader finds it by a search
and reads it on its page.
"""

from __future__ import annotations

from typing import Final

from coach_tui import bundled
from coach_tui.coach.pages import page_at
from coach_tui.coach.search import search
from coach_tui.engagement.profile import Profile
from coach_tui.engagement.state import Engagement
from coach_tui.language import LANGUAGES, Language, Words
from coach_tui.library import pages_of
from coach_tui.ui.commands import COMMANDS

MET: Final[dict[str, str]] = {
    "DEF senior, a few days a week": "models:fractional",
    "DEF 1–3 days a week": "profile:days_per_week",
    "DEF 3–12 months": "profile:planned_end",
    "DEF 2–4 companies at once": "screen:engagements",
    "DEF role: strategy, team, positioning, growth, leads, board": "step:mandate-decision-rights",
    "MOD 1 fractional": "models:fractional",
    "MOD 2 part-time": "models:part-time",
    "MOD 3 as a service": "models:as-a-service",
    "MOD three axes": "step:model-choice",
    "ADV a expertise": "advantages:expertise",
    "ADV b costs": "advantages:cost",
    "ADV c flexibility": "advantages:flexibility",
    "ADV d outside view": "advantages:outside-view",
    "ADV e network": "advantages:network",
    "ADV f no HR commitment": "advantages:no-hr",
    "COST full time 120–150 + 30–40 K€": "contradictions:full-time-cost",
    "COST fractional 60–80 K€ a year": "contradictions:days-for-the-fee",
    "COST savings 50–60, 40–60, up to 70 %": "contradictions:saving",
    "COST day rate 1,100 €": "step:budget-time",
    "COST 85 K€ gross ≈ 110 K€": "contradictions:employer-charges",
    "COST absent table: day rates": "contradictions:table-day-rates",
    "COST absent table: three scenarios": "contradictions:table-scenarios",
    "COST absent table: annual costs": "contradictions:table-annual-cost",
    "COST absent table: the models": "contradictions:table-models",
    "FIT 1 headcount 20–100": "profile:headcount",
    "FIT 2 revenue 2–15 M€": "profile:revenue",
    "FIT 3 marketing budget 50–500 K€": "profile:marketing_budget",
    "FIT 4 sector": "profile:sector",
    "SIT 1 nobody leads": "situations:no-lead",
    "SIT 2 launch": "situations:launch",
    "SIT 3 fundraising": "situations:raise",
    "SIT 4 replacement": "situations:interim",
    "SIT 5 from zero to one": "situations:zero-to-one",
    "SIT example: 4 days a month for 6 months": "contradictions:four-days-a-month",
    "NEED 1 no direction": "need-questions:direction",
    "NEED 2 under 150 K€": "need-questions:budget",
    "NEED 3 within a month": "need-questions:speed",
    "NEED 4 stagnation": "need-questions:stall",
    "NEED 5 fundraising or scale": "need-questions:raise-scale",
    "NEED 6 test before a permanent one": "need-questions:test",
    "NEED 7 structure the processes": "need-questions:process",
    "NEED 8 coach or mentor": "need-questions:coach",
    "NEED rule: several boxes": "contradictions:several-boxes",
    "CHOICE-F 1–4": "models:fractional",
    "CHOICE-T 1–4": "models:full-time",
    "CHOICE more than size": "contradictions:company-size",
    "COMP-S vision, positioning, go-to-market, pricing": "candidate-criteria:vision",
    "COMP-S growth by objectives": "candidate-criteria:results",
    "COMP-S management, board, marketing and sales": "candidate-criteria:board",
    "COMP-O acquisition, content, demand generation": "candidate-criteria:acquisition",
    "COMP-O dashboards, cohorts, attribution": "candidate-criteria:measurement",
    "COMP-O stack": "candidate-criteria:stack",
    "COMP-O SEO to ABM, brand, PR": "candidate-criteria:levers",
    "COMP-M bring people along, upskill": "candidate-criteria:develop",
    "COMP-M recruit, delegate, agencies": "candidate-criteria:delegate",
    "COMP-M three pillars": "candidate-criteria:communication",
    "COMP-X adaptation, adhesion": "candidate-criteria:adaptation",
    "COMP-X transmission, autonomy": "candidate-criteria:transmission",
    "COMP-X network": "candidate-criteria:network",
    "COMP-X curiosity": "candidate-criteria:curiosity",
    "SEL 1 track record": "candidate-criteria:track-record",
    "SEL 2 sector": "candidate-criteria:sector",
    "SEL 3 human and cultural fit": "candidate-criteria:fit",
    "SEL 4 real availability": "candidate-criteria:availability",
    "SEL 5 strategic alignment": "candidate-criteria:alignment",
    "REC 1 need, KPIs, budget, time": "step:success-kpis",
    "REC 2 sourcing": "step:sourcing",
    "REC 2 doubtful platforms": "contradictions:platforms",
    "REC 3 interviews": "step:interviews",
    "REC 3 references": "step:references",
    "REC 4 one-month test": "step:test-mission",
    "REC 5 scope": "contract-clauses:scope",
    "REC 5 time": "contract-clauses:time",
    "REC 5 objectives and KPIs": "contract-clauses:objectives",
    "REC 5 exit": "contract-clauses:exit",
    "ONB 1 CRM": "step:access-crm",
    "ONB 1 analytics": "step:access-analytics",
    "ONB 1 automation": "step:access-automation",
    "ONB 1 reporting": "step:access-reporting",
    "ONB 2 company brief": "step:brief-company",
    "ONB 3 immersion": "step:interviews-internal",
    "ONB 4 history": "step:data-performance",
    "ONB 4 budget": "step:data-budget",
    "ONB 4 resources": "step:data-resources",
    "ONB 4 roadmap": "step:data-roadmap",
    "ONB 5 scope": "step:scope-raci",
    "ONB goal: recommendations soon": "step:first-recommendations",
    "KPI 0 budget": "step:budget-marketing",
    "KPI 1 business": "step:business-objectives",
    "KPI 1 fundraising": "step:fundraise-pack",
    "KPI 2 MQL": "kpis:mql",
    "KPI 2 CAC": "kpis:cac",
    "KPI 2 LTV": "kpis:ltv",
    "KPI 2 conversion": "kpis:mql-to-sql",
    "KPI 3 team": "step:team-objectives",
    "KPI 4 three months": "step:quick-wins-3m",
    "KPI 4 six months": "step:structure-6m",
    "KPI 4 twelve months": "step:scale-12m",
    "RIT 1 weekly hour": "rituals:weekly-ceo",
    "RIT 2 stand-up": "rituals:standup",
    "RIT 3 monthly report": "rituals:monthly-report",
    "RIT 4 async": "rituals:async-charter",
    "RIT 5 availability": "rituals:availability-slots",
    "RIT its own load": "contradictions:ritual-load",
    "UPS 1 workshops": "step:workshops",
    "UPS 1 templates": "step:templates",
    "UPS 1 mini-trainings": "step:mini-trainings",
    "UPS 2 coaching": "step:coaching-11",
    "UPS 3 acquisition": "step:doc-acquisition",
    "UPS 3 reporting": "step:doc-reporting",
    "UPS 3 campaigns": "step:doc-campaign",
    "UPS 4 progressive autonomy": "step:taper",
    "TRA signal 1 over 100 people": "signals:headcount",
    "TRA signal 2 over 150 K€": "signals:budget",
    "TRA signal 3 daily presence": "signals:presence",
    "TRA support 1 recruitment": "step:permanent-sourcing",
    "TRA support 1 evaluation": "step:evaluation",
    "TRA support 1 onboarding": "step:preboarding",
    "TRA support 2 one to two months": "step:overlap-plan",
    "TRA support 3 advisory": "step:advisory",
    "TRA three signals or four": "contradictions:transition-signals",
    "FRAME type of support": "step:support-type",
    "FRAME starting context": "step:start-context",
    "EXIT 1–3": "step:exit-horizon",
    "EXIT scenarios": "step:exit-scenario",
    "REX structure then deploy": "practice-notes:structure-then-deploy",
    "REX a targeted topic": "practice-notes:one-lever",
    "REX audit and pilot, then rollout": "practice-notes:pilot-then-rollout",
    "REX strategy from zero": "practice-notes:from-nothing",
    "REX 2–3 missions a year": "practice-notes:missions-a-year",
    "CMOPOS communities, peers": "practice-notes:communities",
    "CMOPOS the market": "practice-notes:market",
    "CMOPOS three questions": "practice-notes:positioning",
    "CMOPOS strengths and fit": "step:cmo-fit",
    "CMOPOS the long game": "practice-notes:long-game",
    "INC 5 no fixed term or trial": "contradictions:trial",
    "INC 5 planned duration": "contradictions:planned-duration",
    "INC 6 100–150 K€": "contradictions:grey-zone",
    "INC 6 out of reach": "contradictions:out-of-reach",
    "INC 9 micro-entrepreneur": "contradictions:micro-entrepreneur",
    "INC 10 2025 and 2026": "contradictions:years",
    "ORIGIN United States, start-ups, recent in France": "page:background",
    "ORIGIN names: fractional, fractionné": "page:background",
    "ORIGIN why now: prudent hiring": "page:background",
    "CONTEXT after a series A, product-market fit": "page:background",
    "CONTEXT advisory for very early companies": "page:background",
    "PROFILE the lone expert": "page:background",
    "PROFILE from B2C": "page:background",
    "PROFILE presence, hybrid or remote": "page:background",
    "SOURCING communities on Slack": "page:background",
    "SOURCING references where little is visible": "page:background",
}


def is_met(by: str, language: Language) -> bool:
    """Whether a reader of this language can open what meets a line."""
    kind, _, identity = by.partition(":")
    if kind == "step":
        return bundled.load_playbook(language)[0].step(identity) is not None
    if kind == "profile":
        named = Words(language)(f"profile.{identity}") != f"profile.{identity}"
        return identity in Profile._fields and named
    if kind == "screen":
        return identity in {command.id for command in COMMANDS}
    pages = pages_of(language)
    if kind == "page":
        return page_at(pages, identity) is not None
    entries, _ = bundled.load_catalogue(kind)
    place = next((n for n, each in enumerate(entries, 1) if each.id == identity), None)
    found = page_at(pages, f"{kind}/{place}")
    if place is None or found is None:
        return False
    title = found[0].sections[place - 1].title
    playbook, _ = bundled.load_playbook(language)
    hits = search(title, playbook, Engagement(), (), language, pages)
    return f"{kind}/{place}" in {hit.id for hit in hits}


def test_every_line_is_met_in_both_languages() -> None:
    unmet = [
        f"{line} ({language}): {by}"
        for line, by in MET.items()
        for language in LANGUAGES
        if not is_met(by, language)
    ]
    assert unmet == []


def test_a_line_that_nothing_meets_is_noticed() -> None:
    for by in ("step:no-such", "advantages:no-such", "screen:no-such", "profile:no_such"):
        assert not is_met(by, "fr"), by


def test_every_advantage_says_what_three_people_gain() -> None:
    entries, _ = bundled.load_catalogue("advantages")
    assert len(entries) == 6
    assert all(len(entry.words["fr"]["gains"]) == 3 for entry in entries)
