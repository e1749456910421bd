"""Le brouillon du rapport mensuel."""

WORDS = {
    "report.summary": "Sommes-nous dans les temps ? Vert, orange ou rouge, et pourquoi, en une phrase.",
    "report.budget-gap": "Écart avec le budget prévu : {gap} %",
    "report.index": "Indice d’autonomie : {after} %",
    "report.index-moved": "Indice d’autonomie : {before} % → {after} %",
    "report.moved": "{person}, {skill} : {before} → {after}",
    "report.moved-count": {
        "one": "{n} niveau de compétence a changé",
        "other": "{n} niveaux de compétence ont changé",
    },
    "report.delegated": {
        "one": "{n} décision se prend sans le CMO (niveau 5 ou plus)",
        "other": "{n} décisions se prennent sans le CMO (niveau 5 ou plus)",
    },
    "report.uncovered": "Compétence critique que personne en interne ne maîtrise seul : {skill}",
    "report.late": "Promis et en retard : {what} (pour le {due})",
    "report.last-read": "—, dernier relevé le {day}",
    "report.noise": "{moves} (bruit : dans ses limites naturelles)",
    "report.signal": "{moves} (signal : {what})",
    "report.better": "mieux",
    "report.worse": "moins bien",
    "report.kept": "Gardé : le rapport de {month}",
    "report.option.keep": "garder ce texte édité comme rapport du mois (- : stdin)",
    "report.unrecognised": "Rien dans ce texte ne dit que c’est le rapport de {company} pour {month} : ni la dernière ligne que `coach report month` y laisse, ni ses premières lignes. Il est gardé tel quel ; `coach undo` le retire.",
    "report.option.by": "qui l’a écrit",
    "report.option.sent": "il est parti aujourd’hui",
    "refusal.report.a-file": "C’est le fichier d’une mission, pas un rapport. Rien n’a été gardé.",
    "refusal.report.other-client": "Ce texte est celui d’un autre client ({found}). Rien n’a été gardé : ce qui est à un client reste chez lui.",
    "refusal.report.unknown-client": "Ce texte est celui d’un autre client, que cet ordinateur ne connaît pas. Rien n’a été gardé : ce qui est à un client reste chez lui.",
    "refusal.report.other-kind": "Ce document n’est pas un rapport ({kind}). Rien n’a été gardé.",
    "refusal.report.other-month": "C’est le rapport de {found}, pas celui de {month}. Rien n’a été gardé ; pour le garder à sa place : --month {found}.",
}
