"""A command under a wrong clock: reading works and warns, saving waits for today's date."""

from __future__ import annotations

import time
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from coach_tui.session import open_engagement as sessions

from .conftest import Coach

DAY_NS = 86_400 * 10**9


@pytest.fixture
def once_ahead(dupont: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """One gesture was made while the clock was two years ahead."""
    with monkeypatch.context() as wrong:
        clock = SimpleNamespace(time_ns=lambda: time.time_ns() + 730 * DAY_NS)
        wrong.setattr(sessions, "time", clock)
        assert dupont("step", "access-crm", "done").code == 0
    return dupont


def test_reading_works_and_saving_names_what_to_say(once_ahead: Coach) -> None:
    for command in (("status",), ("today",), ("history",), ("export", "checklist")):
        told = once_ahead(*command)
        assert told.code == 0
        assert "--today DATE" in told.err, command
    refused = once_ahead("step", "baselines", "done")
    assert refused.code == 1
    assert "Not saved" in refused.err
    assert "--today DATE" in refused.err


def test_once_the_day_is_said_all_is_as_before(once_ahead: Coach) -> None:
    today = date.fromtimestamp(time.time())
    done = once_ahead("step", "baselines", "done", "--today", today.isoformat())
    assert done.code == 0
    assert "1 change made under a wrong clock" in done.err
    assert once_ahead("step", "access-crm", "todo").code == 0
    assert once_ahead("status").err == ""
    assert "[x] " in once_ahead("export", "checklist").out


def test_a_day_that_neither_says_is_not_believed(once_ahead: Coach) -> None:
    wrong = date.fromtimestamp(time.time()) + timedelta(days=90)
    refused = once_ahead("step", "baselines", "done", "--today", wrong.isoformat())
    assert refused.code == 1
    assert "Set the clock right" in refused.err


def test_where_the_clock_is_behind_what_was_recorded_is_believed(once_ahead: Coach) -> None:
    then = date.fromtimestamp(time.time()) + timedelta(days=731)
    done = once_ahead("step", "baselines", "done", "--today", then.isoformat())
    assert done.code == 0
    assert "clock is behind" in done.err


@pytest.mark.parametrize(("lang", "said"), [("en", "clock says 2262"), ("fr", "L’horloge")])
def test_a_clock_beyond_all_that_can_be_read_is_told_of(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    """Python counts its nanoseconds to the year 2262, and says so with an error."""

    def beyond() -> int:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")

    monkeypatch.setattr(time, "time_ns", beyond)
    for command in ("status", "today"):
        ended = dupont(command, "--lang", lang)
        assert (ended.code, ended.out) == (1, "")
        assert said in ended.err
        assert len(ended.err.splitlines()) == 1
