"""What was typed and not saved: kept for its form alone, by its owner alone, whatever happens."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from tinydb import TinyDB

from coach_tui.store.drafts import Drafts
from coach_tui.store.errors import WriteFailed
from coach_tui.store.private_files import LOCAL_TABLES

from .failing import FailingOs, fail_calls
from .workers import Say, started

NOON, LATER = "2026-01-05T12:00:00+00:00", "2026-01-05T12:01:00+00:00"


def test_a_draft_is_kept_for_its_form_of_its_engagement_until_it_is_dropped(state: Path) -> None:
    drafts = Drafts(state)
    assert drafts.get("e-1", "access") is None
    drafts.put("e-1", "access", {"tool": "Matomo", "owner": "é “Léa”\n[x]"}, NOON)
    drafts.put("e-1", "kpi", {"name": "MQL"}, NOON)
    drafts.put("e-2", "access", {"tool": "Piwik"}, NOON)
    drafts.put("e-1", "access", {"tool": "Matomo Cloud"}, LATER)

    found = Drafts(state).get("e-1", "access")
    assert found is not None
    assert (found.answers, found.at) == ({"tool": "Matomo Cloud"}, LATER)
    assert [draft.form for draft in drafts.of("e-1")] == ["kpi", "access"]

    drafts.drop("e-1", "access")
    assert drafts.get("e-1", "access") is None
    drafts.drop_all("e-1")
    assert drafts.of("e-1") == []
    assert b"Matomo" not in (state / LOCAL_TABLES).read_bytes()
    assert [draft.form for draft in drafts.of("e-2")] == ["access"]


def test_it_is_its_owner_s_alone_and_any_tinydb_reads_it(state: Path, umask: None) -> None:
    Drafts(state).put("e-1", "access", {"tool": "Matomo"}, NOON)
    assert (state / LOCAL_TABLES).stat().st_mode & 0o777 == 0o600
    assert state.stat().st_mode & 0o777 == 0o700
    with TinyDB(state / LOCAL_TABLES, access_mode="r") as stock:
        [row] = stock.table("drafts").all()
    assert row["answers"] == {"tool": "Matomo"}


def test_two_windows_lose_nothing_of_each_other_s(state: Path) -> None:
    def window(number: int, say: Say) -> None:
        for form in range(20):
            Drafts(state).put(f"e-{number}", str(form), {"x": "y"}, NOON)
        say("done")

    windows = [started(partial(window, number)) for number in range(3)]
    assert [each.said() for each in windows] == [["done"]] * 3
    assert [len(Drafts(state).of(f"e-{number}")) for number in range(3)] == [20] * 3


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\0" * 40, b'{"drafts": 7}', b"<html>"])
def test_a_file_that_makes_no_sense_is_kept_and_begun_again(state: Path, text: bytes) -> None:
    drafts = Drafts(state)
    drafts.put("e-1", "access", {"tool": "Matomo"}, NOON)
    (state / LOCAL_TABLES).write_bytes(text)
    assert drafts.get("e-1", "access") is None
    drafts.put("e-1", "access", {"tool": "Piwik"}, LATER)
    assert Drafts(state).get("e-1", "access") is not None
    assert text in [path.read_bytes() for path in state.glob("local.damaged-*.json")]


def test_rows_that_others_wrote_are_passed_over(state: Path) -> None:
    state.mkdir()
    rows = {"1": {"engagement": "e-1", "form": 3}, "2": {"engagement": "e-1"}}
    (state / LOCAL_TABLES).write_text(json.dumps({"drafts": rows}))
    assert Drafts(state).of("e-1") == []


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_draft_that_can_t_be_kept_is_said_and_the_one_before_stays(
    state: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    drafts = Drafts(state)
    drafts.put("e-1", "access", {"tool": "Matomo"}, NOON)
    before = (state / LOCAL_TABLES).read_bytes()
    with monkeypatch.context() as broken:
        failing = FailingOs(1, 28, persists=True, only=frozenset({call}))
        fail_calls(broken, failing)
        with pytest.raises(WriteFailed):
            drafts.put("e-1", "access", {"tool": "Piwik"}, LATER)
        assert failing.failed
    assert (state / LOCAL_TABLES).read_bytes() == before


def test_asking_where_nothing_was_kept_loads_no_tinydb(state: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from coach_tui.store.drafts import Drafts\n"
        "drafts = Drafts(Path(sys.argv[1])); drafts.of('e'); drafts.drop('e', 'f')\n"
        "sys.exit('tinydb' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(state)], check=False)
    assert ended.returncode == 0
