"""A really full disk: a small one of memory filled to the last block, without inodes, read-only.

In a mount namespace of its own, which goes away with the rig; where the system allows none, and on
systems that know none, it is passed over.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tinydb import TinyDB

from .rig import Ended, Found, Home, Rig, stock
from .warm import ROOT

COMMANDS = tuple(
    said.split()
    for said in (
        "step access-crm todo", "undo", "status", "history", "export checklist -o OUT",
        "new Zed --start 2026-11-02 --days-per-week 1", "export handover", "today", "doctor",
        "forget Dupont --yes nobody", "backup OUT",
    )
)  # fmt: skip
SIZES = (96, 64, 128)  # kB
INODES = 16


def run(trials: int, folder: Path) -> Found:
    return _apart("run", trials, folder)


def control(trials: int, folder: Path) -> Found:
    """TinyDB as it is shipped, until the disk is full."""
    return _apart("control", trials, folder)


def _apart(what: str, trials: int, folder: Path) -> Found:
    """The same rig in a namespace where it may mount."""
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        return Found(0, Counter())
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "-r"]
    point = folder / "small-disk"
    point.mkdir(exist_ok=True)
    if subprocess.run([*alone, *_mounting(point, "size=64k")], check=False).returncode:
        return Found(0, Counter())
    program = [sys.executable, "-m", "tests.rigs.full", what, str(trials), str(point)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run([*alone, *program], env=env, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    tried, wrong = json.loads(told.stdout)
    return Found(tried, Counter(wrong))


def inside(what: str, trials: int, point: Path) -> Found:
    """What is done there."""
    return _control(point) if what == "control" else _run(trials, point)


def _run(trials: int, point: Path) -> Found:
    wrong, tried = Counter[str](), 0
    for size in SIZES[: 1 if trials < len(COMMANDS) else None]:
        with _disk(point, f"size={size}k"):
            home = Home(point / "home").begun()
            for situation, said in _situations(home, point, trials):
                tried += 1
                wrong.update(f"{situation}: {why}" for why in said)
    with _disk(point, f"size=4m,nr_inodes={INODES}"):
        home = Home(point / "home").begun()
        for number in range(INODES):
            with suppress(OSError):
                (point / f"i{number}").touch()
        tried += 1
        wrong.update(f"no inode: {why}" for why in _tried(home, COMMANDS[0], point))
    return Found(tried, +wrong)


def _situations(home: Home, point: Path, trials: int) -> Iterator[tuple[str, list[str]]]:
    """Full by its own growth, by another's, read-only, and well again after each."""
    growing = ("step", "access-crm", "done", "--note", "n" * 4000)
    for number in range(60):
        status = ("todo", "done")[number % 2]
        before = _ids(home)
        ended = home.coach(growing[0], growing[1], status, *growing[3:])
        if ended.code:
            yield "own growth", list(_judged(home, before, ended))
            break
    else:
        yield "own growth", ["never refused"]
    with suppress(OSError), (point / "fill").open("wb", buffering=0) as filling:
        while True:
            filling.write(b"x" * 512)
    for command in COMMANDS[:trials]:
        yield "filled", _tried(home, command, point)
    (point / "fill").unlink()
    subprocess.run(["mount", "-o", "remount,size=1m", str(point)], check=True)
    yield "room again", _well(home)
    subprocess.run(["mount", "-o", "remount,ro", str(point)], check=True)
    for command in COMMANDS[:trials]:
        yield "read-only", _tried(home, command, point)
    subprocess.run(["mount", "-o", "remount,rw", str(point)], check=True)
    yield "writable again", _well(home)


def _tried(home: Home, command: list[str], point: Path) -> list[str]:
    before = _ids(home)
    ended = home.coach(*(str(point / "out") if word == "OUT" else word for word in command))
    return [f"{why}: {command[0]}" for why in _judged(home, before, ended)]


def _well(home: Home) -> list[str]:
    """Saving works again, and nothing of what was refused is left lying about."""
    before = _ids(home)
    ended = home.coach("step", "baselines", "doing", "--note", "again")
    left = list(home.folder.glob("engagements/.~*"))
    said = list(_judged(home, before, ended))
    return [*said, *(["left over"] * bool(left)), *(["refused"] * bool(ended.code))]


def _judged(home: Home, before: set[str], ended: Ended) -> Iterator[str]:
    if ended.broken:
        yield ended.broken
    try:
        now = _ids(home)
    except ValueError:
        yield "corrupt"
        return
    if before - now:
        yield "lost"
    if ended.code == 1 and now != before:
        yield "said not saved, and is"
    if ended.code == 1 and not ended.err.strip() + ended.out.strip():
        yield "refused without a word"
    if ended.code == 0 and "Saved" in ended.err and now == before:
        yield "said saved, and is not"


def _ids(home: Home) -> set[str]:
    return {event["id"] for event in stock(home.file)}


def _control(point: Path) -> Found:
    file, wrong, count = point / "stock.json", Counter[str](), 0
    with _disk(point, "size=64k"):
        with suppress(OSError):
            table = TinyDB(file).table("events")
            while True:
                table.insert({"text": "x" * 2000})
                count += 1
        try:
            wrong["lost"] += count - len(stock(file))
        except ValueError:
            wrong["corrupt"] += 1
    return Found(count, +wrong)


@contextmanager
def _disk(point: Path, options: str) -> Iterator[None]:
    subprocess.run(_mounting(point, options), check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(point)], check=True)


def _mounting(point: Path, options: str) -> list[str]:
    return ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(point)]


RIG = Rig("full", run, control, small=3, full=len(COMMANDS))

if __name__ == "__main__":
    found = inside(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    print(json.dumps([found.tried, dict(found.wrong)]))
