"""Deux personnes, deux machines, une mission."""

WORDS: dict[str, str | dict[str, str]] = {
    "share.option.folder": (
        "un dossier commun : celui d’un synchroniseur (Nextcloud, Dropbox, Syncthing…) ou une clé ; "
        "ou le serveur d’un cabinet : postgresql://IDENTIFIANT@HOTE/BASE"
    ),
    "share.option.yes": (
        "ne rien demander (pour les scripts) : l’invitation termine la sortie, seule sur sa ligne"
    ),
    "share.option.show": "montrer de nouveau l’invitation",
    "share.option.renew": "changer de clé : quelqu’un part, ou l’invitation s’est égarée",
    "share.option.stop": "ne plus partager depuis cet ordinateur",
    "share.option.invitation": "un fichier qui contient l’invitation, - pour l’entrée standard",
    "share.option.place": "le dossier où elle est partagée, sur cet ordinateur",
    "share.option.role": "le rôle dans lequel vous agissez",
    "share.option.name": "votre nom, tel que les autres le liront",
    "share.option.join-yes": "ne rien demander (pour les scripts)",
    "share.option.read-only": "regarder seulement : rien n’est enregistré sur cet ordinateur",
    "share.option.confirms": "avec --read-only : confirmer et répondre tout de même",
    "share.option.letter": "le fichier à écrire ; à défaut, un fichier à la date du jour, ici",
    "share.option.received": "un fichier écrit par coach send",
    "share.would": {
        "one": "{n} enregistrement de la mission {company} part :",
        "other": "{n} enregistrements de la mission {company} partent :",
    },
    "share.counted": "{n} {kind}",
    "share.counted-others": {"one": "{n} autre fiche", "other": "{n} autres fiches"},
    "share.stays": "Reste ici : {what}.",
    "share.stays-nothing": "Rien n’y est marqué privé.",
    "share.stays.note": {"one": "{n} note privée", "other": "{n} notes privées"},
    "share.stays.contact": {
        "one": "ce qui est privé de {n} contact",
        "other": "ce qui est privé de {n} contacts",
    },
    "share.stays.dossier-section": {
        "one": "ce qui est privé de {n} section du dossier",
        "other": "ce qui est privé de {n} sections du dossier",
    },
    "share.stays.document": {
        "one": "ce qui est personnel de {n} document",
        "other": "ce qui est personnel de {n} documents",
    },
    "share.stays-always": (
        "Les brouillons, les réglages et ce qui n’est pas enregistré ne partent jamais, ni aucune "
        "autre mission."
    ),
    "share.told.day-rate": "Toute personne invitée pourra lire le tarif journalier.",
    "share.told.marks": (
        "Les évaluations et les notes données partent aussi : les écrans cachent celles de "
        "l’autre tant que les deux n’ont pas noté, le fichier non."
    ),
    "share.others-there": {
        "one": (
            "{n} autre mission est partagée dans {folder} : qui voit ce dossier voit qu’elle "
            "existe, sans pouvoir l’ouvrir."
        ),
        "other": (
            "{n} autres missions sont partagées dans {folder} : qui voit ce dossier voit qu’elles "
            "existent, sans pouvoir les ouvrir."
        ),
    },
    "share.forever": (
        "Qui détient l’invitation lit tout cela, et rien ne pourra le lui faire oublier."
    ),
    "share.ask": "La partager ? (oui / non)",
    "share.not-done": "Rien n’a été partagé.",
    "share.done": ("Partagée dans {folder}. Désormais, ce qui est enregistré y va de soi-même."),
    "share.invite": (
        "Donnez cette ligne à la personne invitée, par une autre voie que ce lieu : qui la "
        "détient lit tout. Sur l’autre ordinateur, coach join la demande."
    ),
    "share.renewed": (
        "Désormais, tout est scellé avec une nouvelle clé ; les anciennes invitations n’ouvrent "
        "rien de ce qui suit. Ce qui était partagé avant reste lisible pour qui est parti : "
        "retirez-lui aussi le dossier. Tous les autres ont besoin de cette nouvelle invitation :"
    ),
    "share.stopped": (
        "Cet ordinateur ne partage plus cette mission, et n’en a plus la clé. Les autres gardent "
        "ce qu’ils ont, et {folder} ce qui s’y trouve, scellé."
    ),
    "share.stopped-mail": (
        "Cet ordinateur ne partage plus cette mission, et n’en a plus la clé. Les autres gardent "
        "ce qu’ils ont."
    ),
    "share.in-folder": "Partagée dans {folder} : {state}.",
    "share.by-mail": "Partagée par fichiers : coach send en écrit un, coach receive en reprend un.",
    "share.state.with": "partagée avec {people}, {ago}",
    "share.state.alone": "partagée, personne d’autre encore",
    "share.state.coming": "partagée\xa0; ce que les autres ont noté arrive",
    "share.state.unreached": "hors d’atteinte depuis {since} ; tout est enregistré ici",
    "share.state.full": "lieu de partage plein depuis {since} ; tout est enregistré ici",
    "share.state.kept-out": "rien n’y parvient depuis {since} ; tout est enregistré ici",
    "share.state.closed": "clé renouvelée : il faut une nouvelle invitation",
    "share.state.no-age": "partage en attente : {command}",
    "share.short.with": "avec {people}, {ago}",
    "share.short.alone": "partagée",
    "share.short.coming": "en cours d’arrivée",
    "share.short.unreached": "hors d’atteinte depuis {since}",
    "share.short.full": "plein depuis {since}",
    "share.short.kept-out": "rien n’y parvient depuis {since}",
    "share.short.closed": "nouvelle invitation à demander",
    "share.short.no-age": "partage en attente",
    "share.since-day": "le {day}",
    "share.ago.now": "à l’instant",
    "share.ago.minutes": "il y a {n} min",
    "share.ago.hours": "il y a {n} h",
    "share.ago.days": {"one": "il y a {n} jour", "other": "il y a {n} jours"},
    "share.paste": "Collez l’invitation (elle ne s’affiche pas) :",
    "share.which-folder": "Dans quel dossier est-elle partagée ?",
    "share.no-folder-found": (
        "Elle n’est dans aucun des dossiers parcourus. Son dossier, ou une ligne vide pour "
        "attendre un fichier par e-mail :"
    ),
    "share.company": "Mission trouvée : {company}.",
    "share.there": "Déjà là : {people}.",
    "share.which-role": "Votre rôle ({roles}) :",
    "share.which-name": "Votre nom :",
    "share.joined": "Vous avez rejoint {company} en tant que {who}.",
    "share.joined-reading": "Vous avez rejoint {company} en tant que {who}, pour regarder seulement.",
    "share.joined-confirming": "Vous avez rejoint {company} en tant que {who}, pour regarder, confirmer et répondre.",
    "share.closed": (
        "La clé a été renouvelée : il faut une nouvelle invitation. Demandez-la à un autre "
        "membre, coach join la prend. Tout ce qui est noté d’ici là est enregistré ici, et "
        "parviendra alors aux autres."
    ),
    "share.coach-opens": "coach l’ouvre.",
    "share.updated": "{company} continue avec cette invitation.",
    "share.waits": (
        "L’invitation est gardée. Rien n’est encore arrivé : reprenez un fichier avec coach "
        "receive FICHIER, ou rejoignez de nouveau quand le dossier sera là."
    ),
    "share.sent": {
        "one": "{n} enregistrement est scellé dans {file}. Rien au-dehors n’en trahit le client.",
        "other": (
            "{n} enregistrements sont scellés dans {file}. Rien au-dehors n’en trahit le client."
        ),
    },
    "share.received": {
        "one": "{company} : {n} nouvel enregistrement.",
        "other": "{company} : {n} nouveaux enregistrements.",
    },
    "share.received-nothing": "{company} : rien de nouveau dedans.",
    "share.palette.share": "Partager cette mission avec quelqu’un",
    "share.palette.show": "Montrer l’invitation à cette mission",
    "share.palette.renew": "Renouveler la clé de ce qui est partagé : quelqu’un part",
    "share.palette.stop": "Ne plus partager cette mission d’ici",
    "share.palette.join": "Rejoindre une mission que quelqu’un partage",
    "share.palette.send": "Sceller ce qui est partagé dans un fichier, à envoyer",
    "share.palette.receive": "Reprendre un fichier qu’on m’a envoyé",
    "share.field.folder": "Dossier commun, ou serveur",
    "share.field.invitation": "Invitation",
    "share.field.place": "Dossier ou serveur où elle est partagée",
    "share.field.role": "Mon rôle",
    "share.field.name": "Mon nom",
    "share.field.looks-only": "Regarder seulement",
    "share.looks.no": "non, je participe",
    "share.looks.yes": "oui, je n’enregistre rien",
    "share.looks.confirms": "oui, mais je confirme et je réponds",
    "share.field.file": "Fichier",
    "share.form.share": "Partager",
    "share.form.join": "Rejoindre",
    "share.form.renew": "Renouveler",
    "share.form.stop": "Arrêter",
    "share.form.send": "Écrire",
    "share.form.receive": "Reprendre",
    "share.copy": "y la copie.",
    "share.title.invitation": "L’invitation",
    "share.about.join": (
        "Collez la ligne qu’on vous a donnée. Sans dossier, la mission est cherchée dans ceux des synchroniseurs ; si elle n’y est pas, l’invitation attend un fichier par e-mail."
    ),
    "share.about.renew": (
        "Les anciennes invitations n’ouvrent rien de ce qui suit. Ce qui était partagé avant reste "
        "lisible pour qui est parti : retirez-lui aussi le dossier. Tous les autres ont besoin de "
        "la nouvelle invitation."
    ),
    "share.about.stop": (
        "Les autres gardent ce qu’ils ont. Pour reprendre part, il faudra une invitation."
    ),
    "share.about.send": (
        "Tout ce qui est partagé, scellé dans un fichier : seuls les membres l’ouvrent."
    ),
    "share.about.receive": "Ce qu’il a de nouveau est ajouté ; rien n’est perdu.",
    "share.unopened-incomplete": "Un fichier du dossier commun n’est pas encore arrivé entier.",
    "share.unopened-unreadable": (
        "Un fichier du dossier commun est illisible ici ({push}). Son auteur sera prié de le "
        "déposer de nouveau."
    ),
    "share.unopened-not-ours": (
        "Un fichier du dossier commun est scellé avec une autre clé ; il a été laissé de côté "
        "({push})."
    ),
    "share.unopened-forged": (
        "Un fichier du dossier commun ne vient de personne qui ait la clé ; il a été laissé de "
        "côté ({push})."
    ),
    "share.unopened-elsewhere": (
        "Un fichier du dossier commun n’est pas là où il a été déposé ; il a été laissé de côté "
        "({push})."
    ),
    "share.unopened-too-big": (
        "Un fichier du dossier commun est trop gros pour être des nôtres ; il a été laissé de "
        "côté ({push})."
    ),
    "share.unopened-newer": (
        "Un fichier du dossier commun vient de la version {version} du coach : il est gardé, et "
        "sera lu quand cet ordinateur aura cette version ({push})."
    ),
    "share.other-words": (
        "Ce que {push} dit de choses connues ici contredit ce qui a été enregistré ; cela a été "
        "laissé de côté."
    ),
    "share.restored": (
        "Les fichiers de cet ordinateur viennent d’une sauvegarde ou d’une autre machine : ce qui "
        "a été partagé depuis est de retour, et elle continue sous un nouveau nom à elle."
    ),
    "refusal.share.no-age": (
        "Partager demande une bibliothèque qui scelle les fichiers. Installez-la avec : {command}"
    ),
    "refusal.share.no-folder": (
        "{folder} n’est pas un dossier d’ici. Branchez-le, ou créez-le d’abord."
    ),
    "refusal.share.own-folder": (
        "{folder} est celui du coach : le partager montrerait tous les clients. Prenez un autre "
        "dossier."
    ),
    "refusal.share.named-none": (
        "Cette mission n’est pas partagée. Nommez le dossier commun : coach share LIEU"
    ),
    "refusal.share.not-shared": "Cette mission n’est pas partagée depuis cet ordinateur.",
    "refusal.share.meanwhile": (
        "Une autre fenêtre ou une commande a changé entre-temps le partage de cette mission : rien "
        "n’a été fait ici. Regardez où il en est, puis recommencez."
    ),
    "refusal.share.not-reached": (
        "{file} est hors d’atteinte pour l’instant ({cause}). Tout ce qui est noté est enregistré "
        "ici, et y partira quand il sera de retour."
    ),
    "refusal.share.full": (
        "{file} est plein. Tout ce qui est noté est enregistré ici, et y partira quand il y aura "
        "de la place."
    ),
    "refusal.share.closed": (
        "{file} ne peut être ni lu ni écrit d’ici (droits, ou disque en lecture seule). Tout ce "
        "qui est noté est enregistré ici, et y partira quand ce sera permis."
    ),
    "refusal.share.away": (
        "{file} est hors d’atteinte pour l’instant : il n’est pas branché, ou ce qui est partagé "
        "n’y est pas arrivé. Tout ce qui est noté est enregistré ici, et y partira quand il sera de retour."
    ),
    "refusal.share.begin-full": (
        "{file} est plein : rien n’a été partagé. Faites-y de la place, ou prenez un autre dossier."
    ),
    "refusal.share.begin-closed": (
        "On ne peut pas écrire d’ici dans {file} (droits, ou disque en lecture seule) : rien n’a "
        "été partagé. Demandez-en le droit, ou prenez un autre dossier."
    ),
    "refusal.share.begin-away": (
        "{file} a disparu entre-temps : rien n’a été partagé. Branchez-le, et partagez de nouveau."
    ),
    "refusal.share.begin-not-reached": (
        "{file} n’accepte rien ({cause}) : rien n’a été partagé. Réessayez, ou prenez un autre "
        "dossier."
    ),
    "refusal.share.not-there": (
        "{folder} ne contient rien de la mission de cette invitation : c’est un autre dossier, ou "
        "elle n’y est pas encore arrivée. Nommez celui où elle est partagée ; sans dossier, "
        "l’invitation attend un fichier."
    ),
    "refusal.share.looks-only": (
        "Vous avez rejoint cette mission pour regarder seulement : rien n’est enregistré sur cet "
        "ordinateur. Rejoignez-la de nouveau sans cela pour y prendre part (coach join)."
    ),
    "refusal.share.confirms-only": "Vous avez rejoint cette mission pour regarder, confirmer et répondre : rien d’autre n’est enregistré sur cet ordinateur. Rejoignez-la de nouveau sans cela pour y prendre part (coach join).",
    "refusal.share.confirms-alone": "--confirms va avec --read-only : qui prend part confirme de toute façon.",
    "refusal.share.no-invitation": (
        "Ce n’est pas une invitation : elle commence par coach1-. Recopiez toute la ligne."
    ),
    "refusal.share.newer-invitation": (
        "Cette invitation vient d’une version plus récente du coach. Mettez celui-ci à jour."
    ),
    "refusal.share.cut-invitation": (
        "Cette invitation a été coupée ou changée en route. Redemandez la ligne entière ; coach "
        "share --show la redonne."
    ),
    "refusal.share.old-invitation": (
        "Cette invitation est ancienne : la clé a été renouvelée depuis, et cet ordinateur a la "
        "nouvelle. Rien n’a changé."
    ),
    "refusal.share.two-keys": (
        "Cette invitation est pour la même mission, partagée une seconde fois avec une autre clé. "
        "Entendez-vous sur une seule : coach share --stop ici d’abord, puis rejoignez-la."
    ),
    "refusal.share.no-terminal": (
        "Il n’y a personne à qui demander ici. Donnez l’invitation dans un fichier, ou - pour "
        "l’entrée standard."
    ),
    "refusal.share.needs": "Avec --yes ou avec -, rien n’est demandé : dites aussi {option}.",
    "refusal.share.several-folders": (
        "Elle est dans plusieurs dossiers : {folders}. Dites lequel avec --folder."
    ),
    "refusal.share.which-of-several": (
        "Elle est dans plusieurs dossiers : {folders}. Écrivez ici celui dont il s’agit."
    ),
    "refusal.share.no-key": (
        "Aucune invitation n’a été reçue sur cet ordinateur : coach join d’abord, le fichier "
        "ensuite."
    ),
    "refusal.share.letter-not-ours": (
        "Aucune invitation de cet ordinateur n’ouvre ce fichier : il est d’une autre mission, "
        "d’une clé renouvelée depuis, ou coupé en route."
    ),
    "refusal.share.letter-forged": "Qui a écrit ce fichier n’a pas la clé : rien n’en a été pris.",
    "refusal.share.letter-elsewhere": (
        "Ce fichier est d’un dossier commun : il est lu de là, et non par coach receive."
    ),
    "refusal.share.letter-too-big": "Ce fichier est trop gros pour être des nôtres.",
    "refusal.share.letter-newer": (
        "Ce fichier vient de la version {version} du coach. Mettez celui-ci à jour."
    ),
    "refusal.share.one-at-a-time": ("Une chose à la fois : un dossier, --show, --renew ou --stop."),
}
