"""A document in the app: begun, written, in one's own editor, checked, crossed, taken out."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.color import Color
from textual.widgets import OptionList, Static, TextArea

from coach_tui.engagement.documents.record import BLANK, document_of
from coach_tui.engagement.documents.save import write_document
from coach_tui.language import LANGUAGES
from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.ui.acting import write
from coach_tui.ui.documents.pane import ReadingPane
from tests.ui.conftest import screen_text

CHECKED = {"en": "It was checked", "fr": "Il a été relu"}
TAKEN_OUT = {"en": "Take it out", "fr": "En faire un fichier"}
UNFINISHED = {
    "en": "6 answers are still to give, first Mandate: one result",
    "fr": "6 réponses restent à donner, d’abord Mandat : un résultat",
}
TO_WRITE = {"en": "[to write]", "fr": "[à écrire]"}
ASKED = {"en": "7 left to answer", "fr": "7 réponses à donner"}


def pane(app: Any) -> TextArea:
    found: TextArea = app.screen.query_one(TextArea)
    return found


async def said(pilot: Any, app: Any) -> str:
    await pilot.pause(0.4)  # the pause after the last key
    return " ".join(screen_text(app).split())


@contextmanager
def lent(*_: Any) -> Any:
    yield


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_document_is_begun_written_checked_and_kept(
    acme, opened, language, monkeypatch, tmp_path: Path
) -> None:
    async with opened(acme.path, size=(120, 40), language=language) as (app, pilot):
        write(app, "scope")
        await pilot.pause()
        assert "Acme" in pane(app).text
        assert "{inside}" in pane(app).text
        told = await said(pilot, app)
        assert ASKED[language] in told
        assert TO_WRITE[language] in told, "how it reads names no blank by its id"
        assert "[inside]" not in told
        await pilot.press("f3")
        await pilot.pause()
        assert "Sitavel" in screen_text(app)
        await pilot.press("escape", "f4", "A", "d", "s", ".")
        await pilot.pause()
        assert "Ads." in pane(app).text
        await pilot.press("escape")
        await pilot.pause()
        assert document_of(app.shown.engagement, "scope").state == "missing"
        write(app, "scope")
        await pilot.pause()
        assert "Ads." in pane(app).text, "the draft is there again"
        command = tmp_path / "editor.py"
        command.write_text(
            "import sys\ntext = open(sys.argv[1], encoding='utf-8').read()\n"
            "open(sys.argv[1], 'w', encoding='utf-8').write(text.replace('Ads.', 'Ads, mail.'))\n"
        )
        monkeypatch.setenv("VISUAL", f"{sys.executable} {command}")
        monkeypatch.setattr(type(app), "suspend", lent)
        monkeypatch.setenv("VISUAL", f"{sys.executable} -c pass")
        await pilot.press("ctrl+e")
        refused = app.screen.query_one("#document-said")
        assert refused.display
        assert refused.has_class("-wrong")
        monkeypatch.setenv("VISUAL", f"{sys.executable} {command}")
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert "Ads, mail." in pane(app).text
        assert not refused.display, "what was refused before is no more said"
        await pilot.press("ctrl+s")
        await pilot.pause()
        document = document_of(app.shown.engagement, "scope")
        assert document.state == "written"
        assert "Ads, mail." in document.text
        assert document.language == language
        assert refused.display
        assert not refused.has_class("-wrong"), "saved is no alarm"
        # Checked: refused while a question stands, then said of the words it has.
        await said_of_it(pilot, app, CHECKED[language])
        assert UNFINISHED[language] in await said(pilot, app), "in words, not by ids"
        assert pane(app).selected_text == "{mandate}", "and the first of them is at hand"
        pane(app).load_text(BLANK.sub("Known.", pane(app).text))
        await pilot.press("ctrl+s")
        await said_of_it(pilot, app, CHECKED[language])
        await pilot.press("T", "o", "m", "ctrl+s")
        await pilot.pause()
        assert document_of(app.shown.engagement, "scope").state == "verified"
        # Taken out: read, then written where it was said to go.
        monkeypatch.chdir(tmp_path)
        await said_of_it(pilot, app, TAKEN_OUT[language])
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Ads, mail." in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        written = (tmp_path / "acme-scope.md").read_text(encoding="utf-8")
        assert written.startswith("# Acme")
        assert "{" not in written


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_what_asks_is_seen_above_its_blank_and_what_is_read_scrolls(
    acme, opened, size: tuple[int, int]
) -> None:
    async with opened(acme.path, size=size, language="en") as (app, pilot):
        write(app, "standup")
        await pilot.pause(0.4)
        assert pane(app).selected_text == "{blockers}", "the first that is the author's"
        assert ("## Blocked" if size[0] == 80 else "| What") in screen_text(app)
        for _ in range(3):  # round to the first of all
            await pilot.press("f4")
            await pilot.pause(0.1)
        top = pane(app).scroll_offset.y
        row = pane(app).wrapped_document.location_to_offset(pane(app).cursor_location).y
        assert top == 0 or top + 2 <= row, "what asks is above it"
        await pilot.press("f2")
        await pilot.pause(0.4)
        reading = app.screen.query_one(ReadingPane)
        assert app.focused is reading
        await pilot.press("end")
        await pilot.pause(0.4)
        assert "To take to the weekly hour" in " ".join(screen_text(app).split())
        await pilot.press("f4", "Z")
        await pilot.pause()
        assert "Z" in pane(app).text, "the next blank is written over, where it is seen"
        assert app.focused is pane(app)


@pytest.mark.parametrize("theme", ["coach-dark", "coach-light", "ansi-dark"])
async def test_what_is_read_has_the_colours_of_the_look_and_no_figure_is_cut(
    acme, opened, theme: str
) -> None:
    table = "| Name | One | Two | Three | Four | Five |\n|---|---|---|---|---|---|\n"
    row = "| A name of some length | 226\u00a0000\u00a0€ | " + "words and words | " * 4
    said = f"# Ours\n\n## Money\n\n`code`\n\n{table}{row}\n"
    acme.record(write_document(acme.engagement, "other/money", "Ann", acme.today, text=said))
    async with opened(acme.path, size=(100, 30), language="en") as (app, pilot):
        app.theme = theme
        write(app, "other/money")
        await pilot.pause(0.4)
        read = app.screen.query_one("#document-read", Static)
        segments = [each for strip in read.render_lines(read.size.region) for each in strip]
        shown = {each.style.color.name for each in segments
                 if each.style and each.style.color and each.text.strip()}  # fmt: skip
        assert "magenta" not in shown
        assert "cyan" not in shown
        assert "…" not in "".join(each.text for each in segments)
        drawn = {each.text.strip(): each.style for each in segments if each.style}
        accent = Color.parse(app.theme_variables["accent"]).rich_color
        assert drawn["Money"].color == accent


async def said_of_it(pilot: Any, app: Any, what: str) -> None:
    """What F5 offers that begins like this."""
    await pilot.press("f5")
    await pilot.pause()
    choices = app.screen.query_one(OptionList)
    told = [str(choices.get_option_at_index(n).prompt) for n in range(choices.option_count)]
    choices.highlighted = next(n for n, each in enumerate(told) if what in each)
    await pilot.press("enter")
    await pilot.pause()


async def test_where_both_changed_the_same_line_one_is_chosen(acme, opened, home, now) -> None:
    base = "# Scope\n\nAds.\n\nEnd.\n"
    acme.record(write_document(acme.engagement, "scope", "Ann", acme.today, text=base))
    other = open_session(acme.path, home, "team/Nora", now)
    async with opened(acme.path, size=(80, 24)) as (app, pilot):
        write(app, "scope")
        await pilot.pause()
        theirs = base.replace("End.", "End of June.")
        other.record(
            write_document(other.engagement, "scope", "Nora", other.today, text=theirs, seen=base)
        )
        app.look_for_news()
        pane(app).load_text(base.replace("Ads.", "Ads and mail."))
        pane(app).move_cursor((2, 13))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert document_of(app.shown.engagement, "scope").text == (
            "# Scope\n\nAds and mail.\n\nEnd of June.\n"
        )
        assert pane(app).cursor_location == (2, 13), "what is typed next goes on where it was"
        mine = pane(app).text
        other.refresh()
        crossed = mine.replace("Ads and mail.", "No ads.")
        other.record(
            write_document(other.engagement, "scope", "Nora", other.today, text=crossed, seen=mine)
        )
        app.look_for_news()
        pane(app).load_text(mine.replace("Ads and mail.", "Ads only."))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen.query_one(OptionList).option_count == 3
        await pilot.press("enter")
        await pilot.pause()
        assert "Ads only." in document_of(app.shown.engagement, "scope").text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_it_is_read_beside_or_instead_at_every_size(acme, opened, size) -> None:
    hostile = "# [x] [/x]\n\n[link](javascript:alert(1)) \x1b[2J {board}\n"
    acme.record(write_document(acme.engagement, "scope", "Ann", acme.today, text=hostile))
    async with opened(acme.path, size=size) as (app, pilot):
        write(app, "scope")
        await pilot.pause()
        reading = app.screen.query_one("#document-reading")
        assert reading.display == (size[0] >= 100)
        await pilot.press("f2")
        await pilot.pause()
        assert reading.display
        told = screen_text(app)
        assert "[x]" in told
        assert "\x1b" not in told
        await pilot.press("f2", "escape")
        await pilot.pause()
        assert not app.screen.query("#document")


async def test_every_document_is_reached_from_the_palette(acme, opened) -> None:
    async with opened(acme.path, size=(100, 30)) as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause(0.1)
        await pilot.press(*"documents read", "enter")
        await pilot.pause(0.3)
        await pilot.press(*"positioning")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert "Acme" in pane(app).text


async def test_two_versions_that_met_at_a_sync_are_opened_together(
    acme, opened, home, now, tmp_path: Path
) -> None:
    base = "# Scope\n\nAds.\n\nEnd.\n"
    acme.record(write_document(acme.engagement, "scope", "Ann", acme.today, text=base))
    copy = tmp_path / "there" / acme.path.name
    copy.parent.mkdir()
    shutil.copy(acme.path, copy)
    other = open_session(copy, Home(copy.parent, tmp_path / "state-there"), "team/Nora", now)
    theirs, mine = base.replace("End.", "End of June."), base.replace("Ads.", "Ads and mail.")
    for session, who, text in ((other, "Nora", theirs), (acme, "Ann", mine)):
        session.record(
            write_document(session.engagement, "scope", who, session.today, text=text, seen=base)
        )
    shutil.copy(copy, acme.path.with_stem(f"{acme.path.stem} (conflicted copy)"))
    async with opened(acme.path, size=(80, 24)) as (app, pilot):
        write(app, "scope")
        await pilot.pause()
        told = app.screen.query_one("#document-said", Static)
        assert "Nora" in str(told.render())
        assert pane(app).text == "# Scope\n\nAds and mail.\n\nEnd of June.\n"
        await pilot.press("ctrl+s", "escape")
        await pilot.pause()
        assert document_of(app.shown.engagement, "scope").text.endswith("End of June.\n")
        write(app, "scope")
        await pilot.pause()
        told = app.screen.query_one("#document-said", Static)
        assert "Nora" not in str(told.render()), "it has one version again"


async def test_a_document_is_kept_to_oneself_before_its_first_word_then_shared(
    acme, opened
) -> None:
    async with opened(acme.path, size=(80, 24)) as (app, pilot):
        for line in ("Keep it to myself", "Share it with the engagement"):
            write(app, "positioning")
            await pilot.pause()
            await said_of_it(pilot, app, line)
            await pilot.press("escape")
            await pilot.pause()
            personal = document_of(app.shown.engagement, "positioning").personal
            assert personal == line.startswith("Keep")


async def test_the_next_blank_is_one_left_to_its_author(acme, opened) -> None:
    """What the records fill is passed over: written over, it would be filled no more.

    A page opens at the first one: what is typed at once is an answer, not a word before the title.
    """
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        write(app, "strategy")
        await pilot.pause()
        before, filled = pane(app).text, app.screen.paper.kind.live
        assert before.index("{situation}") < before.index("{customer}"), "one of each, in order"
        await pilot.press(*"Ads")
        await pilot.pause()
        first = before.replace("{customer}", "Ads")
        assert pane(app).text == first
        await pilot.press("f4", *"Mid")
        await pilot.pause()
        second = next(name for name in BLANK.findall(first) if name not in filled)
        assert pane(app).text == first.replace(f"{{{second}}}", "Mid")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_draft_is_gone_on_with_at_its_first_question_and_after_its_last_word(
    acme, opened, language: str
) -> None:
    async with opened(acme.path, size=(80, 24), language=language) as (app, pilot):
        write(app, "strategy")
        await pilot.pause()
        await pilot.press(*"Ads", "escape")
        await pilot.pause()
        write(app, "strategy")
        await pilot.pause()
        draft, filled = pane(app).text, app.screen.paper.kind.live
        await pilot.press(*"Mid")
        await pilot.pause()
        second = next(name for name in BLANK.findall(draft) if name not in filled)
        assert pane(app).text == draft.replace(f"{{{second}}}", "Mid")
        pane(app).load_text("# Strategy\n\nAll is said.\n")
        await pilot.press("escape")
        await pilot.pause()
        write(app, "strategy")
        await pilot.pause()
        await pilot.press(*"More.")
        await pilot.pause()
        assert pane(app).text == "# Strategy\n\nAll is said.\nMore."
