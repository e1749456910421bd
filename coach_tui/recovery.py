"""What needs the user's own word: bringing an engagement back, and starting over from a copy."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.starting_over import as_it_was
from coach_tui.engagement.state import Engagement
from coach_tui.language.fold import folded, folded_name
from coach_tui.language.refusal import Refusal
from coach_tui.listing import CLOUD, Summary, evicted_files
from coach_tui.places import Home
from coach_tui.session import SUFFIX, Session, make_home, slug_of
from coach_tui.store import missing_files
from coach_tui.store.errors import Foreign
from coach_tui.store.journal import OlderCopy
from coach_tui.wall_clock import local_moment


class Gone(NamedTuple):
    """An engagement without its file, as this machine's own record knows it.

    evicted  what a cloud left in the place of the file, where it took it off this disk.
    """

    record: missing_files.Record
    profile: Profile
    evicted: Path | None = None

    @property
    def id(self) -> str:
        return self.record.engagement

    @property
    def changes(self) -> Sequence[Change]:
        return self.record.changes

    @property
    def last_day(self) -> date | None:
        """The day of the latest change, where the reader lives; None where that can't be told."""
        return day_of(self.changes)


class StartingOver(NamedTuple):
    """What starting over from this copy would do.

    later   the changes this machine knows and the copy has not: the history keeps them.
    """

    copy: OlderCopy
    later: tuple[Change, ...]
    decision: Decision


def day_of(changes: Sequence[Change]) -> date | None:
    """The day of the latest of these changes, where the reader lives."""
    moment = local_moment(changes[-1].at) if changes else None
    return moment.date() if moment else None


def list_gone(home: Home, summaries: Sequence[Summary]) -> list[Gone]:
    """The engagements that were in this home and are not among `summaries`, by company name."""
    present = {each.id for each in summaries}
    unclear = {
        each.path for each in summaries if each.error and not isinstance(each.error, Foreign)
    }
    records = missing_files.records_without_a_file(home.state, present, unclear)
    left = {path.name: path for path in evicted_files(home)}
    found = [
        Gone(
            each,
            profile_of(Engagement().after(each.changes)),
            left.get(f".{each.file.name}{CLOUD}"),
        )
        for each in records
    ]
    return sorted(found, key=lambda each: (folded(each.profile.company), each.id))


def evicted_unknown(home: Home, gone: Sequence[Gone]) -> list[Path]:
    """What a cloud left in the place of files of which none of these knows."""
    known = {one.evicted for one in gone}
    return [path for path in evicted_files(home) if path not in known]


def any_gone(home: Home) -> bool:
    """Whether files went away from this home that this machine, or a cloud, knows of."""
    return bool(list_gone(home, ()) or evicted_files(home))


def find_gone(found: Sequence[Gone], wanted: str) -> list[Gone]:
    """Those that `wanted` may name: by company, file or id, or the beginning of one."""
    sought = folded_name(wanted)
    names = {
        each.id: (folded_name(each.profile.company), folded_name(each.record.file.stem), each.id)
        for each in found
    }
    exactly = [each for each in found if sought in names[each.id]]
    return exactly or [
        each for each in found if any(name.startswith(sought) for name in names[each.id])
    ]


def bring_back(home: Home, one: Gone) -> Path:
    """Write its file anew, where it was or beside what has taken its name since. Its name.

    Raises Exists where it is back already, ReadOnly, WriteFailed, OSError.
    """
    make_home(home)
    own = home.engagements / _own_name(one)
    return missing_files.bring_back(
        one.record, (file_of(home, one), own, own.with_stem(f"{own.stem}-2")), home.state
    )


def file_of(home: Home, one: Gone) -> Path:
    """Where its file would lie in this home: under its name, or the one it would be given anew."""
    return home.engagements / (one.record.file.name or _own_name(one))


def _own_name(one: Gone) -> str:
    return f"{slug_of(one.profile.company)}-{one.id[-6:]}{SUFFIX}"


def starting_over(session: Session, file: Path | None) -> StartingOver | Refusal:
    """What it would take to start over from this copy; nothing is written.

    Without a file: the engagement's own where it lacks what this machine knows, else the last one
    that lacked something, kept before that was put back. Raises what reading raises.
    """
    session.recall()
    copy = session.copy_at(file or session.path)
    if file is None and len(copy.changes) == len(session.changes):
        overwritten = session.overwritten
        if overwritten is None:
            return Refusal("refusal.doctor.copy-same")
        copy = session.copy_at(overwritten)
    session.recall()
    there = {change.id for change in copy.changes}
    later = tuple(change for change in session.changes if change.id not in there)
    then = Engagement().after(copy.changes)
    return StartingOver(copy, later, as_it_was(session.engagement, then))


def start_over(session: Session, plan: StartingOver) -> Path | Refusal:
    """Do it: one gesture, saved with all that is known. Where the copy is kept as found.

    Raises StoreError where it could not be saved; nothing has changed then.
    """
    if isinstance(plan.decision, Refusal):
        return plan.decision
    kept = session.keep_as_found(plan.copy)
    answer = session.record(plan.decision)
    return answer if isinstance(answer, Refusal) else kept
