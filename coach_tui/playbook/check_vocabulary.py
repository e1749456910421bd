"""One word for one thing: the words that were left, and those that took their place.

The tables here decide. Ids, keys and people's own words are no prose, and are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from coach_tui.playbook.model import Problem

# A pattern of the word left → the word said now.
LEFT: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        r"(?<!\{)\bdoses?\b": "jours par semaine",
        r"\bgestes?\b": "modification",
        r"\brelais\b": "suppléant, binôme, secours",
        r"\bjours de bras\b|\bparmi les bras\b|\bsans bras\b": "jours d’exécution",
        r"\bboucles?\b": "sujets en suspens",
        r"\bnon-auteurs?\b": "relu par quelqu’un d’autre",
        r"\branger cette mission\b|\bressortie?\b|\brangée\b": "archiver, rouvrir",
        r"\brelire les cases\b": "importer les cases",
        r"\b[ldm]es sales\b|\baux sales\b|\b(?:avec|par|pour) les ventes\b"
        r"|\bles ventes (?:ont|ne|n’)|\bdirect(?:eur|ion) des ventes\b": "l’équipe commerciale",
        r"\bprocess(?:us)?\b": "méthode",
        r"\ballure\b|\bdécroché\b": "avance, en retard sur la cible",
        r"\bCMO fraction(?:al|né)\b(?!\))": "fractional CMO",
        r"\b(?:le|du|un) fractional\b(?! CMO)": "fractional CMO",
        r"\bà la tête du marketing\b": "direction marketing",
        r"\bheures? stratégiques?\b": "heure hebdomadaire",
        r"\b(?:CMO|directeur marketing) à temps partagé\b(?! »)": "fractional CMO",
        r"\bchevauchements?\b|\brecouvrement\b|\bdouble encadrement\b": "tuilage",
        r"\brétroplanning\b": "calendrier à rebours",
        r"(?<!\{)\bboard\b(?!\})": "conseil d’administration",
    },
    "en": {
        r"(?<!\{)\bdoses?\b": "days a week",
        r"\bgestures?\b": "change",
        r"\bledgers?\b": "access register",
        r"\brelays?\b": "deputy, backup, cover",
        r"\bdoers?\b|\bdoer-days?\b|\bpair of hands\b|\bdays? of hands\b": "execution days",
        r"\bnon-authors?\b": "checked by someone else",
        r"\bput (?:this engagement )?away\b": "archive, reopen",
        r"\bfollow(?:ed)? (?:a KPI|this KPI|no more)\b": "track, no longer tracked",
        r"\bread back the ticks\b": "import ticks",
        r"\bgravest\b": "most urgent",
        r"\bprocess(?:es)?\b": "method",
        r"\bthe fractional\b(?! CMO)": "the fractional CMO",
        r"\bnobody leading marketing\b": "no marketing lead",
        r"\bCEOs?\b": "founder",
        r"\bstrategic hours?\b": "weekly hour",
        r"\bdouble supervision\b": "overlap, side by side",
        r"\btest missions?\b": "test engagement",
    },
}
_LEFT: Final = {
    language: [(re.compile(pattern, re.IGNORECASE), word) for pattern, word in words.items()]
    for language, words in LEFT.items()
}
_NO_PROSE: Final = re.compile(r"<!--.*?-->|\]\([^)\s]*\)|`[^`\n]*`")


def left_words(text: str, path: str, language: str) -> Iterator[Problem]:
    """Each line of this text that says a word we left."""
    for number, line in enumerate(text.split("\n"), 1):
        prose = _NO_PROSE.sub("", line)
        for pattern, instead in _LEFT.get(language, ()):
            if match := pattern.search(prose):
                values = {"word": match.group(), "instead": instead}
                yield Problem(path, number, "playbook.left-word", values)
