"""Search in one engagement."""

WORDS = {
    "search.title": "Search this engagement",
    "search.hint": "words, without accents or case",
    "search.nothing": "Nothing holds “{words}” here.",
    "search.keys": "Enter: open · ↓: results · Esc: close",
    "search.empty": "Steps, notes, decisions, promises, the glossary: in this engagement only.",
    "search.kind.step": "step",
    "search.kind.note": "note",
    "search.kind.term": "glossary",
    "search.kind.decision": "decision",
    "search.kind.promise": "promise",
    "search.kind.occurrence": "meeting",
    "search.kind.access": "access",
    "search.kind.kpi": "KPI",
    "search.kind.reading": "reading",
    "search.kind.person": "person",
    "search.kind.skill": "skill",
    "search.kind.candidate": "candidate",
    "search.kind.open-loop": "open loop",
    "search.kind.report": "report",
    "search.kind.dossier-section": "handover dossier",
}
