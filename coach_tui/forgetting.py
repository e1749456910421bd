"""Erasing one client from this computer, and moving a whole home: what leaves and comes back."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.language.fold import folded_name
from coach_tui.listing import Summary, find_engagement, list_engagements
from coach_tui.places import Home, is_within
from coach_tui.recovery import Gone, file_of, find_gone, list_gone
from coach_tui.session import make_home
from coach_tui.store import backup
from coach_tui.store.errors import StoreError
from coach_tui.store.local_tables import forget_engagement
from coach_tui.store.lock import held
from coach_tui.store.membership import membership_of
from coach_tui.store.private_files import Beside
from coach_tui.store.settings import read_settings, write_settings
from coach_tui.store.traces import check_removable, remove, traces

NAMED: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.")  # by an engagement's id


class ClientToForget(NamedTuple):
    """One client of this home, whether its file is there or not.

    files    where its engagement's file is, or was last seen.
    """

    company: str
    engagement: str
    files: tuple[Path, ...]

    def is_named(self, said: str) -> bool:
        """Whether this is its name, as whoever confirms has typed it."""
        name = self.company or self.files[0].stem
        return bool(said.strip()) and folded_name(said) == folded_name(name)


def clients_named(home: Home, wanted: str) -> list[ClientToForget]:
    """The clients that `wanted` may name: by company, file or id, or the beginning of one."""
    summaries = list_engagements(home)
    found = [_client(home, each) for each in find_engagement(summaries, wanted)]
    gone = [_gone_client(home, each) for each in find_gone(list_gone(home, summaries), wanted)]
    return [*found, *gone]


def files_of(home: Home, client: ClientToForget) -> list[Path]:
    """Every file of this home that holds anything of this client alone. Raises Unreadable."""
    return traces(home.engagements, home.state, client.engagement, client.files)


def shared_in(home: Home, client: ClientToForget) -> str:
    """The folder through which it is shared, as this machine knows it; empty where there is none.

    What was pushed there stays, for whoever has the invitation.
    """
    membership = membership_of(home.state, client.engagement)
    return membership.place if membership else ""


def left_of_nobody(home: Home, summaries: Sequence[Summary]) -> list[Path]:
    """This machine's files about engagements it has neither a file nor a record of any more.

    Whoever deletes a record by hand leaves them: a copy of what it held, under a name of figures.
    Raises OSError.
    """
    known = {each.id for each in summaries} | {each.id for each in list_gone(home, summaries)}
    found = (path for path in home.state.iterdir() if path.is_file()) if home.state.is_dir() else ()
    return sorted(
        path
        for path in found
        if NAMED.match(path.name) and path.name[:36] not in known and path.stat().st_size
    )


def forget(home: Home, client: ClientToForget) -> None:
    """Leave nothing of this client in this home. Raises StoreError: what is left can be asked for.

    Its own record goes last: until then, what was interrupted is still known by its name.
    """
    lock = Beside(home.state).lock(client.engagement)
    check_removable(files_of(home, client))
    with held(lock, client.files[0]):
        forget_engagement(home.state, client.engagement)
        _forget_settings(home, client)
        own = sorted(files_of(home, client), key=lambda path: path.suffix == ".jsonl")
        remove(path for path in own if path != lock)
    remove([lock])


def folders_of(home: Home) -> Mapping[str, Path]:
    """What a backup holds, by the name it has in it."""
    return {"engagements": home.engagements, "state": home.state}


def back_up(home: Home, path: Path) -> int:
    """Write the whole home to a new file, in none of its own folders. How many files it holds.

    Raises StoreError. In there it would be taken for an engagement's, and go where those go.
    """
    if is_within(path, home):
        raise StoreError(path, "refusal.backup.inside")
    return backup.back_up(folders_of(home), path)


def restore(home: Home, path: Path) -> int:
    """Write what a backup holds into this home, which must be empty. Raises StoreError, OSError."""
    make_home(home)
    return backup.restore(path, folders_of(home))


def _forget_settings(home: Home, client: ClientToForget) -> None:
    settings = read_settings(home.settings)
    missions, changed = settings.get("missions"), False
    if isinstance(missions, dict):
        changed = missions.pop(client.engagement, None) is not None
    if Path(str(settings.get("engagement", ""))) in client.files:
        del settings["engagement"]
        changed = True
    if changed and not (settings and write_settings(home.settings, settings)):
        remove([home.settings])  # it says nothing else, or can't be written: choices are made again


def _client(home: Home, summary: Summary) -> ClientToForget:
    engagement = summary.id
    if not engagement:  # its file can't be opened; what was seen of it may tell
        meta = Beside(home.state).meta_of(summary.path)
        engagement = str(meta.get("engagement", "")) if meta else ""
    return ClientToForget(summary.profile.company, engagement, (summary.path,))


def _gone_client(home: Home, gone: Gone) -> ClientToForget:
    seen = [gone.record.file] if gone.record.file.name else []
    files = dict.fromkeys([*seen, file_of(home, gone)])
    return ClientToForget(gone.profile.company, gone.id, tuple(files))
