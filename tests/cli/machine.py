"""A computer of its own for the commands: several can share one engagement in a test."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from coach_tui.cli import main
from coach_tui.listing import list_engagements
from coach_tui.places import Home

ROOT = Path(__file__).parents[2]


class Ended(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def invitation(self) -> str:
        return self.out.splitlines()[-1]


class Machine:
    """A home, as a computer of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "state"

    def coach(self, *said: str, typed: str = "", **env: str) -> Ended:
        """Run a command here, in this very process: it loads everything once."""
        streams = [
            io.TextIOWrapper(io.BytesIO(each), "utf-8") for each in (typed.encode(), b"", b"")
        ]
        with (
            patch.dict(os.environ, {"COACH_HOME": str(self.folder), **env}),
            patch.multiple(sys, stdin=streams[0], stdout=streams[1], stderr=streams[2]),
        ):
            code = main(said)
        out, err = (stream.buffer.getvalue().decode() for stream in streams[1:])  # type: ignore[attr-defined]
        return Ended(code, out, err)

    def coach_alone(self, *said: str, **env: str) -> Ended:
        """Run it in a process of its own."""
        ran = subprocess.run(
            [sys.executable, "-m", "coach_tui", *said],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=60,
            check=False, env={**os.environ, "COACH_HOME": str(self.folder), **env},
        )  # fmt: skip
        return Ended(ran.returncode, ran.stdout, ran.stderr)


def engagement_of(machine: Machine) -> str:
    """The id of the only one there."""
    [only] = list_engagements(Home(machine.folder / "engagements", machine.state))
    return only.id


def joined(nora: Machine, invitation: str, *more: str) -> Ended:
    """Nora joins, as the founder."""
    said = ("--role", "founder", "--name", "Nora", "--yes", *more)
    return nora.coach("join", "-", *said, typed=invitation)
