"""Le cadre de l’application : le nom de ses écrans, ce qu’elle dit en passant."""

WORDS = {
    "app.working": "Un instant… {n}\xa0s",
    "app.now": "Maintenant",
    "app.stages": "Parcours",
    "app.rhythm": "Rythme",
    "app.team": "Équipe",
    "app.accesses": "Accès",
    "app.kpis": "KPI",
    "app.portfolio": "Clients",
    "app.history": "Historique",
    "app.engagements": "Missions",
    "app.help": "Aide",
    "app.welcome": "Bienvenue",
    "app.depth.essential": "essentiel",
    "app.depth.full": "complet",
    "app.only-mine": "les miennes",
    "app.saved": "enregistré {time}",
    "app.news": "mis à jour depuis une autre fenêtre",
    "app.undone": "Annulé : {what}",
    "app.no-clipboard": "Rien n’est copié : ce terminal n’accepte pas de copie venue d’un programme. Marquez le texte à la souris, ou faites-le écrire par la commande.",
    "app.copied": (
        "Copié : {title}. Certains terminaux refusent le presse-papiers : collez pour vérifier."
    ),
    "app.exported": "Écrit : {file}",
    "app.imported": {"one": "{n} action modifiée.", "other": "{n} actions modifiées."},
    "app.import-apply": {"one": "Modifier cette action", "other": "Modifier ces {n} actions"},
    "app.import-changes": {
        "one": "{n} action changerait. Rien d’autre dans le fichier ne peut rien changer.",
        "other": "{n} actions changeraient. Rien d’autre dans le fichier ne peut rien changer.",
    },
    "app.import-not-understood": {
        "one": "{n} ligne n’a pas été comprise :",
        "other": "{n} lignes n’ont pas été comprises :",
    },
    "app.import-by-facts": {
        "one": "{n} action reste faite, parce qu’un fait enregistré le montre :",
        "other": "{n} actions restent faites, parce que des faits enregistrés le montrent :",
    },
    "app.no-link": "Cette action n’a pas de lien.",
    "app.which-link": "Ouvrir quelle action ?",
    "app.dead-link": "Rien ne s’ouvre à « {link} ».",
    "app.no-engagement": "Aucune mission n’est ouverte. Appuyez sur 0 pour en choisir une.",
    "app.cannot-create": ("Le dossier {folder} ne peut pas être écrit : {why}. Rien n’a été créé."),
    "app.not-listed": "Cet élément n’est plus dans la liste. L’historique l’a gardé.",
    "app.no-color": "NO_COLOR est défini : aucun thème n’a de couleurs. Retirez-le pour en choisir un.",
    "app.how-to-quit": "Appuyez sur Ctrl+Q pour quitter. Tout est déjà enregistré.",
    "app.no-shell": "Pas de shell ici d’où revenir : l’application reste ouverte.",
    "app.crashed": (
        "Le coach s’est arrêté sur une erreur. Ce qui était enregistré l’est toujours. "
        "Détails : {path}"
    ),
    "app.framing": "Cadrage",
    "app.transition": "Passation",
}
