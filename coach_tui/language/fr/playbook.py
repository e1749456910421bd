"""Ce qui ne va pas dans les fichiers d’un playbook ou d’un catalogue, et que faire."""

WORDS: dict[str, str | dict[str, str]] = {
    "playbook.unreadable": (
        "Ce fichier n’est pas du texte UTF-8, ou ne peut pas être lu. Enregistrez-le en UTF-8."
    ),
    "playbook.too-large": (
        "Ce fichier dépasse {limit} caractères et n’a pas été lu. Partagez-le en plusieurs."
    ),
    "playbook.no-stage": (
        "Il n’y a pas d’étape ici. Commencez par « # Titre » et, dessous, `<!-- stage: id -->`."
    ),
    "playbook.stage-id": (
        "Le commentaire dit étape « {id} », le dossier dit « {folder} ». Le dossier l’emporte."
    ),
    "playbook.no-section-id": (
        "Cette section n’a pas d’identifiant. Écrivez `<!-- section: id -->` sous son titre."
    ),
    "playbook.no-step-id": (
        "« {title} » n’a pas d’identifiant et a été laissée de côté. "
        "Écrivez dessous `<!-- step: id | owner: role -->`."
    ),
    "playbook.step-twice": "L’action « {id} » est déjà dans ce fichier. Celle-ci a été laissée de côté.",
    "playbook.no-owner": "L’action « {id} » n’a pas de responsable : quelqu’un doit en répondre.",
    "playbook.unknown-key": "Action « {id} » : « {key} » est inconnu dans le commentaire d’une action.",
    "playbook.key-twice": "Action « {id} » : « {key} » est écrit deux fois.",
    "playbook.bad-value": "Action « {id} » : `{key}: {value}` ne peut pas être lu.",
    "playbook.toml": "Ce n’est pas du TOML, à partir d’ici : {text}",
    "playbook.table": (
        "« {found} » n’est pas attendu ici : ce fichier ne contient que des entrées [[{table}]]."
    ),
    "playbook.no-entries": "Il n’y a aucune entrée [[{table}]] ici.",
    "playbook.entry-no-id": (
        "Cette entrée n’a pas d’identifiant valable (trouvé : « {found} »). "
        "Écrivez-en un en minuscules et traits d’union."
    ),
    "playbook.entry-twice": "L’entrée « {id} » existe déjà. Celle-ci a été laissée de côté.",
    "playbook.entry-missing": "Entrée « {id} » : {field} manque ou est vide.",
    "playbook.entry-unknown": "Entrée « {id} » : {field} n’est pas un champ de ce catalogue.",
    "playbook.entry-choice": (
        "Entrée « {id} » : {field} ne peut pas être « {value} ». Choisissez parmi : {choices}."
    ),
    "playbook.entry-not-text": "Entrée « {id} » : {field} doit être un texte.",
    "playbook.entry-not-texts": "Entrée « {id} » : {field} doit être une liste de textes.",
    "playbook.entry-not-names": "Entrée « {id} » : {field} doit être une table de noms, chacun avec un texte.",
    "playbook.entry-not-flag": "Entrée « {id} » : {field} doit être true ou false.",
    "playbook.entry-not-whole": (
        "Entrée « {id} » : {field} doit être un nombre entier de {low} à {high}, pas {value}."
    ),
    "playbook.entry-not-number": (
        "Entrée « {id} » : {field} doit être un nombre de {low} à {high}, pas {value}."
    ),
    "playbook.entry-not-due": (
        "Entrée « {id} » : {field} doit être une date comme T-4w ou D+5, pas {value}."
    ),
    "playbook.entry-not-definitions": (
        "Entrée « {id} » : dans {field}, chaque définition a un id, fr et en, tous écrits."
    ),
    "playbook.entry-lists": (
        "Entrée « {id} » : {field} a {french} lignes en français et {english} en anglais."
    ),
    "playbook.straight-quote": "Guillemet ou apostrophe droits : {text}",
    "playbook.french-space": "Il faut ici une espace insécable : {text}",
    "playbook.english-space": "En anglais, pas d’espace avant ce signe : {text}",
    "playbook.length": {
        "one": "L’action « {id} » a {n} mot ; écrivez-en {low} à {high}, pour qu’elle tienne sur un écran.",
        "other": "L’action « {id} » a {n} mots ; écrivez-en {low} à {high}, pour qu’elle tienne sur un écran.",
    },
    "playbook.title-length": {
        "one": "Le titre de l’action « {id} » a {n} caractère, {high} au plus.",
        "other": "Le titre de l’action « {id} » a {n} caractères, {high} au plus.",
    },
    "playbook.pair-metadata": "Action « {id} » : son commentaire n’est pas le même dans les deux langues. fr : {one} / en : {other}",
    "playbook.pair-section": "L’action « {id} » est dans la section « {one} » en français et « {other} » en anglais.",
    "playbook.pair-links": "L’action « {id} » mène à {one} en français et à {other} en anglais.",
    "playbook.pair-missing": "En français et pas ici : `{kind}: {ids}`",
    "playbook.pair-added": "Ici et pas en français : `{kind}: {id}`",
    "playbook.pair-order": "Pas dans le même ordre qu’en français, à partir de `{kind}: {id}`",
    "playbook.blank-twice": "Entrée « {id} » : le champ « {blank} » est rempli de deux façons. N’en gardez qu’une.",
    "playbook.blank-unknown": "Le champ « {blank} » n’est pas de ce genre de document.",
    "playbook.signs": "Un mauvais document se dit en cinq lignes numérotées exactement, et rien d’autre.",
    "playbook.pair-blank": "Le champ « {blank} » n’est que dans une langue.",
    "playbook.pair-headings": "Les titres diffèrent : {one} en français, {other} en anglais, ou d’autres niveaux.",
    "playbook.link": "L’action « {id} » mène à « {link} », qui n’est pas une action.",
    "playbook.bad-link": "Ce lien ne mène nulle part : {link}. Écrivez #id-d-une-action, ou une adresse en https://.",
    "playbook.after": "L’action « {id} » vient après « {link} », qui n’est pas une action.",
    "playbook.fact": "Action « {id} » : l’application ne connaît aucun fait appelé « {fact} ».",
    "playbook.no-act": "L’action « {id} » ne dit pas en quoi elle consiste. Écrivez `does: …`, par exemple `does: proof`.",
    "playbook.act": "Action « {id} » : « {act} » n’est rien que l’app sache ouvrir.",
    "playbook.act-fact": "Action « {id} » : `does: {act}` n’enregistre jamais « {fact} », qui doit la montrer faite.",
    "playbook.act-unproved": "Action « {id} » : `does: {act}` ne montre rien de fait à lui seul. Ajoutez `done-when: …`.",
    "playbook.no-takes": "L’action « {id} » ne dit pas le temps qu’il faut pour répondre. Écrivez `takes: 5min`.",
    "playbook.needs": "L’action « {id} » demande d’abord « {link} », qui n’est pas une action.",
    "playbook.needs-hidden": (
        "L’action « {id} » demande d’abord « {link} », qu’un nouveau venu ne voit pas. Rendez celle-ci essentielle, ou ajoutez-lui `decides`."
    ),
    "playbook.needs-circle": "Ces actions se demandent l’une l’autre d’abord : {ids}",
    "playbook.source": "Action « {id} » : « {source} » n’est pas dans sources.toml.",
    "playbook.essentials": {
        "one": "{n} action est essentielle, {high} au plus.",
        "other": "{n} actions sont essentielles, {high} au plus : ce sont les premières qu’on voit.",
    },
    "playbook.step-in-two": "L’action « {id} » est aussi dans {path}, qui la garde. Donnez à celle-ci un autre identifiant.",
    "playbook.cycle": "Ces échéances s’attendent l’une l’autre : {ids}",
    "playbook.heading": "Cette ligne est un titre de niveau {level} pour certains lecteurs et pas pour d’autres : {text}",
    "playbook.html": "Le HTML ne s’affiche pas dans l’application ; écrivez du Markdown : {text}",
    "playbook.not-drawn": "L’application ne sait pas dessiner ce genre de Markdown : {kind}.",
    "playbook.points": "Le total des points fait {n}, pas 100.",
    "playbook.entry-names": "Entrée « {id} » : {field} nomme « {value} », qui n’existe pas.",
    "playbook.entry-long": {
        "one": "Entrée « {id} » : {n} mot dans un texte, {high} au plus.",
        "other": "Entrée « {id} » : {n} mots dans un texte, {high} au plus.",
    },
    "playbook.advice-verb": "Conseil « {id} », {language} : il ne commence ni par un verbe à l’impératif ni par une question : {text}",
    "playbook.advice-long": "Conseil « {id} », {language} : trop long avec qui agit ({n}, et {high} au plus) : {text}",
    "playbook.left-word": "« {word} » est un mot abandonné : dites « {instead} ».",
    "playbook.blank": "Entrée « {id} », {language} : le champ « {blank} » est employé sans être déclaré, ou déclaré sans être employé.",
    "playbook.alone": "Ce texte n’existe pas dans l’autre langue ({language}).",
    "playbook.empty": "Il n’y a aucune étape ici. Créez un dossier comme onboarding/ contenant fr.md ou en.md.",
    "playbook.not-read": "Ce fichier n’est jamais lu. Les étapes sont : {stages} ; leurs fichiers, fr.md et en.md.",
    "playbook.no-spec": "L’application ne connaît pas ce catalogue, et ne le lit jamais.",
}
