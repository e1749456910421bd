"""Only letters that every terminal draws: cmd.exe's fonts hold the Windows Glyph List 4."""

from __future__ import annotations

import pytest

from coach_tui.demo import make_demo
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.glyphs import DRAWN, even, shaped, undrawn
from coach_tui.ui.choices import Choices
from tests.architecture.test_words import subjects

from .conftest import screen_text

WAYS = [
    *((key,) for key in "1234567890"),
    ("1", "w"), ("1", "a"), ("2", "enter"), ("3", "enter"), ("3", "c"), ("4", "a"), ("4", "i"),
    ("4", "enter"), ("4", "c"), ("5", "n"), ("5", "w"), ("6", "enter"), ("6", "m"), ("6", "g"),
    ("7", "enter"), ("7", "down", "enter"), ("8", "enter"), ("ctrl+p",), ("?",),
]  # fmt: skip


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


@pytest.mark.parametrize("theme", ["coach-dark", "ansi-light"])
async def test_every_cell_drawn_is_one_that_every_terminal_has(opened, home, now, theme):
    path = make_demo(home, Words("fr"), now().date())
    Choices(home.settings).put(theme=theme)
    poor = []
    async with opened(path, size=(120, 40), language="fr") as (app, pilot):
        for keys in WAYS:
            await pilot.press(*keys)
            await pilot.pause(0.1)
            found = {
                f"{letter} {line.strip()[:60]}"
                for line in screen_text(app).splitlines()
                for letter in sorted(undrawn([line]))
            }
            poor += [(keys, each) for each in sorted(found)]
            for _ in range(3):
                if len(app.screen_stack) > 1 or keys[-1] in "?wa":
                    await pilot.press("escape")
    assert not poor, "\n".join(map(str, poor))
