"""What the list says is kept while it is so: never a word of it outlives what it came from."""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from coach_tui import listing, read_before
from coach_tui.engagement import profile
from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.profile import begin
from coach_tui.listing import Summary, list_engagements
from coach_tui.places import Home
from coach_tui.session import Session, create_session, open_session
from coach_tui.store import disk
from coach_tui.store.journal import Journal
from coach_tui.store.kept_list import NAME, WORTH_KEEPING
from coach_tui.store.private_files import Beside
from coach_tui.store.traces import traces

LONG_AGO = 10**18
Opened = list[str]


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 (histories must not lie in the future)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """As many missions as are worth keeping; all that there is has settled."""
    monkeypatch.setattr(read_before, "_SETTLED", -LONG_AGO)
    home = Home(tmp_path / "engagements", tmp_path / "state")
    for number in range(WORTH_KEEPING):
        began = begin(f"Client {number}", date(2026, 9, 7), 2.5, "cmo")
        assert isinstance(create_session(home, began, "cmo", now), Session)
    return home


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The names of the files that were opened."""
    names: Opened = []
    usual = listing.opened

    def told(path: Path, home: Home, met: set[str]) -> object:
        names.append(path.name)
        return usual(path, home, met)

    monkeypatch.setattr(listing, "opened", told)
    return names


def first(home: Home) -> Summary:
    return list_engagements(home)[0]


def rename(path: Path, home: Home, company: str) -> Session:
    session = open_session(path, home, "cmo", now)
    session.catch_up()
    session.record(profile.amend(session.engagement, {"company": company}))
    return session


def test_what_has_not_changed_is_told_unopened_and_the_same(home: Home, opened: Opened) -> None:
    path = first(home).path
    session = open_session(path, home, "cmo", now)
    everything = {"sector": "Bâtiment", "headcount": 12.0, "revenue": 3e6, "currency": "CHF",
                  "planned_end": date(2027, 3, 1), "archived": True, "depth": "full",
                  "finished": "une ligne\net \u2028 une autre"}  # fmt: skip
    session.record(profile.amend(session.engagement, everything))
    told = list_engagements(home)
    opened.clear()
    assert list_engagements(home) == told
    assert opened == []
    assert told[0].profile.planned_end == date(2027, 3, 1)


def test_whatever_changes_is_opened_again_and_nothing_else(home: Home, opened: Opened) -> None:
    path, identity = first(home)[:2]
    copy = path.with_stem(f"{path.stem} (1)")

    def recorded() -> None:
        rename(path, home, "Renamed")

    def taken_back() -> None:
        Beside(home.state).replica(identity).touch()

    def copied() -> None:
        shutil.copy(path, copy)

    def copy_changed() -> None:
        elsewhere = Home(home.engagements, home.state.with_name("elsewhere"))
        rename(copy, elsewhere, "Renamed in a copy")

    def copy_removed() -> None:
        copy.unlink()

    for change, company in (
        (recorded, "Renamed"), (taken_back, "Renamed"), (copied, "Renamed"),
        (copy_changed, "Renamed in a copy"), (copy_removed, "Renamed"),
    ):  # fmt: skip
        list_engagements(home)
        opened.clear()
        change()
        [said] = [one.profile.company for one in list_engagements(home) if one.id == identity]
        assert said == company, change.__name__
        assert set(opened) <= {path.name, copy.name}, change.__name__
        assert path.name in opened, change.__name__


def test_a_file_gone_or_unreadable_is_told_so(home: Home, opened: Opened) -> None:
    gone, bad, *_ = list_engagements(home)
    gone.path.unlink()
    bad.path.write_text('{"not": "ours"}')
    told = {one.path: one.error for one in list_engagements(home)}
    assert gone.path not in told
    assert told[bad.path] is not None
    assert {one.path: bool(one.error) for one in list_engagements(home)} == {
        path: bool(error) for path, error in told.items()
    }


def test_under_a_clock_set_back_all_is_opened_again(
    home: Home, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_engagements(home)
    opened.clear()
    before = time.time() - 5 * 24 * 3600
    monkeypatch.setattr(time, "time", lambda: before)
    list_engagements(home)
    assert len(opened) == WORTH_KEEPING


def test_what_waits_is_never_kept(home: Home, opened: Opened) -> None:
    path = first(home).path
    rename(path, home, "A")
    ahead = now() + timedelta(days=40)  # a colleague's clock
    stamp = HybridClock().stamp(int(ahead.timestamp() * 1000), 1)
    later = Change(stamp, ahead.isoformat(), "cmo", profile.ENTITY, profile.ID, {"company": "Z"})
    Journal.open(path, home.state / "theirs").append([later])
    list_engagements(home)
    opened.clear()
    assert first(home).held
    assert first(home).profile.company == "A"
    assert opened == [path.name] * 2


def _damaged(text: str) -> str:
    return text[: len(text) // 2]


def _not_ours(text: str) -> str:
    return "[1, 2]"


def _of_another_program(text: str) -> str:
    return json.dumps(json.loads(text) | {"told": ["0.0.0"]})


def _odd_lines(text: str) -> str:
    kept = json.loads(text)
    for number, line in enumerate(kept["lines"].values()):
        line["said"] = [None, {}, {"id": 1}, {"id": "x", "days": {"first_day": 3}}][number % 4]
    return json.dumps(kept)


@pytest.mark.parametrize("change", [_damaged, _not_ours, _of_another_program, _odd_lines])
def test_a_kept_list_that_says_nothing_of_ours_is_made_anew(
    home: Home, opened: Opened, change: Callable[[str], str]
) -> None:
    told = list_engagements(home)
    kept = home.state / NAME
    kept.write_text(change(kept.read_text()))
    opened.clear()
    assert list_engagements(home) == told
    assert len(opened) == WORTH_KEEPING


def test_a_link_is_followed_anew(home: Home, opened: Opened, tmp_path: Path) -> None:
    path = first(home).path
    target = shutil.move(path, tmp_path / "elsewhere.json")
    path.symlink_to(target)
    list_engagements(home)
    opened.clear()
    list_engagements(home)
    assert opened == [path.name]


def test_few_are_opened_each_time_and_leave_nothing(home: Home, opened: Opened) -> None:
    list_engagements(home)
    assert (home.state / NAME).exists()
    first(home).path.unlink()
    assert len(list_engagements(home)) == WORTH_KEEPING - 1
    assert not (home.state / NAME).exists()
    opened.clear()
    list_engagements(home)
    assert len(opened) == WORTH_KEEPING - 1


def test_what_is_there_no_more_leaves_it(home: Home) -> None:
    path, identity = first(home)[:2]
    other = list_engagements(home)[1].path
    whole = path.read_bytes()

    def cut_to_nothing() -> None:
        path.write_bytes(b"")

    def a_copy_of_another() -> None:
        path.write_bytes(other.read_bytes())

    def erased() -> None:
        path.unlink()

    for change in (cut_to_nothing, a_copy_of_another, erased):
        for each in (path, Beside(home.state).replica(identity)):
            each.unlink(missing_ok=True)
        path.write_bytes(whole)
        more = begin("Another", date(2026, 9, 7), 2.5, "cmo")
        assert isinstance(create_session(home, more, "cmo", now), Session)
        list_engagements(home)
        kept = home.state / NAME
        assert identity in kept.read_text(), change.__name__
        change()
        list_engagements(home)
        assert identity not in kept.read_text(), change.__name__


@pytest.mark.parametrize("number", [0, WORTH_KEEPING])
def test_what_another_program_kept_does_not_stay(
    home: Home, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    kept = home.state / NAME
    kept.write_text(json.dumps({"told": ["0.0.0"], "lines": {"a.json": {"said": "SECRET"}}}))
    for path in listing.files_in(home)[number:]:
        path.unlink()
    monkeypatch.setattr(read_before, "_SETTLED", 3600 * 10**9)  # nothing of now is kept
    list_engagements(home)
    assert not kept.exists()


def test_where_it_cannot_be_written_the_one_before_goes(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_engagements(home)
    rename(first(home).path, home, "Renamed")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(disk, "put", full)
    assert "Renamed" in [one.profile.company for one in list_engagements(home)]
    assert not (home.state / NAME).exists()


def test_whatever_module_reads_a_file_counts(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(path: str) -> tuple[str, int]:
        looked.append(path)
        return path, len(looked)

    monkeypatch.setattr(listing, "look_at", look)
    listing._readers.cache_clear()
    once = listing._readers()
    loaded = {"engagement/profile.py", "engagement/change.py", "engagement/state.py",
              "store/layout.py", "store/event_set.py", "listing.py"}  # fmt: skip
    package = Path(listing.__file__).parent
    assert {str(package / each) for each in loaded} <= set(looked)
    listing._readers.cache_clear()
    assert listing._readers() != once
    listing._readers.cache_clear()


def test_what_just_changed_is_not_kept(
    home: Home, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_before, "_SETTLED", 3600 * 10**9)
    list_engagements(home)
    opened.clear()
    list_engagements(home)
    assert len(opened) == WORTH_KEEPING


def test_forgetting_a_client_reaches_it(home: Home) -> None:
    one = first(home)
    assert home.state / NAME in traces(home.engagements, home.state, one.id, [one.path])


@pytest.mark.skipif(os.name == "nt", reason="rights are not in the mode there")
def test_it_is_for_this_user_alone(home: Home) -> None:
    list_engagements(home)
    assert (home.state / NAME).stat().st_mode & 0o777 == 0o600
