"""Whether an advice begins with its act: who acts, verb, object, before a row of 80 columns ends.

The limit is ours: what a row shows of it beside its day and its minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coach_tui.language import LANGUAGES, Language, Words
from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import Problem

ACT_MAX: Final = 66  # characters
# How long what fills a blank usually is.
USUAL: Final = {
    "clause": 12, "gate": 24, "granted": 6, "least": 8, "method": 18, "skill": 20, "tool": 12,
    "decision": 16, "kpi": 14, "name": 8,
}  # fmt: skip
SHORT: Final = 3  # a number, a day of the mission
_BLANK: Final = re.compile(r"\{(\w+)\}")
_ORDER: Final = re.compile(r"\w+ez|Faites|Dites")
# English has no ending for an order: the verbs our advice begins with, one by one.
_VERBS: Final = frozenset({
    "Add", "Adjust", "Announce", "Archive", "Ask", "Book", "Bring", "Call", "Change", "Choose",
    "Close", "Compare", "Cut", "Decide", "Deliver", "Extend", "Fill", "Find", "Get", "Give", "Hand",
    "Have", "Hold", "Keep", "Make", "Measure", "Move", "Name", "Open", "Postpone", "Price", "Put",
    "Rebook", "Record", "Review", "Send", "Set", "Settle", "Sign", "Start", "Stop", "Take", "Track",
    "Train", "Transfer", "Write",
})  # fmt: skip
_ASKS: Final = {
    "fr": ("Qui", "Que", "Quel", "Quelle", "Quels", "Quelles", "Qu", "À", "Où", "Quand", "Combien"),
    "en": ("Who", "Whom", "What", "Which", "Where", "When", "How", "On", "By"),
}


def acts_first(entry: Entry, path: str) -> Iterator[Problem]:
    """Each wording that is neither an order nor a question (praise is none), or is too long."""
    for language in LANGUAGES:
        words = entry.words[language]
        if entry.borrows(language, "words"):
            continue
        others = () if entry.borrows(language, "others") else words.get("others", ())
        for text in (str(words["words"]), *others):
            values = {"id": entry.id, "language": language, "text": text}
            if entry.fields["severity"] != "praise" and not _acts(text, language):
                yield Problem(path, entry.line, "playbook.advice-verb", values)
            if (n := _length(text, entry.fields["who"], language)) > ACT_MAX:
                long = {**values, "n": n, "high": ACT_MAX}
                yield Problem(path, entry.line, "playbook.advice-long", long)


def _acts(text: str, language: Language) -> bool:
    first = re.split(r"[ ’,-]", text, maxsplit=1)[0]
    if first in _ASKS[language]:
        return text.endswith("?")
    return bool(_ORDER.fullmatch(first)) if language == "fr" else first in _VERBS


def _length(text: str, who: str, language: Language) -> int:
    """With its blanks filled as they usually are, and the role before it."""
    filled = _BLANK.sub(lambda blank: "x" * USUAL.get(blank[1], SHORT), text)
    if not who:
        return len(filled)
    words = Words(language)
    return len(words("advice.to", who=words(f"role.{who}"), what=filled))
