"""`coach serve` in a real browser: a step done there is there after a reload; who stays out."""

from __future__ import annotations

import base64
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pyte
import pytest

from coach_tui.cli import main
from coach_tui.places import Home
from coach_tui.serving.server import DARK, LIGHT
from coach_tui.ui import themes
from coach_tui.ui.choices import Choices

from .chromium import Browser, needs

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds; only a test that fails waits so long
KEYS = {"ArrowDown": 40, "Escape": 27, " ": 32}


class Serving(NamedTuple):
    """A running `coach serve`: its link, and where it keeps everything."""

    link: str
    home: Path
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        return self.link.partition("/?")[0]

    def ask(self, path: str, method: str = "GET", **head: str) -> tuple[int, str, dict[str, str]]:
        """The status, text and headers it answers with."""
        line = http.client.HTTPConnection(urlsplit(self.link).netloc, timeout=PATIENCE)
        try:
            line.request(method, path, headers={n.replace("_", "-"): v for n, v in head.items()})
            answer = line.getresponse()
            return answer.status, answer.read().decode(), dict(answer.getheaders())
        finally:
            line.close()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    """The app of a home with one engagement, served at any free port."""
    home = tmp_path / "a home é"
    begun = ["new", "Dupont", "--start", "2026-12-07", "--days-per-week", "2", "--role", "founder"]
    assert main(["--home", str(home), "--today", "2026-11-30", *begun]) == 0
    env = {**os.environ, "COACH_HOME": str(home), "COACH_TODAY": "2026-12-08", "COACH_LANG": "en",
           "PYTHONPATH": str(ROOT)}  # fmt: skip
    command = [sys.executable, "-m", "coach_tui", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env, cwd=tmp_path)
    assert process.stdout is not None
    try:
        yield Serving(process.stdout.readline().strip(), home, process)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        process.stdout.close()


def test_nobody_comes_in_without_the_link_and_it_works_once(serving: Serving) -> None:
    """Each request, and what it is answered with, in words."""
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", serving.link)
    token = serving.link.partition("/?")[2]
    for path in (
        "/",
        "/?token=",
        "/?token=guess",
        f"/ws?{token}",
        f"/static/js/textual.js?{token}",
    ):
        status, said, _ = serving.ask(path)
        assert (status, "403: the link" in said) == (403, True), path
    assert serving.ask(f"/?{token}", Host="evil.example")[0] == 421
    assert serving.ask(f"/?{token}", method="HEAD")[0] == 403
    assert serving.ask(f"/?{token}", method="POST")[0] == 403

    status, _, head = serving.ask(f"/?{token}")
    assert (status, head["Location"]) == (303, "/")
    cookie = head["Set-Cookie"].partition(";")[0]
    assert {"HttpOnly", "SameSite=Strict"} <= {*head["Set-Cookie"].split("; ")}
    status, said, _ = serving.ask(f"/?{token}")
    assert (status, "used already" in said) == (403, True), "the second time"

    status, page, head = serving.ask("/", Cookie=cookie)
    assert [DARK[0], LIGHT[0]] == [themes.DARK.background, themes.LIGHT.background]
    assert (status, "data-session-websocket-url" in page) == (200, True)
    assert f"background: {DARK[0]}" in page
    Choices(Home(serving.home / "engagements", serving.home / "state").settings).put(
        theme="coach-light"
    )
    assert f"background: {LIGHT[0]}" in serving.ask("/", Cookie=cookie)[1], "as the app's theme"
    assert "default-src 'none'" in head["Content-Security-Policy"]
    assert serving.ask("/static/js/textual.js", Cookie=cookie)[0] == 200
    assert serving.ask("/static/", Cookie=cookie)[0] == 403, "no list of the files"
    for origin in ({}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        status, said, _ = serving.ask("/ws", Cookie=cookie, **origin)
        assert (status, "another site" in said) == (403, True), origin
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13",
               "Sec_WebSocket_Key": base64.b64encode(b"k" * 16).decode()}  # fmt: skip
    assert serving.ask("/ws", Cookie=cookie, Origin=serving.address, **upgrade)[0] == 101


