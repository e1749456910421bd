"""A file in which somebody wrote what nobody should: every screen opens, and saving still works."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach_tui.session import Session
from tests.cli.hostile import cases, put_in
from tests.ui.conftest import Opened, screen_text

KEYS = "1234567890p?"


SOME = ("value 1", "value 5", "value 12", "value 15", "value 17", "moments", "names", "depth")


@pytest.mark.usefixtures("short_help")
@pytest.mark.parametrize("name", SOME)  # every one of them is met by the commands
async def test_every_screen_opens(opened: Callable[..., Opened], acme: Session, name: str) -> None:
    put_in(acme.path, cases()[name])
    async with opened(acme.path) as (app, pilot):
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
            text = screen_text(app)
            assert text.strip(), key
            assert "\x1b" not in text
            assert "\x00" not in text
        assert app.failure is None
        assert app.try_to_save([]) is None
