"""A line never breaks before a sign of French typography, whatever the width."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList, Static

from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.advice import AdvicePane

from .conftest import screen_text

PROSE = "Son avis\u00a0: «\u00a0prêt\u00a0», à 12\u202f800\u00a0€ et 40\u00a0%\u00a0!"
ORPHANS = (":", "»", "€", "%", "!", "800")


def lines_of(app) -> list[str]:
    return [each.strip() for each in screen_text(app).splitlines() if each.strip()]


@pytest.mark.parametrize("width", [14, 17, 21, 26])
async def test_no_line_begins_with_a_sign(opened, width):
    """As lines of ours, as an option of a list, and as Markdown: titles, prose, lists, links."""
    async with opened(None, size=(width, 50), language="fr") as (app, pilot):
        markdown = AdvicePane()
        shown = (
            Static(plain(PROSE)),
            Static(line(PROSE)),
            OptionList(line(PROSE)),
            markdown,
        )
        await app.screen.remove_children("*")
        for widget in shown:
            await app.screen.mount(widget)
            if widget is markdown:
                await markdown.update(f"# {PROSE}\n\n{PROSE}\n\n- **{PROSE}**\n- [{PROSE}](#a)")
            widget.styles.padding = 0
            await pilot.pause()
            text = lines_of(app)
            assert text, widget
            assert not [each for each in text if each.startswith(ORPHANS)], (widget, text)
            assert "à" in " ".join(text)
            await widget.remove()
