"""Les check-lists exportées, et ce qui se dit quand on en relit une."""

WORDS = {
    "export.checklist": "Check-list",
    "export.company": "Entreprise",
    "export.day": "Export du {day}",
    "export.progress": "actions faites : {finished} sur {n} ({percent} %)",
    "export.no-progress": "aucune action ne s’applique encore (—)",
    "export.confirmed-by": "confirmée par : {actor}, le {day}",
    "export.retired": "Enregistrées, et plus dans le playbook",
    "export.how-to": (
        "Cochez `[x]` ou décochez `[ ]` où vous voulez, puis ramenez le fichier avec "
        "`coach import` : seules les cases comptent."
    ),
    "refusal.export.no-stage": "Il n’y a pas d’étape « {stage} ». Choisissez parmi : {stages}.",
    "refusal.export.exists": (
        "{file} existe déjà et a été laissé tel quel. Choisissez un autre nom, ou ajoutez --force."
    ),
    "refusal.export.not-text": (
        "{file} n’est pas du texte UTF-8. Enregistrez-le en texte brut UTF-8, "
        "puis importez-le de nouveau."
    ),
    "refusal.export.too-large": (
        "Ce fichier dépasse {limit} caractères, bien plus qu’une check-list du coach : "
        "il n’a pas été lu."
    ),
    "refusal.export.no-boxes": (
        "Aucune case à cocher ne se lit dans ce fichier : il n’y a rien à reprendre. Prenez une "
        "check-list, ou un dossier avec sa check-list. (Un dossier où rien n’est encore écrit tient "
        "en une page, sans cases.)"
    ),
    "refusal.export.no-header": (
        "Ce fichier ne dit pas de quelle mission il vient : il a été exporté sans identifiants "
        "(--clean), ou le programme qui l’a modifié a retiré ses commentaires. "
        "Exportez-le de nouveau sans --clean, puis cochez cette copie."
    ),
    "refusal.export.other-engagement": (
        "Cette check-list vient d’une autre mission ({found}). Rien n’a été changé. "
        "Choisissez cette mission avec -e, ou prenez le bon fichier."
    ),
    "refusal.export.several": (
        "Ce fichier contient les check-lists de plusieurs missions. Rien n’a été changé : "
        "importez-les une par une."
    ),
    "refusal.export.newer": (
        "Cette check-list a été exportée par une version plus récente du coach (format {format}). "
        "Mettez le coach à jour pour la lire."
    ),
    "refusal.export.no-ids": (
        "Aucune action de ce fichier n’est reconnaissable : ses identifiants en commentaire "
        "ont disparu. Exportez la check-list de nouveau sans --clean, puis cochez cette copie."
    ),
    "refusal.export.examples-only": {
        "one": "La seule action de ce fichier est dans un bloc de code ou un commentaire, et passe pour un exemple. "
        "Fermez ce bloc plus haut, ou retirez-le.",
        "other": "Les {n} actions de ce fichier sont toutes dans un bloc de code ou un commentaire, et passent pour "
        "des exemples. Fermez ce bloc plus haut, ou retirez-le.",
    },
    "refusal.export.ours": "C’est un fichier ou un dossier de coach-tui lui-même ({file}) : rien ne s’y exporte. Choisissez un autre endroit.",
}
