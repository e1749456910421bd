"""The looks: readable in both themes wherever anything is drawn, framed, in columns."""

from __future__ import annotations

import pytest
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

from coach_tui.demo import make_demo
from coach_tui.language import Words
from coach_tui.language.glyphs import undrawn
from coach_tui.ui.choices import Choices
from coach_tui.ui.drawn import Faded
from coach_tui.ui.widgets.columns import Column, table
from coach_tui.ui.widgets.framed import Framed
from coach_tui.ui.widgets.lines import row

from .conftest import screen_text

LEAST = 4.5  # WCAG 2.2, 1.4.3: text; frames and dots of paths are told by what they surround
NO_TEXT = frozenset("─│┌┐└┘═║╭╮╰╯╔╗╚╝▌▐▔▁▂▃▄▅▆▇▏▕█░▒▓■·▼ ")
SHORT = [
    *((key,) for key in "1234567890"),
    ("4", "enter"), ("3", "c"), ("?",), ("ctrl+p",), ("1", "w"), ("1", "a"), ("4", "a"),
]  # fmt: skip
LONG = [
    *SHORT, ("2", "enter"), ("3", "enter"), ("4", "i"), ("4", "c"), ("5", "n"), ("5", "w"),
    ("6", "enter"), ("6", "m"), ("6", "g"), ("7", "enter"), ("7", "down", "enter"), ("8", "enter"),
]  # fmt: skip
FEW = [("1",), ("4", "enter"), ("3", "c"), ("2",), ("ctrl+p",)]  # a list, a page, a form, a search
# How far each theme is walked: letters are the same in all, but for the frames of what has the
# keys. The terminal's own colours are its own: they are not measured.
WALKS = {"coach-dark": LONG, "coach-light": SHORT, "ansi-light": FEW}
MEASURED = ("coach-dark", "coach-light")


def luminance(colour) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.get_truecolor()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs(app):
    """Every pair of colours that letters are drawn in now, with the first words drawn so.

    Of a dialog, what it covers is left out: it is faded on purpose.
    """
    found: dict[tuple, str] = {}
    modal = isinstance(app.screen, ModalScreen)
    seen = app.screen.children[0].region if modal else app.screen.region
    for strip in app.screen._compositor.render_strips()[seen.y : seen.bottom]:
        for part in strip.crop(seen.x, seen.right):
            if set(part.text) - NO_TEXT and part.style and part.style.color and part.style.bgcolor:
                found.setdefault((part.style.color, part.style.bgcolor), part.text.strip())
    return found


