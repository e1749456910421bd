"""What passes at the bottom of the screen is read whole, however narrow the screen."""

from __future__ import annotations

import pytest

from .conftest import screen_text


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_refusal_that_passes_is_not_cut(opened, acme, size, language):
    async with opened(acme.path, size=size, language=language) as (app, pilot):
        told = app.words("refusal.store.no-space", file="/home/me/acme.json")
        app.warn(told)
        await pilot.pause(0.2)
        place = app.screen.query_one("Toast").region
        rows = screen_text(app).splitlines()[place.y : place.bottom]
        shown = " ".join(" ".join(row[place.x : place.right] for row in rows).split())
        assert shown.replace("▌", "").strip() == " ".join(told.split())
