"""`coach set` and the form a step opens change what the mission is counted from as the app does:
from a day on, the past keeping its own."""

from __future__ import annotations

from datetime import date

import pytest

from coach_tui.asking.acts import asked_for
from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.profile import begin, profile_of
from coach_tui.engagement.rhythm.dose import dose_on
from coach_tui.engagement.rhythm.first_days import first_day_on
from coach_tui.engagement.state import Engagement
from tests.asking.desk import TODAY, MemoryDesk
from tests.cli.conftest import Coach

FIRST = date(2026, 3, 2)


def lived(engagement: Engagement) -> list[object]:
    """The days a week and the first day a week before today, and today."""
    before = date(2026, 3, 9)
    return [dose_on(engagement, before), dose_on(engagement, TODAY),
            first_day_on(engagement, before), profile_of(engagement).first_day]  # fmt: skip


def test_the_past_keeps_what_it_was_lived_under(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_TODAY", TODAY.isoformat())
    coach("new", "Acme", "--start", FIRST.isoformat(), "--days-per-week", "3")
    assert coach("set", "days_per_week=2", "first_day=2026-03-04").code == 1, "no reason given"
    changed = coach("set", "days_per_week=2", "first_day=2026-03-04", "--why", "a slower spring")
    assert changed.code == 0, changed.err
    assert "a slower spring" in coach("history").out
    coach("rhythm", "days", "1")
    burn = coach("rhythm", "days", "--json").json["burn"]
    assert burn["planned"] == pytest.approx(3 * 2)  # two weeks lived at three days

    desk = MemoryDesk()
    assert desk.try_to_save(begin("Acme", FIRST, 3.0, "founder")) is None
    sheet = asked_for(desk, desk.shown, "profile:first_day", ())
    assert isinstance(sheet, Sheet)
    assert [field.name for field in sheet.fields] == ["first_day", "days_per_week", "since", "why"]
    answers = {"first_day": "2026-03-04", "days_per_week": "2", "since": "", "why": ""}
    refused = sheet.submit(answers)
    assert refused is not None
    assert refused.field == "why", "nobody passed the absence test: a day less wants a reason"
    assert sheet.submit({**answers, "why": "a slower spring"}) is None
    assert lived(desk.engagement) == [3.0, 2.0, FIRST, date(2026, 3, 4)]


def test_what_nothing_would_be_made_of_is_refused(coach: Coach) -> None:
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "3")
    for command in (
        ("set", "sector=SaaS", "--why", "because"),
        ("set", "sector=SaaS", "--since", "2026-02-02"),
        ("set", "first_day="),
        ("set", "days_per_week="),
        ("set", "days_per_week=0"),
        ("set", "first_day=2026-02-02", "--since", "2027-02-02"),
    ):
        ended = coach(*command)
        assert (ended.code, ended.out) == (1, ""), command


def test_before_it_begins_a_first_day_can_be_taken_back(coach: Coach) -> None:
    coach("new", "Acme", "--start", "2027-01-04", "--days-per-week", "3")
    assert coach("set", "first_day=").code == 0
    assert "first_day=\n" in coach("set").out
