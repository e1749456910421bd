"""Whoever watches whether the app answers looks now and then, and never for its own sake."""

from __future__ import annotations

import asyncio
import time

from coach_tui.ui.patience import AFTERWARDS, BETWEEN, Patience


async def test_keys_in_a_row_do_not_make_it_look_without_a_pause(monkeypatch):
    looks = []
    answers = asyncio.get_running_loop()
    call_soon = answers.call_soon_threadsafe

    def counted(callback, *args):
        looks.append(callback)
        return call_soon(callback, *args)

    monkeypatch.setattr(answers, "call_soon_threadsafe", counted)
    patience = Patience(lambda seconds: None, lambda: None)
    began = time.monotonic()
    for _ in range(8):
        patience.heard()
        await asyncio.sleep(BETWEEN)
    lasted = time.monotonic() - began
    patience.leave()
    assert looks, "somebody looked"
    assert len(looks) <= 2 + min(lasted, AFTERWARDS) / BETWEEN, "no more often than it is to"
