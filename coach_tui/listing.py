"""The engagements of a home: each file once, with all that this machine knows of it."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.engagement.change import Change
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.language.fold import folded
from coach_tui.places import Home
from coach_tui.session import SUFFIX
from coach_tui.store.errors import Missing, StoreError, reading
from coach_tui.store.journal import Journal

CLOUD: Final = ".icloud"


class Summary(NamedTuple):
    """One engagement file of this home: what it is, or why it can't be opened."""

    path: Path
    id: str = ""
    profile: Profile = Profile()
    last_at: str = ""
    held: Sequence[Change] = ()
    error: StoreError | None = None


def list_engagements(home: Home) -> list[Summary]:
    """Every engagement of this home, in the order of their company names.

    Raises Unreadable as `each_opened` does.
    """
    found = (_summary(*each) for each in each_opened(home))
    return sorted(found, key=lambda one: (folded(one.profile.company), one.path.name))


def each_opened(home: Home) -> Iterator[tuple[Path, Journal | StoreError]]:
    """Every engagement file of this home, opened with all this machine knows of it; or why not.

    Each once: the copies a synchroniser leaves beside a file are part of it. Raises Unreadable
    where the folder can't be looked into, for that is not the same as none.
    """
    met = set[str]()
    for path in files_in(home):
        journal = opened(path, home, met)
        if journal is not None:
            yield path, journal


def files_in(home: Home) -> list[Path]:
    """Every file that may be an engagement, those before their copies. Raises Unreadable."""
    return sorted(_files(home.engagements), key=lambda path: (len(path.name), path))


def opened(path: Path, home: Home, met: set[str]) -> Journal | StoreError | None:
    """This file with all this machine knows of it, or why not; None of an engagement `met`."""
    try:
        journal = Journal.open(path, home.state)
        if journal.engagement_id in met:
            return None
        journal.recall()
    except StoreError as error:
        return error
    met.add(journal.engagement_id)
    return journal


def evicted_files(home: Home) -> list[Path]:
    """What iCloud leaves of the files that it takes off the disk: `.acme.json.icloud`."""
    try:
        names = os.listdir(home.engagements)  # noqa: PTH208
    except OSError:
        return []
    return sorted(home.engagements / name for name in names if name.endswith(f"{SUFFIX}{CLOUD}"))


def find_engagement(summaries: Sequence[Summary], wanted: str) -> list[Summary]:
    """The engagements `wanted` may name: by file, id, company, or the beginning of one."""
    sought = folded(wanted)
    for matches in (_exactly, _begins):
        if found := [summary for summary in summaries if matches(summary, sought)]:
            return found
    return []


def _files(folder: Path) -> list[Path]:
    try:
        with reading(folder):
            names = os.listdir(folder)  # noqa: PTH208 (one call, which says why not)
    except Missing:
        return []
    return [folder / name for name in names if name.endswith(SUFFIX) and name[0] != "."]


def _summary(path: Path, journal: Journal | StoreError) -> Summary:
    if isinstance(journal, StoreError):
        return Summary(path, error=journal)
    profile = profile_of(Engagement().after(journal.changes))
    last = journal.changes[-1].at if journal.changes else ""
    return Summary(path, journal.engagement_id, profile, last, journal.held)


def _names(summary: Summary) -> Iterator[str]:
    yield from (folded(summary.path.stem), folded(summary.path.name), summary.id)
    yield folded(summary.profile.company)


def _exactly(summary: Summary, sought: str) -> bool:
    return sought in _names(summary)


def _begins(summary: Summary, sought: str) -> bool:
    return any(name.startswith(sought) for name in _names(summary))
