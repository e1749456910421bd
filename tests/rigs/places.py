"""Links, pipes and devices where a file is meant; a race for the name of an export; no umask."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL

from .rig import PATIENCE, Ended, Found, Home, Rig, stock
from .warm import Command

OWN = (
    "{id}.jsonl", "{id}.lock", "{id}.previous.json", "{id}.previous.json.new", "settings.json",
    "{id}.held", "{id}.parsed", "{id}.overwritten.json", "status.remembered", "last-error.log",
    "local.json", "{id}.calendar.json", "portfolio.remembered",
)  # fmt: skip
GESTURES = (
    ("step", "baselines", "done"), ("status",), ("undo",), ("portfolio",),
    ("export", "calendar", "-o", "cal.ics"),
)  # fmt: skip
EXPORTS = ("checklist", "handover", "decision", "team", "accesses", "kpis", "calendar")
SPECIAL = ("/dev/full", "/dev/null", "/proc/self/mem", "{file}", "{state}", "{replica}", "pipe")


def run(trials: int, folder: Path) -> Found:
    wrong, tried = Counter[str](), 0
    for name in OWN[:trials]:
        for dangling in (False, True):
            wrong.update(_laid(folder, name, dangling))
            tried += 1
    for special in SPECIAL[: 1 + trials]:
        wrong.update(_onto(folder, special))
        tried += 1
    wrong.update(_open_to_all(folder))
    wrong.update(_raced(folder, 10 * trials))
    return Found(tried + 2, +wrong)


def control(trials: int, folder: Path) -> Found:
    """A program that writes where it is told to, whatever is there."""
    found = Found(0, Counter[str]())
    while not found.wrong and found.tried < 400:  # a busy machine may not run both at one moment
        raced = Counter(_raced(folder, 8, "tests.rigs.places:trusting"))
        found = Found(found.tried + 8, raced)
    return found


def trusting(arguments: list[str]) -> int:
    """Write the document as any program would."""
    Path(arguments[3]).write_text("a document")
    return 0


def _home(folder: Path) -> tuple[Home, Path]:
    """A home with a change in it, and a file that must stay as it is."""
    home, victim = Home(folder / "places").begun(), folder / "victim"
    home.coach("step", "access-crm", "done")
    victim.write_text("mine")
    return home, victim


def _laid(folder: Path, name: str, dangling: bool) -> Iterator[str]:
    """Somebody lays a link in the private folder: nothing is written through it."""
    home, victim = _home(folder)
    engagement = next(home.state.glob("*.jsonl")).stem
    if dangling:
        victim.unlink()
    laid = home.state / name.format(id=engagement)
    laid.unlink(missing_ok=True)
    laid.symlink_to(victim)
    for gesture in GESTURES:
        if broken := home.coach(*gesture).broken:
            yield f"{broken}: {name}, {gesture[0]}"
    if victim.exists() if dangling else victim.read_text() != "mine":
        yield f"written through: {name}"
    victim.unlink(missing_ok=True)


def _onto(folder: Path, special: str) -> Iterator[str]:
    """`export -o … --force` onto what is no document of the user's."""
    home, _ = _home(folder)
    replica = next(home.state.glob("*.jsonl"))
    place = special.format(file=home.file, state=home.state, replica=replica)
    if special == "pipe":
        place = str(folder / "pipe")
        os.mkfifo(place)
    before, kept = home.file.read_bytes(), replica.read_bytes()
    ended = home.coach("export", "checklist", "-o", place, "--force")
    if ended.broken or ended.code == 0:
        yield f"{ended.broken or 'taken'}: onto {special}"
    if home.file.read_bytes() != before or replica.read_bytes() != kept:
        yield f"written over: {special}"
    if special == "pipe":
        Path(place).unlink()


def _open_to_all(folder: Path) -> Iterator[str]:
    """Where the umask is 0, all that is made is still for this user alone."""
    home, out = Home(folder / "umask" / "home"), folder / "umask" / "out"
    out.mkdir(parents=True)
    begin = ["new", "Dupont", "--start", "2026-11-02", "--days-per-week", "2"]
    gestures = [list(gesture) for gesture in GESTURES]
    exports = [["export", name, "-o", str(out / name)] for name in EXPORTS]
    for command in (begin, *gestures, ["backup", str(out / "zip")], *exports):
        _ended(Command(command, home.env, umask=0, cwd=str(out)))
    for path in (*home.folder.rglob("*"), home.folder, *out.iterdir()):
        if stat.S_IMODE(path.lstat().st_mode) & 0o077:
            yield f"open to others: {path.name}"


def _raced(folder: Path, times: int, call: str = "coach_tui.cli:main") -> Iterator[str]:
    """Another program lays a link under the name an export is written to, and takes it away."""
    home, victim = _home(folder)
    race = folder / "race.md"
    other = os.fork()
    if not other:
        _flip(race, victim)
    try:
        for number in range(times):
            force = ["--force"] if number % 2 else []
            asked = ["export", "checklist", "-o", str(race), *force]
            if broken := _ended(Command(asked, home.env, call=call)).broken:
                yield f"{broken}: in the race"
    finally:
        os.kill(other, SIGKILL)
        os.waitpid(other, 0)
    if victim.read_text() != "mine":
        yield "written through: in the race"
    if not stock(home.file):
        yield "unreadable"


def _flip(race: Path, victim: Path) -> None:
    while True:
        try:
            race.unlink(missing_ok=True)
            race.symlink_to(victim)
        except OSError:
            continue


def _ended(command: Command) -> Ended:
    ended = Ended(command.ended(PATIENCE), *command.said())
    command.close()
    return ended


RIG = Rig("places", run, control, small=1, full=len(OWN))
