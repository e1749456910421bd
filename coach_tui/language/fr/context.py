"""Ce que le coach ne voit pas dans ce qui est enregistré, et demande."""

WORDS = {
    "context.title": "Ce que le coach ne voit pas",
    "context.about": "Certains conseils en dépendent. Laissez vide ce que vous ne savez pas : le coach n’en parlera pas.",
    "context.execution_days": "Exécution : jours par semaine de tous ceux qui font (équipe, freelances, agence)",
    "context.sales_cycle": "Cycle de vente : jours du premier rendez-vous à la signature",
    "context.campaign_launched": "Jour de départ de la première campagne de cette mission",
    "context.certificate_on": "Date de l’attestation de vigilance du CMO",
    "context.strategy": "Stratégie, en % du temps du CMO",
    "context.managing": "Encadrement, en % du temps du CMO",
    "context.hands_on": "Exécution, en % du temps du CMO",
    "context.slots": "Les créneaux fixes du CMO",
    "context.reply_time": "Le délai de réponse du CMO",
    "context.absences": "Les absences du CMO",
    "refusal.context.split": "Stratégie, encadrement et exécution doivent faire 100 % ensemble.",
}
