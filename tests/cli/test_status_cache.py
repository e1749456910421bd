"""`coach status` told again without working it out, and never once anything has changed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coach_tui import bundled
from coach_tui.cli import status_cache as remembered
from coach_tui.places import home as places_home
from tests.cli.conftest import Coach

ROOT = Path(__file__).resolve().parents[2]
TELLING = """
import sys
from coach_tui.cli import main
code = main(["status"])
print(code, *sys.modules, file=sys.stderr)
"""


@pytest.fixture
def memory(dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a status already asked for, whose answer was marked, to be told apart."""
    monkeypatch.setattr(remembered, "_SETTLED", -(10**18))  # as if all had been quiet for long
    assert dupont("status").code == 0
    memory = home / "state" / remembered._NAMES[("status",)]
    mark(memory)
    return memory


def mark(memory: Path, marked: str = "REMEMBERED\n") -> None:
    """Add this to the answer that is remembered."""
    account, _, rest = memory.read_text("utf-8").partition("\n\n")
    answer = rest.rpartition("\0")[0] + marked
    memory.write_text(f"{account}\n\n{answer}\0{len(answer)}", "utf-8")


def test_it_is_told_again_while_nothing_has_changed(dupont: Coach, memory: Path) -> None:
    for _ in range(3):
        assert dupont("status").out.endswith("REMEMBERED\n"), "this control must see the mark"
    fresh = dupont("status", "--lang", "en").out
    assert dupont("status").out == f"{fresh}REMEMBERED\n"
    assert memory.stat().st_mode & 0o777 == 0o600


def begin_another(coach: Coach, home: Path) -> None:
    coach("new", "Other", "--start", "2026-12-07", "--days-per-week", "2")


def take_a_role(coach: Coach, home: Path) -> None:
    settings = home / "state" / "settings.json"
    settings.write_text(settings.read_text().replace("{", '{"language": "fr",', 1))


def lose_the_settings(coach: Coach, home: Path) -> None:
    (home / "state" / "settings.json").unlink()


def break_the_file(coach: Coach, home: Path) -> None:
    next((home / "engagements").glob("*.json")).write_bytes(b"<html>")


def lose_the_file(coach: Coach, home: Path) -> None:
    next((home / "engagements").glob("*.json")).unlink()


@pytest.mark.parametrize(
    "change",
    [
        lambda coach, home: coach("step", "access-crm", "done"),
        lambda coach, home: (coach("step", "access-list", "done"), coach("undo")),
        begin_another,
        take_a_role,
        lose_the_settings,
        break_the_file,
        lose_the_file,
    ],
    ids=["step", "undo", "another", "settings", "no settings", "broken", "lost"],
)
def test_any_change_has_it_worked_out_again(
    dupont: Coach, memory: Path, home: Path, change: Callable[[Coach, Path], object]
) -> None:
    change(dupont, home)
    told = dupont("status")
    assert "REMEMBERED" not in told.out
    memory.unlink(missing_ok=True)
    assert dupont("status") == told


