"""Les exports de tableurs : ce que disent leurs colonnes, ce qu’un import ferait, pourquoi on refuse."""

WORDS = {
    "table.import": "Importer des relevés (CSV)",
    "table.file": "Fichier",
    "table.numbers": "Nombres et dates sont écrits en",
    "table.column": "La colonne « {name} » contient",
    "table.means.date": "le jour",
    "table.means.kpi": "le nom du KPI",
    "table.means.value": "la valeur",
    "table.means.note": "une note",
    "table.means.ignore": "rien d’utile",
    "table.reading-about": "{n} lignes environ. Échap arrête ; rien n’est encore enregistré.",
    "table.would": {
        "one": "{n} relevé serait ajouté",
        "other": "{n} relevés seraient ajoutés",
    },
    "table.known": {
        "one": "{n} est déjà enregistré",
        "other": "{n} sont déjà enregistrés",
    },
    "table.refused": {"one": "{n} refusé", "other": "{n} refusés"},
    "table.refused-line": "ligne {line} : {text} — {why}",
    "table.more": "… et {n} de plus",
    "table.nothing": "Rien à ajouter.",
    "table.apply": "Les ajouter",
    "table.added": {
        "one": "{n} relevé ajouté, d’un seul geste. Annuler le reprend.",
        "other": "{n} relevés ajoutés, d’un seul geste. Annuler les reprend tous.",
    },
    "table.stopped": "Arrêté. Rien n’a été enregistré.",
    "table.nothing-changed": "Rien n’a été enregistré : ajoutez --apply pour le faire.",
    "table.option.file": "un export de tableur, en CSV à virgules, points-virgules ou tabulations (- : stdin)",
    "table.option.column": "ce que contient une colonne : date, kpi, value, note, ignore, ou l’identifiant d’un KPI ; retenu une fois l’import fait ; peut se répéter",
    "table.option.numbers": "la langue de ses nombres et de ses dates (sinon celle de la commande)",
    "table.option.apply": "ajouter les relevés, au lieu de seulement les montrer",
    "table.lines-read": "{done} lignes lues sur {n} environ. Ctrl+C arrête ; rien n’est encore enregistré.",
    "refusal.table.too-large": "Ce fichier dépasse {limit} Mo : il n’a pas été lu. Coupez-le en plusieurs.",
    "refusal.table.not-text": "Ce fichier n’est pas un tableau en texte. Enregistrez-le en CSV (UTF-8).",
    "refusal.table.empty": "Ce fichier est vide. Sa première ligne doit nommer ses colonnes.",
    "refusal.table.unread": (
        "Le tableau ne se laisse pas lire : un guillemet n’est pas fermé, ou une cellule est sans fin. "
        "Enregistrez-le de nouveau en CSV."
    ),
    "refusal.table.too-wide": "{n} colonnes, et {limit} au plus sont lues. Gardez celles qu’il faut.",
    "refusal.table.one-date": (
        "Une colonne, une seule, doit contenir le jour. Dites laquelle, parmi : {columns}."
    ),
    "refusal.table.value-of-what": (
        "Une colonne contient des valeurs, et aucune ne dit de quel KPI. Dites laquelle le nomme."
    ),
    "refusal.table.no-values": (
        "Aucune colonne ne contient les valeurs d’un KPI. Dites laquelle, parmi : {columns}."
    ),
    "refusal.table.meaning": (
        "« {said} » ne règle rien. Écrivez COLONNE=SENS, avec date, kpi, value, note, ignore "
        "ou l’identifiant d’un KPI."
    ),
    "refusal.table.no-column": "Il n’y a pas de colonne « {name} ». Il y a : {columns}.",
}
