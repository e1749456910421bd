"""What only the user can decide: a file that went away, and an older copy put there on purpose."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from coach_tui.engagement.change import Draft, Value
from coach_tui.engagement.profile import begin
from coach_tui.engagement.state import Engagement
from coach_tui.language.refusal import Refusal
from coach_tui.listing import list_engagements
from coach_tui.places import Home
from coach_tui.recovery import (
    StartingOver,
    bring_back,
    find_gone,
    list_gone,
    start_over,
    starting_over,
)
from coach_tui.session import Session, create_session, open_session
from coach_tui.store import disk
from coach_tui.store.errors import Damaged, Exists, Foreign, WriteFailed

Now = Callable[[], datetime]


@pytest.fixture
def now() -> Now:
    ticks = iter(range(10**9))
    return lambda: datetime(2026, 9, 7, 9, tzinfo=UTC) + timedelta(milliseconds=next(ticks))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "coach" / "engagements", tmp_path / "coach" / "state")


@pytest.fixture
def acme(home: Home, now: Now) -> Session:
    return _begun(home, "Acme", now)


def test_a_file_that_went_away_is_told_with_its_company_and_its_dates(
    home: Home, acme: Session, now: Now
) -> None:
    _begun(home, "Dupont", now)
    acme.record([Draft("step", "access-crm", {"status": "done"})])
    assert list_gone(home, list_engagements(home)) == []

    acme.path.unlink()

    [gone] = list_gone(home, list_engagements(home))
    assert (gone.profile.company, gone.profile.first_day) == ("Acme", date(2026, 9, 7))
    assert (gone.last_day, len(gone.changes)) == (date(2026, 9, 7), 2)
    assert find_gone([gone], "ac") == find_gone([gone], "ACME") == [gone]
    assert find_gone([gone], "dupont") == []


def test_it_never_comes_back_by_itself(home: Home, acme: Session, now: Now) -> None:
    """Not by listing, not by looking, not because the window it was open in is still open."""
    other = _begun(home, "Dupont", now)
    acme.path.unlink()
    for _ in range(2):
        list_gone(home, list_engagements(home))
        open_session(other.path, home, "", now).catch_up()
        for act in (acme.refresh, acme.catch_up):
            with pytest.raises(Exception, match="missing"):
                act()
    assert [path.name for path in home.engagements.iterdir()] == [other.path.name]


def test_brought_back_it_is_what_it_was(home: Home, acme: Session, now: Now) -> None:
    acme.record([Draft("step", "access-crm", {"status": "done", "note": "é “x”\n[x]"})])
    before = acme.path.read_bytes()
    shutil.rmtree(home.engagements)

    [gone] = list_gone(home, list_engagements(home))
    path = bring_back(home, gone)

    assert path == acme.path
    assert path.read_bytes() == before
    again = open_session(path, home, "", now)
    again.catch_up()
    assert again.changes == acme.changes
    assert again.take_notices() == []
    assert list_gone(home, list_engagements(home)) == []


def test_nothing_is_written_over_in_bringing_it_back(home: Home, acme: Session) -> None:
    acme.path.write_text('{"my": "shopping list"}')
    [gone] = list_gone(home, list_engagements(home))
    path = bring_back(home, gone)
    assert acme.path.read_text() == '{"my": "shopping list"}'
    assert path != acme.path
    assert [one.profile.company for one in list_engagements(home) if not one.error] == ["Acme"]
    with pytest.raises(Exists):
        bring_back(home, gone)
    assert len(list(home.engagements.iterdir())) == 2


def test_two_programs_that_bring_it_back_make_one_file_of_it(home: Home, acme: Session) -> None:
    acme.path.unlink()
    [gone] = list_gone(home, list_engagements(home))
    bring_back(home, gone)
    with pytest.raises(Exists):
        bring_back(home, gone)
    assert list(home.engagements.iterdir()) == [acme.path]


def test_a_folder_or_a_locked_file_of_its_name_is_not_its_absence(
    home: Home, acme: Session
) -> None:
    acme.path.unlink()
    acme.path.mkdir()
    assert list_gone(home, list_engagements(home)) == []


@pytest.mark.parametrize("text", ["cut", "newer"])
def test_a_file_that_is_there_and_can_t_be_opened_is_not_gone(
    home: Home, acme: Session, text: str
) -> None:
    whole = acme.path.read_bytes()
    newer = whole.replace(b'"format":1', b'"format":9').replace(b',"c":"', b',"d":"')
    acme.path.write_bytes(whole[:40] if text == "cut" else newer)
    assert list_gone(home, list_engagements(home)) == []
    if text == "newer":
        acme.path.rename(acme.path.with_name("renamed.json"))
        assert list_gone(home, list_engagements(home)) == []


def test_an_engagement_that_never_began_is_no_loss(
    home: Home, now: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(disk, "replace", full)
        with pytest.raises(WriteFailed):
            _begun(home, "Acme", now)
    assert list_gone(home, list_engagements(home)) == []


def test_starting_over_from_an_older_copy_put_in_its_place(
    home: Home, acme: Session, now: Now
) -> None:
    acme.record([Draft("step", "access-crm", {"status": "done"})])
    older, then = acme.path.read_bytes(), acme.engagement
    acme.record([Draft("step", "access-crm", {"status": "blocked", "by": "IT"})])
    acme.record([Draft("step", "access-ads", {"status": "done"})])
    acme.path.write_bytes(older)

    session = open_session(acme.path, home, "founder", now)
    plan = starting_over(session, None)
    assert isinstance(plan, StartingOver)
    assert acme.path.read_bytes() == older, "a preview writes nothing"
    assert [change.changes["status"] for change in plan.later] == ["blocked", "done"]
    kept = start_over(session, plan)

    assert isinstance(kept, Path)
    assert kept.read_bytes() == older
    assert _said(session.engagement) == _said(then)
    again = open_session(acme.path, home, "", now)
    again.catch_up()
    assert _said(again.engagement) == _said(then)
    assert len(again.changes) == 4 + 2, "the history keeps all of it"
    acme.refresh()
    assert _said(acme.engagement) == _said(then), "another window follows"


def test_it_still_can_be_said_once_the_coach_has_put_back_what_was_missing(
    home: Home, acme: Session, now: Now
) -> None:
    older, then = acme.path.read_bytes(), acme.engagement
    acme.record([Draft("step", "access-crm", {"status": "done"})])
    acme.path.write_bytes(older)
    session = open_session(acme.path, home, "founder", now)
    session.catch_up()
    assert [one.reason for one in session.take_notices()] == ["store.put-back"]
    session.record([Draft("step", "access-ads", {"status": "done"})])

    plan = starting_over(session, None)
    assert isinstance(plan, StartingOver)
    start_over(session, plan)

    assert _said(session.engagement) == _said(then)
    assert isinstance(session.undo(), tuple)
    assert "done" in str(_said(session.engagement)), "undo brings all of it back"


def test_another_computer_that_knew_more_follows_and_loses_nothing(
    home: Home, acme: Session, now: Now, tmp_path: Path
) -> None:
    """Taking the later changes out of the file would be undone by whoever still has them."""
    older, then = acme.path.read_bytes(), acme.engagement
    acme.record([Draft("step", "access-crm", {"status": "done"})])
    laptop = Home(home.engagements, tmp_path / "laptop")
    hers = open_session(acme.path, laptop, "cmo", now)
    hers.catch_up()
    acme.path.write_bytes(older)
    session = open_session(acme.path, home, "founder", now)
    plan = starting_over(session, None)
    assert isinstance(plan, StartingOver)
    start_over(session, plan)
    hers.refresh()
    again = open_session(acme.path, laptop, "cmo", now)
    again.catch_up()
    assert _said(again.engagement) == _said(hers.engagement) == _said(then)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_came_since_the_copy_is_what_counts_again(
    home: Home, acme: Session, now: Now, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "_force", lambda _: None)
    monkeypatch.setattr(disk, "force_folder", lambda _: None)
    dice = random.Random(seed)
    copies = [(acme.path.read_bytes(), acme.engagement)]
    for _ in range(25):
        if dice.random() < 0.2:
            acme.undo()
        else:
            acme.record([_draft(dice) for _ in range(dice.randrange(1, 4))])
        copies.append((acme.path.read_bytes(), acme.engagement))
    copy = home.state / "from the attic.json"
    text, then = dice.choice(copies[:-1])
    copy.write_bytes(text)
    plan = starting_over(acme, copy)
    if isinstance(plan, StartingOver) and not isinstance(plan.decision, Refusal):
        start_over(acme, plan)
    assert _said(acme.engagement) == _said(then)
    assert copy.read_bytes() == text


def test_copies_that_nobody_can_start_over_from(home: Home, acme: Session, now: Now) -> None:
    acme.record([Draft("step", "access-crm", {"status": "done"})])
    before = acme.path.read_bytes()
    assert starting_over(acme, None) == Refusal("refusal.doctor.copy-same")
    other = _begun(home, "Dupont", now)
    with pytest.raises(Foreign):
        starting_over(acme, other.path)
    cut = home.state / "cut.json"
    cut.write_bytes(before[:-120])
    with pytest.raises(Damaged):
        starting_over(acme, cut)
    assert acme.path.read_bytes() == before
    assert len(acme.changes) == 2


def test_a_start_over_that_can_t_be_saved_changes_nothing(
    home: Home, acme: Session, now: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = acme.path.read_bytes()
    acme.record([Draft("step", "access-crm", {"status": "done"})])
    acme.path.write_bytes(older)
    session = open_session(acme.path, home, "founder", now)
    plan = starting_over(session, None)
    assert isinstance(plan, StartingOver)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(disk, "replace", full)
        with pytest.raises(WriteFailed):
            start_over(session, plan)
    assert acme.path.read_bytes() == older
    assert _said(session.engagement) == _said(acme.engagement)


def _begun(home: Home, company: str, now: Now) -> Session:
    begun = create_session(home, begin(company, date(2026, 9, 7), 2.0, "founder"), "founder", now)
    assert isinstance(begun, Session)
    return begun


def _draft(dice: random.Random) -> Draft:
    values: list[Value] = [None, True, 1, 1.0, "", "done", ["a"], {"a": 1}]
    fields = {name: dice.choice(values) for name in dice.sample("abc", dice.randrange(1, 4))}
    return Draft(dice.choice(["step", "note"]), f"id-{dice.randrange(4)}", fields)


def _said(engagement: Engagement) -> Mapping[tuple[str, str, str], str]:
    """All that is said, emptied fields aside: True is not 1 here."""
    return {
        (entity, entity_id, name): repr(field.value)
        for entity in engagement.kinds
        for entity_id, record in engagement.records(entity).items()
        for name, field in record.items()
        if field.value is not None
    }
