"""A line too long for its list: it goes on below itself, never wider, never in a word."""

from __future__ import annotations

from textual.content import Content

from coach_tui.ui.no_break import hold_in_lines
from coach_tui.ui.widgets.row import Row

SAID = (
    "09:00 Hélène (founder) promise « Deux\u00a0pages\u00a0: prix » → 日本語の約束 kept, "
    "12\u00a0000\u00a0€ 😀 held"
)


def test_it_goes_on_under_its_words_as_the_framework_would_fold_it():
    hold_in_lines()
    row = Row("x", Content.assemble((SAID[:22], "bold"), SAID[22:]), hang=6)
    for width in range(24, 90):
        told = row.within(width)
        lines = told.plain.split("\n")
        assert all(Content(each).cell_length <= width for each in lines), width
        assert all(each.startswith(" " * 6) for each in lines[1:])
        assert " ".join(each.strip() for each in lines) == SAID
        if len(lines) > 1:
            assert told.plain == row._wrapped(width - 6).plain
        bold = [told.plain[each.start : each.end] for each in told.spans]
        assert "".join(bold).replace(" ", "") == SAID[:22].replace(" ", "")


def test_where_its_lines_are_counted_the_last_says_that_there_is_more():
    row = Row("x", Content(SAID), hang=6, most=2)
    for width in (24, 30, 40):
        lines = row.within(width).plain.split("\n")
        assert len(lines) == 2
        assert lines[-1].endswith(" …")
        assert all(Content(each).cell_length <= width for each in lines)
    endless = Row("x", Content("09:00 " + "x" * 200), hang=6, most=3).within(40)
    assert len(endless.plain.split("\n")) == 3
    assert endless.plain.endswith("…")
    assert row.within(200).plain == SAID
