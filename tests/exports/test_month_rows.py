"""A month's report has the month's readings and no other's. Values worked by hand."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal as D

import pytest

from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard, readings_of
from coach_tui.engagement.kpi.setup import amend_kpi, follow
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.days import log_days
from coach_tui.engagement.rhythm.dose import set_dose
from coach_tui.engagement.state import Engagement
from tests.engagement.kpi_mission import day, recorded
from tests.exports.reading import tables
from tests.exports.reports import report_of

TODAY = day("2026-07-14")


def mission(kind: str, *readings: tuple[str, int], **frame: object) -> Engagement:
    given = {"name": "Demos", "unit": "count", "kind": kind, **frame}
    known = recorded(Engagement(), follow(Engagement(), "demos", given, day("2026-01-05")))
    for on, value in readings:
        known = read(known, on, value)
    return known


def read(known: Engagement, on: str, value: int) -> Engagement:
    identity = f"r{sum(map(len, readings_of(known).values()))}"
    return recorded(known, read_kpi(known, identity, Heard("demos", day(on), D(value)), TODAY))


def row(known: Engagement, month: str, language: str = "en") -> list[str]:
    """The KPI's cells: reading, the month before, target, trend."""
    text = report_of(known, month, TODAY, language)
    return tables(text)[0][1][1:5]


ROWS = [
    # kind, readings, month → reading, month before, trend
    ("increase", [("2026-06-30", 71)], "2026-07", "—, last read 30 June 2026", "71", "—"),
    ("increase", [("2026-06-30", 71)], "2026-06", "71", "—", "—"),
    ("increase", [("2026-04-30", 71)], "2026-06", "—, last read 30 April 2026", "—", "—"),
    ("increase", [("2026-07-01", 9)], "2026-06", "—", "—", "—"),
    ("increase", [("2026-04-30", 5), ("2026-05-31", 9), ("2026-06-30", 7)], "2026-06", "7", "9",
     "↗ better, ↘ worse"),
    ("decrease", [("2026-04-30", 5), ("2026-05-31", 9), ("2026-06-30", 7)], "2026-06", "7", "9",
     "↗ worse, ↘ better"),
    ("above", [("2026-05-31", 9), ("2026-06-30", 7)], "2026-06", "7", "9", "·, ↘ worse"),
    ("below", [("2026-05-31", 9), ("2026-06-30", 9)], "2026-06", "9", "9", "·, →"),
    ("increase", [("2026-06-02", 5), ("2026-06-09", 9), ("2026-06-16", 7)], "2026-06", "7", "—",
     "—"),  # three weeks are no three-month trend
    ("increase", [("2026-06-30", 71), ("2026-06-30", 64)], "2026-06", "64", "—", "—"),
]  # fmt: skip


def test_a_month_has_its_own_reading_the_one_before_and_whether_an_arrow_is_good() -> None:
    for kind, readings, month, reading, before, trend in ROWS:
        found = row(mission(kind, *readings), month)
        assert [found[0], found[1], found[3]] == [reading, before, trend], (kind, month, readings)


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("en", ["—, last read 30 June 2026", "71"]),
        ("fr", ["—, dernier relevé le 30 juin 2026", "71"]),
    ],
)
def test_it_says_so_in_both_languages(language: str, cells: list[str]) -> None:
    assert row(mission("increase", ("2026-06-30", 71)), "2026-07", language)[:2] == cells


def test_a_month_is_told_by_the_definition_it_was_lived_under() -> None:
    known = mission("increase", ("2026-05-31", 40), ("2026-06-30", 50), definition="Held",
                    baseline=D(10), baseline_on=day("2026-01-05"), target_6=D(90))  # fmt: skip
    known = recorded(known, amend_kpi(known, "demos", {"definition": "Booked"}, day("2026-07-10")))
    known = read(known, "2026-07-12", 400)
    assert row(known, "2026-06") == ["50", "40", "90", "·, ↗ better"]
    assert row(known, "2026-07") == ["400", "—", "—", "—"]


def test_a_month_has_the_days_of_the_phases_it_was_lived_under() -> None:
    """Three days a week from 5 January, one from 6 April, told in July: March had 31 × 3 ÷ 7 =
    13.3, April (5 × 3 + 25) ÷ 7 = 5.7, May 31 ÷ 7 = 4.4, the first 14 of July 2."""
    known = recorded(Engagement(), begin("Acme", day("2026-01-05"), 3.0, "cmo"))
    known = recorded(known, set_dose("d", day("2026-04-06"), 1, "the team took over"))
    for number, on in enumerate(("2026-03-31", "2026-04-01", "2026-04-30")):
        known = recorded(known, log_days(f"u{number}", day(on), 2.5, TODAY))
    lived = {
        "2026-03": ("2.5", "13.3"), "2026-04": ("5", "5.7"), "2026-05": ("0", "4.4"),
        "2026-07": ("0", "2"),
    }  # fmt: skip
    for month, (used, planned) in lived.items():
        report = report_of(known, month, TODAY).split("\n")
        assert f"- Days used: {used}" in report, month
        assert f"- Days planned: {planned}" in report, month


def test_a_budget_off_by_more_than_ten_points_is_told_where_it_is_to_be_explained() -> None:
    def budget(value: int) -> str:
        given = {"name": "Gap", "unit": "percent", "kind": "below", "catalogue": "budget-variance"}
        known = recorded(Engagement(), follow(Engagement(), "gap", given, day("2026-01-05")))
        read_gap = read_kpi(known, "r", Heard("gap", day("2026-06-30"), D(value)), TODAY)
        return report_of(recorded(known, read_gap), "2026-06", TODAY)

    for gap in (10, -10):
        assert "planned budget" not in budget(gap), gap
    for gap in (11, -11):
        assert f"- Gap with the planned budget: {gap}%\n" in budget(gap), gap


def test_what_moves_inside_its_natural_limits_is_neither_better_nor_worse():
    weeks = [day("2026-03-03") + timedelta(weeks=week) for week in range(18)]  # to 30 June
    values = (41, 44, 39, 43, 40, 42, 45, 41, 42, 44, 40, 43, 41, 45, 42, 43, 41, 44)
    read_weekly = [(on.isoformat(), value) for on, value in zip(weeks, values, strict=True)]
    noisy = mission("increase", *read_weekly)
    assert row(noisy, "2026-06")[3] == "↘, ↗ (noise: inside its natural limits)"
    assert "bruit" in row(noisy, "2026-06", "fr")[3]
    signal = mission("increase", *read_weekly[:-1], (weeks[-1].isoformat(), 60))
    assert row(signal, "2026-06")[3] == (
        "↘ worse, ↗ better (signal: outside its natural limits, a jump larger than chance makes)"
    )
    assert "hors de ses limites naturelles" in row(signal, "2026-06", "fr")[3]
    later = row(signal, "2026-07")
    assert later[3] == "↗ better, ·"
