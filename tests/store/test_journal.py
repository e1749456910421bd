"""An engagement is created, added to, left and found again."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from coach_tui.engagement.change import Change
from coach_tui.store import errors
from coach_tui.store.journal import Journal

from .conftest import ENGAGEMENT, JANUARY_MS, Author, author, created, opened
from .failing import FailingOs, fail_calls


def test_what_was_saved_is_there_when_she_comes_back(
    journal: Journal, place: Path, state: Path, write: Author
) -> None:
    saved = write(3)
    journal.append(saved[:2])
    journal.append(saved[2:])

    again = opened(place, state)

    assert list(again.changes) == saved == list(journal.changes)
    assert again.engagement_id == ENGAGEMENT
    assert again.meta["created_by"] == "coach-tui 0"
    assert again.notices == []
    assert again.refresh() == again.catch_up() == [], "nothing of it is news"


def test_people_s_words_come_back_as_written(journal: Journal, place: Path, state: Path) -> None:
    words = "é “x” | ` [x] <script>\n\t\x1b[31m \u202e עברית 🎉 \ud800 \u2028 " + '"}\n"2":{'
    [change] = author(1)(1)
    change = change._replace(
        changes={"note": words, "n": 1.1, "list": [1, {"a": None}], "no": False}
    )
    journal.append([change])
    assert list(opened(place, state).changes) == [change]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_the_file_stays_json_that_every_program_reads(
    journal: Journal, place: Path, number: float
) -> None:
    [change] = author(1)(1)
    before = place.read_bytes()
    with pytest.raises(errors.WriteFailed):
        journal.append([change._replace(changes={"value": [number]})])
    assert place.read_bytes() == before
    assert journal.changes == ()
    journal.append([change._replace(changes={"note": "NaN, Infinity"})])
    assert len(journal.changes) == 1


def test_stock_tinydb_reads_everything(journal: Journal, place: Path, write: Author) -> None:
    saved = write(5)
    journal.append(saved)
    with TinyDB(place) as stock:
        events = stock.table("events").all()
        about = stock.table("meta").all()
    assert [event["id"] for event in events] == [change.id for change in saved]
    assert [event["changes"] for event in events] == [change.changes for change in saved]
    assert about[0]["engagement"] == ENGAGEMENT
    assert about[0]["format"] == 1


def test_the_file_has_one_event_a_line_and_plain_ascii(
    journal: Journal, place: Path, write: Author
) -> None:
    journal.append(write(4))
    lines = place.read_bytes().decode("ascii").splitlines()
    assert sum('"entity":"step"' in line for line in lines) == 4
    assert json.loads(place.read_text())["events"].keys() == {"1", "2", "3", "4"}


@pytest.mark.usefixtures("umask")
def test_only_its_owner_can_read_the_files(tmp_path: Path, write: Author) -> None:
    journal = created(tmp_path / "m" / "acme.json", tmp_path / "state")
    journal.append(write())
    journal.append(write())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"acme.json", f"{ENGAGEMENT}.jsonl", f"{ENGAGEMENT}.previous.json"} <= {
        path.name for path in files
    }
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_the_folder_of_the_file_holds_that_file_only(
    journal: Journal, place: Path, write: Author
) -> None:
    for change in write(3):
        journal.append([change])
    assert [path.name for path in place.parent.iterdir()] == ["acme.json"]


def test_reading_loads_neither_tinydb_nor_filelock(
    journal: Journal, place: Path, state: Path, write: Author
) -> None:
    journal.append(write(2))
    script = (
        "import sys; from pathlib import Path; from coach_tui.store.journal import Journal\n"
        "journal = Journal.open(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "journal.catch_up(); journal.refresh(); print(len(journal.changes))\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & set(sys.argv[3:])))\n"
    )
    names = ["tinydb", "filelock", "textual", "rich", "tempfile", "asyncio"]
    command = [sys.executable, "-c", script, str(place), str(state), *names]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert told.stdout.split("\n")[:2] == ["2", "[]"]


def test_a_file_is_never_written_over_by_a_new_engagement(place: Path, state: Path) -> None:
    place.parent.mkdir()
    place.write_text("my shopping list")
    with pytest.raises(errors.Exists) as refused:
        created(place, state)
    assert refused.value.reason == "refusal.store.exists"
    assert place.read_text() == "my shopping list"
    assert [path.name for path in place.parent.iterdir()] == ["acme.json"]


def test_a_disk_without_hard_links_serves_too(
    place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT, some network drives: the file before is then copied, and no name is taken either."""
    fail_calls(monkeypatch, FailingOs(1, errno.EPERM, True, only=frozenset({"link"})))
    journal = created(place, state)
    for change in write(3):
        journal.append([change])
    assert opened(place, state).changes == journal.changes
    before = place.read_bytes()
    assert (state / f"{ENGAGEMENT}.previous.json").read_bytes().count(b'"step"') == 2
    with pytest.raises(errors.Exists):
        created(place, state)
    assert place.read_bytes() == before


def test_a_symbolic_link_stays_one(tmp_path: Path, state: Path, write: Author) -> None:
    created(tmp_path / "real.json", state)
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real.json")
    journal = opened(link, state)
    journal.append(write(2))
    assert link.is_symlink()
    assert len(opened(tmp_path / "real.json", state).changes) == 2


def test_nothing_to_save_writes_nothing(journal: Journal, place: Path) -> None:
    before = place.stat()
    journal.append([])
    assert place.stat() == before


