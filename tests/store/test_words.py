"""Whatever the store has to say, it can say in both languages."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from pathlib import Path

import coach_tui.store
from coach_tui.language.en import store as en
from coach_tui.language.fr import store as fr

ROOM = Path(coach_tui.store.__file__).parent


def test_every_refusal_and_notice_has_words_and_every_word_is_used() -> None:
    said = said_in(ROOM.glob("*.py"))
    # Which of two clocks is wrong, the session tells, and the app asks.
    anywhere = said_in(path for path in ROOM.parent.rglob("*.py") if "language" not in path.parts)
    assert en.WORDS.keys() == fr.WORDS.keys()
    assert said <= en.WORDS.keys() <= anywhere


def said_in(paths: Iterable[Path]) -> set[str]:
    """The store's words that these sources say."""
    sources = "".join(path.read_text("utf-8") for path in paths)
    return set(re.findall(r'"((?:refusal\.)?store\.[a-z-]+)"', sources))


def test_both_languages_fill_the_same_blanks_and_name_the_file() -> None:
    for key in en.WORDS:
        assert _blanks(en.WORDS[key]) == _blanks(fr.WORDS[key]), key
        # There is none to name, or it is about a clock.
        if key != "refusal.store.no-name" and not re.search(
            r"\.(clock|which-day|put-in-place)", key
        ):
            assert _blanks(en.WORDS[key]) & {"file", "files", "copy", "folder"}, key


def _blanks(entry: str | dict[str, str]) -> set[str | None]:
    forms = entry.values() if isinstance(entry, dict) else [entry]
    return {blank for form in forms for _, blank, _, _ in string.Formatter().parse(form) if blank}