class Window:
    """What the page shows of the app: its canvas holds no text, so what it was sent is read."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.screen = pyte.Screen(200, 60)
        self._stream = pyte.ByteStream(self.screen)

    def wait_for(self, words: str) -> None:
        """Wait until the app shows these words."""
        until = time.monotonic() + PATIENCE
        while words not in self.text:
            assert time.monotonic() < until, self.text
            for frame in self._browser.frames():
                self._stream.feed(frame)
            time.sleep(0.1)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def press(self, *keys: str) -> None:
        """Press these keys, `ctrl+s` one of them, where the app listens."""
        self._browser.run("document.querySelector('textarea').focus()")
        for key in keys:
            held, _, alone = key.rpartition("+")
            text = alone if len(alone) == 1 and not held else ""
            said = {"key": alone, "windowsVirtualKeyCode": KEYS.get(alone, ord(alone[0].upper())),
                    "modifiers": 2 if held else 0}  # fmt: skip
            self._browser.tell("Input.dispatchKeyEvent", type="keyDown", text=text, **said)
            self._browser.tell("Input.dispatchKeyEvent", type="keyUp", **said)


def test_what_it_refuses_to_open_is_said_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for said, why in (
            (["--host", "0.0.0.0"], "--exposed"),
            (["--host", "192.0.2.1", "--exposed"], "can’t be opened"),
            (["--port", port], f"Port {port}"),
            (["--port", "99999"], "--port"),
            (["--public", "coach.example.org"], "https://"),
            (["-e", "Nobody"], "Nobody"),
        ):
            assert main(["serve", "--lang", "en", *said]) == 1, said
            told = capsys.readouterr()
            assert (why in told.err, told.out) == (True, ""), told
    monkeypatch.setattr("coach_tui.cli.serve.find_spec", lambda _: None)
    assert main(["serve", "--lang", "en"]) == 1
    assert 'pip install "coach-tui[web]"' in capsys.readouterr().err


@needs
def test_a_step_done_in_the_browser_is_there_after_a_reload(
    serving: Serving, tmp_path: Path
) -> None:
    with Browser(tmp_path / "browser") as browser:
        browser.look(width=1200, height=800)
        browser.open(serving.link)
        assert browser.run("return [document.title, document.documentElement.lang]") == [
            "Coach",
            "en",
        ]
        window = Window(browser)
        window.wait_for("Dupont")
        focused = "return document.activeElement.className"
        assert "xterm-helper-textarea" in browser.run(focused), "the first key is not lost"
        window.press("2")
        window.wait_for("next stage")
        window.press("ArrowDown", "ArrowDown", " ")
        window.wait_for("What shows that it is done")
        window.press(*"logged in", "ctrl+s")
        window.wait_for("[x]")
        (file,) = (serving.home / "engagements").glob("*.json")
        assert '"status":"done"' in file.read_text("utf-8"), "saved before it is shown"

        browser.open(f"{serving.address}/")
        window = Window(browser)
        window.wait_for("Dupont")
        window.press("2")
        window.wait_for("[x]")
        opacity = "return getComputedStyle(document.querySelector('#terminal')).opacity"
        end = time.monotonic() + PATIENCE
        while browser.run(opacity) != "1" and time.monotonic() < end:
            time.sleep(0.1)  # it comes in slowly
        assert browser.run(opacity) == "1"
        assert browser.run("return document.fonts.check('16px \"Roboto Mono\"')")
        assert [
            each for each in browser.requests() if not each.startswith(("data:", serving.address))
        ] == []

        window.press("ctrl+q")
        while browser.run("return document.activeElement.tagName") != "A":
            assert time.monotonic() < end + PATIENCE, "Enter opens it again"
            time.sleep(0.1)
