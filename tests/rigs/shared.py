"""Two and five devices, one folder, a synchroniser at its worst; and what machines go through.

It delays, reorders, cuts and completes (or never), doubles and renames files, and loses a device
for a while; programs are closed, ledgers are lost, pushes are replaced by whole ones. The control
is one shared file of lines that everybody appends to.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from coach_tui.sharing.folder import Folder
from tests.sharing.devices import Device, begun, new_key

from .damage import hasty
from .rig import Found, Rig

COPY = (
    "{s} (B's conflicted copy 2026-01-05).age", "{s}.sync-conflict-20260105-101010-ABCDEFG.age",
    "{s}-LAPTOP.age", "{s} (1).age", "{s} 2.age", "{s}_conf(3).age",
)  # fmt: skip


class Synchroniser:
    """Links each device's folder to a server: whole files, late, in any order, sometimes badly."""

    def __init__(self, roots: list[Path], dice: random.Random) -> None:
        self._roots, self._dice = roots, dice
        self._server: dict[str, bytes] = {}
        self._seen: list[dict[str, str]] = [{} for _ in roots]
        self._away = [0] * len(roots)

    def step(self, side: int, at: int, *, final: bool = False) -> None:
        """Carry what there is, up then down, for one device."""
        if not final and self._away[side] > at:
            return
        if not final and self._dice.random() < 0.004:
            self._away[side] = at + self._dice.randrange(100, 600)
        root, seen = self._roots[side], self._seen[side]
        here = {str(path.relative_to(root)): path for path in root.rglob("*") if _is_ours(path)}
        for name in [each for each, how in seen.items() if how == "up" and each not in here]:
            self._server.pop(name, None)
            del seen[name]
        for name in self._shuffled(set(here) - seen.keys()):
            if final or self._dice.random() < 0.7:
                self._server.setdefault(name, here[name].read_bytes())
                seen[name] = "up"
        wanted = {each for each in self._server if seen.get(each, "part") == "part"}
        for name in self._shuffled(wanted):
            if final or self._dice.random() < 0.6:
                self._bring(root / name, name, seen, final=final)
        for name in [each for each, how in seen.items() if how in ("down", "up")]:
            if name not in self._server:
                (root / name).unlink(missing_ok=True)
                del seen[name]

    def _bring(self, path: Path, name: str, seen: dict[str, str], *, final: bool) -> None:
        text, luck = self._server[name], self._dice.random()
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".age") and seen.get(name) != "part" and not final:
            if luck < 0.053:
                path.write_bytes(text[: self._dice.randrange(len(text))])
                seen[name] = "part" if luck < 0.05 else "never"
                return
            if luck < 0.08 or luck > 0.985:
                copy = path.with_name(self._dice.choice(COPY).format(s=path.stem))
                copy.write_bytes(text)
                seen[f"{Path(name).parent}/{copy.name}"] = "copy"
                if luck > 0.985:
                    seen[name] = "only a copy"
                    return
        path.write_bytes(text)
        seen[name] = "down"

    def _shuffled(self, names: set[str]) -> list[str]:
        ordered = sorted(names)
        self._dice.shuffle(ordered)
        return ordered


def run(trials: int, folder: Path) -> Found:
    """Half of the edits by two devices, half by five that replace their pushes by whole ones."""
    with hasty():
        wrong = _played(2, trials // 2, folder / "two", replacing=False)
        wrong += _played(5, trials // 2, folder / "five", replacing=True)
    return Found(trials, +wrong)


def control(trials: int, folder: Path) -> Found:
    """One file of lines: where two have changed it, one becomes a copy that nobody reads."""
    del folder
    dice, server, made = random.Random(7), "", 0
    local, known = [""] * 5, [""] * 5
    for number in range(trials):
        local[dice.randrange(5)] += f"{number}\n"
        made += 1
        side = dice.randrange(5)
        if local[side] != known[side] and server in (known[side], local[side]):
            server = local[side]
        local[side] = known[side] = server
    return Found(trials, +Counter({"lost": made - len(server.splitlines())}))


def _played(count: int, edits: int, folder: Path, *, replacing: bool) -> Counter[str]:
    dice, clock = random.Random(edits + count), [0.0]
    session = begun(folder / "d0")
    key, roots = new_key(session.id), [folder / f"p{side}" for side in range(count)]
    synchroniser, devices = Synchroniser(roots, dice), list[Device]()
    for side, root in enumerate(roots):
        place = Folder(root, session.id)
        place.begin()
        actor = ("cmo/Ann", "founder/Nora")[side % 2]
        own = session if side == 0 else None
        devices.append(Device(folder / f"d{side}", key, place, actor, own, clock))
    devices[0].made = devices[0].ids
    at, left = 0, edits
    while left > 0:
        at, clock[0] = at + 1, clock[0] + 1
        device = dice.choice(devices)
        for _ in range(min(left, dice.randrange(1, 6))):
            left -= 1
            if dice.random() < 0.7:
                device.note(f"{at}-{left}")
            else:
                device.tick(dice.choice(["done", "doing", "todo"]), f"{at}-{left}")
        _lived(device, dice, replacing=replacing)
        synchroniser.step(dice.randrange(count), at)
    for _ in range(10):
        for side, device in enumerate(devices):
            synchroniser.step(side, at, final=True)
            device.sync()
            synchroniser.step(side, at, final=True)
            clock[0] += 400
    return _judged(devices)


def _lived(device: Device, dice: random.Random, *, replacing: bool) -> None:
    """It may exchange, replace what it put, be closed, or lose its ledger."""
    if dice.random() < 0.6:
        device.sync()
    if replacing and dice.random() < 0.02:
        device.exchange.push(whole=True)
    if replacing and dice.random() < 0.03:
        device.take_in()
        device.exchange.tidy()
    if dice.random() < 0.006:
        device.reopen()
    if dice.random() < 0.003:
        (device.home.state / "ledger.json").unlink(missing_ok=True)
        device.open(device.key)


def _judged(devices: list[Device]) -> Counter[str]:
    made = set().union(*(device.made for device in devices))
    for device in devices:
        device.reopen()
    shown = {str(device.value("step", "baselines", "by")) for device in devices}
    return Counter(
        {
            "lost": sum(len(made - device.ids) for device in devices),
            "invented": sum(len(device.ids - made) for device in devices),
            "they differ": len(shown) - 1,
        }
    )


def _is_ours(path: Path) -> bool:
    return path.is_file() and ".~" not in path.name


RIG = Rig("shared", run, control, small=120, full=8000)
