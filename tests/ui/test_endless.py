"""Words without end, in a file made elsewhere, are cut where they are shown and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.ui.plain import LINE_SHOWN, PARAGRAPH_SHOWN, line, plain


def test_an_endless_line_is_cut_and_its_neighbours_are_whole() -> None:
    text = f"before\n{'x' * 200_000}\nafter"
    shown = plain(text).plain.split("\n")
    assert (shown[0], shown[2]) == ("before", "after")
    assert len(shown[1]) == PARAGRAPH_SHOWN
    assert shown[1].endswith("…")
    assert len(line("y" * 200_000).plain) == LINE_SHOWN


@given(st.text(alphabet="ab \n", max_size=300))
def test_what_people_write_is_shown_whole(text: str) -> None:
    long = (text + "z") * 30
    assert plain(long).plain == long or max(map(len, long.split("\n"))) > PARAGRAPH_SHOWN
