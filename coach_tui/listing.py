"""The engagements of a home: each file once, with all that this machine knows of it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from coach_tui import __version__
from coach_tui.engagement.change import Change
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.language.fold import folded, folded_name
from coach_tui.places import Home
from coach_tui.read_before import look_at
from coach_tui.session import SUFFIX
from coach_tui.store.errors import Missing, StoreError, reading
from coach_tui.store.journal import Journal
from coach_tui.store.kept_list import KeptList

CLOUD: Final = ".icloud"
_READ_BY: Final = (
    "engagement",
    "store",
    "language",
)  # rooms whose modules make a profile of a file


class Summary(NamedTuple):
    """One engagement file of this home: what it is, or why it can't be opened."""

    path: Path
    id: str = ""
    profile: Profile = Profile()
    last_at: str = ""
    held: Sequence[Change] = ()
    error: StoreError | None = None


def list_engagements(home: Home, at_hand: Summary | None = None) -> list[Summary]:
    """Every engagement of this home, in the order of their company names.

    at_hand  what is known of the one that is open, whose file is not read again for it.
    Raises Unreadable as `each_opened` does.
    """
    found = _told(home, files_in(home), at_hand)
    return sorted(found, key=lambda one: (folded(one.profile.company), one.path.name))


def other_companies(home: Home, engagement_id: str) -> dict[str, str]:
    """The companies of the other engagements of this home, each by its id: what is theirs is never
    brought in here. Raises Unreadable as `each_opened` does."""
    return {
        each.id: each.profile.company
        for each in list_engagements(home)
        if each.id and each.id != engagement_id
    }


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
    return sorted(_files(home.engagements), key=lambda path: (len(path.name), path.name))


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
    sought = folded_name(wanted)
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


def _told(home: Home, paths: Sequence[Path], at_hand: Summary | None) -> Iterator[Summary]:
    """Each once; those of which nothing has changed since they were last told are not opened."""
    kept = KeptList(home.state, paths, _readers())
    met = set[str]()
    for path in paths:
        if at_hand and path == at_hand.path and at_hand.id not in met:
            met.add(at_hand.id)
            yield at_hand
            continue
        if known := _recalled(path, kept.get(path)):
            if known.id not in met:
                met.add(known.id)
                yield known
            continue
        kept.begin(path)
        journal = opened(path, home, met)
        if journal is None:
            continue
        summary = _summary(path, journal)
        if isinstance(journal, Journal):
            kept.put(path, journal, _plain(summary))
        yield summary
    kept.save()


@cache
def _readers() -> tuple[object, ...]:
    """This program, and what a profile is made by: another may read the same file otherwise."""
    package = Path(__file__).parent
    modules = sorted(str(each) for room in _READ_BY for each in (package / room).glob("*.py"))
    looks = [look_at(each) for each in (__file__, *modules)]
    return __version__, crc32(repr(looks).encode("utf-8", "surrogateescape"))


def _plain(summary: Summary) -> dict[str, object]:
    """As JSON can say it: days apart, for they are texts there."""
    fields = {name: getattr(summary.profile, name) for name in fields_of(Profile)}
    days = {name: each.isoformat() for name, each in fields.items() if isinstance(each, date)}
    others = {name: each for name, each in fields.items() if name not in days}
    return {"id": summary.id, "last": summary.last_at, "days": days, "profile": others}


def _recalled(path: Path, said: Mapping[str, Any] | None) -> Summary | None:
    """The summary that was made plain; None where it was not by this program."""
    if said is None:
        return None
    try:
        days = {name: date.fromisoformat(each) for name, each in said["days"].items()}
        fields: dict[str, Any] = {**said["profile"], **days}
        return Summary(path, said["id"], Profile(**fields), said["last"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def summary_of(
    path: Path,
    engagement_id: str,
    profile: Profile,
    changes: Sequence[Change],
    held: Sequence[Change],
) -> Summary:
    """What is listed of an engagement whose changes are known."""
    last = changes[-1].at if changes else ""
    return Summary(path, engagement_id, profile, last, held)


def _summary(path: Path, journal: Journal | StoreError) -> Summary:
    if isinstance(journal, StoreError):
        return Summary(path, error=journal)
    profile = profile_of(Engagement().after(journal.changes))
    return summary_of(path, journal.engagement_id, profile, journal.changes, journal.held)


def _names(summary: Summary) -> Iterator[str]:
    yield from (folded_name(summary.path.stem), folded_name(summary.path.name), summary.id)
    yield folded_name(summary.profile.company)


def _exactly(summary: Summary, sought: str) -> bool:
    return sought in _names(summary)


def _begins(summary: Summary, sought: str) -> bool:
    return any(name.startswith(sought) for name in _names(summary))
