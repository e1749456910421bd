"""argparse's own words, in the language of the call.

argparse looks its messages up through a function named `_`. What it says that is not listed here
stays in English: messages meant for whoever writes a parser, never for whoever runs a command.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from coach_tui.language import Words

MESSAGES: Final = {
    "usage: ": "arguments.usage",
    "positional arguments": "arguments.positional",
    "options": "arguments.options",
    "%(prog)s: error: %(message)s\n": "arguments.error",
    "argument %(argument_name)s: %(message)s": "arguments.argument",
    "the following arguments are required: %s": "arguments.required",
    "unrecognized arguments: %s": "arguments.unrecognized",
    "not allowed with argument %s": "arguments.not-allowed-with",
    "one of the arguments %s is required": "arguments.one-of",
    "ignored explicit argument %r": "arguments.ignored",
    "expected one argument": "arguments.one",
    "expected at most one argument": "arguments.at-most-one",
    "expected at least one argument": "arguments.at-least-one",
    "invalid %(type)s value: %(value)r": "arguments.invalid-value",
    "invalid choice: %(value)r (choose from %(choices)s)": "arguments.invalid-choice",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "arguments.invalid-choice"
    ),
}


def in_words(words: Words) -> Callable[[str], str]:
    """What to set `argparse._` to."""

    def said(message: str) -> str:
        key = MESSAGES.get(message)
        return words(key) if key else message

    return said
