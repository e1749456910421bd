"""Les KPI : leurs champs, où ils en sont, ce qui est calculé, et pourquoi on a refusé."""

WORDS = {
    "kpi.family.business": "business",
    "kpi.family.marketing": "marketing",
    "kpi.family.team": "équipe",
    "kpi.unit.count": "nombre",
    "kpi.unit.eur": "€",
    "kpi.unit.percent": "%",
    "kpi.unit.times": "× (ratio)",
    "kpi.unit.months": "mois",
    "kpi.unit.days": "jours",
    "kpi.unit.hours": "heures",
    "kpi.value.times": "{value} ×",
    "kpi.value.months": {"one": "{value} mois", "other": "{value} mois"},
    "kpi.value.days": {"one": "{value} jour", "other": "{value} jours"},
    "kpi.value.hours": {"one": "{value} heure", "other": "{value} heures"},
    "kpi.kind.increase": "monter à",
    "kpi.kind.decrease": "descendre à",
    "kpi.kind.above": "rester au-dessus de",
    "kpi.kind.below": "rester au-dessous de",
    "kpi.kind.input": "seulement une donnée pour ce qui se calcule",
    "kpi.cadence.week": "chaque semaine",
    "kpi.cadence.fortnight": "toutes les deux semaines",
    "kpi.cadence.month": "chaque mois",
    "kpi.cadence.quarter": "chaque trimestre",
    "kpi.cadence.half-year": "chaque semestre",
    "kpi.cadence.year": "chaque année",
    "kpi.status.on-track": "dans le rythme",
    "kpi.status.watch": "à surveiller",
    "kpi.status.off-track": "décroché",
    "kpi.status.too-early": "trop tôt pour le dire",
    "kpi.status.no-reading": "aucun relevé",
    "kpi.status.no-baseline": "sans point de départ",
    "kpi.status.no-target": "sans cible",
    "kpi.status.reached": "atteinte",
    "kpi.status.missed": "manquée",
    "kpi.status.followed": "donnée",
    "kpi.stale": "périmé",
    "kpi.due": "relevé attendu",
    "kpi.computed": "calculé",
    "kpi.pace": "allure {pace}",
    "kpi.name": "Nom",
    "kpi.definition": "Définition",
    "kpi.formula": "Formule",
    "kpi.family": "Famille",
    "kpi.unit": "Unité",
    "kpi.kind": "Sens",
    "kpi.cadence": "Relevé",
    "kpi.baseline": "Point de départ",
    "kpi.baseline_on": "Mesuré le",
    "kpi.target": "Cible",
    "kpi.target_3": "Cible à 3 mois",
    "kpi.target_6": "Cible à 6 mois",
    "kpi.target_12": "Cible à 12 mois",
    "kpi.target-by": "{value} pour le {day}",
    "kpi.limit": "Limite",
    "kpi.owner": "Responsable",
    "kpi.source": "Source",
    "kpi.keeper": "Mis à jour par",
    "kpi.confidence": "Confiance",
    "kpi.confidence-of": "{role} {level}/5",
    "kpi.guard": "À lire à côté",
    "kpi.pitfall": "Piège",
    "kpi.benchmark": "Repère",
    "kpi.readings": "Relevés",
    "kpi.inputs": "Données",
    "kpi.computed-ones": "Calculés",
    "kpi.progress": "Avancement",
    "kpi.now": "Actuel",
    "kpi.status": "État",
    "kpi.day": "Jour",
    "kpi.value": "Valeur",
    "kpi.note": "Note",
    "kpi.author": "Par",
    "kpi.kpi": "KPI",
    "kpi.rule": "L’allure et ses seuils ({on_track} et {watch}) : règle de l’outil.",
    "kpi.too-many": (
        "{n} KPI à la fois : 5 à 7 suffisent (pratique courante) ; au-delà, on ne les lit plus."
    ),
    "kpi.input.arpa": "Revenu moyen par compte (ARPA), par mois",
    "kpi.input.gross-margin": "Marge brute",
    "kpi.input.churn": "Attrition des clients, par mois",
    "kpi.input.sql": "Leads qualifiés par les ventes (SQL)",
    "kpi.derived.needed-cover": "Couverture de pipeline nécessaire",
    "kpi.derived.lead-to-mql": "Taux lead → MQL",
    "kpi.derived.sql-to-customer": "Taux SQL → client",
    "kpi.derived.missing": "pas encore calculé : il manque un relevé de {missing}",
    "kpi.derived.other-months": "non calculé : ses décomptes ne sont pas du même mois",
    "kpi.derived.zero": "non défini : {zero} vaut 0, et rien ne se divise par 0",
    "kpi.derived.zero-churn": (
        "non défini : avec une attrition de 0, aucun client ne part jamais, et sa durée de vie n’a pas de fin"
    ),
    "kpi.none": "Aucun KPI n’est encore suivi.",
    "kpi.column.day": "Jour",
    "kpi.column.kpi": "KPI",
    "kpi.column.name": "Nom",
    "kpi.column.value": "Valeur",
    "kpi.column.unit": "Unité",
    "kpi.column.author": "Par",
    "kpi.column.note": "Note",
    "refusal.kpi.already": "« {kpi} » est déjà suivi. Modifiez-le plutôt que de l’ajouter encore.",
    "refusal.kpi.no-name": "Ce KPI n’a pas de nom. Écrivez-en un, ou prenez-le au catalogue.",
    "refusal.kpi.unknown": "Aucun KPI « {kpi} » n’est suivi. `coach kpi list` nomme ceux qui le sont.",
    "refusal.kpi.several": "« {kpi} » peut être : {names}. Écrivez davantage de son nom.",
    "refusal.kpi.not-in-catalogue": (
        "Le catalogue n’a pas de « {kpi} ». Ajoutez --name, --unit et --kind pour un KPI à vous."
    ),
    "refusal.kpi.pick-definition": (
        "Ce KPI a plusieurs définitions qui ne se comparent pas. Choisissez-en une : {definitions}."
    ),
    "refusal.kpi.locked-definition": (
        "{kpi} a des relevés : sa définition est verrouillée, sinon son histoire comparerait deux choses. "
        "Suivez-le plutôt à nouveau sous un autre nom."
    ),
    "refusal.kpi.locked-unit": (
        "{kpi} a des relevés : son unité est verrouillée. Suivez-le plutôt à nouveau sous un autre nom."
    ),
    "refusal.kpi.confidence": "La confiance va de 1 (à peine) à 5 (sûr), pas {level}.",
    "refusal.kpi.choice": "{field} : « {value} » n’est pas un de ceux-ci : {values}.",
    "refusal.kpi.long": "Cela fait {length} caractères, et {limit} au plus tiennent. Raccourcissez.",
    "refusal.kpi.far-day": "{day}, c’est trop loin. Vérifiez l’année.",
    "refusal.kpi.negative": "{value} : ce nombre ne peut pas être négatif. Vérifiez le signe.",
    "refusal.kpi.baseline-day": "Le point de départ n’a pas de jour. Écrivez quand il a été mesuré.",
    "refusal.kpi.target-before-baseline": (
        "Le jour de la cible, {target}, ne vient pas après celui du point de départ, {baseline}. Changez l’un des deux."
    ),
    "refusal.kpi.no-movement": (
        "La cible et le point de départ valent tous deux {value} : il n’y a pas de chemin. Pour tenir un niveau, "
        "choisissez « rester au-dessus de » ou « rester au-dessous de » et écrivez-le comme limite."
    ),
    "refusal.kpi.not-increase": (
        "De {baseline} à {target}, c’est une baisse. Choisissez « descendre à », ou changez un nombre."
    ),
    "refusal.kpi.not-decrease": (
        "De {baseline} à {target}, c’est une hausse. Choisissez « monter à », ou changez un nombre."
    ),
    "refusal.kpi.computed": (
        "Ce KPI se calcule à partir de ce qui est relevé : {working}. Corrigez plutôt ses données."
    ),
    "refusal.kpi.in-count": "Ce KPI est un décompte. Écrivez le nombre seul.",
    "refusal.kpi.in-eur": "Ce KPI est en euros. Écrivez le nombre seul, ou avec €.",
    "refusal.kpi.in-percent": "Ce KPI est un pourcentage. Écrivez le nombre seul, ou avec %.",
    "refusal.kpi.in-times": "Ce KPI est un ratio. Écrivez le nombre seul, ou avec ×.",
    "refusal.kpi.in-months": "Ce KPI est en mois. Écrivez le nombre seul.",
    "refusal.kpi.in-days": "Ce KPI est en jours. Écrivez le nombre seul.",
    "refusal.kpi.in-hours": "Ce KPI est en heures. Écrivez le nombre seul.",
    "refusal.kpi.future": "Le {day} n’est pas encore venu. Écrivez le jour où le nombre a été relevé.",
    "refusal.kpi.before-baseline": (
        "Le {day} vient avant le point de départ, mesuré le {baseline}. Vérifiez le jour, ou déplacez le point de départ."
    ),
    "refusal.kpi.no-reading": "Il n’y a pas de tel relevé.",
    "refusal.kpi.rules": (
        "Seuils : à surveiller ({watch}) doit dépasser 0 et rester sous dans le rythme ({on_track}), 2 au plus."
    ),
}
