"""Les champs de la mission, et pourquoi l’un n’a pas été accepté."""

WORDS = {
    "profile.since": "Nouveau premier jour, jours par semaine, fin ou tarif : à partir de quel jour (vide : aujourd’hui ; le premier jour : une correction)",
    "profile.why": "Pourquoi les jours par semaine changent (noté à l’historique)",
    "profile.company": "Entreprise",
    "profile.role": "Je suis",
    "profile.first_day": "Premier jour",
    "profile.days_per_week": "Jours du CMO par semaine",
    "profile.depth": "Actions montrées",
    "profile.archived": "Archivée",
    "profile.sector": "Secteur",
    "profile.headcount": "Effectif",
    "profile.revenue": "Chiffre d’affaires ({currency} par an)",
    "profile.marketing_budget": "Budget marketing ({currency} par an)",
    "profile.activation_budget": "Budget d’activation ({currency} par an)",
    "profile.leadership_budget": "Budget de direction marketing ({currency} par an)",
    "profile.day_rate": "Tarif journalier ({currency} HT)",
    "profile.currency": "Devise de ses montants",
    "profile.currency.EUR": "euro (€)",
    "profile.currency.USD": "dollar ($)",
    "profile.currency.GBP": "livre sterling (£)",
    "profile.currency.CHF": "franc suisse (CHF)",
    "profile.currency-kept": "Les montants se lisent maintenant en {currency} : les nombres enregistrés sont les mêmes, rien n’a été converti.",
    "profile.planned_end.usual": "le plus souvent 3 à 12 mois après le premier jour (guide)",
    "profile.planned_end": "Fin prévue",
    "profile.successor_first_day": "Premier jour du CMO permanent",
    "profile.beginning": "Où vous en êtes",
    "profile.beginning.thinking": "nous y pensons",
    "profile.beginning.looking": "nous cherchons le CMO",
    "profile.beginning.signed": "signé, pas commencé",
    "profile.beginning.begun": "déjà commencé",
    "profile.beginning.successor": "je reprends le poste",
    "profile.exit_scenario": "Comment elle doit finir",
    "profile.exit_scenario.permanent": "un CMO permanent est recruté",
    "profile.exit_scenario.promotion": "quelqu’un en interne prend la suite",
    "profile.exit_scenario.autonomous": "l’équipe continue seule, avec un conseil",
    "profile.exit_scenario.in-house": "le travail est repris en interne",
    "profile.finished": "Ce que « terminé » veut dire",
    "refusal.profile.no-name": "Entreprise : le nom est vide. Écrivez le nom de l’entreprise.",
    "refusal.profile.role": "Rôle : « {role} » n’est pas un de ceux-ci : {roles}.",
    "refusal.profile.days-per-week": (
        "Jours par semaine : {days}, ce n’est pas possible. "
        "Écrivez un nombre au-dessus de 0 et jusqu’à 5, par exemple 2 ou 0,5."
    ),
    "refusal.profile.days-unread": (
        "Jours par semaine : « {text} » n’est pas un nombre de jours. Écrivez 2, 1,5 ou 0,5."
    ),
    "refusal.profile.since-ahead": "Un premier jour vaut au plus tard à partir d’aujourd’hui, pas du {since}. Écrivez un jour déjà venu.",
    "refusal.profile.since-alone": "--since dit à partir de quand changent le premier jour, les jours par semaine, la fin ou le tarif, et --why pourquoi changent les deux premiers : écrivez aussi first_day=… ou days_per_week=… (ou, avec --since, planned_end=… ou day_rate=…).",
    "refusal.profile.since-nothing": (
        "Ni le premier jour, ni les jours par semaine, ni la fin, ni le tarif ne changent : rien ne "
        "vaut à partir de ce jour. Changez-en un, ou videz le jour. Pour un tarif qui reste le même : coach set day_rate=… --since DATE."
    ),
    "refusal.profile.why-nothing": (
        "Ni le premier jour ni les jours par semaine ne changent : il n’y a rien à motiver. "
        "Changez-en un, ou videz la raison."
    ),
    "refusal.profile.end-before-start": (
        "Fin prévue : {end} vient avant le premier jour, {start}. Changez l’une des deux dates."
    ),
}
