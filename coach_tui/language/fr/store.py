"""Le fichier d'une mission : pourquoi il n'a pas été lu ou enregistré, et ce qui en a été fait."""

WORDS: dict[str, str | dict[str, str]] = {
    "refusal.store.missing": (
        "Le fichier {file} n’existe pas. S’il a été déplacé ou renommé, ouvrez-le là où il est."
    ),
    "refusal.store.no-folder": (
        "Non enregistré : le dossier de {file} n’est plus là. Rebranchez le disque ou remettez le "
        "dossier, puis réessayez."
    ),
    "refusal.store.exists": (
        "{file} existe déjà et n’a pas été touché. Choisissez un autre nom, ou ouvrez celui-là."
    ),
    "refusal.store.foreign": (
        "{file} n’est pas une mission de ce programme. Il n’a pas été touché ; vérifiez le nom."
    ),
    "refusal.store.other-engagement": (
        "{file} appartient à une autre mission. Rien n’y a été pris ni écrit ; ouvrez-le à part."
    ),
    "refusal.store.newer-format": (
        "{file} a été écrit par une version plus récente de ce programme (format {format}). Il n’a "
        "pas été touché ; mettez ce programme à jour, puis rouvrez-le."
    ),
    "refusal.store.damaged": (
        "{file} est abîmé et rien n’a pu en être récupéré. Il n’a pas été touché ; remettez une "
        "copie venant d’une sauvegarde ou d’un autre ordinateur."
    ),
    "refusal.store.unreadable": (
        "{file} ne peut pas être lu : {cause}. Vérifiez que c’est un fichier et que vous avez le "
        "droit de le lire."
    ),
    "refusal.store.folder": (
        "{file} est un dossier, pas un fichier. Donnez le nom d’un fichier qui s’y trouve."
    ),
    "refusal.store.device": (
        "Windows refuse {file} comme nom de fichier : nom d’un périphérique, signe interdit ou "
        "point final. Choisissez un autre nom."
    ),
    "refusal.store.no-file": (
        "{file} n’est pas un fichier ordinaire et n’a pas été lu. Vérifiez le nom."
    ),
    "refusal.store.not-over": (
        "{file} n’est pas un fichier ordinaire et n’a pas été touché. Choisissez un autre nom."
    ),
    "refusal.store.no-name": (
        "Aucun fichier n’est indiqué. Écrivez son nom, avec son dossier au besoin."
    ),
    "refusal.store.no-such-folder": (
        "Rien n’a été écrit : il n’y a pas de dossier {folder}. Vérifiez son nom, ou "
        "choisissez-en un autre."
    ),
    "refusal.store.forbidden": (
        "{file} ne peut pas être lu : vous n’en avez pas le droit. Autorisez la lecture, puis "
        "réessayez."
    ),
    "refusal.store.too-big": (
        "{file} est bien plus gros que tout ce qui se lit ici et n’a pas été lu. Vérifiez le nom."
    ),
    "refusal.store.read-only": (
        "Non enregistré : {file} ou son dossier est en lecture seule. Autorisez l’écriture, ou "
        "déplacez le fichier dans un dossier à vous."
    ),
    "refusal.store.protected": (
        "Non enregistré : {file} est protégé contre l’écriture et a été laissé tel quel. "
        "Autorisez sa modification (chmod u+w), puis réessayez."
    ),
    "refusal.store.write-failed": (
        "Non enregistré : {file} n’a pas pu être écrit : {cause}. Ce qui était enregistré est "
        "intact ; réessayez, et vérifiez le disque si cela se répète."
    ),
    "refusal.store.no-number": (
        "Rien d’enregistré dans {file} : l’un des nombres est infini ou n’en est pas un. "
        "Saisissez-le de nouveau."
    ),
    "refusal.store.no-space": (
        "Non enregistré : il n’y a plus de place sur le disque de {file}. Ce qui était enregistré "
        "est intact ; libérez de la place et réessayez."
    ),
    "refusal.store.too-large": (
        "Non enregistré : {file} serait plus grand que ne le permet le système ou ce programme "
        "(256 Mo). Ce qui était enregistré est intact."
    ),
    "refusal.store.locked": (
        "Non enregistré : un autre programme utilise {file} depuis trop longtemps. Fermez-le ou "
        "laissez-le finir, puis réessayez."
    ),
    "refusal.store.damaged-copy": (
        "{file} est endommagé : en repartir perdrait ce qui n’y est plus lisible. Prenez une autre "
        "copie."
    ),
    "store.recovered": {
        "one": (
            "{file} était abîmé. {n} modification a pu être récupérée ; vérifiez les dernières."
        ),
        "other": (
            "{file} était abîmé. {n} modifications ont pu être récupérées ; vérifiez les dernières."
        ),
    },
    "store.set-aside": "Le fichier abîmé a été gardé tel quel, dans {copy}.",
    "store.put-back": {
        "one": (
            "{file} avait perdu {n} modification, écrasée par un autre programme. Elle a été "
            "remise. Si vous aviez mis exprès une copie plus ancienne : coach doctor --start-over."
        ),
        "other": (
            "{file} avait perdu {n} modifications, écrasées par un autre programme. Elles ont été "
            "remises. Si vous aviez mis exprès une copie plus ancienne : coach doctor --start-over."
        ),
    },
    "store.adopted": {
        "one": "{n} modification a été reprise de {copy}, une copie de cette mission.",
        "other": "{n} modifications ont été reprises de {copy}, une copie de cette mission.",
    },
    "store.retired": (
        "Tout ce que contenait {copy} est enregistré ; cette copie s’appelle maintenant {kept}."
    ),
    "store.copy-damaged": (
        "{copy}, une copie de cette mission, est abîmée ou n’est pas arrivée en entier : ce qui "
        "peut s’y lire compte, le reste non. Elle a été laissée telle quelle. Faites-la "
        "synchroniser à nouveau ; s’il n’y a rien de plus à en tirer, supprimez-la."
    ),
    "store.ahead": {
        "one": (
            "{n} modification de {file} est datée en avance sur l’horloge de cet ordinateur : "
            "vérifiez cette horloge, et celle de son auteur."
        ),
        "other": (
            "{n} modifications de {file} sont datées en avance sur l’horloge de cet "
            "ordinateur : vérifiez cette horloge, et celle de leur auteur."
        ),
    },
    "store.held": {
        "one": (
            "{n} modification de {file} est datée jusqu’au {day}, dans l’avenir. Elle est gardée, "
            "et ne sera comptée qu’avec votre accord. Vérifiez les horloges, puis lancez "
            "coach doctor --agree."
        ),
        "other": (
            "{n} modifications de {file} sont datées jusqu’au {day}, dans l’avenir. Elles sont "
            "gardées, et ne seront comptées qu’avec votre accord. Vérifiez les horloges, puis "
            "lancez coach doctor --agree."
        ),
    },
    "store.behind": (
        "D’après l’horloge de cet ordinateur, {file} n’a pas encore commencé. Mettez-la à "
        "l’heure : les échéances se comptent à partir d’elle."
    ),
    "store.odd": {
        "one": (
            "{n} enregistrement de {file} n’a pas de sens pour cette version. Il est gardé, et "
            "n’est pas compté."
        ),
        "other": (
            "{n} enregistrements de {file} n’ont pas de sens pour cette version. Ils sont gardés, "
            "et ne sont pas comptés."
        ),
    },
    "store.doubled": {
        "one": (
            "{n} modification de {file} existe avec deux contenus différents : quelqu’un a modifié "
            "le fichier à la main."
        ),
        "other": (
            "{n} modifications de {file} existent avec deux contenus différents : quelqu’un a "
            "modifié le fichier à la main."
        ),
    },
    "store.unconfirmed": (
        "Enregistré, mais le disque ne confirme pas que {file} survivrait à une coupure de courant : {cause}. Gardez-en une copie ailleurs et vérifiez le disque."
    ),
    "store.no-replica": (
        "Enregistré, mais la deuxième copie de {file} sur cet ordinateur n’a pas pu être écrite : "
        "{cause}."
    ),
    "store.no-second-copy": (
        "La deuxième copie de {file} sur cet ordinateur ne peut pas être lue ou écrite : {cause}. "
        "Gardez une copie du fichier ailleurs tant que ce n’est pas réglé."
    ),
    "store.read-only": (
        "{file} peut être lu ici mais pas modifié : il est protégé, ou son dossier est "
        "interdit en écriture. Rien de ce que vous ferez ne sera enregistré tant que ce n’est pas autorisé."
    ),
    "store.no-lock": (
        "{file} ne peut pas être réservé pendant l’enregistrement sur ce disque. Deux programmes "
        "qui enregistrent en même temps répareront le travail l’un de l’autre."
    ),
    "refusal.store.clock-ahead": (
        "Non enregistré : ce qui a été noté en dernier est daté du {last}, et l’horloge de "
        "cet ordinateur dit {day}. L’un des deux est faux, et ce qui serait enregistré "
        "maintenant serait mal daté aussi. Vérifiez l’horloge, puis dites quel jour on est "
        "(dans une commande : --today DATE)."
    ),
    "refusal.store.clock-neither": (
        "L’horloge de cet ordinateur dit {day}, et vous dites {said}. Réglez l’horloge, puis "
        "redites-le."
    ),
    "store.clock-ahead": (
        "Ce qui a été noté en dernier dans {file} est daté du {last}, et l’horloge de cet "
        "ordinateur dit {day}. La lecture fonctionne ; rien ne peut être enregistré tant que "
        "vous n’avez pas dit quel jour on est : --today DATE."
    ),
    "store.clock-behind": (
        "L’horloge de cet ordinateur retarde : elle dit {day}. Ce que vous faites est "
        "enregistré ; réglez-la, les échéances se comptent d’après elle."
    ),
    "store.put-in-place": {
        "one": (
            "{n} modification faite sous une horloge fausse compte désormais à sa place. "
            "`coach undo` revient en arrière."
        ),
        "other": (
            "{n} modifications faites sous une horloge fausse comptent désormais à leur "
            "place. `coach undo` revient en arrière."
        ),
    },
    "store.which-day": "Quel jour sommes-nous ?",
    "store.which-day-about": (
        "Ce qui a été noté en dernier ici est daté du {last}, et l’horloge de cet ordinateur "
        "dit {day}. L’un des deux est faux. Si l’horloge est juste, ce qui est daté après "
        "elle est remis à sa place ; si elle retarde, rien ne bouge. D’ici là vous pouvez "
        "lire, et rien n’est enregistré."
    ),
    "store.which-day-field": "La date du jour",
    "refusal.store.not-over-engagement": "{file} est le fichier d’une mission, ou sa copie, et a été laissé tel quel. Choisissez un autre nom.",
    "store.file-unread": (
        "Enregistré. {file} ne peut pas être lu ({cause}) : rien ne dira s’il change. Une fois "
        "que vous pourrez le lire, nommez-le de nouveau."
    ),
    "store.file-large": (
        "Enregistré. {file} dépasse {n} Mo et n’a pas été lu : rien ne dira s’il change, "
        "seulement s’il est encore là."
    ),
    "store.file-place": (
        "Enregistré. L’endroit où se trouve {files} n’a pas pu être gardé sur cet ordinateur : "
        "rien ne dira s’il change. Vérifiez que le dossier privé est accessible en écriture, puis "
        "nommez-le de nouveau."
    ),
}
