"""Ce que seul l’utilisateur peut décider : faire revenir, repartir d’une copie, donner son accord."""

WORDS: dict[str, str | dict[str, str]] = {
    "doctor.option.bring-back": "faire revenir une mission dont le fichier a disparu",
    "doctor.option.start-over": (
        "revenir à ce que dit une copie plus ancienne (sans FICHIER, celle mise à la place du "
        "fichier)"
    ),
    "doctor.option.agree": "compter les modifications datées loin dans l’avenir, en attente",
    "doctor.option.apply": "le faire ; sinon c’est seulement montré",
    "doctor.gone": {
        "one": (
            "Le fichier de {company} (premier jour {day}) a disparu. {n} modification, du "
            "{last}, est gardée dans {kept}. Pour le retrouver : coach doctor --bring-back "
            "NOM. Si vous l’avez supprimé exprès : coach forget NOM n’en laisse rien ici."
        ),
        "other": (
            "Le fichier de {company} (premier jour {day}) a disparu. {n} modifications, "
            "jusqu’au {last}, sont gardées dans {kept}. Pour le retrouver : coach doctor "
            "--bring-back NOM. Si vous l’avez supprimé exprès : coach forget NOM n’en laisse "
            "rien ici."
        ),
    },
    "doctor.lacking": {
        "one": (
            "Il manque à {name} {n} modification que cet ordinateur a vue ; elle sera remise à la "
            "prochaine ouverture. Si vous avez mis exprès une copie plus ancienne : coach doctor "
            "--start-over."
        ),
        "other": (
            "Il manque à {name} {n} modifications que cet ordinateur a vues ; elles seront remises "
            "à la prochaine ouverture. Si vous avez mis exprès une copie plus ancienne : coach "
            "doctor --start-over."
        ),
    },
    "doctor.held": {
        "one": (
            "{name} : {n} modification est datée trop loin dans l’avenir pour compter. Vérifiez "
            "les horloges, puis : coach doctor --agree."
        ),
        "other": (
            "{name} : {n} modifications sont datées trop loin dans l’avenir pour compter. Vérifiez "
            "les horloges, puis : coach doctor --agree."
        ),
    },
    "doctor.back-would": {
        "one": (
            "{company}, premier jour {day} : {n} modification, du {last}, dans l’enregistrement "
            "propre à cet ordinateur."
        ),
        "other": (
            "{company}, premier jour {day} : {n} modifications, jusqu’au {last}, dans "
            "l’enregistrement propre à cet ordinateur."
        ),
    },
    "doctor.back-where": (
        "Elles vont dans un nouveau fichier de {folder} ; rien n’est écrasé. Si le fichier est sur "
        "un disque qui n’est pas branché, branchez-le plutôt."
    ),
    "doctor.back-done": "{company} est de retour.",
    "doctor.over-would": {
        "one": "Repartir de {copy} : {n} modification, du {last}.",
        "other": "Repartir de {copy} : {n} modifications, jusqu’au {last}.",
    },
    "doctor.over-later": {
        "one": "Cet ordinateur en connaît {n} de plus. Elle reste dans l’historique :",
        "other": "Cet ordinateur en connaît {n} de plus. Elles restent dans l’historique :",
    },
    "doctor.over-records": {
        "one": "{n} fiche dirait de nouveau ce qu’elle dit dans cette copie.",
        "other": "{n} fiches diraient de nouveau ce qu’elles disent dans cette copie.",
    },
    "doctor.over-done": (
        "Enregistré : la mission dit de nouveau ce que dit cette copie, ici et partout où elle est "
        "synchronisée. `coach undo` l’annule. La copie est gardée telle quelle, dans {kept}."
    ),
    "doctor.agree-would": {
        "one": "{n} modification attend :",
        "other": "{n} modifications attendent :",
    },
    "doctor.agreed": {
        "one": (
            "{n} modification compte désormais, à sa place : ce qui a été noté depuis "
            "l’emporte. `coach undo` revient en arrière."
        ),
        "other": (
            "{n} modifications comptent désormais, à leur place : ce qui a été noté depuis "
            "l’emporte. `coach undo` revient en arrière."
        ),
    },
    "doctor.not-applied": "Rien n’a été changé : ajoutez --apply pour le faire.",
    "refusal.doctor.nothing-to-apply": (
        "--apply va avec --bring-back, --start-over ou --agree ; seul, il n’a rien à faire."
    ),
    "refusal.doctor.none-gone": "Aucune mission nommée « {wanted} » n’a perdu son fichier.{names}",
    "refusal.doctor.none-held": "Aucune modification de {file} n’attend votre accord.",
    "refusal.doctor.copy-empty": (
        "Cette copie ne dit même pas de quelle entreprise il s’agit : il n’y a rien d’où repartir."
    ),
    "refusal.doctor.copy-same": (
        "La mission dit déjà ce que dit cette copie : il n’y a rien vers quoi revenir."
    ),
    "doctor.copies": {
        "one": (
            "{copy}, à côté de {name}, contient {n} modification qui manque au fichier. Ce "
            "que vous lisez en tient compte ; elle sera enregistrée à la prochaine ouverture "
            "ou à la prochaine modification."
        ),
        "other": (
            "{copy}, à côté de {name}, contient {n} modifications qui manquent au fichier. "
            "Ce que vous lisez en tient compte ; elles seront enregistrées à la prochaine "
            "ouverture ou à la prochaine modification."
        ),
    },
    "doctor.left-over": {
        "one": "{n} fichier garde encore ce qui a été noté d’une mission dont les fichiers ont disparu : {files}. Si elle a été supprimée exprès, supprimez-le aussi.",
        "other": "{n} fichiers gardent encore ce qui a été noté d’une mission dont les fichiers ont disparu : {files}. Si elle a été supprimée exprès, supprimez-les aussi.",
    },
    "doctor.file-gone": (
        "{name} : {file}, cité dans un enregistrement, n’est plus à {path}. Remettez-le, ou dites "
        "où il est maintenant."
    ),
    "doctor.file-changed": (
        "{name} : {file}, cité dans un enregistrement, a changé depuis ({path}). Si c’est voulu, "
        "nommez-le de nouveau par son chemin entier ; sinon, remettez l’ancien."
    ),
    "doctor.file-unread": (
        "{name} : {file}, cité dans un enregistrement, ne peut pas être lu à {path} : {cause}. "
        "Vérifiez vos droits."
    ),
    "doctor.sharing": "{name} : {what}",
    "doctor.sharing-waits": "Une invitation attend sa mission : rien n’en est encore arrivé dans {folder}. Rejoignez de nouveau avec l’invitation (coach join).",
    "doctor.sharing-waits-mail": "Une invitation attend sa mission : avec coach receive FICHIER, reprenez le fichier qu’on vous a envoyé ; ou coach join --folder DOSSIER.",
    "doctor.key-unreadable": "La clé gardée dans {file} est illisible : ce qu’elle partage n’arrive pas. Supprimez ce fichier et rejoignez de nouveau, avec l’invitation que n’importe quel membre montre (coach share --show).",
    "doctor.key-open": "{file} contient sa clé, et d’autres comptes de cet ordinateur peuvent le lire. Réservez-le à vous seul (chmod 600).",
    "doctor.looks-only": "rejointe pour regarder seulement : rien n’est enregistré ici",
    "doctor.confirms": "rejointe pour regarder, confirmer et répondre : rien d’autre n’est enregistré ici",
    "doctor.unread": {
        "one": "{n} envoi s’y trouve, pas encore repris ici : il le sera à la prochaine ouverture",
        "other": "{n} envois s’y trouvent, pas encore repris ici : ils le seront à la prochaine ouverture",
    },
    "doctor.arriving": {
        "one": "{n} envoi n’est pas encore arrivé entier : il est réessayé sans que vous ayez rien à faire",
        "other": "{n} envois ne sont pas encore arrivés entiers : ils sont réessayés sans que vous ayez rien à faire",
    },
    "doctor.unsent": {
        "one": "{n} enregistrement, gardé ici, n’y est pas encore : il part à la prochaine ouverture",
        "other": "{n} enregistrements, gardés ici, n’y sont pas encore : ils partent à la prochaine ouverture",
    },
    "doctor.files-fine": {
        "one": "{name} : {n} fichier cité, inchangé",
        "other": "{name} : {n} fichiers cités, inchangés",
    },
    "doctor.files-elsewhere": {
        "one": "{name} : {n} fichier cité depuis un autre ordinateur, où il se vérifie",
        "other": "{name} : {n} fichiers cités depuis d’autres ordinateurs, où ils se vérifient",
    },
    "doctor.full": "{name} prend {size} Mo sur les {limit} Mo qu’un fichier peut avoir : une fois plein, plus rien ne s’y enregistre. Gardez une copie (coach backup FICHIER), laissez les longs textes dans leurs propres fichiers (coach document link), et commencez une nouvelle mission avant (coach new).",
}
