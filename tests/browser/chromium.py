"""Chromium without a window, driven over plain WebDriver; `needs` says what a test skips without.

with Browser(tmp_path) as browser:
    browser.open(page.as_uri())
    browser.run("return document.title")
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest

CHROMIUM: Final = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    "",
)
DRIVER: Final = shutil.which("chromedriver") or ""
QUIET: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb",
)  # fmt: skip
LONG: Final = 120  # seconds for one order, on a busy machine
PRINTS = 3  # how often a page is asked to be printed

needs = pytest.mark.skipif(
    not (CHROMIUM and DRIVER),
    reason="no chromium and chromedriver here (.ci/browser installs them)",
)


def axe_script() -> str:
    """axe-core, of which `make browser` installs a copy; the test is skipped where it is not."""
    spec = find_spec("axe_playwright_python")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("no axe-core here (make browser installs it)")
    return Path(spec.submodule_search_locations[0], "axe.min.js").read_text(encoding="utf-8")


class Browser:
    """One browser with one window, in a profile of its own that is thrown away with `folder`."""

    def __init__(self, folder: Path) -> None:
        env = {**os.environ, "HOME": str(folder)}
        self._driver = subprocess.Popen(
            [DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
        )
        assert self._driver.stdout is not None
        for line in self._driver.stdout:
            if port := re.search(rb"successfully on port (\d+)", line):
                break
        self._at = f"http://127.0.0.1:{port[1].decode()}"  # type: ignore[index]
        # It begins empty: its own first page goes on asking for things while ours is opened.
        profile = f"--user-data-dir={folder / 'profile'}"
        options = {"binary": CHROMIUM, "args": [*QUIET, profile, "about:blank"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"performance": "ALL"}}
        try:
            begun = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        except BaseException:
            self._end()
            raise
        self._at += f"/session/{begun['sessionId']}"

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._ask("DELETE", "")
        self._end()

    def _end(self) -> None:
        self._driver.terminate()
        self._driver.wait()
        assert self._driver.stdout is not None
        self._driver.stdout.close()

    def open(self, address: str) -> None:
        """Go there, and wait until it is loaded."""
        self._ask("POST", "/url", {"url": address})

    def run(self, script: str, *given: Any) -> Any:
        """What this JavaScript returns; `arguments` are those given."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": given})

    def wait_for(self, script: str, *given: Any) -> Any:
        """What this JavaScript gives its last argument, a function, once it does."""
        return self._ask("POST", "/execute/async", {"script": script, "args": given})

    def tell(self, order: str, **values: Any) -> Any:
        """An order of the DevTools protocol."""
        return self._ask("POST", "/goog/cdp/execute", {"cmd": order, "params": values})

    def look(self, *, width: int, height: int = 900, scheme: str = "light") -> None:
        """Be a screen of this size, whose owner likes these colours."""
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.tell("Emulation.setEmulatedMedia", features=features)

    def requests(self) -> list[str]:
        """The addresses it asked for since this was last asked."""
        log = self._ask("POST", "/se/log", {"type": "performance"})
        told = [json.loads(each["message"])["message"] for each in log]
        return [
            each["params"]["request"]["url"]
            for each in told
            if each["method"] == "Network.requestWillBeSent"
            # Its own first page may still be asking for its parts.
            and not each["params"]["documentURL"].startswith("chrome:")
        ]

    def frames(self) -> list[bytes]:
        """What sockets of the page were sent since this, or `requests`, was last asked."""
        log = self._ask("POST", "/se/log", {"type": "performance"})
        told = [json.loads(each["message"])["message"] for each in log]
        sent = [
            each["params"]["response"]
            for each in told
            if each["method"] == "Network.webSocketFrameReceived"
        ]
        return [base64.b64decode(each["payloadData"]) for each in sent if each["opcode"] == 2]

    def printed(self) -> bytes:
        """The page as it would be printed on the paper it asks for, a PDF.

        Chromium's own printing fails now and then on a machine at work: it is asked again.
        """
        for attempt in range(PRINTS):
            try:
                made = self.tell("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
            except AssertionError as error:
                if "Printing failed" not in str(error) or attempt == PRINTS - 1:
                    raise
            else:
                return base64.b64decode(made["data"])
        raise AssertionError

    def picture(self) -> bytes:
        """What is seen of the window, a PNG."""
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        head = {"Content-Type": "application/json"}
        asked = urllib.request.Request(self._at + path, data, head, method=method)
        try:
            with urllib.request.urlopen(asked, timeout=LONG) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None
