"""Une étape entre ses deux portes : ce qui est passé, ce qui reste, ce qui se juge."""

WORDS = {
    "journey.entry": "Pour entrer",
    "journey.exit": "Pour sortir",
    "journey.passed": "Il ne reste rien : cette étape peut être quittée.",
    "journey.met": {
        "one": "{n} condition sur {total} remplie",
        "other": "{n} conditions sur {total} remplies",
    },
    "journey.missing": {"one": "{n} condition manque", "other": "{n} conditions manquent"},
    "journey.judge": {"one": "{n} à juger par vous", "other": "{n} à juger par vous"},
    "journey.none": "Cette étape ne pose aucune condition.",
    "journey.by-you": "à juger par vous",
    "journey.shown-by": "{because}",
    "journey.lacks": "manque : {because}",
    "journey.now": "à ce jour {because}",
    "journey.remains": "Ce qui reste pour quitter « {stage} »",
}
