"""Styles are read once under each theme, however many places and dialogs are opened."""

from __future__ import annotations

from textual.css import stylesheet


async def test_a_place_or_a_dialog_opened_reads_its_own_styles_only(opened, acme, monkeypatch):
    read, parse = [], stylesheet.parse

    def told(scope, css, where, **more):
        read.append((scope, css, where, more["tie_breaker"]))
        return parse(scope, css, where, **more)

    monkeypatch.setattr(stylesheet, "parse", told)
    async with opened(acme.path) as (app, pilot):
        await pilot.press("2", "3", "a")
        assert len(read) > 20, "nothing was looked at"
        assert len(read) == len(set(read))
        known, ground = len(read), app.screen.styles.background
        field = app.focused.styles.color
        app.theme = "coach-light"
        await pilot.pause()
        assert len(read) > known, "another theme's colours are in every style"
        assert (app.screen.styles.background, app.focused.styles.color) != (ground, field)
        app.theme = "coach-dark"
        await pilot.pause()
        assert (app.screen.styles.background, app.focused.styles.color) == (ground, field)
