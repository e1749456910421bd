"""L’exercice d’absence."""

WORDS = {
    "drill.title": "{person} absent du {start} au {end} : ce que personne d’autre ne couvre",
    "drill.nothing": "Rien de ce qui est enregistré ne repose sur cette seule personne.",
    "drill.skills": "Compétences que personne d’autre en interne ne maîtrise seul",
    "drill.rituals": "Rituels qu’elle anime",
    "drill.kpis": "KPI dont elle répond ou qu’elle met à jour",
    "drill.accesses": "Accès dont elle est seule propriétaire",
    "drill.decisions": "Décisions que personne d’autre ne prend",
    "drill.waiting": "Décisions et promesses qui l’attendent",
    "drill.rule": "Tiré de ce qui est enregistré. Comblez d’abord le manque le plus risqué, et annoncez les dates quatre semaines à l’avance (règle de l’outil).",
}
