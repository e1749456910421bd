"""L’équipe : personnes, compétences, niveaux, délégation, absences, et les refus motivés."""

WORDS = {
    "refusal.team.no-name": "Le nom est vide. Écrivez un nom.",
    "refusal.team.long-name": "Ce nom dépasse {limit} caractères. Raccourcissez-le.",
    "refusal.team.kind": "« {kind} » ne fait pas partie de : {kinds}.",
    "refusal.team.unknown-person": "Personne ici ne s’appelle « {name} ». `coach team list` donne tous les noms.",
    "refusal.team.several-people": "« {name} » peut désigner {people}. Écrivez lequel.",
    "refusal.team.unknown-skill": "La compétence « {skill} » n’est pas sur la carte. Ajoutez-la d’abord.",
    "refusal.team.weight": "Un poids vaut 1, 2 ou 3, pas {weight}.",
    "refusal.team.level": "Un niveau va de 0 à 4 : {level} n’en est pas un.",
    "refusal.team.side": "« {side} » n’est ni cmo ni member : dites au nom de qui vous évaluez.",
    "refusal.team.future": "Le {day} n’est pas encore venu : écrivez un jour passé.",
    "refusal.team.evidence": "Le niveau {level} demande sa preuve : dites quel cas réel le montre, et qui l’a vérifié.",
    "refusal.team.no-decision": "La décision est vide. Dites ce qu’il y a à décider.",
    "refusal.team.delegation-level": "Un niveau de délégation va de 1 (je décide) à 7 (vous décidez).",
    "refusal.team.absence-order": "L’absence finit le {end}, avant de commencer le {start}. Inversez les deux jours.",
    "refusal.team.result": "« {result} » ne fait pas partie de planned, passed, failed.",
    "refusal.team.not-over": "Cette absence dure jusqu’au {end} : dites comment elle s’est passée une fois finie.",
}
