"""Ce qui ne va pas dans une ligne de commande. Les blancs sont ceux d’argparse."""

WORDS = {
    "arguments.usage": "usage : ",
    "arguments.positional": "arguments",
    "arguments.options": "options",
    "arguments.error": "%(prog)s : %(message)s\n",
    "arguments.argument": "%(argument_name)s : %(message)s",
    "arguments.required": "il manque : %s",
    "arguments.unrecognized": "pas compris : %s",
    "arguments.not-allowed-with": "ne va pas avec %s",
    "arguments.one-of": "il faut l’un de ceux-ci : %s",
    "arguments.ignored": "ne prend pas de valeur (%r)",
    "arguments.one": "il manque une valeur",
    "arguments.at-most-one": "une valeur au plus",
    "arguments.at-least-one": "il manque au moins une valeur",
    "arguments.invalid-value": "%(value)r ne se lit pas comme %(type)s",
    "arguments.invalid-choice": "%(value)r n’est pas possible. Choisissez parmi : %(choices)s",
    "arguments.empty": "rien n’est écrit derrière",
    "arguments.empties": "vide : aucun",
}
