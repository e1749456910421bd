"""`coach serve`: the app in a browser of this machine."""

from __future__ import annotations

import os
import socket
import sys
from argparse import ArgumentParser
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.extras import installing
from coach_tui.language import Words
from coach_tui.language.cause import Cause
from coach_tui.places import folder_named

if TYPE_CHECKING:
    from coach_tui.serving.door import Door

PORT: Final = 8765
LAST_PORT: Final = 65535
# Options of this command that the app it opens is given too.
HANDED_ON: Final = {
    "home": "--home", "engagement": "--engagement", "lang": "--lang", "playbook": "--playbook",
    "today": "--today", "acting": "--as",
}  # fmt: skip


def add_serve(parser: ArgumentParser, words: Words) -> None:
    """Where it can be reached."""
    for name, shown, kind, default in (
        ("port", "N", int, PORT),
        ("host", words("cli.serve.address"), str, "127.0.0.1"),
        ("public", "URL", str, ""),
    ):
        help_ = words(f"cli.serve.{name}")
        parser.add_argument(f"--{name}", metavar=shown, type=kind, default=default, help=help_)
    parser.add_argument("--exposed", action="store_true", help=words("cli.serve.exposed"))
    parser.epilog = words("cli.serve.how")


def run_serve(call: Call) -> int:
    """Say the link that opens it, and answer until Ctrl+C."""
    from coach_tui.serving.door import Door, is_loopback

    options = call.options
    if find_spec("textual_serve") is None:
        raise Refused("refusal.serve.no-extra", command=installing("web"))
    if not is_loopback(options.host) and not options.exposed:
        raise Refused("refusal.serve.exposed", host=options.host)
    public = options.public.rstrip("/")
    if public and not public.startswith(("https://", "http://")):
        raise Refused("refusal.serve.public", said=options.public)
    if options.engagement:
        call.session()  # refused here, where it can be said, rather than in an empty page
    call.actor("founder")
    call.playbook_folder()
    listening = _listening(options.host, options.port)
    port = listening.getsockname()[1]
    host = f"[{options.host}]" if ":" in options.host else options.host
    door = Door(public or f"http://{host}:{port}")
    if not is_loopback(options.host):
        say(call.words("serve.is-exposed"))
    say(call.words("serve.open"))
    show(door.link)
    say(call.words("serve.stop"))
    sys.stdout.flush()
    _serve(call, door, listening)
    return FINE


def _listening(host: str, port: int) -> socket.socket:
    if not 0 <= port <= LAST_PORT:
        raise Refused("refusal.serve.port", port=port, host=host, why=f"0–{LAST_PORT}")
    try:
        kind = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=kind)
    except OSError as error:
        why = Cause(error)
        raise Refused("refusal.serve.port", port=port, host=host, why=why) from None


def _serve(call: Call, door: Door, listening: socket.socket) -> None:
    import asyncio
    import logging

    from coach_tui.serving.server import Served
    from coach_tui.store.settings import read_settings

    # What lies in the current folder is not to be run, and one file may be all there is of us.
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    logging.getLogger("textual-serve").setLevel(logging.ERROR)

    def dark() -> bool:
        return "light" not in str(read_settings(call.home.settings).get("theme"))

    asyncio.run(Served(_command(call), door, call.words, dark).run(listening))


def _command(call: Call) -> list[str]:
    """The app as this command would open it."""
    said = [sys.executable, "-P", "-m", "coach_tui"]
    for name, option in HANDED_ON.items():
        if value := getattr(call.options, name):
            said += [option, str(folder_named(value)) if name in ("home", "playbook") else value]
    return said
