"""The text of a file: written so that any part of it can be told from damage."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.change import to_record
from coach_tui.store import layout
from coach_tui.store.event_set import KnownEvents

from .conftest import ENGAGEMENT, author

META = {"engagement": ENGAGEMENT, "format": 1}
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=[])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
RECORDS = st.dictionaries(st.text(min_size=1, max_size=6), VALUES, max_size=3).map(
    lambda record: {**record, "id": "x", "entity": "step"}
)


@given(st.lists(RECORDS, max_size=3))
def test_what_is_written_is_read_back(records: list[dict[str, Any]]) -> None:
    lines = list(dict.fromkeys(map(layout.encode, records)))
    text = layout.compose(META, {}, lines)
    found = layout.read(text)
    assert found.tidy
    assert list(found.events) == lines
    assert [layout.encode(record or {}) for record in found.events.values()] == lines
    assert json.loads(text)["meta"]["1"]["engagement"] == ENGAGEMENT
    assert len(json.loads(text)["events"]) == len(lines)


@given(st.lists(RECORDS, max_size=3), st.lists(RECORDS, max_size=3))
def test_adding_at_the_end_is_the_same_as_writing_anew(
    before: list[dict[str, Any]], added: list[dict[str, Any]]
) -> None:
    first, second = list(map(layout.encode, before)), list(map(layout.encode, added))
    text = layout.compose(META, {}, first)
    longer = bytearray(text)
    layout.extend(longer, len(first), second)
    assert longer == layout.compose(META, {}, first + second)
    assert layout.shortened(longer, len(text)) == text


@given(st.lists(RECORDS, max_size=3))
def test_another_program_s_layout_says_the_same(records: list[dict[str, Any]]) -> None:
    """Stock TinyDB rewrites the whole file on one line, in its own order, with blanks."""
    lines = list(dict.fromkeys(map(layout.encode, records)))
    text = layout.compose(META, {}, lines)
    rewritten = json.dumps(dict(reversed(json.loads(text).items())), ensure_ascii=False)
    found = layout.read(rewritten.encode(errors="surrogatepass"))
    assert set(found.events) == set(lines)
    assert not found.damaged
    assert not found.tidy
    assert found.meta is not None


@given(st.binary() | st.text().map(str.encode))
def test_reading_anything_never_raises(text: bytes) -> None:
    found = layout.read(text)
    assert found.foreign or found.damaged
    assert found.events == {}


@given(st.data())
def test_reading_a_spoilt_file_never_raises_and_invents_nothing(data: st.DataObject) -> None:
    lines = [layout.encode(change._asdict()) for change in author(1)(4)]
    text = layout.compose(META, {}, lines)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spoilt = text[:start] + data.draw(st.binary(max_size=20)) + text[end:]
    assert set(layout.read(spoilt).events) <= set(lines)


def test_a_faked_check_over_what_is_no_record_is_no_event() -> None:
    """Whoever can write the file can compute the check, too."""
    for fake in (b'{"id":}', b'{"a":[}', b'{"a":1},{"b":2}', b'{"n":' + b"9" * 5000 + b"}"):
        line = b'%b,"c":"%08x"}' % (fake[:-1], layout.crc32(fake))
        good = layout.encode(author(1)(1)[0]._asdict())
        found = layout.read(layout.compose(META, {}, [line, good]))
        assert list(found.events) == [good]
        assert found.damaged


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(0, 3))
def test_the_union_does_not_depend_on_the_order_or_the_parts(order: list[int], part: int) -> None:
    """Ten events, two of them with one id: every machine that has seen all knows the same."""
    changes = author(1)(9)
    changes.append(changes[4]._replace(changes={"status": "todo"}))
    events = {layout.encode(one._asdict()): one._asdict() for one in changes}
    everything = KnownEvents()
    everything.take(events)

    arriving, learned = KnownEvents(), []
    for number in order:
        line = list(events)[number]
        learned += arriving.take({line: events[line]})
    for start in range(part + 1):
        learned += arriving.take(dict(list(events.items())[start :: part + 1]))

    assert arriving.changes == everything.changes
    assert len(everything.changes) == 9
    assert {change.id for change in learned} == {change.id for change in changes}
    assert set(arriving) == set(everything)


def test_what_was_found_in_the_file_is_not_looked_for_again_at_each_save() -> None:
    class Asked(dict[bytes, object]):
        times = 0

        def __contains__(self, line: object) -> bool:
            self.times += 1
            return super().__contains__(line)

    lines = [layout.encode(to_record(change)) for change in author(1)(52)]
    known, there = KnownEvents(), Asked.fromkeys(lines[:51])
    known.take(layout.sift(b"\n".join(lines[:50]))[1])
    assert known.lacking(there) == []
    there.times = 0
    known.take(layout.sift(b"\n".join(lines))[1])
    assert known.lacking(there) == lines[51:]
    assert known.lacking(there) == lines[51:], "it is still not there"
    assert there.times == 4
    assert known.lacking({}) == lines, "another file, or the same read again"
