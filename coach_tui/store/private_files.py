"""What this machine keeps of an engagement, outside any synchronised folder.

<engagement>.jsonl          the replica: every event ever seen here, one a line (older: `packed`)
<engagement>.held           as the replica, for changes dated so far ahead that they wait
<engagement>.previous.json  the file before the last save, by hard link where possible
<engagement>.lock           held while saving
<engagement>.calendar.json  the events handed out in a calendar, to cancel what is no more
<engagement>.key.json       where it is shared: the key and the place (see `membership`)
<engagement>.ledger.json    where it is shared: what was read of the place and put there
<engagement>.key.lock, <engagement>.ledger.lock  held while those two are changed
<engagement>.parsed         what reading the file gave, so that it opens at once (see `parsed`)
<engagement>.line           its line of the portfolio, while it is so (see `kept_lines`)
<name>.damaged-<crc>.json   a file that was found damaged, as found
<name>.older-<crc>.json     a file that was started over from, as found
<engagement>.overwritten.json  the last file found to lack what is known, before it was put back
engagements.line            what the list says of all of them, while it is so (see `kept_list`)
local.json                  this user's own small tables, of every engagement (see `local_tables`)
"""

from collections.abc import Collection, Container, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from coach_tui.store import disk, layout
from coach_tui.store.looking import is_there, seen
from coach_tui.store.packed import MARK, PIECE, packed, unpacked
from coach_tui.store.signature import Signature, signature

LOCAL_TABLES: Final = "local.json"
WORTH_PACKING: Final = 2 * PIECE  # bytes
KEY: Final = ".key.json"
PREVIOUS: Final = ".previous.json"


class Beside(NamedTuple):
    """The private folder."""

    folder: Path

    def replica(self, engagement: str) -> Path:
        return self.folder / f"{engagement}.jsonl"

    def held(self, engagement: str) -> Path:
        return self.folder / f"{engagement}.held"

    def previous(self, engagement: str) -> Path:
        return self.folder / f"{engagement}{PREVIOUS}"

    def parsed(self, engagement: str) -> Path:
        return self.folder / f"{engagement}.parsed"

    def line(self, engagement: str) -> Path:
        return self.folder / f"{engagement}.line"

    def calendar(self, engagement: str) -> Path:
        return self.folder / f"{engagement}.calendar.json"

    def membership(self, engagement: str) -> Path:
        return self.folder / f"{engagement}{KEY}"

    def ledger(self, engagement: str) -> Path:
        return self.folder / f"{engagement}.ledger.json"

    def lock(self, engagement: str) -> Path:
        return self.folder / f"{engagement}.lock"

    def overwritten(self, engagement: str) -> Path:
        return self.folder / f"{engagement}.overwritten.json"

    def set_aside(self, file: Path, text: bytes, why: str = "damaged") -> Path:
        """Keep a file's text as found. Where it is kept. Raises OSError."""
        kept = self.folder / f"{file.stem}.{why}-{crc32(text):08x}.json"
        with suppress(FileExistsError):  # the same text, met before
            disk.make_folder(self.folder)
            disk.create(kept, text, "aside")
        return kept

    def meta_of(self, file: Path) -> layout.Record | None:
        """What the file said of itself when this machine last saw it; None where it never did.

        A home that was moved as a whole is recognised by the file's name.
        """
        found = [meta for path in self._latest_first() if (meta := sifted(path)[0])]
        here = [meta for meta in found if meta.get("file") == str(file)]
        moved = [meta for meta in found if _was_there(str(meta.get("file", "")), file)]
        for meta in here or moved:
            return {name: value for name, value in meta.items() if name not in ("file", "c")}
        return None

    def engagements(self) -> list[str]:
        """The engagements that this machine keeps a record of."""
        return [path.stem for path in self._latest_first()]

    def engagements_kept(self) -> list[str]:
        """Those, and the ones of which only the file before the last save is left."""
        left = (path.name.removesuffix(PREVIOUS) for path in self.folder.glob(f"*{PREVIOUS}"))
        return list(dict.fromkeys((*self.engagements(), *sorted(left))))

    def _latest_first(self) -> list[Path]:
        dated = [(seen(path), path) for path in self.folder.glob("*.jsonl")]
        ordered = sorted(((look.modified_ns, path) for look, path in dated if look), reverse=True)
        return [path for _, path in ordered]


class Replica:
    """One machine's own record of an engagement: added to in place, for nobody else writes it.

    A line cut short by a power cut fails its check and is passed over, and comes back from the
    file at the next `keep`. Each addition begins with a newline, so it can't be glued to one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._there: set[bytes] = set()
        self._signature: Signature | None = None
        self._file = ""
        self._plain = 0  # bytes of lines that are not packed

    def read(self, known: Container[bytes] = ()) -> dict[bytes, Any]:
        """The events in it; those in `known` without their record. Raises OSError."""
        self._signature = signature(self.path)
        if self._signature is None:
            self._there, self._plain = set(), 0
            return {}
        text, self._signature = disk.read(self.path)
        self._plain = sum(map(len, _plain_lines(text)))
        meta, events = layout.sift(unpacked(text), known)
        self._file = str(meta.get("file", "")) if meta else ""
        self._there = set(events)
        return events

    def add(self, lines: Sequence[bytes]) -> None:
        """Add these without looking what is there. Raises OSError."""
        if lines:
            before = signature(self.path)
            disk.make_folder(self.path.parent)
            disk.add(self.path, b"\n%b\n" % b"\n".join(lines))
            self._there.update(lines)
            self._plain += sum(map(len, lines))
            if before == self._signature:
                self._signature = signature(self.path)

    def keep(self, meta: Mapping[str, Any], file: Path, known: Collection[bytes]) -> None:
        """Add whatever is known and not there, and where the file is. Raises OSError."""
        if self._signature is None or self._signature != signature(self.path):
            self.read(known)
        lines = [line for line in known if line not in self._there]
        if self._file != str(file):
            lines.insert(0, layout.encode({**meta, "file": str(file)}))
        self.add(lines)
        self._file = str(file)

    def pack(self) -> None:
        """Pack what was added since it was last packed, once it is much. Raises OSError.

        Another program may be adding to it: what came meanwhile is added again. A line that still
        slips through is in the engagement's file, and comes back from there at the next `keep`.
        """
        if self._plain < WORTH_PACKING or self._signature != signature(self.path):
            return
        with self.path.open("rb") as file:
            text = file.read()
            plain = _plain_lines(text)
            events = [line for line in plain if b'"entity":' in line]
            # What says whose record it is stays in plain sight, whatever happens to a piece.
            lines = [line for line in plain if b'"entity":' not in line]
            lines += [line for line in text.split(b"\n") if line.startswith(MARK)]
            lines += packed(events)
            disk.put(self.path, b"\n%b\n" % b"\n".join(lines), "packed", forced=True)
            if later := file.read():
                disk.add(self.path, later)
        self._plain = sum(len(line) for line in lines if not line.startswith(MARK))
        self._signature = signature(self.path)


def _plain_lines(text: bytes) -> list[bytes]:
    return [line for line in text.split(b"\n") if line and not line.startswith(MARK)]


def _was_there(recorded: str, file: Path) -> bool:
    """Whether this recorded path may be the file's, from before it was moved."""
    return Path(recorded).name == file.name and not is_there(Path(recorded))


def sifted(path: Path) -> tuple[layout.Record | None, dict[bytes, Any]]:
    """The good lines of a replica or of a previous file; nothing where there is none."""
    try:
        text, _ = disk.read(path)
    except OSError:
        return None, {}
    return layout.sift(unpacked(text))
