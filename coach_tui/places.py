"""Where this user's files are.

`--home DIR` or $COACH_HOME puts everything in one folder; otherwise the system's usual places.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from coach_tui.exports.calendar_zone import Zone

APP: Final = "coach-tui"


class Home(NamedTuple):
    """`engagements`: one file a mission, safe to copy or sync. `state`: this machine's own."""

    engagements: Path
    state: Path

    @property
    def settings(self) -> Path:
        return self.state / "settings.json"

    def holds(self, engagement: str) -> bool:
        """Whether this file is of this home: a copied home must not write to the original."""
        path = Path(engagement) if engagement else None
        try:
            return path is not None and path.is_file() and same(path.parent, self.engagements)
        except OSError:  # a folder one may not look into: whoever lists it says so
            return False


def same(one: Path, other: Path) -> bool:
    """Whether both name one file or folder: on macOS and Windows, `Été` and `ÉTÉ` do."""
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def is_within(path: Path, home: Home) -> bool:
    """Whether this file is, or would be, in one of our own folders, whatever it is called by."""
    try:
        found = path.resolve()
        above = (found, *found.parents)
        return any(same(each, folder.resolve()) for folder in home for each in above)
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def folder_named(said: str) -> Path:
    """The folder someone typed the name of, as a whole path: what is kept of it must be found from
    any other folder. `~nobody` stays as it is, as in a shell."""
    # Path's own expanduser raises for a user there is not.
    folder = Path(os.path.expanduser(said))  # noqa: PTH111
    try:
        return folder.absolute()
    except OSError:  # the folder one is in was taken away
        return folder


def home(chosen: str | None, env: Mapping[str, str]) -> Home:
    """The folders to use: `chosen` (--home), then $COACH_HOME, then the system's."""
    root = chosen or env.get("COACH_HOME")
    if root:
        folder = folder_named(root)
        return Home(folder / "engagements", folder / "state")
    if sys.platform.startswith("linux"):
        # What platformdirs answers here too; asking it costs 17 ms at every command.
        return Home(
            _xdg(env, "XDG_DATA_HOME", ".local/share") / APP / "engagements",
            _xdg(env, "XDG_STATE_HOME", ".local/state") / APP,
        )
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APP, appauthor=False)
    return Home(folders.user_data_path / "engagements", folders.user_state_path)


def _xdg(env: Mapping[str, str], name: str, default: str) -> Path:
    said = env.get(name, "")
    return Path(said) if os.path.isabs(said) else Path.home() / default  # noqa: PTH117


def local_zone(env: Mapping[str, str], clock: Path = Path("/etc/localtime")) -> str:
    """This machine's time zone by its IANA name (Europe/Paris); empty where it can't be told."""
    said = env.get("TZ", "").lstrip(":")
    if "/" in said and not said.startswith("/"):
        return said
    if said:
        return said if said == "UTC" else ""
    try:
        target = clock.resolve().as_posix()
    except OSError:
        return ""
    return target.partition("/zoneinfo/")[2]


def zone_named(name: str) -> "Zone | None":
    """The time zone of this IANA name; None for no name. KeyError, ValueError or OSError for none.

    The system's file of it, else the one of the `tzdata` package.
    """
    if not name:
        return None
    from zoneinfo import TZPATH, ZoneInfo

    from coach_tui.exports.calendar_zone import Zone

    ZoneInfo(name)  # refuses what is no zone, a path that leads out of their folder among it
    for folder in TZPATH:
        path = Path(folder, name)
        if path.is_file():
            return Zone(name, path.read_bytes())
    from importlib.resources import files

    return Zone(name, files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes())
