"""The text of an engagement's file: what TinyDB writes, laid out one event a line.

    {"meta":{
    "1":{"created_at":…,"engagement":…,"format":1,"c":"…"}
    },
    "events":{
    "1":{…,"c":"…"},
    "2":{…,"c":"…"}
    }
    }

Every record is written in canonical JSON (keys sorted, no blanks, ASCII), followed by `c`: the
CRC-32 of that text in eight hexadecimal digits. A reader can thus tell a good line by itself,
whatever happened to the lines around it. ASCII, because TinyDB opens files in the system's own
encoding. The numbers are TinyDB's and mean nothing: an event is known by its `id`.
"""

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from math import isfinite
from typing import Any, Final, NamedTuple
from zlib import crc32

FORMAT: Final = 1
Record = dict[str, Any]

_ENCODER: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)
_TAIL: Final = b"\n}\n}\n"
_CHECK: Final = b',"c":"'  # then eight digits, then "}
_LINE: Final = re.compile(rb"^[^{\n]*(\{.*\})[,\r]*$", re.MULTILINE)  # anchored: never quadratic
_CLAIM: Final = re.compile(rb'"engagement": ?"([0-9A-Za-z-]{1,64})"')


class Contents(NamedTuple):
    """What a text holds.

    meta      what the file says of itself; None where that can't be trusted.
    claimed   the engagement it seems to be of, where `meta` is None.
    others    tables that are not ours, kept as they are.
    events    every good event: the record behind each line, None for a line known before, the
              change itself where it was kept from the last reading (see `parsed`).
    tidy      laid out exactly as here, so that lines can be added at its end.
    damaged   something in it could not be read.
    foreign   sound JSON, and nothing of ours in it.
    """

    meta: Record | None
    others: Mapping[str, Any]
    events: dict[bytes, Any]
    tidy: bool = False
    damaged: bool = False
    foreign: bool = False
    claimed: str = ""


def encode(record: Mapping[str, Any]) -> bytes:
    """The record's line, without TinyDB's number: canonical JSON and its check.

    Raises ValueError for a number that is none (NaN, infinity): only Python would read it.
    """
    text = _canonical({name: value for name, value in record.items() if name != "c"})
    return b'%b,"c":"%08x"}' % (text[:-1], crc32(text))


def plain(text: bytes) -> Any:
    """What this JSON says. Raises ValueError where it is none, NaN and infinity among that."""
    return json.loads(text, parse_constant=_finite, parse_float=_finite)


def compose(meta: Mapping[str, Any], others: Mapping[str, Any], events: Iterable[bytes]) -> bytes:
    """The whole text."""
    tables = [b'"meta":{\n"1":%b\n}' % encode(meta)]
    tables += [_canonical({name: table})[1:-1] for name, table in sorted(others.items())]
    head = b"{%b,\n" % b",\n".join(tables)
    lines = b",".join(b'\n"%d":%b' % numbered for numbered in enumerate(events, 1))
    return b'%b"events":{%b%b' % (head, lines, _TAIL)


def extend(text: bytearray, count: int, events: Iterable[bytes]) -> None:
    """Add these to a tidy text of `count` events, in place: what is there is not copied."""
    del text[-len(_TAIL) :]
    text += ending(count, events)


def shortened(text: bytearray, length: int) -> bytes:
    """What a tidy text that was extended was, when it was so long."""
    return bytes(text[: length - len(_TAIL)]) + _TAIL


def beginning(text: bytes | bytearray) -> bytes | bytearray:
    """A tidy text as far as it stays the same when events are added."""
    return text[: -len(_TAIL)]


def ending(count: int, events: Iterable[bytes]) -> bytes:
    """What follows the beginning of a text of `count` events once these are added."""
    lines = b",".join(b'\n"%d":%b' % numbered for numbered in enumerate(events, count + 1))
    return b"".join((b"," if count and lines else b"", lines, _TAIL))


def sift(text: bytes, known: Container[bytes] = ()) -> tuple[Record | None, dict[bytes, Any]]:
    """The last good line about the file itself, and every good event line, in the order found.

    Works line by line, so it reads a broken file as well as a sound one. Lines in `known` are
    not parsed again: their record is None.
    """
    found = dict.fromkeys(_LINE.findall(text))
    fresh = [body for body in found if body not in known and _is_good(body)]
    lines: dict[bytes, Any] = dict.fromkeys(fresh)
    if len(fresh) < len(found):
        lines = {body: None for body in found if body in lines or body in known}
    meta = None
    for body, record in zip(fresh, _parsed(fresh), strict=True):
        if record is not None and "engagement" in record and "entity" not in record:
            meta = record
            record = None
        if record is None:
            del lines[body]
        else:
            lines[body] = record
    return meta, lines


