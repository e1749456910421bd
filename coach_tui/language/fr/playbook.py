"""Ce qui ne va pas dans les fichiers d’un playbook ou d’un catalogue, et que faire."""

WORDS: dict[str, str | dict[str, str]] = {
    "playbook.unreadable": (
        "Ce fichier n’est pas du texte UTF-8, ou ne peut pas être lu. Enregistrez-le en UTF-8."
    ),
    "playbook.too-large": (
        "Ce fichier dépasse {limit} caractères et n’a pas été lu. Partagez-le en plusieurs."
    ),
    "playbook.no-stage": (
        "Il n’y a pas d’étape ici. Commencez par « # Titre » et, dessous, « <!-- stage: id --> »."
    ),
    "playbook.stage-id": (
        "Le commentaire dit étape « {id} », le dossier dit « {folder} ». Le dossier l’emporte."
    ),
    "playbook.no-section-id": (
        "Cette section n’a pas d’identifiant. Écrivez « <!-- section: id --> » sous son titre."
    ),
    "playbook.no-step-id": (
        "« {title} » n’a pas d’identifiant et a été laissée de côté. "
        "Écrivez dessous « <!-- step: id | owner: role --> »."
    ),
    "playbook.step-twice": "L’action « {id} » est déjà dans ce fichier. Celle-ci a été laissée de côté.",
    "playbook.no-owner": "L’action « {id} » n’a pas de responsable : quelqu’un doit en répondre.",
    "playbook.unknown-key": "Action « {id} » : « {key} » est inconnu dans le commentaire d’une action.",
    "playbook.key-twice": "Action « {id} » : « {key} » est écrit deux fois.",
    "playbook.bad-value": "Action « {id} » : « {key}: {value} » ne peut pas être lu.",
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
}
