"""Un lieu de partage sur un serveur : y partager, et en tenir un."""

WORDS: dict[str, str | dict[str, str]] = {
    "server.option.server": (
        "le serveur où elle est partagée, avec votre identifiant : "
        "postgresql://IDENTIFIANT@HOTE/BASE"
    ),
    "server.sees": (
        "Le serveur la garde scellée : il n’en voit pas un mot. Il voit quel identifiant y dépose "
        "quoi, de quelle taille et quand ; les autres identifiants voient le nom du vôtre, et "
        "combien il y a de toutes les missions ensemble."
    ),
    "server.which-login": "Votre identifiant sur {server} :",
    "refusal.server.no-psycopg": (
        "Partager par un serveur demande une bibliothèque qui lui parle. Installez-la avec : "
        "{command}"
    ),
    "refusal.server.no-address": (
        "Ce n’est pas l’adresse d’un serveur. Elle s’écrit postgresql://IDENTIFIANT@HOTE/BASE"
    ),
    "refusal.server.address-password": (
        "Cette adresse contient un mot de passe, que montreraient la liste des programmes ouverts "
        "et l’historique des commandes. Retirez-le, et gardez-le dans ~/.pgpass, dans le fichier que "
        "nomme PGPASSFILE, ou dans un fichier de services. Rien n’a été fait."
    ),
    "refusal.server.address-unproven": (
        "Un serveur qui n’est pas cet ordinateur doit prouver qui il est : ajoutez "
        "sslmode={sslmode} à l’adresse (avec sslrootcert=FICHIER ou sslrootcert=system si son "
        "certificat le demande)."
    ),
    "refusal.server.one-place": "Un seul lieu à la fois : --folder ou --server.",
    "refusal.server.needs-login": (
        "Elle est partagée sur un serveur où l’on ne vous connaît pas d’identifiant. Indiquez-le : "
        "{server}"
    ),
    "refusal.server.slow": (
        "{file} n’a pas répondu à temps. Tout ce qui est noté est enregistré ici, et y partira "
        "quand il répondra."
    ),
    "refusal.server.down": (
        "{file} est hors d’atteinte pour l’instant ({cause}). Tout ce qui est noté est enregistré "
        "ici, et y partira quand il sera de retour."
    ),
    "refusal.server.login": (
        "{file} ne vous laisse pas entrer ({cause}). Le mot de passe est cherché dans ~/.pgpass, "
        "dans le fichier que nomme PGPASSFILE, ou dans un fichier de services. Tout ce qui est "
        "noté est enregistré ici."
    ),
    "refusal.server.certificate": (
        "{file} n’a pas prouvé qu’il est le serveur nommé ({cause}). Rien ne lui a été envoyé ; "
        "tout ce qui est noté est enregistré ici. Demandez à la personne qui le tient quel est son certificat."
    ),
    "refusal.server.no-database": (
        "{file} n’a pas cette base ou cet identifiant ({cause}). Tout ce qui est noté est "
        "enregistré ici."
    ),
    "refusal.server.no-schema": (
        "{file} n’est pas encore un lieu de partage : qui le tient le prépare par coach server "
        "init. Tout ce qui est noté est enregistré ici."
    ),
    "refusal.server.forbidden": (
        "{file} ne permet pas cela à cet identifiant ({cause}). Demandez à la personne qui le tient : coach "
        "server grant. Tout ce qui est noté est enregistré ici."
    ),
    "refusal.server.full": (
        "{file} ne prend plus rien pour l’instant ({cause}). Tout ce qui est noté est enregistré "
        "ici, et y partira quand il y aura de la place."
    ),
    "refusal.server.device": (
        "{file} connaissait cet ordinateur sous un autre identifiant. Il continue sous un nouveau "
        "nom : ce qui n’a pas été pris y partira la prochaine fois."
    ),
    "refusal.server.other": (
        "{file} n’a pas pris cela ({cause}). Tout ce qui est noté est enregistré ici."
    ),
    "refusal.server.not-given": (
        "{file} ne connaît pas cette mission, ou pas pour cet identifiant. Demandez à qui tient le "
        "serveur : coach server grant URL IDENTIFIANT {engagement}"
    ),
    "refusal.server.reads-only": (
        "Cet identifiant ne peut que lire cette mission sur {file}. Demandez à qui tient le "
        "serveur : coach server grant URL IDENTIFIANT {engagement}"
    ),
    "server.option.url": (
        "le serveur, pour qui le tient : postgresql://IDENTIFIANT@HOTE/BASE (mot de passe dans "
        "~/.pgpass)"
    ),
    "server.option.login": "à qui elle est confiée : un identifiant, créé s’il n’existe pas",
    "server.option.leaver": "à qui elle est retirée",
    "server.option.engagement": (
        "une mission d’ici, par son nom ; ou l’identifiant de mission que donne coach share"
    ),
    "server.option.only": "cette mission seule ; toutes les siennes à défaut",
    "server.option.read-only": "laisser cet identifiant la lire sans rien y ajouter",
    "server.login": "IDENTIFIANT",
    "server.engagement": "MISSION",
    "server.prepared": "Le serveur est prêt (tables en version {version}).",
    "server.up-to-date": "Le serveur est à jour (tables en version {version}).",
    "server.holds-none": (
        "Il ne contient encore aucune mission : coach server grant confie la première."
    ),
    "server.given": "{login} voit la mission {engagement} et y ajoute.",
    "server.given-reading": "{login} voit la mission {engagement} et n’y ajoute rien.",
    "server.address": "L’adresse d’où partager ou rejoindre : {server}",
    "server.opaque": (
        "Chaque identifiant de ce serveur voit le nom de tous les autres. Un nom qui ne dit rien "
        "(k7f3q) ne montre ni client ni personne."
    ),
    "server.password": (
        "L’identifiant est nouveau. Cette ligne va dans le fichier ~/.pgpass de la personne qui "
        "s’en sert, lisible par elle seule ; donnez-la par une voie sûre, elle ne sera plus "
        "montrée :"
    ),
    "server.taken": {
        "one": "{login} voit {n} mission de moins : plus rien n’en arrive désormais.",
        "other": "{login} voit {n} missions de moins : plus rien n’en arrive désormais.",
    },
    "server.renewed": {
        "one": (
            "Sa clé est changée : ce qui était lu le reste, la suite ne s’ouvre plus. Il faut aux "
            "autres la nouvelle invitation :"
        ),
        "other": (
            "Leurs clés sont changées : ce qui était lu le reste, la suite ne s’ouvre plus. Il "
            "faut aux autres les nouvelles invitations :"
        ),
    },
    "server.not-renewed": (
        "Cet ordinateur ne participe pas à la mission {engagement} : une personne qui y participe "
        "en change la clé (coach share --renew)."
    ),
    "server.nobody": "confiée à personne",
    "server.reads": "{login} (lecture)",
    "server.pushes": {"one": "{n} envoi, {size} ko", "other": "{n} envois, {size} ko"},
    "server.missing": "non",
    "server.measure.release": "PostgreSQL {found}, 14 ou plus récent",
    "server.measure.proven": "la liaison est chiffrée, ou ne quitte pas cet ordinateur",
    "server.measure.schema": "ce qu’il contient est de cette version ({found})",
    "server.measure.append-only": "un identifiant ne peut ni changer ni effacer ce qui y est",
    "server.measure.columns": "un identifiant dit ce qu’il ajoute, pas qui il est ni quand",
    "server.measure.row-security": (
        "un identifiant voit les lignes des missions qui lui sont confiées"
    ),
    "server.measure.policies": "aucune autre règle ne lui en montre plus",
    "server.measure.triggers": "le serveur note lui-même qui ajoute quoi, et quand",
    "server.measure.statistics": "aucune statistique que dirait explain",
    "server.measure.temporary": "un identifiant ne crée rien, même pour un instant",
    "server.measure.large-objects": ("un identifiant ne peut pas remplir le disque d’objets à lui"),
    "server.measure.logins": "aucun identifiant n’a d’autres droits sur ce serveur",
    "server.measure.superusers": ("aucun identifiant à qui une mission est confiée ne voit tout"),
    "refusal.server.too-old": "Ce PostgreSQL est trop ancien : il faut la version {oldest}.",
    "refusal.server.newer": (
        "Ce que contient ce serveur est de la version {version}, et ce coach connaît jusqu’à la "
        "{known}. Mettez-le à jour ; rien n’a été changé."
    ),
    "refusal.server.sees-all": (
        "{login} possède ce que contient le serveur, ou peut tout y voir : il verrait ce qui ne "
        "lui est pas confié. Prenez un autre identifiant."
    ),
    "refusal.server.not-hers": "Rien de cela n’était confié à {login}. Rien n’a été changé.",
    "refusal.server.login-name": (
        "{login} ne peut pas être un identifiant : de un à 63 signes, sans commencer par pg_."
    ),
}
