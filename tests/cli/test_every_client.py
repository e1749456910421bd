"""One calendar and one sheet of days across clients, on the CMO's machine only."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from icalendar import Calendar

from .machine import Machine


@pytest.fixture
def many(ann: Machine, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Dupont, Martin whose name a spreadsheet would run, and one in which she is the founder."""
    monkeypatch.setenv("COACH_TODAY", "2026-11-22")
    ann.coach("new", "=Martin", "--start", "2026-11-02", "--days-per-week", "1", "--role", "cmo")
    ann.coach("new", "Own", "--start", "2026-11-02", "--days-per-week", "1", "--role", "founder")
    for client, day, days in (("Dupont", "2026-11-03", "1"), ("=Martin", "2026-10-05", "0.5")):
        ended = ann.coach(
            "rhythm", "days", days, "--date", day, "--note", "+workshop", "-e", client
        )
        assert ended.code == 0, ended.err
    ann.coach("set", "day_rate=900", "-e", "Dupont")
    ann.coach("rhythm", "days", "2", "--date", "2026-11-04", "-e", "Own")
    for client in ("Dupont", "=Martin", "Own"):
        ann.coach("rhythm", "add", "weekly-sync", "-e", client)
    return ann


def test_one_calendar_holds_the_events_of_each_client_under_their_own_ids(many: Machine) -> None:
    said = ("--zone", "Europe/Paris")
    ended = many.coach("export", "calendar", "--clients", *said)
    assert ended.code == 0, ended.err
    made = Calendar.from_ical(ended.out)
    names = {str(each["summary"]).rpartition(" · ")[2] for each in made.walk("VEVENT")}
    assert names == {"Dupont", "=Martin"}
    uids = [str(each["uid"]) for each in made.walk("VEVENT")]
    assert len(uids) == len(set(uids))
    assert len(made.walk("VTIMEZONE")) <= 1
    one = many.coach("export", "calendar", "-e", "Dupont", *said).out
    alone = {str(each["uid"]) for each in Calendar.from_ical(one).walk("VEVENT")}
    assert alone
    assert alone < set(uids)
    assert many.coach("export", "calendar", "--clients", "--zone", "Nowhere/Land").code == 1


@pytest.mark.parametrize(("language", "sign", "rate"), [("en", ",", "0.5"), ("fr", ";", "0,5")])
def test_one_sheet_of_days_runs_nothing_and_says_what_each_comes_to(
    many: Machine, language: str, sign: str, rate: str
) -> None:
    ended = many.coach("rhythm", "days", "--clients", "--lang", language)
    assert ended.code == 0, ended.err
    header, *rows = csv.reader(io.StringIO(ended.out.lstrip("\ufeff")), delimiter=sign)
    assert len(header) == 7
    assert rows == [
        ["2026-10-05", "'=Martin", rate, "'+workshop", "", "", "EUR"],
        ["2026-11-03", "Dupont", "1", "'+workshop", "900", "900", "EUR"],
    ]
    ended = many.coach("rhythm", "days", "--clients", "--month", "2026-11")
    assert len(ended.out.splitlines()) == 2


def test_what_names_every_client_stays_out_of_what_one_of_them_reads(
    many: Machine, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    assert many.coach("share", str(shared), "--yes", "-e", "Dupont").code == 0
    (shared / "inner").mkdir()
    (tmp_path / "way").symlink_to(shared)
    for said in (("rhythm", "days", "-o"), ("export", "calendar", "-o"), ("page",)):
        for place in (shared / "all", shared / "inner" / "all", tmp_path / "way" / "all"):
            ended = many.coach(said[0], *said[1:2], "--clients", *said[2:], str(place))
            assert ended.code == 1, (said, place)
            assert str(shared) in ended.err, (said, place)
            assert not place.exists(), (said, place)
        elsewhere = tmp_path / f"{said[0]}-all"
        ended = many.coach(said[0], *said[1:2], "--clients", *said[2:], str(elsewhere))
        assert ended.code == 0, ended.err
        assert "Dupont" in elsewhere.read_text("utf-8-sig"), said
    assert many.coach("rhythm", "days", "--clients", "--month", "November").code == 1
    assert many.coach("rhythm", "days", "--month", "2026-11", "-e", "Dupont").code == 1


def test_whoever_is_nobodys_cmo_is_told_so(nora: Machine) -> None:
    for said in (("rhythm", "days"), ("export", "calendar")):
        ended = nora.coach(*said, "--clients")
        assert ended.code == 1
        assert "CMO" in ended.err
