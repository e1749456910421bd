"""Whether the files that an engagement's records name are, on this machine, what they were."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.engagement.named_files import files_named
from coach_tui.engagement.state import flag_of, text_of
from coach_tui.language.cause import Cause
from coach_tui.session import Session
from coach_tui.store.named_files import FilePlace, digest_of, remembered

_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})


class Amiss(NamedTuple):
    """A file that is not as it was: "gone", "changed" or "unread", and then the system's reason."""

    place: FilePlace
    state: str
    cause: str = ""


class FilesHere(NamedTuple):
    """`fine` counts those that are as they were, `elsewhere` those named on other computers."""

    amiss: Sequence[Amiss]
    fine: int
    elsewhere: int


def files_here(session: Session) -> FilesHere:
    """Read every file named by what is recorded now. Raises StoreError."""
    named = {(one.entity, one.entity_id, one.field, one.file) for one in
             files_named(session.engagement)}  # fmt: skip
    known, amiss, fine = set(), [], 0
    for place in remembered(session.journal.private_folder, session.id):
        one = place.entity, place.entity_id, place.field, (place.name, place.digest)
        if one in named or (not place.digest and _still_named(session, place)):
            known.add(one)
            found = _as_it_was(place)
            amiss += [found] if found else []
            fine += found is None
    return FilesHere(amiss, fine, len(named - known))


def _still_named(session: Session, place: FilePlace) -> bool:
    record = session.engagement.record(place.entity, place.entity_id)
    return place.name in text_of(record, place.field) and not flag_of(record, "_deleted")


def _as_it_was(place: FilePlace) -> Amiss | None:
    """What is amiss with this file; of one that was never read, only whether it is there."""
    try:
        digest = digest_of(Path(place.path))
    except OSError as error:
        if error.errno in _GONE:
            return Amiss(place, "gone")
        if error.errno == errno.EFBIG and not place.digest:
            return None
        return Amiss(place, "unread", Cause(error))
    return Amiss(place, "changed") if place.digest not in ("", digest) else None
