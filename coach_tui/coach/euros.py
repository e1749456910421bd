"""Euros that are not the engagement's: the guide's prices and French law's thresholds."""

from coach_tui.language import Words
from coach_tui.language.currency import EUR


def euros_said(text: str, words: Words) -> str:
    """That the euros in this text are converted into nothing; empty where that goes without saying.

    Rules compare the same figures in the engagement's own currency: our choice, and said.
    """
    return "" if words.currency == EUR or "€" not in text else words("advice.in-euros")


def page_in(text: str, words: Words) -> str:
    """A page of the playbook; one that quotes euros says so at its end."""
    said = euros_said(text, words)
    return f"{text.rstrip()}\n\n{said}\n" if said else text