def test_the_measure_tells_what_can_be_read_from_what_cannot():
    from rich.color import Color

    black, white, grey = (Color.parse(name) for name in ("#000000", "#ffffff", "#777777"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.48, abs=0.01), "a hair too little"


@pytest.mark.usefixtures("short_help")
@pytest.mark.parametrize("theme", WALKS)
async def test_everything_drawn_can_be_read_and_drawn_by_every_terminal(opened, home, now, theme):
    path = make_demo(home, Words("fr"), now().date())
    Choices(home.settings).put(theme=theme)
    seen, poor = set(), []
    async with opened(path, size=(120, 40), language="fr") as (app, pilot):
        for keys in WALKS[theme]:
            await pilot.press(*keys)
            await pilot.pause(0.1)
            for line in screen_text(app).splitlines():
                poor += [(keys, letter, line.strip()) for letter in sorted(undrawn([line]))]
            for (ink, ground), words in pairs(app).items() if theme in MEASURED else ():
                seen.add((ink, ground))
                if contrast(ink, ground) < LEAST:
                    poor.append((keys, words, str(ink.triplet), str(ground.triplet)))
            for _ in range(3):
                if len(app.screen_stack) > 1 or keys[-1] in "?wa":
                    await pilot.press("escape")
    assert not poor, "\n".join(map(str, poor))
    assert len(seen) > 12 or theme not in MEASURED, "nothing was looked at"


async def test_what_holds_the_keys_is_framed_apart_even_without_colours(opened, home, now):
    path = make_demo(home, Words("en"), now().date())
    Choices(home.settings).put(theme="ansi-dark")
    async with opened(path, size=(120, 40)) as (app, pilot):
        for key in "1234567":
            await pilot.press(key)
            await pilot.pause(0.1)
            framed = [each for each in app.screen.query("*") if isinstance(each, Framed)]
            kinds = {each.has_focus: each.styles.border_top[0] for each in framed if each.display}
            assert kinds[True] == "double", key
            assert kinds.get(False, "solid") == "solid", key
            focused = next(each for each in framed if each.has_focus)
            row = focused.content_region.y + focused.line_pointed - int(focused.scroll_offset.y)
            assert app.cursor_position.y == row, "a screen reader follows the terminal's cursor"


def test_what_a_dialog_covers_is_faded_as_textual_fades_it():
    linked = Style(color="#405060", link="https://example.com", meta={"@click": "quit"})
    styles = [None, Style(), Style.parse("bold #102030 on #f0e0d0"), linked]
    drawn = [Segment("a", each) for each in styles] + [Segment("", None, [(ControlType.BELL,)])]
    for ground in (Color(10, 20, 30, 0), Color(10, 20, 30, 0.6)):
        theirs = list(BackgroundScreen.process_segments(drawn, ground))
        assert list(Faded.process_segments(drawn, ground)) == theirs
        assert theirs[2].style != styles[2] or not ground.a


def test_columns_give_way_before_names_are_cut_and_figures_never_are():
    names = [Content("Marketing-qualified leads (MQL)"), Content("Churn")]
    shorts = [Content("MQL"), Content("Churn")]
    columns = [
        Column("start", [Content("42"), Content("2.5%")], right=True, yields=2),
        Column("now", [Content("71"), Content("18%")], right=True),
        Column("by", [Content("Tom"), Content("日本")], yields=1),
    ]
    wide = table(names, shorts, columns, 60)
    assert wide.heads.plain.split() == ["start", "now", "by"]
    assert [each.plain for each in wide.lines] == [
        f"{'Marketing-qualified leads (MQL)':<31}     42   71  Tom ",
        f"{'Churn':<31}   2.5%  18%  日本",
    ]
    tight = table(names, shorts, columns, 26)
    assert tight.heads.plain.split() == ["now", "by"]
    assert tight.lines[0].plain == f"{'MQL':<15}   71  Tom "
    least = table(names, shorts, columns, 8)
    assert least.heads.plain.split() == ["now"]
    assert [each.plain for each in least.lines] == ["MQL   71", "Ch…  18%"]
    words = Column("is", [Content("■ off track"), Content("● fine")], shorts=[*map(Content, "■●")])
    assert table(names, shorts, [words], 20).lines[1].plain == "Churn    ● fine     "
    assert [each.plain for each in table(names, shorts, [words], 16).lines] == [
        "MQL           ■ ", "Churn         ● ",
    ]  # fmt: skip
    for width in range(1, 80):
        for each in table(names, shorts, columns, width).lines:
            assert "71" in each.plain or "18%" in each.plain, width
    assert table([], [], [Column("now", [])], 20).lines == []


def test_a_long_name_goes_on_below_its_figures_and_says_where_it_is_cut():
    ends = [(("for 14 Dec", "quiet"), 10)]
    told = (
        "Decide, delegate or close: “Renew the SEO contract in April?”. It has waited for 20 days"
    )
    lines = [each.text for each in row((told, ""), ends, 48, "k")]
    assert lines[0].endswith("  for 14 Dec")
    assert " ".join(each.removesuffix("for 14 Dec").strip() for each in lines) == told
    cut = [each.text for each in row((told * 3, ""), ends, 48, "k")]
    assert len(cut) == 3
    assert cut[-1].endswith("…")
    assert [each.text for each in row(("Short", ""), ends, 48, "k")] == [
        f"{'Short':<36}  for 14 Dec"
    ]


async def test_another_theme_turns_the_edges_of_every_panel(opened, acme):
    async with opened(acme.path, size=(80, 24)) as (app, pilot):
        await pilot.pause(0.2)
        framed = [each for each in app.screen.query("*") if isinstance(each, Framed)]
        panels = [each for each in framed if each._border_title]
        before = [panel._border_title.spans for panel in panels]
        app.do_theme()
        await pilot.pause(0.2)
        turned = [panel._border_title.spans for panel in panels]
        assert turned != before
        for panel in panels:
            panel.show_edges()
        assert [panel._border_title.spans for panel in panels] == turned, "nothing is left to turn"
