"""L’écran des missions."""

WORDS = {
    "engagements.gone": "fichier disparu",
    "engagements.back": "Faire revenir {company} ?",
    "engagements.back-yes": "Faire revenir",
    "engagements.damaged": "illisible",
    "engagements.damaged-about": "Les autres missions n’en souffrent pas. Dans un terminal, ceci en dit plus (y le copie) : {command}",
    "engagements.edit": "Les réglages de la mission",
    "engagements.where": "Un fichier par mission, dans {folder}",
    "engagements.archived": "archivée",
    "engagements.evicted": "retiré de ce disque par un nuage",
}
