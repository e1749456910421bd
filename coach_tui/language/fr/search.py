"""La recherche dans une mission."""

WORDS = {
    "search.title": "Chercher dans cette mission",
    "search.hint": "des mots, sans accents ni majuscules",
    "search.nothing": "Rien ne contient «\xa0{words}\xa0» ici.",
    "search.keys": "Entrée\xa0: ouvrir · ↓\xa0: résultats · Échap\xa0: fermer",
    "search.empty": "Actions, notes, décisions, promesses, glossaire\xa0: dans cette mission seulement.",
    "search.kind.step": "action",
    "search.kind.note": "note",
    "search.kind.term": "glossaire",
    "search.kind.decision": "décision",
    "search.kind.promise": "promesse",
    "search.kind.occurrence": "réunion",
    "search.kind.access": "accès",
    "search.kind.kpi": "KPI",
    "search.kind.reading": "relevé",
    "search.kind.person": "personne",
    "search.kind.skill": "compétence",
    "search.kind.candidate": "candidat",
    "search.kind.open-loop": "boucle ouverte",
    "search.kind.report": "rapport",
    "search.kind.dossier-section": "dossier de passation",
}
