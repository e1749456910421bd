"""L’application dans un navigateur : qui peut entrer, et la page autour."""

WORDS: dict[str, str | dict[str, str]] = {
    "serve.open": "Ouvrez ce lien dans un navigateur de cet ordinateur. Il sert une fois :",
    "serve.stop": "Ctrl+C l’arrête. Ce que vous y faites est enregistré au fur et à mesure.",
    "serve.is-exposed": (
        "Attention : d’autres ordinateurs peuvent y accéder, sans chiffrement. Qui lit le lien peut "
        "ouvrir vos missions. Mettez devant un proxy avec TLS et votre authentification."
    ),
    "serve.no-token": (
        "403 : il manque le lien écrit par « coach serve », ou il n’est pas entier. Copiez-le en "
        "entier."
    ),
    "serve.used": (
        "403 : le lien a déjà servi, dans un autre navigateur. Arrêtez « coach serve » et "
        "relancez-le pour en avoir un nouveau."
    ),
    "serve.wrong-host": (
        "421 : cette adresse n’est pas celle que « coach serve » a écrite. Prenez celle-là."
    ),
    "serve.wrong-origin": "403 : la page d’un autre site l’a demandé, et ne l’obtient pas.",
    "serve.page.starting": "Ouverture du coach…",
    "serve.page.ended": "Le coach est fermé ici. Ce que vous avez enregistré l’est.",
    "serve.page.again": "Le rouvrir",
    "serve.page.script": "Il lui faut JavaScript ; « coach walk », dans un terminal, s’en passe.",
    "refusal.serve.no-extra": (
        "Montrer le coach dans un navigateur demande une bibliothèque de plus. Pour l’installer : "
        "{command}"
    ),
    "refusal.serve.exposed": (
        "{host} est accessible depuis d’autres ordinateurs, et rien n’est chiffré ici : pas ouvert. "
        "Sans --host, cela reste sur cet ordinateur ; --exposed ouvre quand même, derrière un proxy "
        "avec TLS et une authentification."
    ),
    "refusal.serve.public": "{said} n’est pas une adresse. Écrivez-la entière : https://coach.example.org",
    "refusal.serve.port": (
        "Le port {port} de {host} ne s’ouvre pas : {why}. Choisissez-en un autre avec --port."
    ),
}
