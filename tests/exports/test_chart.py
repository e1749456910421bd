"""The KPIs of a printed report are drawn in it: by hand-worked places, with hostile names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

from coach_tui.bundled import Catalogues
from coach_tui.coach.kpi.overview import by_id, follow_up
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.state import Engagement
from coach_tui.exports.kpi.chart import charts
from coach_tui.exports.page import page
from coach_tui.language import Words
from tests.engagement.kpi_mission import recorded

TODAY = date(2026, 7, 14)


def drawn(*values: int) -> str:
    given = {"name": "<b>Demos & co", "unit": "count", "kind": "above", "limit": Decimal(8)}
    known = recorded(Engagement(), follow(Engagement(), "demos", given, date(2026, 1, 5)))
    for month, value in enumerate(values, 1):
        heard = Heard("demos", date(2026, month, 1), Decimal(value))
        known = recorded(known, read_kpi(known, f"r{month}", heard, TODAY))
    found = follow_up(known, by_id(Catalogues()["kpis"]), Words("en"), TODAY)
    return charts(found, Words("en"))


def test_a_line_goes_through_every_reading_and_another_marks_the_limit() -> None:
    svg = drawn(4, 12, 8)
    figure = ElementTree.fromstring(svg).find(".//polyline")
    assert figure is not None
    places = [tuple(map(float, each.split(","))) for each in figure.attrib["points"].split()]
    assert [y for _, y in places] == [64, 8, 36]
    assert [x for x, _ in places][::2] == [8, 312]
    assert 'y1="36.0"' in svg
    assert "<b>" not in svg
    assert "4 (1 Jan) → 8 (1 Mar)" in svg


def test_two_readings_are_no_line_and_the_page_holds_what_was_drawn_under_its_figures() -> None:
    assert drawn(4, 12) == ""
    made = page("# A\n\n| a |\n| --- |\n| 1 |\n\nb\n", "A", "en", drawn(4, 12, 8))
    assert made.index("</table>") < made.index("<svg") < made.index("<p>b</p>")
    assert "<script" not in made
