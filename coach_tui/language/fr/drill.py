"""L’exercice d’absence."""

WORDS = {
    "drill.title": "Absence de {person}, du {start} au {end} : ce que personne d’autre ne couvre",
    "drill.nothing": "Rien de ce qui est enregistré ne repose sur cette seule personne.",
    "drill.skills": "Compétences que personne d’autre en interne ne maîtrise seul",
    "drill.rituals": "Rituels animés par cette personne",
    "drill.kpis": "KPI tenus ou mis à jour par cette personne",
    "drill.accesses": "Accès sans autre propriétaire",
    "drill.decisions": "Décisions que personne d’autre ne prend",
    "drill.waiting": "Décisions et promesses en attente",
    "drill.rule": "Tiré de ce qui est enregistré. ≈ règle de l’outil : comblez d’abord le manque le plus risqué, et annoncez les dates quatre semaines à l’avance.",
}
