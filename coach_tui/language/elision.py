"""French elision before what is filled in: “de {name}” is said “d’Élodie”, “de Paul”, “d’avril”."""

import re
from collections.abc import Mapping
from typing import Any, Final

from coach_tui.language.fold import folded

_OPEN: Final = re.compile(r"\b(d|qu|jusqu|lorsqu|puisqu)e (?=\{(\w+)\})", re.IGNORECASE)
_VOWELS: Final = frozenset("aeiouœæ")
# An h is mute in these first names; in others one cannot tell (Hassan, Hubspot): none is elided.
_MUTE: Final = ("helen", "henri", "herve", "hortense", "honor", "hugu", "hugo", "hippolyte")
_ASPIRATED: Final = ("onze", "oui", "ouistiti")


def elided(template: str, values: Mapping[str, Any]) -> str:
    """The template with its “de” and “que” elided before the values that begin with a vowel."""

    def joined(found: re.Match[str]) -> str:
        value = values.get(found[2])
        return f"{found[1]}’" if isinstance(value, str) and _open(value) else found[0]

    return _OPEN.sub(joined, template)


def _open(value: str) -> bool:
    """Whether it begins with a vowel as it is said; numbers in figures do not."""
    said = folded(value[:12])
    if said.startswith("y"):
        return len(said) > 1 and said[1] not in _VOWELS  # Yves, unlike Yann
    return (said[:1] in _VOWELS and not said.startswith(_ASPIRATED)) or said.startswith(_MUTE)