def test_events_from_a_clock_days_ahead_are_kept_and_told(
    journal: Journal, place: Path, state: Path
) -> None:
    three_days = 3 * 24 * 3600 * 1000
    journal.append(author(1)(1) + author(2, start_ms=JANUARY_MS + three_days)(2))
    again = opened(place, state)
    assert len(again.changes) == 3
    assert [(notice.reason, notice.values["n"]) for notice in again.notices] == [("store.ahead", 2)]


def test_records_that_are_no_changes_are_carried_and_never_folded(
    journal: Journal, place: Path, state: Path, write: Author
) -> None:
    """A malformed id, a field of another type: kept for whoever understands them."""
    odd = [change._replace(id="not-a-uuid") for change in write(1)]
    wrong = [change._replace(changes=["not", "a", "mapping"]) for change in write(1)]  # type: ignore[arg-type]
    deep: dict[str, object] = {}
    for _ in range(200):
        deep = {"deeper": deep}
    abyss = [change._replace(changes=deep) for change in write(1)]  # type: ignore[arg-type]
    journal.append(odd + wrong + abyss)
    journal.append(write(1))

    again = opened(place, state)

    assert len(again.changes) == len(journal.changes) == 1
    assert ("store.odd", 3) in [(notice.reason, notice.values["n"]) for notice in again.notices]
    again.append(write(1))
    with TinyDB(place) as stock:
        assert len(stock.table("events").all()) == 5


def test_unknown_fields_and_tables_of_a_later_version_are_kept(
    journal: Journal, place: Path, state: Path, write: Author
) -> None:
    journal.append(write(1))
    with TinyDB(place) as stock:  # as another program would
        stock.table("later").insert({"kept": True})
    again = opened(place, state)
    again.append(write(1))
    third = opened(place, state)
    third.append(write(1))
    with TinyDB(place) as stock:
        assert stock.table("later").all() == [{"kept": True}]
    assert len(opened(place, state).changes) == 3
    assert third.notices == []


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"format": 2}, errors.NewerFormat),
        ({"format": "one"}, errors.Foreign),
        ({"engagement": "../../etc/passwd"}, errors.Foreign),
        ({"engagement": None}, errors.Foreign),
    ],
)
def test_what_we_don_t_understand_is_refused_and_left_alone(
    place: Path, state: Path, changed: dict[str, object], refusal: type[errors.StoreError]
) -> None:
    about = {"engagement": ENGAGEMENT, "format": 1, **changed}
    place.parent.mkdir()
    with TinyDB(place) as stock:
        stock.table("meta").insert(about)
        stock.table("events").insert({"id": "whatever"})
    before = place.read_bytes()
    with pytest.raises(refusal):
        opened(place, state)
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (b"", errors.Damaged),
        (b"\0" * 500, errors.Damaged),
        (b"<html><body>Sign in to your drive</body></html>", errors.Damaged),
        (b"{}", errors.Foreign),
        (b"[1, 2]", errors.Foreign),
        (b'"words"', errors.Foreign),
        (b'{"meta": {"1": {"name": "x"}}, "events": {}}', errors.Foreign),
        (b"[" * 100_000, errors.Damaged),
        (b"9" * 5_000, errors.Damaged),
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_left_alone(
    place: Path, state: Path, text: bytes, refusal: type[errors.StoreError]
) -> None:
    place.parent.mkdir()
    place.write_bytes(text)
    with pytest.raises(refusal):
        opened(place, state)
    assert place.read_bytes() == text


def test_no_file_a_folder_and_a_pipe_are_told_apart(tmp_path: Path, state: Path) -> None:
    with pytest.raises(errors.Missing):
        opened(tmp_path / "nowhere" / "acme.json", state)
    with pytest.raises(errors.Unreadable):
        opened(tmp_path, state)
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(errors.Unreadable):
        opened(tmp_path / "pipe.json", state)
    (tmp_path / "loop.json").symlink_to(tmp_path / "loop.json")
    with pytest.raises(errors.Unreadable):
        opened(tmp_path / "loop.json", state)


def test_a_file_that_goes_away_is_not_brought_back(
    journal: Journal, place: Path, write: Author
) -> None:
    """Somebody moved or deleted it on purpose; saving elsewhere would be guessing."""
    journal.append(write(1))
    place.rename(place.with_name("elsewhere.txt"))
    with pytest.raises(errors.Missing):
        journal.refresh()
    with pytest.raises(errors.Missing):
        journal.append(write(1))
    assert not place.exists()
    assert len(journal.changes) == 1
    place.with_name("elsewhere.txt").rename(place)
    journal.append(write(1))
    assert len(journal.changes) == 2


def test_two_contents_under_one_id_count_the_same_on_every_machine(
    tmp_path: Path, write: Author
) -> None:
    [change] = write(1)
    edited = Change(**{**change._asdict(), "changes": {"status": "todo"}})
    winners = []
    for name, order in (("a", [change, edited]), ("b", [edited, change])):
        journal = created(tmp_path / f"{name}.json", tmp_path / name)
        for one in order:
            journal.append([one])
        again = opened(tmp_path / f"{name}.json", tmp_path / name)
        assert again.changes == journal.changes
        assert "store.doubled" in [notice.reason for notice in again.notices]
        winners.append(again.changes)
    assert winners[0] == winners[1]
    assert len(winners[0]) == 1
