"""The files that people name in their records: found, read once, and remembered on this machine.

What is recorded of one travels (its name and its digest, see `engagement.named_files`); where it
lies is kept in this machine's own tables and leaves it never.
"""

import errno
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path
from stat import S_ISREG
from typing import Final, NamedTuple

from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.named_files import NamedFile, Span, naming, spans, texts_to_look_at
from coach_tui.engagement.state import Engagement
from coach_tui.language.cause import Cause
from coach_tui.store import disk
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal
from coach_tui.store.looking import is_there
from coach_tui.store.notice import Notice
from coach_tui.store.private_files import LOCAL_TABLES

TABLE: Final = "files"
LONGEST: Final = 4_096  # characters of a path, as most systems have it
# A pipe that nobody writes into would wait for ever.
_TO_READ: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_FORMS: Final = ("NFC", "NFD")
_ESCAPED: Final = re.compile(r"\\(.)")


class FilePlace(NamedTuple):
    """Where a file that a record names lies on this machine; `digest` is empty where unread."""

    entity: str
    entity_id: str
    field: str
    name: str
    digest: str
    path: str


class _WithFiles(NamedTuple):
    """Drafts whose files are named, where each lies, and what could not be read."""

    drafts: list[Draft]
    places: list[FilePlace]
    notices: list[Notice]


def save_with_files(
    journal: Journal,
    engagement: Engagement,
    drafts: Iterable[Draft],
    save: Callable[[Sequence[Draft]], tuple[Change, ...]],
) -> tuple[Change, ...]:
    """Save these drafts with the names and digests of this machine's files that they name.

    Where those lie is kept here, once all is saved. Raises StoreError where it could not be.
    """
    made = _with_files(engagement, drafts)
    changes = save(made.drafts)
    journal.notices += _keep_places(journal.private_folder, journal.engagement_id, made)
    return changes


def digest_of(path: Path) -> str:
    """A file's SHA-256, never much of it in memory. Raises OSError; EFBIG for a very large one."""
    with os.fdopen(os.open(path, _TO_READ), "rb") as file:
        found = os.fstat(file.fileno())
        if not S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        if found.st_size > disk.LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return file_digest(file, "sha256").hexdigest()


def file_at(said: str) -> Path | None:
    """The ordinary file that this names, however people write it; None where it names none.

    As a shell would read it (`~`, `\\ ` for a space), as an address (`file:///…`), or in the other
    of the two ways in which accents are written.
    """
    if not said or len(said) > LONGEST or "\0" in said:
        return None
    for way in _ways(said):
        # Path's own expanduser raises for a user there is not.
        path = Path(os.path.expanduser(way))  # noqa: PTH111
        try:
            if path.is_file():
                return path.absolute()
        except (OSError, ValueError):
            continue
    return None


def remembered(state: Path, engagement: str) -> list[FilePlace]:
    """Where the files named in this engagement lie here. Raises StoreError."""
    if not is_there(state / LOCAL_TABLES):
        return []
    from tinydb import where

    from coach_tui.store.local_tables import local_tables

    rows = local_tables(state).table(TABLE).search(where("engagement") == engagement)
    return [place for row in rows if (place := _place(row))]


def _place(row: Mapping[str, object]) -> FilePlace | None:
    """What this row keeps; None where somebody else wrote it."""
    said = [row.get(name) for name in FilePlace._fields]
    texts = [each for each in said if isinstance(each, str)]
    return FilePlace(*texts) if len(texts) == len(said) else None


def _names_for_paths(text: str) -> tuple[str, list[Path]]:
    """The text with each path in it replaced by its file's name, and those paths in order."""
    taken: list[tuple[Span, Path]] = []
    for span in spans(text):
        overlaps = any(span.start < one.end and one.start < span.end for one, _ in taken)
        if not overlaps and (path := file_at(span.path)):
            taken.append((span, path))
    taken.sort()
    for span, path in reversed(taken):
        text = text[: span.start] + _name(path) + text[span.end :]
    return text, [path for _, path in taken]


def _name(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name)


def _looked_at(path: Path, notices: list[Notice]) -> NamedFile:
    try:
        return NamedFile(_name(path), digest_of(path))
    except OSError as error:
        reason = "store.file-large" if error.errno == errno.EFBIG else "store.file-unread"
        size = disk.LARGEST // 1024 // 1024
        said = {"file": str(path), "cause": Cause(error), "n": size}
        notices.append(Notice(reason, said))
        return NamedFile(_name(path), "")


def _ways(said: str) -> Iterator[str]:
    bare = said.strip()
    if bare.startswith("file:"):
        from urllib.parse import unquote, urlsplit

        bare = unquote(urlsplit(bare).path)
    plain = bare.strip("'\"") if len(bare) > 1 and bare[0] == bare[-1] in "'\"" else bare
    seen = dict.fromkeys((bare, plain, _ESCAPED.sub(r"\1", plain) if os.sep == "/" else plain))
    for way in seen:
        yield way
        yield from (
            other for form in _FORMS
            if (other := unicodedata.normalize(form, way)) != way
        )  # fmt: skip


def _with_files(engagement: Engagement, drafts: Iterable[Draft]) -> _WithFiles:
    """These drafts, with the name and the digest of each file of this machine that they name."""
    made = _WithFiles([], [], [])
    for draft in drafts:
        for field, said in texts_to_look_at(engagement, draft):
            text, paths = _names_for_paths(said)
            found = [_looked_at(path, made.notices) for path in paths]
            draft = naming(engagement, draft, field, text, found)
            made.places.extend(
                FilePlace(draft.entity, draft.entity_id, field, each.name, each.digest, str(path))
                for each, path in zip(found, paths, strict=True)
            )
        made.drafts.append(draft)
    return made


def _keep_places(state: Path, engagement: str, made: _WithFiles) -> list[Notice]:
    """Keep where these lie, each in the place of what was kept of it; what the user should hear."""
    if not made.places:
        return made.notices
    from tinydb import where

    from coach_tui.store.local_tables import changing_local_tables

    try:
        with changing_local_tables(state) as tables:
            for place in made.places:
                row = {**place._asdict(), "engagement": engagement}
                same = where("engagement") == engagement
                for name in ("entity", "entity_id", "field", "name"):
                    same &= where(name) == row[name]
                tables.table(TABLE).upsert(row, same)
    except StoreError:  # what is recorded is saved all the same
        names = ", ".join(place.name for place in made.places)
        return [*made.notices, Notice("store.file-place", {"files": names})]
    return made.notices
