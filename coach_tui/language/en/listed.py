"""Several names in a sentence, in English."""

from typing import Final

WORDS: Final[dict[str, str | dict[str, str]]] = {
    "listed.more": {"one": "{names} and {n} more", "other": "{names} and {n} more"},
}
