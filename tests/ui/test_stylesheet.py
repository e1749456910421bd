"""Styles are read once under each theme, however many places and dialogs are opened."""

from __future__ import annotations

from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen


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


async def test_a_place_or_a_dialog_is_dressed_for_its_window_before_it_is_put_together(
    opened, acme, monkeypatch
):
    again, update, classes = [], Stylesheet.update, Screen.update_classes

    def everything(sheet, root, **more):
        again.append(root)
        update(sheet, root, **more)

    def told(screen, wanted, **more):
        before = screen.classes
        classes(screen, wanted, **more)
        again.extend([screen] if screen.classes != before else [])

    monkeypatch.setattr(Stylesheet, "update", everything)
    monkeypatch.setattr(Screen, "update_classes", told)
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        again.clear()
        for keys in (("2",), ("3", "a"), ("escape", "e"), ("escape", "5", "m"), ("escape",)):
            await pilot.press(*keys)
            assert again == [], keys
        await pilot.resize_terminal(50, 18)
        assert app.screen in again, "another window is another shape"
