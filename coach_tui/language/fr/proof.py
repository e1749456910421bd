"""Words for what a record shows: why a step is done, why a condition is met."""

from __future__ import annotations

WORDS: dict[str, str | dict[str, str]] = {
    "proof.day": "{day}",
    "proof.days": "du {first} au {last}",
    "proof.percent": "{n} %",
    "proof.tools": "{tools}",
    "proof.tool": "{tool} ({day})",
    "proof.need": "{score}, le {day}",
    "proof.score": "{score} sur 8",
    "proof.dose": {"one": "{n} jour par semaine", "other": "{n} jours par semaine"},
    "proof.cost": {"one": "{n} jour à {rate}", "other": "{n} jours à {rate}"},
    "proof.model": "{model} : {reason}",
    "proof.contract": "périmètre, temps, objectifs et sortie sont convenus",
    "proof.signals": {
        "one": "{n} signal sur {total}, revue du {day}",
        "other": "{n} signaux sur {total}, revue du {day}",
    },
    "proof.no-loops": {
        "one": "rien d’ouvert, {n} endroit regardé",
        "other": "rien d’ouvert, {n} endroits regardés",
    },
    "proof.answered": "répondu",
    "proof.written": "écrit",
    "proof.who-day": "{who}, {day}",
    "proof.nine": "les neuf documents, relus par d’autres que leurs auteurs : {who}",
    "proof.split": "{a} / {b} / {c}",
    "proof.candidates": {"one": "{n} candidat", "other": "{n} candidats"},
    "proof.meetings": {"one": "{n} échange, {day}", "other": "{n} échanges, le dernier le {day}"},
    "proof.written-up": {"one": "{n} compte rendu", "other": "{n} comptes rendus"},
    "proof.objectives": {"one": "{n} objectif", "other": "{n} objectifs"},
    "proof.quick-wins": {
        "one": "{n} victoire rapide promise",
        "other": "{n} victoires rapides promises",
    },
    "proof.checks": {"one": "{n} vérification faite", "other": "{n} vérifications faites"},
    "proof.report": "{month}",
    "proof.kpis": {"one": "{n} KPI suivi", "other": "{n} KPI suivis"},
    "proof.skills": {"one": "{n} compétence", "other": "{n} compétences"},
    "proof.decisions": {"one": "{n} décision déléguée", "other": "{n} décisions déléguées"},
}
