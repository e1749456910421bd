"""Les exports de tableurs : ce que disent leurs colonnes, ce qu’un import ferait, pourquoi on refuse."""

WORDS = {
    "table.import": "Importer des relevés (CSV)",
    "table.file": "Fichier",
    "table.numbers": "Nombres et dates sont écrits en",
    "table.column": "La colonne « {name} » contient",
    "table.means.date": "le jour",
    "table.means.kpi": "le nom du KPI",
    "table.means.value": "la valeur",
    "table.means.note": "une note",
    "table.means.company": "l’entreprise",
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
    "table.repeated": {
        "one": "{n} est dit deux fois",
        "other": "{n} sont dits deux fois",
    },
    "table.refused": {"one": "{n} refusé", "other": "{n} refusés"},
    "table.refused-line": "ligne {line} : {text} — {why}",
    "table.more": "… et {n} de plus",
    "table.nothing": "Rien à ajouter.",
    "table.apply": "Les ajouter",
    "table.added": {
        "one": "{n} relevé ajouté. Annuler l’enlève.",
        "other": "{n} relevés ajoutés d’un coup. Annuler les enlève tous.",
    },
    "table.stopped": "Arrêté. Rien n’a été enregistré.",
    "table.nothing-changed": "Rien n’a été enregistré : ajoutez --apply pour le faire.",
    "table.refused-row": "ligne {line} : {why}",
    "table.total": "ligne {line} : {text} — une ligne qui en résume d’autres : laissée de côté",
    "table.left-out": {
        "one": "{n} ligne de totaux laissée de côté",
        "other": "{n} lignes de totaux laissées de côté",
    },
    "table.doubtful": {"one": "{n} à préciser", "other": "{n} à préciser"},
    "table.header-at": {
        "one": "Les colonnes sont nommées à la ligne {line} ; {n} ligne au-dessus a été passée.",
        "other": "Les colonnes sont nommées à la ligne {line} ; {n} lignes au-dessus ont été passées.",
    },
    "table.columns-not-read": {
        "one": "Une colonne inconnue n’a pas été lue : {columns}.",
        "other": "{n} colonnes inconnues n’ont pas été lues : {columns}.",
    },
    "table.on-lines": {"one": "ligne {lines}", "other": "lignes {lines}"},
    "table.case.same_day": "{here} dans le fichier, {known} enregistré",
    "table.case.rates": "{here} dans le fichier, {known} jusque-là",
    "table.case.unlike": "{here} dans le fichier, {known} jusque-là",
    "table.case.alone": "{here} dans le fichier",
    "table.doubt.same_day": {
        "one": "{n} jour est déjà relevé, ou figure deux fois dans le fichier, avec une autre valeur : laquelle compte ?",
        "other": "{n} jours sont déjà relevés, ou figurent deux fois dans le fichier, avec une autre valeur : lesquelles comptent ?",
    },
    "table.doubt.rates": {
        "one": "{n} taux de 1 ou moins, sans % : en points, ou une part de un (0,011 pour 1,1 %) ?",
        "other": "{n} taux de 1 ou moins, sans % : en points, ou des parts de un (0,011 pour 1,1 %) ?",
    },
    "table.doubt.unlike": {
        "one": "{n} valeur s’écarte d’un facteur 50 ou plus de ce qui a été lu jusque-là : est-elle juste ?",
        "other": "{n} valeurs s’écartent d’un facteur 50 ou plus de ce qui a été lu jusque-là : sont-elles justes ?",
    },
    "table.say": "{why} Dites {first} ou {second}.",
    "table.answer.same_day": "Jours déjà relevés, ou en double dans le fichier",
    "table.answer.same_day.keep": "garder l’enregistré ; laisser de côté les doubles",
    "table.answer.same_day.replace": "la valeur du fichier compte, la dernière",
    "table.answer.rates": "Taux de 1 ou moins, sans %",
    "table.answer.rates.points": "en points : 0,011 vaut 0,011 %",
    "table.answer.rates.shares": "parts de un : 0,011 vaut 1,1 %",
    "table.answer.unlike": "Valeurs écartées d’un facteur 50 ou plus",
    "table.answer.unlike.add": "elles sont justes : les ajouter",
    "table.answer.unlike.skip": "les laisser de côté",
    "table.answer.dates": "Les jours sont écrits",
    "table.answer.dates.dmy": "le jour d’abord : 31/12/2026",
    "table.answer.dates.mdy": "le mois d’abord : 12/31/2026",
    "table.header-line": "Ligne qui nomme les colonnes (vide : elle est cherchée)",
    "table.means.on": "les valeurs du jour dont elle porte le nom",
    "table.apply-partly": {
        "one": "En ajouter {n}, laisser le reste",
        "other": "En ajouter {n}, laisser le reste",
    },
    "table.nothing-read": "Rien dans ce fichier n’a pu être lu comme un relevé ; rien n’a été enregistré.",
    "table.option.header": "la ligne du fichier qui nomme les colonnes (sinon elle est cherchée)",
    "table.option.dates": "l’ordre du jour et du mois dans ses dates (sinon celui de toute la colonne)",
    "table.option.same_day": "un jour déjà relevé, ou en double dans le fichier : garder l’enregistré (keep), ou le remplacer par la dernière valeur du fichier (replace)",
    "table.option.rates": "les taux écrits sans % : en points, ou des parts de un (shares) à multiplier par 100",
    "table.option.unlike": "les valeurs écartées d’un facteur 50 de ce qui a été lu jusque-là : les ajouter (add) ou les laisser (skip)",
    "table.option.partly": "ajouter ce qui se lit, et laisser de côté ce qui est refusé",
    "table.option.file": "un export de tableur, en CSV à virgules, points-virgules ou tabulations (- : stdin)",
    "table.option.column": "ce que contient une colonne : date, kpi, value, note, company, ignore, ou l’identifiant d’un KPI ; 2=… pour la deuxième colonne ; retenu une fois l’import fait ; peut se répéter",
    "table.option.numbers": "la langue de ses nombres et de ses dates (sinon celle de la commande)",
    "table.option.apply": "ajouter les relevés, au lieu de seulement les montrer",
    "table.lines-read": "{done} lignes lues sur {n} environ. Ctrl+C arrête ; rien n’est encore enregistré.",
    "refusal.table.too-large": "Ce fichier dépasse {limit} Mo : il n’a pas été lu. Coupez-le en plusieurs.",
    "refusal.table.not-text": "Ce fichier n’est pas un texte que le coach sait lire : aucun octet n’a été deviné. Enregistrez-le en CSV (UTF-8).",
    "refusal.table.empty": "Ce fichier est vide. Un en-tête doit nommer ses colonnes.",
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
        "« {said} » ne règle rien. Écrivez COLONNE=SENS, avec date, kpi, value, note, company, ignore "
        "ou l’identifiant d’un KPI."
    ),
    "refusal.table.no-column": "Il n’y a pas de colonne « {name} ». Il y a : {columns}.",
    "refusal.table.open-quote": (
        "Ligne {line} : un guillemet s’ouvre et ne se ferme pas ; les lignes qui suivent ne se distinguent plus "
        "et aucune n’a été lue. Fermez-le, ou enregistrez de nouveau le fichier en CSV."
    ),
    "refusal.table.long-cell": (
        "Ligne {line} : une cellule dépasse {limit} caractères. Vérifiez le séparateur, ou raccourcissez-la."
    ),
    "refusal.table.too-long": (
        "Cette ligne compte {cells} cellules là où l’en-tête en nomme {columns} : aucune n’a été lue. "
        "Un nombre à virgule demande des guillemets droits autour de lui."
    ),
    "refusal.table.no-such-line": "Aucune ligne {line} ne peut nommer les colonnes.",
    "refusal.table.twice": (
        "Plusieurs colonnes contiennent la même chose ({meaning}) : {columns}. Dites laquelle compte, et que "
        "les autres ne contiennent rien d’utile (ignore)."
    ),
    "refusal.table.two-shapes": (
        "Des colonnes portent le nom d’un jour, et une autre contient le jour ou les valeurs. "
        "Dites lesquelles ne servent pas, parmi : {columns}."
    ),
    "refusal.table.several-columns": "Plusieurs colonnes s’appellent « {name} » : {columns}. Désignez-en une par sa place.",
    "refusal.table.say-columns": (
        "--column NOM=SENS le dit, ou --column 2=ignore par sa place. Les colonnes ont été cherchées "
        "à la ligne {line} : --header LIGNE en donne une autre."
    ),
    "refusal.table.order-both": (
        "« {text} » se lit le jour ou le mois d’abord, et aucune ligne de la colonne ne tranche."
    ),
    "refusal.table.order-mixed": (
        "Certaines dates de cette colonne ne se lisent que le jour d’abord, d’autres que le mois d’abord, comme « {text} »."
    ),
    "refusal.table.another-begins": (
        "Un autre tableau commence ici : aucune de ses lignes n’a été lue. "
        "Importez-le depuis un fichier à lui, ou désignez son en-tête (--header {line})."
    ),
    "refusal.table.say-dates": "Dites --dates dmy (le jour d’abord) ou --dates mdy (le mois d’abord). Rien n’a été enregistré.",
    "refusal.table.in-doubt": {
        "one": "{n} relevé reste à préciser. Rien n’a été enregistré.",
        "other": "{n} relevés restent à préciser. Rien n’a été enregistré.",
    },
    "refusal.table.all-or-nothing": {
        "one": "{n} cellule ne se lit pas, et un tableau s’ajoute en entier ou pas du tout : rien n’a été enregistré. "
        "Corrigez-la, ou ajoutez ce qui se lit avec --partly.",
        "other": "{n} cellules ne se lisent pas, et un tableau s’ajoute en entier ou pas du tout : rien n’a été enregistré. "
        "Corrigez-les, ou ajoutez ce qui se lit avec --partly.",
    },
    "refusal.table.other-client-above": "Ligne {line} : ce tableau est celui d’un autre client ({found}). Rien n’a été ajouté : ce qui est à un client reste chez lui.",
    "refusal.table.other-client": "Ligne {line} : ce tableau est celui d’un autre client ({found}). Rien n’a été ajouté : ce qui est à un client reste chez lui. Si la colonne dit autre chose : `--column {name}=ignore`.",
    "refusal.table.names-client": "La ligne {line} nomme un autre de vos clients ({found}). Rien n’a été changé : ce qui est à un client reste chez lui. Si tout y est bien de cette mission, ôtez cette ligne du fichier.",
}