@pytest.mark.parametrize(
    ("name", "value"),
    [("COACH_TODAY", "2027-02-01"), ("COACH_LANG", "fr"), ("LANG", "fr_FR.UTF-8"), ("TZ", "JST-9")],
)
def test_another_day_or_language_has_it_worked_out_again(
    dupont: Coach, memory: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert "REMEMBERED" not in dupont("status").out


@pytest.fixture
def asked(dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Both questions asked before, as a shell prompt would; the places of their answers."""
    monkeypatch.setattr(remembered, "_SETTLED", 10**18)
    for arguments in remembered._NAMES:
        path = home / "state" / remembered._NAMES[arguments]
        path.parent.mkdir(exist_ok=True)
        path.write_text("", "utf-8")
        assert dupont(*arguments).code == 0
        assert not path.read_text("utf-8"), "this must have been too soon after a change to keep"
    monkeypatch.setattr(remembered, "_SETTLED", 0)
    return home / "state"


def kept(arguments: tuple[str, ...]) -> str | None:
    return remembered.again(list(arguments), os.environ)


def anew(coach: Coach, state: Path, arguments: tuple[str, ...]) -> str:
    """The answer worked out, whatever is kept."""
    path = state / remembered._NAMES[arguments]
    before = path.read_text("utf-8")
    path.write_text("", "utf-8")
    told = coach(*arguments).out
    path.write_text(before, "utf-8")
    return told


@pytest.mark.parametrize("arguments", remembered._NAMES)
def test_a_command_leaves_the_new_answer_behind(
    dupont: Coach, asked: Path, arguments: tuple[str, ...]
) -> None:
    assert kept(arguments) is None
    for command in (
        ("step", "access-crm", "done"),
        ("step", "access-list", "blocked", "--by", "ops", "--note", "waiting"),
        ("undo",),
        ("access", "add", "CRM", "--tool", "HubSpot", "--role", "admin"),
        ("kpi", "add", "leads"),
    ):
        dupont(*command)
        told = kept(arguments)
        assert told == anew(dupont, asked, arguments), command
    assert told is not None


@pytest.mark.parametrize(
    "command",
    [
        ("step", "access-crm", "confirmed", "--by", "cmo"),
        ("step", "access-crm", "doing", "-e", "dup"),
        ("--lang", "en", "step", "access-crm", "doing"),
    ],
    ids=["another role", "an option", "another language"],
)
def test_what_may_be_another_answer_is_not_left_behind(
    dupont: Coach, asked: Path, command: tuple[str, ...]
) -> None:
    dupont("step", "access-crm", "done")
    assert kept(("status",)) is not None
    assert dupont(*command).code == 0
    assert kept(("status",)) is None


def test_nothing_is_left_behind_where_others_write_meanwhile(
    dupont: Coach, asked: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = remembered._account

    def late(*details: object) -> str:
        account = real(*details)  # type: ignore[arg-type]
        file = next((home / "engagements").glob("*.json"))
        file.write_bytes(file.read_bytes() + b"\n")
        return account

    monkeypatch.setattr(remembered, "_account", late)
    dupont("step", "access-crm", "done")
    monkeypatch.setattr(remembered, "_account", real)
    assert not (asked / remembered._NAMES["status",]).read_text("utf-8")


def test_who_never_asks_pays_for_no_answer(dupont: Coach, home: Path) -> None:
    dupont("step", "access-crm", "done")
    assert not list((home / "state").glob("*.remembered"))


def test_an_answer_of_the_day_before_is_not_kept(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_SETTLED", -(10**18))
    began, now = "2026-11-22", "2026-11-23"
    monkeypatch.setattr(remembered.time, "strftime", lambda _, when=None: began if when else now)
    assert dupont("status").code == 0
    assert not (home / "state" / remembered._NAMES["status",]).exists()


def test_a_new_day_has_it_worked_out_again(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["status"]
    monkeypatch.setattr(remembered.time, "strftime", lambda _: "2026-11-22")
    before = remembered._account(asked, {}, [])
    monkeypatch.setattr(remembered.time, "strftime", lambda _: "2026-11-23")
    assert remembered._account(asked, {}, []) != before


def test_the_playbook_and_the_program_are_in_the_account(dupont: Coach, memory: Path) -> None:
    account = memory.read_text("utf-8").partition("\n\n")[0]
    for stage in ("framing", "onboarding", "transition"):
        assert f"{bundled.content('playbook', stage, 'fr.md')}" in account
    for source in (
        "session/open_engagement.py",
        "coach/plan.py",
        "playbook/parse.py",
        "store/journal.py",
    ):
        assert f"coach_tui/{source}" in account


def test_what_the_advice_rests_on_is_in_the_account(
    edited: Callable[[str, Callable[[str], str]], None], dupont: Coach, memory: Path
) -> None:
    bundled.load_catalogue.cache_clear()  # read from the copy from now on
    for _ in range(2):  # the second time as it was kept beside the copy
        memory.unlink()
        dupont("status")
        mark(memory)
        assert dupont("status").out.endswith("REMEMBERED\n")
        edited("advice/rhythm.toml", lambda text: f"{text}\n")
        assert "REMEMBERED" not in dupont("status").out


def test_two_terminals_are_told_the_same_and_a_dumb_one_in_its_way(
    dupont: Coach, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for terminal in ("xterm-256color", "tmux-256color", "xterm"):
        monkeypatch.setenv("TERM", terminal)
        assert dupont("status").out.endswith("REMEMBERED\n"), terminal
    monkeypatch.setenv("TERM", "dumb")
    assert "REMEMBERED" not in dupont("status").out


def test_other_questions_are_worked_out(dupont: Coach, memory: Path) -> None:
    for arguments in (["status", "--json"], ["status", "-e", "dup"], ["--lang", "en", "status"]):
        assert "REMEMBERED" not in dupont(*arguments).out


@pytest.mark.parametrize("text", ["", "\n\n", "x\n\ny", "()\n- \t/nowhere\n\nlies\n", "\x00\xff"])
def test_a_spoilt_memory_is_only_forgotten(dupont: Coach, memory: Path, text: str) -> None:
    memory.write_text(text, "latin-1")
    assert dupont("status").out.startswith("Dupont & fils")


def test_nothing_is_kept_of_files_that_were_changing(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_SETTLED", 10**18)
    assert dupont("status").code == 0
    assert not (home / "state" / remembered._NAMES[("status",)]).exists()


def test_nothing_is_kept_where_there_was_something_else_to_say(
    dupont: Coach, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_SETTLED", -(10**18))
    monkeypatch.setenv("COACH_PLAYBOOK", str(tmp_path))
    assert dupont("status").code == 0
    assert not (home / "state" / remembered._NAMES[("status",)]).exists()


@pytest.mark.parametrize(
    "env",
    [
        {"COACH_HOME": "/somewhere"},
        {"COACH_HOME": "~/here"},
        {"COACH_HOME": "relative"},
        {"XDG_STATE_HOME": "/state"},
        {"XDG_STATE_HOME": "relative"},
        {},
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asked of platformdirs there")
def test_it_is_kept_in_this_users_own_place(env: dict[str, str]) -> None:
    assert remembered._state(env) == str(places_home(None, env).state)


def test_telling_it_again_loads_next_to_nothing(dupont: Coach, memory: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(
        [sys.executable, "-S", "-c", TELLING],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=env,
        timeout=60,
        check=True,
    )
    assert ended.stdout.endswith("REMEMBERED\n")
    loaded = set(ended.stderr.split())
    assert not loaded & {"argparse", "pathlib", "json", "re", "typing", "datetime", "textual"}
    assert {name for name in loaded if name.startswith("coach_tui")} == {
        "coach_tui", "coach_tui.cli", "coach_tui.cli.exit_codes", "coach_tui.cli.status_cache",
    }  # fmt: skip


def test_an_answer_that_lost_its_end_is_never_told(dupont: Coach, memory: Path) -> None:
    """It takes its name before it is forced to the disk: a power cut may leave any part of it."""
    text = memory.read_bytes()
    start = text.index(b"\n\n")
    for end in range(start, len(text), 7):
        for rest in (b"", b"\0" * (len(text) - end)):
            memory.write_bytes(text[:end] + rest)
            assert remembered.again(["status"], os.environ) is None, end
    memory.write_bytes(text)
    assert remembered.again(["status"], os.environ)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can chown")
def test_what_somebody_else_may_have_put_there_is_not_told(dupont: Coach, memory: Path) -> None:
    memory.chmod(0o622)
    assert "REMEMBERED" not in (remembered.again(["status"], os.environ) or "")
    memory.chmod(0o600)
    assert "REMEMBERED" in (remembered.again(["status"], os.environ) or "")
    os.chown(memory, 65534, -1)
    assert remembered.again(["status"], os.environ) is None
