"""The machine running the tests stays out of them: nobody's home, language, clock zone or network.

More examples, and new ones at each run: `make test ARGS=--hypothesis-profile=deep`.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from coach_tui import bundled

# What needs a pseudo-terminal, signals or a POSIX file system can't even be read on Windows.
POSIX_ONLY = (
    "terminal/*", "rigs/*", "cli/test_rights.py", "cli/test_sharing_server.py",
    "packaging/test_pyz.py", "store/test_full_disk.py", "store/test_odd_disks.py",
)  # fmt: skip
collect_ignore_glob = list(POSIX_ONLY) if sys.platform == "win32" else []

# Slow is a busy machine, never a fault.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("usual", PATIENT, derandomize=True)
settings.register_profile("deep", PATIENT, max_examples=2_000)
settings.load_profile("usual")

# A quarter of a screen test went by in looking for garbage: the app makes its lines by thousands.
MADE_BETWEEN = 20_000  # objects; Python's own is 700

FOREIGN = ("COACH_", "LC_", "PG", "PIP_", "TEXTUAL", "XDG_")
UNWANTED = ("COLUMNS", "FORCE_COLOR", "LANG", "LANGUAGE", "LINES", "NO_COLOR", "PYTHONUTF8")


def pytest_collection_finish() -> None:
    """What was read to find the tests stays to the end: it is not looked through again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN, 10, 10)


@pytest.fixture(autouse=True)
def own_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and an environment that says nothing of whoever runs the tests."""
    for name in list(os.environ):
        if name in UNWANTED or name.startswith(FOREIGN):
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves this machine; a test that tries fails and says where to."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in ("localhost", "127.0.0.1", "::1"):
            pytest.fail(f"a test reached for the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
    monkeypatch.setenv("PIP_NO_INDEX", "1")


@pytest.fixture
def edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, Callable[[str], str]], None]]:
    """Our content in a copy to break: `edited("catalogue/kpis.toml", lambda text: …)`."""
    usual, copy = bundled._root, tmp_path / "content"
    ours = Path(str(usual("content")))
    shutil.copytree(ours, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(bundled, "_root", lambda name: copy if name == "content" else usual(name))

    def edit(file: str, change: Callable[[str], str]) -> None:
        before = (copy / file).read_text("utf-8")
        assert change(before) != before
        (copy / file).write_text(change(before), "utf-8")
        bundled.load_catalogue.cache_clear()

    yield edit
    bundled.load_catalogue.cache_clear()


def without(entry_id: str) -> Callable[[str], str]:
    """A catalogue's text without this entry."""

    def change(text: str) -> str:
        head, *entries = re.split(r"(?m)^(?=\[\[(?:entry|advice|term|source)\]\])", text)
        kept = [each for each in entries if f'id = "{entry_id}"\n' not in each]
        return "".join([head, *kept])

    return change


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A database of a real server of the tests' own, prepared; its logins' password is known.

    Commands wait for it: on a busy machine it answers late, and how long they wait is for the
    tests of just that.
    """
    from coach_tui.sharing import exchange
    from tests.sharing import postgres

    if postgres.binaries() is None:
        pytest.skip("no PostgreSQL 14 or later on this machine: apt-get install postgresql")
    monkeypatch.setenv("PGPASSFILE", str(postgres.passfile(tmp_path)))
    for name in ("SOON_S", "MOST_S"):
        monkeypatch.setattr(exchange, name, 60.0)
    return postgres.cluster().database()
