"""Effacer un client, et déplacer tout le dossier de travail."""

WORDS: dict[str, str | dict[str, str]] = {
    "backup.option.client": (
        "le client à effacer : son entreprise, son fichier ou le début de l’un des deux"
    ),
    "backup.option.yes": "son nom une seconde fois, au lieu de le taper (pour les scripts)",
    "backup.option.file": "le fichier à écrire ; il ne doit pas exister",
    "backup.option.from": "un fichier écrit par coach backup",
    "backup.forget-would": {
        "one": "{n} fichier de cet ordinateur contient quelque chose de {company} :",
        "other": "{n} fichiers de cet ordinateur contiennent quelque chose de {company} :",
    },
    "backup.forget-also": (
        "Ils sont supprimés, avec ses brouillons et sa place dans vos réglages. Rien ne "
        "permettra de revenir en arrière."
    ),
    "backup.forget-not-reached": (
        "Hors d’atteinte d’ici : les documents exportés ou envoyés, les sauvegardes, les "
        "autres ordinateurs et les personnes qui l’ont ouvert, les dossiers ou serveurs par "
        "où il est passé. Si {folder} est synchronisé, le fichier disparaît aussi chez les "
        "autres, mais leurs propres enregistrements restent."
    ),
    "backup.forget-shared": (
        "Cette mission est partagée par {folder} : ce qui y a été déposé reste, pour qui a l’invitation. Les autres continuent sans cet ordinateur."
    ),
    "backup.forget-type": "Pour tout effacer, tapez son nom : {company}",
    "backup.forgotten": (
        "Il ne reste rien de {company} sur cet ordinateur, parmi ce que le coach a écrit."
    ),
    "backup.done": {
        "one": (
            "{n} fichier est sauvegardé dans {file}. Rien n’y est chiffré, et vos notes "
            "privées et les clés de ce que vous partagez y sont."
        ),
        "other": (
            "{n} fichiers sont sauvegardés dans {file}. Rien n’y est chiffré, et vos notes "
            "privées et les clés de ce que vous partagez y sont."
        ),
    },
    "backup.restored": {
        "one": "{n} fichier est de retour, dans {folder} et dans le dossier privé.",
        "other": "{n} fichiers sont de retour, dans {folder} et dans le dossier privé.",
    },
    "refusal.backup.not-named": "Rien n’a été effacé : ce n’est pas son nom. Le voici : {company}",
    "refusal.backup.no-client": (
        "Il n’y a rien de « {wanted} » sur cet ordinateur, parmi ce que le coach a écrit."
    ),
    "refusal.backup.not-empty": (
        "Rien n’a été restauré : {file} est déjà là. Restaurez dans un endroit vide (--home "
        "DOSSIER), puis prenez-y ce qu’il vous faut."
    ),
    "refusal.backup.inside": "{file} est dans un dossier du coach lui-même : la sauvegarde s’y perdrait avec ce qu’elle sauve. Rien n’est écrit ; choisissez un autre endroit, si possible sur un autre disque.",
    "refusal.backup.no-backup": (
        "{file} n’est pas une sauvegarde du coach, ou est abîmé. Rien n’a été restauré ; "
        "prenez une autre copie."
    ),
    "backup.forget-palette": "Effacer {company} de cet ordinateur",
    "backup.palette": "Tout sauvegarder dans un fichier",
    "backup.about": (
        "Toutes les missions de cet ordinateur, avec ce qu’il garde de chacune et vos notes "
        "privées, sans chiffrement. `coach restore` les remet là où il n’y a encore rien."
    ),
    "backup.field.file": "Fichier",
}
