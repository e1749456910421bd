"""Only letters that every terminal draws: cmd.exe's fonts hold the Windows Glyph List 4.

What is drawn of people's words and of ours in every place is looked at in `test_looks`.
"""

from __future__ import annotations

import pytest

from coach_tui.language import LANGUAGES
from coach_tui.language.glyphs import DRAWN, even, shaped, undrawn
from tests.architecture.test_words import subjects


def test_a_mark_alone_is_drawn_by_its_shape_and_peoples_words_stay():
    assert shaped("- ✓ met\n- ✗ not (✗) | ★ |") == "- ● met\n- ■ not (■) | * |"
    assert shaped("a✓b ✓✓ 10★s") == "a✓b ✓✓ 10★s"
    assert even("3\u202fM€\u00a0!") == "3\u00a0M€\u00a0!"
    assert undrawn(["é « 3\u202fM€ » → ● ■ ○ ▲ ► ▼ ░█", "✓"]) == {"✓"}
    assert not set(shaped("✓ ✗ ★ ☑ ☐ ↗ ↘")) - DRAWN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_interface_is_drawn_by_every_terminal(language):
    poor = {
        key: found
        for table in subjects(language).values()
        for key, said in table.items()
        if (found := undrawn(said.values() if isinstance(said, dict) else [said]))
    }
    assert not poor
