"""An engagement of which one field is known: every screen opens, and saving works."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach_tui.places import Home
from tests.cli.test_single_field import FIELDS, written
from tests.ui.conftest import Opened, screen_text
from tests.ui.test_hostile_files import KEYS


@pytest.mark.usefixtures("short_help")
@pytest.mark.parametrize("fields", FIELDS, ids=str)
async def test_every_screen_opens(
    opened: Callable[..., Opened], home: Home, fields: dict[str, Any]
) -> None:
    path = written(home.engagements / "solo.json", fields)
    async with opened(path) as (app, pilot):
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
            assert screen_text(app).strip(), key
            assert not screen_text(app).lstrip().startswith("·"), key
        assert app.failure is None
        assert app.try_to_save([]) is None
