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
        "Cette adresse contient un mot de passe, que montreraient la liste des processus et "
        "l’historique des commandes. Retirez-le, et gardez-le dans ~/.pgpass, dans le fichier que "
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
        "tout ce qui est noté est enregistré ici. Demandez à qui le tient quel est son certificat."
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
        "{file} ne permet pas cela à cet identifiant ({cause}). Demandez à qui le tient : coach "
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
}
