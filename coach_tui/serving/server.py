"""The page, and the app's own process behind it: one person, one process, one home.

A page opened again, or in another tab, takes the app over: the process before it ends first, so
that two never work on one engagement unasked.
"""

from __future__ import annotations

import asyncio
import shlex
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from html import escape
from socket import socket
from string import Template
from typing import Final

from aiohttp import web
from textual_serve.server import Server

from coach_tui.bundled import read_styles
from coach_tui.language import Words
from coach_tui.serving.door import FORBIDDEN, Door

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Nothing from elsewhere: the page asks this machine alone, and runs no script but its own.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self' {socket}; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
# The ground and the words around the app's own rows, as its themes have them.
DARK: Final = ("#12161C", "#E4E8EE")
LIGHT: Final = ("#FBFAF7", "#1B1F26")


class Served(Server):
    """textual-serve's server, behind our door and with our page, dark where the app is."""

    def __init__(
        self, command: Sequence[str], door: Door, words: Words, dark: Callable[[], bool]
    ) -> None:
        windows = sys.platform == "win32"
        line = subprocess.list2cmdline(command) if windows else shlex.join(command)
        super().__init__(line, title="Coach", public_url=door.address)
        self._door, self._words, self._dark = door, words, dark
        self._shown: asyncio.Task[web.WebSocketResponse] | None = None

    async def run(self, listening: socket) -> None:
        """Answer at this socket until told to stop (Ctrl+C, SIGTERM)."""
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=2.0)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            await _until_told()
        finally:
            if self._shown:
                self._shown.cancel()
                await asyncio.wait({self._shown})
            await runner.cleanup()

    def _application(self) -> web.Application:
        made = web.Application(middlewares=[self._guard])
        made.add_routes(
            [
                web.get("/", self._page, allow_head=False),
                web.get("/browser.js", _script, allow_head=False),
                web.get("/ws", self.handle_websocket, allow_head=False),
                web.get("/download/{key}", self.handle_download, allow_head=False),
                web.static("/static", self.statics_path),
            ]
        )
        return made

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in who may come in, and say to every browser what it may not do."""
        answer = await self._answer(request, handler)
        if not answer.prepared:
            policy = POLICY.format(socket=_socket_address(self._door.address))
            answer.headers.update({**HEADERS, "Content-Security-Policy": policy})
        return answer

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        door = self._door
        key = request.cookies.get(door.cookie, "")
        refused = door.refusal(request.headers, key, socket=request.path == "/ws")
        opening = request.method == "GET" and request.path == "/"
        asked = request.query.get("token", "") if opening else ""
        if refused and refused[0] == FORBIDDEN and asked and (given := door.exchange(asked)):
            answer = web.Response(status=303, headers={"Location": "/"})
            sealed = door.is_sealed
            answer.set_cookie(door.cookie, given, httponly=True, samesite="Strict", secure=sealed)
            return answer
        if refused:
            status, why = refused
            text = f"{self._words(why)}\n"
            return web.Response(status=status, text=text, content_type="text/plain")
        try:
            return await handler(request)
        except web.HTTPException as error:
            return web.Response(status=error.status, text=f"{error.status}\n")

    async def _page(self, request: web.Request) -> web.Response:
        words = {
            name: escape(self._words(f"serve.page.{name}"))
            for name in ("starting", "ended", "again", "script")
        }
        ground, ink = DARK if self._dark() else LIGHT
        page = Template(read_styles("browser.html")).substitute(
            words, lang=self._words.language, socket=f"{_socket_address(self._door.address)}/ws",
            ground=ground, ink=ink,
        )  # fmt: skip
        return web.Response(text=page, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The app, drawn on this page until it is closed or another one is opened."""
        earlier = self._shown
        if earlier and not earlier.done():
            earlier.cancel()
            await asyncio.wait({earlier})
        self._shown = asyncio.create_task(super().handle_websocket(request))
        return await asyncio.shield(self._shown)


async def _script(_: web.Request) -> web.Response:
    """Where the page sends what is typed."""
    return web.Response(text=read_styles("browser.js"), content_type="text/javascript")


def _socket_address(address: str) -> str:
    return f"ws{address.removeprefix('http')}"


async def _until_told() -> None:
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: Ctrl+C interrupts the waiting itself
            asyncio.get_running_loop().add_signal_handler(number, told.set)
    await told.wait()
