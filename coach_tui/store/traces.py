"""Every file of a home that holds anything of one engagement: what erasing a client must reach."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from coach_tui.store import disk, layout
from coach_tui.store.errors import ReadOnly, reading, writing
from coach_tui.store.looking import is_there
from coach_tui.store.private_files import LOCAL_TABLES

# They hold other engagements too: what is of this one is taken out of them, and they stay.
SHARED = frozenset({LOCAL_TABLES, "settings.json"})
# An answer told again, the page of all clients: worked out anew whenever they are asked for.
_MADE_ANEW = frozenset({".remembered", ".html"})


def traces(engagements: Path, state: Path, engagement: str, files: Iterable[Path]) -> list[Path]:
    """The files that are this engagement's alone, by where they lie. Raises Unreadable.

    Known by its id, in their name or in their text; by the names of its `files`, which what is
    set aside or left behind carries, unless it says that it is another's; or by being an answer
    about any of these.
    """
    names = {path.name for path in files}
    told = [engagement.encode(), *(os.fsencode(path) for path in files)]
    told += [escape(name).encode("utf-8", "replace") for name in names]
    found = [path for path in _below(engagements) if _is_of(path, engagement, names)]
    for path in _below(state):
        if path.name in SHARED:
            continue
        if _is_of(path, engagement, names) or (path.suffix in _MADE_ANEW and _says(path, told)):
            found.append(path)
    return sorted(found)


def check_removable(paths: Iterable[Path]) -> None:
    """Raise ReadOnly where a folder of these is seen to forbid removing anything from it."""
    for folder in {path.parent for path in paths}:
        if is_there(folder) and not os.access(folder, os.W_OK | os.X_OK):
            raise ReadOnly(folder)


def remove(paths: Iterable[Path]) -> None:
    """Remove these, and have the disk forget their names. Raises StoreError at the first refusal.

    What was removed until then is; asking again goes on with the rest.
    """
    folders = set()
    for path in paths:
        with writing(path):
            disk.remove(path)
        folders.add(path.parent)
    for folder in folders:
        with writing(folder):
            disk.force_folder(folder)


def _is_of(path: Path, engagement: str, names: set[str]) -> bool:
    if engagement and (path.name.startswith(engagement) or _says(path, [engagement.encode()])):
        return True
    if path.name not in names and not any(_is_left_of(path.name, name) for name in names):
        return False
    # A name that one had may be another's by now: what says so itself is not this one's.
    return not (engagement and _claimed(path))


def _is_left_of(name: str, file: str) -> bool:
    """Whether a file of this name was made of the other: a draft, a copy set aside, a stand-in."""
    stem = file.removesuffix(".json")
    made = (f".~{file}.", f"{file}.merged-", f"{stem}.damaged-", f"{stem}.older-")
    return name.startswith(made) or name == f".{file}.icloud"


def _claimed(path: Path) -> str:
    """The engagement that this file says it is of; empty where it says none."""
    try:
        return layout.claimed(disk.read(path)[0])
    except OSError:
        return ""


def _says(path: Path, words: Iterable[bytes]) -> bool:
    try:
        text, _ = disk.read(path)
    except OSError:
        return False
    return any(word in text for word in words)


def _below(folder: Path) -> Iterator[Path]:
    """The files in this folder and in those inside it. Raises Unreadable: that is not none."""
    if is_there(folder):
        with reading(folder):
            for root, _, names in os.walk(folder, onerror=_raised):
                yield from (Path(root, name) for name in names)


def _raised(error: OSError) -> None:
    raise error
