"""Le cadre de l’application : le nom de ses écrans, ce qu’elle dit en passant."""

WORDS = {
    "app.today": "Aujourd’hui",
    "app.stages": "Étape",
    "app.history": "Historique",
    "app.engagements": "Missions",
    "app.help": "Aide",
    "app.welcome": "Bienvenue",
    "app.depth.essential": "essentiel",
    "app.depth.full": "complet",
    "app.only-mine": "les miennes",
    "app.saved": "enregistré {time}",
    "app.news": "mis à jour depuis une autre fenêtre",
    "app.undone": "Annulé.",
    "app.copied": (
        "Copié : {title}. Certains terminaux refusent le presse-papiers : collez pour vérifier."
    ),
    "app.no-link": "Cette action n’a pas de lien.",
    "app.which-link": "Ouvrir quelle action ?",
    "app.dead-link": "Rien ne s’ouvre à « {link} ».",
    "app.no-engagement": "Aucune mission n’est ouverte. Appuyez sur 4 pour en choisir une.",
    "app.cannot-create": ("Le dossier {folder} ne peut pas être écrit : {why}. Rien n’a été créé."),
    "app.how-to-quit": "Appuyez sur q ou Ctrl+Q pour quitter. Tout est déjà enregistré.",
    "app.crashed": (
        "Le coach s’est arrêté sur une erreur. Ce qui était enregistré l’est toujours. "
        "Détails : {path}"
    ),
}
