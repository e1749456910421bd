"""The autonomy index month by month: dated, on its scale, with who came and who left."""

from __future__ import annotations

from datetime import date

from coach_tui.engagement.team.people import come_back, leave
from coach_tui.exports.team.index import index_rows, index_span
from coach_tui.exports.team.sheet import index_words
from coach_tui.language import Words
from tests.coach.story import Story, d


def team() -> Story:
    """Ann does it alone from the first day, Tom from April; Ann leaves in May."""
    story = Story().person("Ann").person("Tom").skill("da-reporting", weight=1)
    story.rate("ann", "da-reporting", 3, d(0)).rate("tom", "da-reporting", 3, d(40))
    return story.do(leave(story.engagement, "ann", d(70)))


def test_each_month_has_its_day_its_index_and_who_came_or_left() -> None:
    rows = index_rows(team().engagement, d(100), Words("en"))
    assert [[*row] for row in rows] == [
        ["31 March 2026", "50%", "—"],
        ["30 April 2026", "100%", "rated for the first time: Tom"],
        ["31 May 2026", "50%", "left: Ann"],
        ["10 June 2026", "50%", "—"],
    ]
    counted = index_rows(team().engagement, d(100), Words("fr"), named=False)
    assert [row[2] for row in counted] == ["—", "1 première évaluation", "1 départ", "—"]


def test_who_leaves_and_returns_is_told_in_the_months_it_happened() -> None:
    """Ann, gone on 11 May, is back on 2 June: what the index owes her is told at each end."""
    story = team()
    story.do(come_back(story.engagement, "ann", d(92)))
    rows = index_rows(story.engagement, d(100), Words("en"))
    assert [[*row] for row in rows][2:] == [
        ["31 May 2026", "50%", "left: Ann"], ["10 June 2026", "100%", "back: Ann"],
    ]  # fmt: skip
    counted = index_rows(story.engagement, d(100), Words("fr"), named=False)
    assert [row[2] for row in counted][2:] == ["1 départ", "1 retour"]
    told = {day: index_words(story.engagement, 0.5, d(day), Words("en")) for day in (80, 100)}
    assert told[80].endswith(" · Ann left on 11 May 2026")
    assert "Ann" not in told[100], "she is there"


def test_the_curve_says_its_days_and_its_scale() -> None:
    assert index_span(team().engagement, d(100), Words("en")) == (
        "31 Mar 2026 to 10 Jun 2026, on a scale of 0 to 100%"
    )
    assert index_span(team().engagement, date(2026, 3, 10), Words("en")) == ""
