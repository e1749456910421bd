"""`coach share postgresql://…` and joining from it: two homes, one server, all said in words."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from queue import SimpleQueue
from unittest.mock import patch

import pytest

from coach_tui.language import LANGUAGES
from coach_tui.sharing import exchange
from coach_tui.sharing.server import calls
from tests.rigs.cut import Proxy
from tests.sharing.postgres import Database
from tests.sharing.test_server import silent

from .machine import ROOT, Machine, engagement_of, joined

ANN, NORA = "k7f3q", "m2x9c"


@pytest.fixture
def url(ann: Machine, practice: Database) -> str:
    """Ann's address of the server; both are given the engagement."""
    engagement = engagement_of(ann)
    practice.given({ANN: {engagement: True}, NORA: {engagement: True}})
    return practice.url(ANN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_one_ticks_the_other_confirms(
    ann: Machine, nora: Machine, practice: Database, url: str, language: str
) -> None:
    lang = ("--lang", language)
    shared = ann.coach("share", url, "--yes", *lang)
    assert shared.code == 0, shared.err
    assert ("1 note privée" if language == "fr" else "1 private note") in shared.err
    assert ("scellée" if language == "fr" else "sealed") in shared.err
    server = ("--server", practice.url(NORA))
    assert joined(nora, shared.invitation, *server, *lang).code == 0
    told = nora.coach("history", *lang).out
    assert "opened by hand" in told
    assert "between us" not in told
    assert nora.coach("step", "access-crm", "confirmed", *lang).code == 0
    assert "Nora" in ann.coach("history", *lang).out.splitlines()[0]
    assert "Nora" in ann.coach("share", *lang).out
    renewed = ann.coach("share", "--renew", *lang)
    assert renewed.code == 0
    assert joined(nora, renewed.invitation, *lang).code == 0, "its place is known already"
    ann.coach("step", "baselines", "done", "--note", "after", *lang)
    assert "after" in nora.coach("history", *lang).out
    assert not set(b"opened by hand".split()) & set(practice.words().split())


def test_the_invitation_says_the_server_and_the_file_of_passwords_the_login(
    ann: Machine, nora: Machine, practice: Database, url: str, tmp_path: Path
) -> None:
    shared = ann.coach("share", url, "--yes")
    refused = joined(nora, shared.invitation)
    assert refused.code == 1
    assert "postgresql://LOGIN@127.0.0.1" in refused.err
    asked = nora.coach(
        "join", str(_file(tmp_path, shared.invitation)), "--role", "founder", "--name", "Nora",
        typed=f"{NORA}\n",
    )  # fmt: skip
    assert asked.code == 0, asked.err
    assert "Your login on practice" in asked.err
    (tmp_path / "zoe").mkdir()
    zoe = Machine(tmp_path / "zoe")
    assert joined(zoe, shared.invitation).code == 1
    with patch.dict("os.environ", {"PGUSER": NORA}):
        assert joined(zoe, shared.invitation).code == 0
    assert "opened by hand" in zoe.coach("history").out


def _file(folder: Path, text: str) -> Path:
    path = folder / "invitation"
    path.write_text(text)
    return path


def test_what_can_not_be_a_place_is_refused_before_anything_is_kept(
    ann: Machine, practice: Database, url: str
) -> None:
    secret = url.replace("@", ":open-sesame@")
    for said, words in (
        (secret, "~/.pgpass"),
        ("postgresql://db.example.org/coach", "sslmode=verify-full"),
        ("postgresql://nobody?nonsense=1", "postgresql://LOGIN@HOST/DATABASE"),
        (practice.url("m2x9c").replace(practice.name, "postgres"), "coach server init"),
        (f"{url}?sslmode=verify-full", "did not prove"),
    ):
        ended = ann.coach("share", said, "--yes")
        assert ended.code == 1, said
        assert words in ended.err.replace("\n", " "), ended.err
        assert "open-sesame" not in ended.err + ended.out
        assert "Traceback" not in ended.err
    assert ann.coach("share").code == 1, "not shared"
    practice.given({"eve": {}})
    ended = ann.coach("share", practice.url("eve"), "--yes")
    assert f"coach server grant URL LOGIN {engagement_of(ann)}" in ended.err.replace("\n", " ")


def test_work_goes_on_where_the_server_is_gone_or_silent(
    ann: Machine, nora: Machine, practice: Database, url: str
) -> None:
    assert ann.coach("share", url, "--yes").code == 0
    kept = next(ann.state.glob("*.key.json"))
    before = kept.read_text()
    with silent() as port, patch.multiple(exchange, SOON_S=0.2, MOST_S=0.2):
        for where in (port, 1):
            kept.write_text(before.replace(f":{practice.cluster.port}/", f":{where}/"))
            ended = ann.coach("step", "baselines", "done", "--note", f"while {where}")
            assert ended.code == 0
            assert ended.err.count("saved here") == 1, ended.err
            assert ann.coach("status").code == 0
    kept.write_text(before)
    with patch.object(exchange, "LEFT_S", 0.0):
        ann.coach("step", "baselines", "doing", "--note", "back")
    server = ("--server", practice.url(NORA))
    shown = ann.coach("share", "--show").invitation
    assert joined(nora, shown, *server).code == 0
    told = nora.coach("history").out
    assert "while 1" in told
    assert "back" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_silent_server_keeps_one_command_a_moment_and_what_was_left_goes_with_the_next(
    ann: Machine, nora: Machine, practice: Database, url: str, language: str
) -> None:
    lang, waited = ("--lang", language), list[float | None]()
    shared = ann.coach("share", url, "--yes")
    assert joined(nora, shared.invitation, "--server", practice.url(NORA)).code == 0

    class Watched(SimpleQueue[object]):
        def get(self, block: bool = True, timeout: float | None = None) -> object:
            waited.append(timeout)
            return super().get(block, timeout)

    kept, proxy = next(ann.state.glob("*.key.json")), Proxy(practice.cluster.port)
    kept.write_text(kept.read_text().replace(f":{practice.cluster.port}/", f":{proxy.port}/"))
    ledger = next(ann.state.glob("*.ledger.json"))
    known = json.loads(ledger.read_text()) | {"took": 0.0}  # as of a server never met
    ledger.write_text(json.dumps(known))
    said = "enregistré ici" if language == "fr" else "saved here"
    proxy.silent = True
    with patch.multiple(exchange, SOON_S=0.2, MOST_S=1.5), patch.object(
        calls, "SimpleQueue", Watched
    ):  # fmt: skip
        for number in range(3):
            ended = ann.coach("step", "baselines", "done", "--note", f"left {number}", *lang)
            assert ended.code == 0
            assert ended.err.count(said) == 1, ended.err
        assert waited == [0.2], "the first waits, and those of the next minute do not"
    proxy.silent = False
    proxy.cut()
    assert ann.coach("status", *lang).err.count(said) == 1, "it is left for a minute"
    assert "left" not in nora.coach("history").out
    with patch.object(exchange, "LEFT_S", 0.0):
        assert said not in ann.coach("status", *lang).err
    told = nora.coach("history").out
    assert all(f"left {number}" in told for number in range(3)), "a command that reads puts it"
    assert ann.coach("status", *lang).err == ""
    proxy.end()


def test_a_server_far_away_is_given_the_time_it_usually_takes(
    ann: Machine, nora: Machine, practice: Database, url: str
) -> None:
    proxy = Proxy(practice.cluster.port)
    proxy.answers_after_s = 0.1  # several answers until it is reached
    assert ann.coach("share", practice.url(ANN, proxy.port), "--yes").code == 0
    took = json.loads(next(ann.state.glob("*.ledger.json")).read_text())["took"]
    assert took > 0.2
    with patch.multiple(exchange, SOON_S=0.01, MOST_S=60.0):
        ended = ann.coach("step", "baselines", "done")
        assert "saved here" not in ended.err
        invitation = ann.coach("share", "--show").invitation
        assert joined(nora, invitation, "--server", practice.url(NORA)).code == 0
        assert nora.coach("step", "access-crm", "doing", "--note", "from far away").code == 0
        assert "from far away" in ann.coach("history").out, "reached late, and read all the same"
    proxy.end()


def test_a_status_that_needs_no_server_loads_nothing_of_one(ann: Machine) -> None:
    said = (
        "import sys; from coach_tui.cli import main; main(['status']);"
        "sys.exit(any(each in sys.modules for each in ('psycopg', 'pyrage', 'coach_tui.sharing')))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", said], cwd=ROOT, capture_output=True, check=False,
        env={"COACH_HOME": str(ann.folder), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.returncode == 0, ended
