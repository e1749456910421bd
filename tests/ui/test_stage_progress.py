"""How far each stage has come, at the foot of today."""

from __future__ import annotations

import pytest

from .conftest import screen_text


@pytest.mark.parametrize(
    ("language", "title"),
    [("fr", "Rythme de collaboration"), ("en", "Upskilling and autonomy")],
)
async def test_two_stages_on_a_line_of_80_columns_have_room_for_their_titles(
    opened, acme, language, title
):
    async with opened(acme.path, size=(80, 24), language=language) as (app, _pilot):
        assert title in screen_text(app)
        assert "/8" in screen_text(app)
