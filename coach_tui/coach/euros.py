"""What a page of the playbook says at its end: what is our own in it, and whose euros it quotes."""

from typing import Final

from coach_tui.language import Words
from coach_tui.language.currency import EUR

OURS: Final = "≈"  # after what is neither the guide's nor a named practice's: our rule of thumb


def unsigned(text: str) -> str:
    """This without its sign: a page explains it, one sentence doesn't."""
    return text.replace(f"\u00a0{OURS}", "")


def euros_said(text: str, words: Words) -> str:
    """That the euros in this text are converted into nothing; empty where that goes without saying.

    Rules compare the same figures in the engagement's own currency: our choice, and said.
    """
    return "" if words.currency == EUR or "€" not in text else words("advice.in-euros")


def page_in(text: str, words: Words) -> str:
    """A page of the playbook; at its end, what its sign stands for and whose euros it quotes."""
    told = [words("advice.by-rule") if OURS in text else "", euros_said(text, words)]
    said = "\n\n".join(filter(None, told))
    return f"{text.rstrip()}\n\n{said}\n" if said else text
