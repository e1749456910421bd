"""Spot a secret in what is about to be recorded: no password, token, key, card or IBAN is kept."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_NAMED: Final = (
    r"(?:mot\s+de\s+passe|mdp|code\s+(?:secret|pin)|cl[ée]\s+(?:api|secr[èe]te|priv[ée]e)|jeton"
    r"|pass(?:word|wd|phrase)|pwd|secret\s+key|client\s+secret|api[\s_-]?key|access[\s_-]?key"
    r"|auth[\s_-]?token|token)"
)
_KNOWN_SHAPES: Final = (
    r"AKIA[0-9A-Z]{16}|(?:sk|rk|pk)_(?:live|test)_[0-9A-Za-z]{16,}|gh[pousr]_[0-9A-Za-z]{30,}"
    r"|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|AIza[\w-]{35}"
    r"|SG\.[\w-]{16,}\.[\w-]{16,}|npm_[0-9A-Za-z]{36}|AGE-SECRET-KEY-1[0-9A-Z]{40,}"
)
_PLACEHOLDER: Final = r"(?![<\[(*…x]+)"


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compiled at the first thing typed: nobody waits for them to open a mission."""
    return (
        ("key", re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")),
        ("key", re.compile(rf"\b(?:{_KNOWN_SHAPES})\b")),
        ("invitation", re.compile(r"\bcoach1-[a-z0-9]{20,}-[\w-]{8,}")),
        ("token", re.compile(r"\beyJ[\w-]{10,}\.[\w-]{8,}\.[\w-]{5,}")),
        ("password", re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s/:@]+:[^\s/@]+@", re.I)),
        (
            "password",
            re.compile(
                rf"\b{_NAMED}\b[^\n:=]{{0,30}}?(?:\s*[:=]\s*|\s+(?:est|is)\s+)[\"'«“]?\s*"
                rf"(?=\S*[\d!@#$%^&*_+?]){_PLACEHOLDER}(\S{{4,}})",
                re.I,
            ),
        ),
        (
            "password",
            re.compile(
                rf"\b{_NAMED}\b\s*[:=]\s*[\"'«“]?\s*{_PLACEHOLDER}(\S{{6,}})\s*$", re.I | re.M
            ),
        ),
    )


_CARD: Final = (
    r"(?<!\d)(?<!\d )"
    r"(?:[2-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -]?)\d{6}\2\d{5})"
    r"(?![ -]?\d)"
)
_SPACES: Final = {0xA0: " ", 0x2009: " ", 0x202F: " "}
_IBAN: Final = r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"


def secret_in(text: str) -> str | None:
    """What the secret in `text` looks like, or None: a "password", "key", "token", "card", "iban",
    or the "invitation" to an engagement.

    Kept deliberately narrow: it was tried on French and English prose, IBANs (mod 97), card
    numbers (Luhn) and company numbers, and a false alarm costs a founder her sentence.
    """
    text = text.translate(_SPACES)  # figures pasted from a bank's page keep its no-break spaces
    for kind, rule in _rules():
        if rule.search(text):
            return kind
    if any(_is_card(match.group()) for match in re.finditer(_CARD, text)):
        return "card"
    if any(_is_iban(match.group()) for match in re.finditer(_IBAN, text)):
        return "iban"
    return None


def _is_card(text: str) -> bool:
    figures = [int(figure) for figure in text if figure.isdigit()]
    doubled = (
        sum(divmod(figure * 2, 10)) if place % 2 else figure
        for place, figure in enumerate(reversed(figures))
    )
    return len(set(figures)) > 1 and sum(doubled) % 10 == 0


def _is_iban(text: str) -> bool:
    compact = text.replace(" ", "")
    turned = "".join(str(int(character, 36)) for character in compact[4:] + compact[:4])
    return 15 <= len(compact) <= 34 and int(turned) % 97 == 1