def read(text: bytes, known: Container[bytes] = ()) -> Contents:
    """What this text holds, whatever has happened to it. Never raises."""
    meta, events = sift(text, known)
    try:
        if meta is not None and compose(meta, {}, events) == text:
            return Contents(meta, {}, events, tidy=True)
        return _rearranged(json.loads(text, object_pairs_hook=_unrepeated), meta, events)
    except (ValueError, RecursionError):
        return Contents(meta, {}, events, damaged=True, claimed=claimed(text))


def _rearranged(tables: Any, meta: Record | None, events: dict[bytes, Any]) -> Contents:
    """Sound JSON that another program laid out its own way, or changed, or that was never ours."""
    stated = _stated_meta(tables)
    if stated is None and meta is None and not events:
        return Contents(None, {}, {}, foreign=True)
    if stated is not None and _is_wrong(stated):
        stated = None
    others, unkept = ({}, False) if stated is None else _others(tables)
    table = tables.get("events", None if any(others.values()) else {}) if stated else None
    if stated is None or not isinstance(table, dict):
        named = claimed(_canonical(tables))
        return Contents(stated or meta, {}, events, damaged=True, claimed=named)
    # Numbers are given without gaps: where one is missing, so is an event.
    damaged = unkept or list(table) != [str(number) for number in range(1, len(table) + 1)]
    unchecked = _is_unchecked([stated, *table.values()])
    for record in table.values():
        if line := _line_of(record, unchecked):
            events.setdefault(line, record)
        else:
            damaged = True
    return Contents(stated, others, events, damaged=damaged)


def _others(tables: Mapping[str, Any]) -> tuple[Record, bool]:
    """The tables that are not ours, and whether there are some that can't be written again."""
    found = {name: kept for name, kept in tables.items() if name not in ("meta", "events")}
    kept = {name: table for name, table in found.items() if _is_plain(table)}
    return kept, len(kept) < len(found)


def _line_of(record: Any, unchecked: bool) -> bytes | None:
    """The line of this record; None where it is no record, or not to be believed."""
    if not isinstance(record, dict) or not (unchecked or "c" in record) or not _is_plain(record):
        return None
    return None if _is_wrong(record) else encode(record)


def _is_plain(value: Any) -> bool:
    try:
        _canonical(value)
    except ValueError:
        return False
    return True


def _finite(number: str) -> float:
    found = float(number)
    if not isfinite(found):
        raise ValueError(number)
    return found


def _is_unchecked(records: Iterable[Any]) -> bool:
    """Whether another program wrote it all, which knows no checks: none is missing then.

    Where some records have theirs, the one without has lost it, and who knows what else.
    """
    return not any(isinstance(record, dict) and "c" in record for record in records)


def _unrepeated(pairs: list[tuple[str, Any]]) -> Record:
    """A mapping that says nothing twice: two records run into one would pass for the second."""
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a name is given twice")
    return record


def claimed(text: bytes) -> str:
    """The engagement this text seems to be of; empty where it says none."""
    found = _CLAIM.search(text)
    return found[1].decode() if found else ""


def _stated_meta(tables: Any) -> Record | None:
    table = tables.get("meta") if isinstance(tables, dict) else None
    records: Sequence[Any] = list(table.values()) if isinstance(table, dict) else []
    named = (record for record in records if isinstance(record, dict) and "engagement" in record)
    return next(named, None)


def _is_good(body: bytes) -> bool:
    """Whether these bytes are a record and its check. (CRC-32 can be fed in two parts.)"""
    if body[-16:-10] != _CHECK or body[-2:] != b'"}':
        return False
    return body[-10:-2] == b"%08x" % crc32(b"}", crc32(body[:-16]))


def _is_wrong(record: Record) -> bool:
    """Whether the check is there and says otherwise."""
    return "c" in record and record["c"] != encode(record)[-10:-2].decode()


def _parsed(bodies: Sequence[bytes]) -> list[Record | None]:
    """All at once, which is twice as fast; one by one where somebody faked a check."""
    try:
        records = plain(b"[%b]" % b",".join(bodies))
        if len(records) == len(bodies):
            return records  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        pass
    return [_one_parsed(body) for body in bodies]


def _one_parsed(body: bytes) -> Record | None:
    try:
        record = plain(body)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _canonical(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()
