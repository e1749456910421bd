"""Events that no writer of ours would write, each with its check as if it had."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from coach_tui.engagement.clock import HybridClock
from coach_tui.store import layout

Record = dict[str, Any]
ODD_VALUES: Final[Sequence[Any]] = (
    None, True, 1, -1, 1.5, 10**400, float("nan"), float("inf"), "", "\ud800", "\x1b[2J\x00\r\n",
    "2026-02-31", "x" * 5000, "‮[/x]", [], ["x", 1, None, []], {}, {"a": {"\udfff": []}}, [[[]]],
)  # fmt: skip
FIELDS: Final = {
    "engagement": ("company", "first_day", "days_per_week", "role", "depth", "archived", "revenue"),
    "step": ("status", "by", "reason", "note", "at"),
    "note": ("step", "text", "private"),
    "access": ("name", "state", "owner", "end", "opened"),
    "kpi": ("name", "unit", "baseline", "target", "stopped"),
    "kpi-reading": ("kpi", "date", "value", "note"),
    "ritual": ("name", "kind", "frequency", "weekday"),
    "occurrence": ("ritual", "day", "held"),
    "promise": ("text", "by", "due", "kept"),
    "person": ("name", "kind", "left"),
    "assessment": ("person", "skill", "level"),
    "no such thing": ("field",),
}
MOMENTS: Final = (
    "yesterday", "2026-13-45T99:99", "0000-00-00", "9" * 5000, "2026-11-20", "\ud800", "-",
    "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-11-20T10:00:00+99:99",
)  # fmt: skip
IDS: Final = (
    "x", "0", "6f0f3c1e-3d0a-4f7e-9d55-0a1b2c3d4e5f", "A" * 36, "../../etc/passwd", "\udc00",
    "ffffffff-ffff-7fff-bfff-ffffffffffff", "0fffffff-ffff-7fff-bfff-ffffffffffff",
    "00000000-0000-7000-8000-000000000000",
)  # fmt: skip


def nested(depth: int) -> Any:
    """Mappings and lists in each other, this deep."""
    value: Any = 1
    for level in range(depth):
        value = [value] if level % 2 else {"a": value}
    return value


def cases() -> Mapping[str, Sequence[Record]]:
    """By name, what somebody else put in the file."""
    clock, now = HybridClock(), time.time_ns() // 1_000_000 + 1_000  # after all that is there

    def record(**said: Any) -> Record:
        plain = {"at": "2026-11-20T10:00:00Z", "actor": "cmo", "entity": "step"}
        usual = {"entity_id": "access-crm", "changes": {"status": "done"}}
        return {"id": clock.stamp(now, 7), **plain, **usual, **said}

    # One value a file, in every field of everything: the last one written would win over others.
    found: dict[str, list[Record]] = {
        f"value {number}": [
            record(entity=entity, entity_id=name, changes=dict.fromkeys(fields, value))
            for entity, fields in FIELDS.items()
            for name in (entity, "access-crm", "cac")
        ]
        for number, value in enumerate(ODD_VALUES)
    }
    found["moments"] = [record(at=at) for at in MOMENTS]
    found["ids"] = [record(id=change_id) for change_id in IDS]
    found["depth"] = [record(changes={"note": nested(depth)}) for depth in (10, 60, 100, 500)]
    found["names"] = [
        record(actor=name, entity_id=name, entity=kind)
        for name in ("\x00", "\n\n", "cmo/\ud800", "x" * 5000, "‮[/x]", "/", "cmo/")
        for kind in ("step", name)
    ]
    found["undoing"] = [
        record(undoes="nothing"),
        record(undoes=IDS[-2], base={"status": "\ud800", "\ud801": "x"}),
    ]
    return found


def put_in(file: Path, records: Sequence[Record]) -> None:
    """Write them into this engagement's file, laid out and checked as ours are."""
    meta, events = layout.sift(file.read_bytes())
    assert meta is not None
    file.write_bytes(layout.compose(meta, {}, [*events, *map(_line, records)]))


def _line(record: Record) -> bytes:
    """As ours, and with the numbers that ours refuses: NaN and infinity."""
    text = json.dumps(record, sort_keys=True, separators=(",", ":")).encode()
    return b'%b,"c":"%08x"}' % (text[:-1], crc32(text))
