"""The file of a time zone, read (RFC 9636): changes of hour by date, then the yearly ones.

The yearly ones are the POSIX line in its footer, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
"""

import re
import struct
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

# Without a zone: a change of hour is told in the local time that ends there.
EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001
_HEADER: Final = struct.Struct(">4sc15x6L")
_TYPE: Final = struct.Struct(">lBB")
_AGES: Final = 1 << 36  # seconds; some files begin at the Big Bang, which no calendar holds
_NAME: Final = r"(<[^>]+>|[A-Za-z]+)"
_HOURS: Final = r"([+-]?\d+(?::\d+){0,2})"
_POSIX: Final = re.compile(rf"{_NAME}{_HOURS}(?:{_NAME}{_HOURS}?,([^,]+),([^,]+))?", re.ASCII)
_TURN: Final = re.compile(rf"M(\d+)\.([1-5])\.([0-6])(?:/{_HOURS})?", re.ASCII)


class Shift(NamedTuple):
    """A change of hour: when, in the local time that ends there; offsets in seconds east of UTC.

    name  what clocks are said to show from then on, such as CEST.
    """

    start: datetime
    before: int
    after: int
    name: str


class YearlyShift(NamedTuple):
    """A change of hour on a weekday (0: Sunday) of a week of a month (5: the last one), each year.

    seconds  after that day's midnight, in the local time before; they may lead to another day.
    """

    month: int
    week: int
    weekday: int
    seconds: int
    before: int
    after: int
    name: str

    def of(self, year: int) -> Shift:
        """This year's."""
        first = datetime(year, self.month, 1)  # noqa: DTZ001
        day = 1 + (self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1)
        if day > monthrange(year, self.month)[1]:
            day -= 7
        start = first + timedelta(days=day - 1, seconds=self.seconds)
        return Shift(start, self.before, self.after, self.name)


class ZoneFile(NamedTuple):
    """What the file says. `offset` and `name` hold before the first change of hour."""

    offset: int
    name: str
    shifts: Sequence[Shift]
    yearly: Sequence[YearlyShift]


def read_tzif(raw: bytes) -> ZoneFile:
    """The zone in these bytes. ValueError where they are no zone's, or say more than we can."""
    try:
        # What is for readers of 32 bits comes first, and is passed over.
        start = _HEADER.size + _size(_counts(raw, 0), 4)
        counts, begins = _counts(raw, start), start + _HEADER.size
        types, turns = _block(raw, begins, counts)
        footer = raw[begins + _size(counts, 8) :].decode("ascii").strip("\n")
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError("no TZif file") from error
    offset, name = types[0]
    shifts, before = [], offset
    for at, kind in turns:
        after, called = types[kind]
        if after != before and abs(at) < _AGES:
            shifts.append(Shift(EPOCH + timedelta(seconds=at + before), before, after, called))
        before = after
    return ZoneFile(offset, name, tuple(shifts), tuple(_yearly(footer)))


def _counts(raw: bytes, start: int) -> list[int]:
    magic, version, *counts = _HEADER.unpack_from(raw, start)
    if magic != b"TZif" or version < b"2":
        raise ValueError("no TZif file with a footer")
    return counts


def _size(counts: list[int], width: int) -> int:
    """The bytes of a data block whose moments take `width` each."""
    of_utc, of_standard, leaps, times, types, letters = counts
    return times * (width + 1) + types * 6 + letters + leaps * (width + 4) + of_standard + of_utc


def _block(
    raw: bytes, start: int, counts: list[int]
) -> tuple[list[tuple[int, str]], list[tuple[int, int]]]:
    """The kinds of local time, by offset and name; and the moments at which each begins."""
    times, types, letters = counts[3:]
    moments = struct.unpack_from(f">{times}q", raw, start)
    kinds = struct.unpack_from(f">{times}B", raw, start + times * 8)
    start += times * 9
    names = raw[start + types * 6 : start + types * 6 + letters]
    found = []
    for place in range(types):
        offset, _, begins = _TYPE.unpack_from(raw, start + place * 6)
        found.append((offset, names[begins : names.index(b"\0", begins)].decode("ascii")))
    return found, list(zip(moments, kinds, strict=True))


def _yearly(footer: str) -> Iterator[YearlyShift]:
    """The two changes of each year; none where the hour never changes again."""
    if not footer:
        return
    found = _POSIX.fullmatch(footer)
    if found is None:
        raise ValueError(f"no POSIX rule: {footer}")
    name, offset, summer, summer_offset, begins, ends = found.groups()
    if not summer:
        return
    # POSIX counts hours west of Greenwich; summer is an hour ahead where it is not said.
    winter = -_seconds(offset)
    ahead = -_seconds(summer_offset) if summer_offset else winter + 3600
    for rule, before, after, called in (
        (begins, winter, ahead, summer),
        (ends, ahead, winter, name),
    ):
        turn = _TURN.fullmatch(rule)
        if turn is None:
            raise ValueError(f"no weekday of a month: {rule}")
        month, week, weekday = (int(part) for part in turn.groups()[:3])
        seconds = _seconds(turn[4] or "2")
        yield YearlyShift(month, week, weekday, seconds, before, after, called.strip("<>"))


def _seconds(text: str) -> int:
    """`-3:30` in seconds."""
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    seconds = sum(part * unit for part, unit in zip(parts, (3600, 60, 1), strict=False))
    return -seconds if text.startswith("-") else seconds
