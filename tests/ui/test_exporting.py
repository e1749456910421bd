"""What can be handed over is the same from both doors, and can be reached from any screen."""

from __future__ import annotations

import re
from pathlib import Path

from coach_tui.cli import main
from coach_tui.cli.parser import HANDED_OVER
from coach_tui.engagement.step import set_status, steps_of
from coach_tui.exports.handouts import HANDOUTS, Option
from coach_tui.ui.dialogs.questions import FormFields
from coach_tui.ui.palette import CoachProvider

from .conftest import screen_text
from .records import record_one_of_each

# When a calendar was written is in it, to the second.
STAMP = re.compile(r"^DTSTAMP:.*\n", re.MULTILINE)
SAID = {
    "stage": "onboarding", "depth": "full", "month": "2026-02", "zone": "Europe/Paris",
    "mask": "Ann Bell",
}  # fmt: skip


def test_the_commands_are_those_of_the_table():
    assert tuple(HANDOUTS) == HANDED_OVER


def said(option: Option) -> str:
    return "yes" if option.kind == "flag" else SAID[option.name]


def without_stamp(file: Path) -> str:
    """The document in this file, but for when it was written."""
    return STAMP.sub("", file.read_text(encoding="utf-8"))


async def test_nothing_is_written_among_our_own_files_from_the_app(opened, acme):
    inside = acme.path.parent / "team.md"
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        app.screen.export("team")
        await pilot.pause()
        app.screen.query_one(FormFields).fill({"path": str(inside)})
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "coach-tui’s own" in " ".join(screen_text(app).split())
    assert not inside.exists()


async def test_every_document_is_the_same_from_the_app_and_from_the_command(
    opened, acme, tmp_path, monkeypatch
):
    record_one_of_each(acme)
    untouched = steps_of(acme.engagement).get("none")
    gone = set_status("gone-step", "done", current=untouched, actor="founder")
    acme.record(gone)  # of a playbook that had one more
    monkeypatch.setenv("COACH_HOME", str(tmp_path))
    monkeypatch.setenv("COACH_TODAY", "2026-03-12")
    cases = [
        (name, shape, options)
        for name, handout in HANDOUTS.items()
        for shape in handout.formats
        for options in dict.fromkeys(((), handout.options))  # once, where there is none
    ]
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        for place, (name, shape, options) in enumerate(cases):
            file = tmp_path / f"{place}.{shape}"
            answers = {"path": str(file), **{each.name: said(each) for each in options}}
            answers |= {"format": shape} if len(HANDOUTS[name].formats) > 1 else {}
            app.screen.export(name)
            await pilot.pause()
            app.screen.query_one(FormFields).fill(answers)
            await pilot.press("ctrl+s")
            await pilot.pause()
            if shape != "ics":
                await pilot.press("enter")
                await pilot.pause()
            assert file.is_file(), (name, shape, options)
            arguments = [
                part
                for each in options
                for part in (f"--{each.name}", *([] if each.kind == "flag" else [SAID[each.name]]))
            ]
            shaped = ["--format", shape] if "format" in answers else []
            other = tmp_path / f"{place}.command.{shape}"
            agreed = ["--yes"] if HANDOUTS[name].asks else []
            said_so = ["export", name, "--lang", "en", *shaped, *arguments, *agreed]
            said_so += ["-o", str(other)]
            assert main(said_so) == 0, said_so
            assert without_stamp(file) == without_stamp(other), said_so


async def test_the_palette_takes_out_any_document_from_anywhere(opened, acme):
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        await pilot.press("9")
        found = {each.title: each for each in CoachProvider(app.screen)._documents()}
        for name in HANDOUTS:
            title = app.words(f"handout.title.{name}")
            found[f"Export: {title}"].run()
            await pilot.pause()
            assert title in str(app.screen.query_one("#dialog-title").content)
            await pilot.press("escape")
