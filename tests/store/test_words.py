"""Whatever the store has to say, it can say in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import coach_tui.store
from coach_tui.language.en import store as en
from coach_tui.language.fr import store as fr

ROOM = Path(coach_tui.store.__file__).parent


def test_every_refusal_and_notice_has_words_and_every_word_is_used() -> None:
    sources = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    said = set(re.findall(r'"((?:refusal\.)?store\.[a-z-]+)"', sources))
    assert said == en.WORDS.keys() == fr.WORDS.keys()


def test_both_languages_fill_the_same_blanks_and_name_the_file() -> None:
    for key in en.WORDS:
        assert _blanks(en.WORDS[key]) == _blanks(fr.WORDS[key]), key
        if key != "refusal.store.no-name":  # there is none to name
            assert _blanks(en.WORDS[key]) & {"file", "copy", "folder"}, key


def _blanks(entry: str | dict[str, str]) -> set[str | None]:
    forms = entry.values() if isinstance(entry, dict) else [entry]
    return {blank for form in forms for _, blank, _, _ in string.Formatter().parse(form) if blank}
