"""A place: a folder that a synchroniser carries, or a stick.

    <folder>/<engagement>/place                                   says that the folder is there
    <folder>/<engagement>/<generation>/<device>/<number>-<digest>.age

A folder without its mark is one that is not plugged in, or has not arrived: never an empty one.
"""

import errno
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.sharing.key import LARGEST, NAME, Unopened
from coach_tui.sharing.place import Name, There
from coach_tui.store import disk

MARK: Final = "place"
_MARKED: Final = b"coach-tui 1\n"
_DEVICE: Final = re.compile(r"[0-9a-f]{16}")
_SUFFIX: Final = ".age"
# Where synchronisers usually keep what they carry, below somebody's home.
USUAL: Final = (
    "Nextcloud", "ownCloud", "Dropbox", "Google Drive", "GoogleDrive", "My Drive", "OneDrive",
    "Sync", "Syncthing", "SharePoint", "iCloudDrive", "pCloudDrive", "kDrive", "Seafile", "MEGA",
    "Library/Mobile Documents/com~apple~CloudDocs", "Library/CloudStorage",
)  # fmt: skip
_DEEPEST: Final = 3  # folders below one of those
_MOST: Final = 2000  # folders looked into


class Folder(NamedTuple):
    """Pushes as files."""

    folder: Path
    engagement: str

    @property
    def root(self) -> Path:
        return self.folder / self.engagement

    @property
    def is_there(self) -> bool:
        """Whether it holds this engagement's mark."""
        return (self.root / MARK).exists()

    @property
    def took_s(self) -> float:
        return 0.0

    def hurry(self, seconds: float) -> None:
        """It is there or it is not."""

    def begin(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            disk.create(self.root / MARK, _MARKED, "push")
        self._open_as_its_folder(self.root / MARK, self.root)

    def names(self, generation: int) -> Sequence[There]:
        self._reached()
        found: list[There] = []
        with suppress(FileNotFoundError), os.scandir(self.root / str(generation)) as devices:
            for device in devices:
                if _DEVICE.fullmatch(device.name) and device.is_dir(follow_symlinks=False):
                    found += _pushes_in(device)
        return found

    def ahead(self, theres: Sequence[There]) -> None:
        """Nothing: a file is near."""

    def get(self, generation: int, there: There) -> bytes:
        path = self.root / str(generation) / there.name.device / f"{there.label}{_SUFFIX}"
        if path.stat().st_size > LARGEST:
            raise Unopened("too-big")
        return disk.read(path)[0]

    def put(self, generation: int, name: Name, sealed: bytes, kind: str) -> None:
        self._reached()
        path = self.root / str(generation) / name.device / f"{name.name}{kind}{_SUFFIX}"
        path.parent.mkdir(parents=True, exist_ok=True)
        disk.create(path, sealed, "push")
        self._open_as_its_folder(path, path.parent, path.parent.parent)

    def retire(self, generation: int, names: Sequence[Name]) -> None:
        self._reached()
        for name in names:
            for path in (self.root / str(generation) / name.device).glob(f"{name.name}*{_SUFFIX}"):
                disk.remove(path)

    def generations(self) -> Sequence[int]:
        self._reached()
        with os.scandir(self.root) as inside:
            return sorted(int(each.name) for each in inside if each.name.isdecimal())

    def _reached(self) -> None:
        if not self.is_there:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.root))

    def _open_as_its_folder(self, file: Path, *folders: Path) -> None:
        """What is shared has its folder's rights: it is sealed, and others must read it."""
        rights = self.folder.stat().st_mode & 0o777
        with suppress(OSError):
            file.chmod(rights & 0o666)
            for folder in folders:
                folder.chmod(rights)


def folders_of(engagement: str, env: Mapping[str, str]) -> list[Path]:
    """The folders holding this engagement's mark, where synchronisers usually keep theirs."""
    home = Path(env["HOME"]) if env.get("HOME") else Path.home()
    found: dict[Path, None] = {}
    for folder in _below([home / name for name in USUAL if (home / name).is_dir()]):
        if Folder(folder, engagement).is_there:
            found[folder] = None
    return list(found)


def _below(folders: Sequence[Path]) -> Iterator[Path]:
    """These folders and those inside, the nearest first; not without end."""
    level, looked_into = list(folders), 0
    for _ in range(_DEEPEST + 1):
        inside: list[Path] = []
        for folder in level:
            looked_into += 1
            if looked_into > _MOST:
                return
            yield folder
            with suppress(OSError), os.scandir(folder) as entries:
                inside += [
                    Path(each.path)
                    for each in entries
                    if each.name[0] != "." and each.is_dir(follow_symlinks=False)
                ]
        level = sorted(inside)


def _pushes_in(device: "os.DirEntry[str]") -> Iterator[There]:
    with suppress(FileNotFoundError), os.scandir(device.path) as files:
        for each in files:
            label = each.name.removesuffix(_SUFFIX)
            match = NAME.match(label)
            if match and label != each.name and each.is_file(follow_symlinks=False):
                yield There(Name(device.name, match[0]), label)
