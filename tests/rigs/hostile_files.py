"""Whole files made to hurt, from a sound one: numbers, nesting, ids, undoes, formats not ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from coach_tui.engagement.clock import HybridClock
from coach_tui.store import layout

Make = Callable[[bytes], bytes]
DAYS = b'"days_per_week":2.0'
FAR = 16_725_225_600_000  # 2500, in milliseconds


def _ids(count: int, at_ms: int = 1_795_000_000_000) -> list[str]:
    clock = HybridClock()
    return [clock.stamp(at_ms, number + 1) for number in range(count)]


def _with(sound: bytes, events: Iterable[Mapping[str, Any]], **meta: Any) -> bytes:
    """The sound file with these events after its own; `meta` is what it says of itself instead."""
    about, lines = layout.sift(sound)
    assert about is not None
    more = [layout.encode(event) for event in events]
    return layout.compose({**about, **meta}, {}, [*lines, *more])


def _event(identity: str, **others: Any) -> dict[str, Any]:
    return {
        "id": identity, "at": "2026-11-20T10:00:00+00:00", "actor": "founder", "entity": "step",
        "entity_id": "access-crm", "changes": {"status": "done"}, **others,
    }  # fmt: skip


def _last_id(sound: bytes) -> str:
    return max(record["id"] for record in layout.sift(sound)[1].values())


def _undoing_each_other(sound: bytes) -> bytes:
    one, other = _ids(2)
    return _with(sound, [_event(one, undoes=other), _event(other, undoes=one)])


def _undoing_the_last(sound: bytes) -> bytes:
    ids = _ids(3000)
    undone = [None, *ids]
    return _with(sound, (
        _event(each, **({"undoes": before} if before else {}))
        for each, before in zip(ids, undone, strict=False)
    ))  # fmt: skip


def _replaced(new: bytes) -> Make:
    return lambda sound: sound.replace(DAYS, b'"days_per_week":' + new)


def _events(*events: Mapping[str, Any]) -> Make:
    return lambda sound: _with(sound, events)


def _meta(**said: Any) -> Make:
    return lambda sound: _with(sound, (), **said)


ONE = _ids(1)[0]
FILES: Mapping[str, Make] = {
    "1e999": _replaced(b"1e999"), "NaN": _replaced(b"NaN"), "digits": _replaced(b"9" * 100_000),
    "nested 100,000": _replaced(b"[" * 100_000 + b"]" * 100_000),
    "nested table": lambda sound: sound[:-2] + b',"z":' + b"[" * 99_999 + b"]" * 99_999 + b"}\n",
    "said twice": lambda sound: sound.replace(b'"status":', b'"status":"todo","status":'),
    "20 MB in one line": lambda sound: sound[:-2] + b',"p":{"1":"' + b"A" * 20_000_000 + b'"}}\n',
    "a million braces": lambda _: b"{" * 10**6,
    "a million lines": lambda sound: sound + b"{\n" * 10**6,
    "unfinished line": lambda _: b'"1":{' + b'"a":{' * 10**6,
    "no checks at all": lambda sound: sound.replace(b',"c":"', b',"x":"'),
    "50,000 unknown things": lambda sound: _with(
        sound, (_event(each, entity=f"thing{n}") for n, each in enumerate(_ids(50_000)))
    ),
    "one id, two contents": lambda sound: _with(sound, [_event(_last_id(sound), changes={"a": 1})]),
    "year 2500": _events(_event(_ids(1, FAR)[0])),
    "largest id": _events(_event("0fffffff-ffff-7fff-bfff-ffffffffffff")),
    "no id": _events(_event("../../x")),
    "no moment": _events(_event(ONE, at="9999-12-31T23:59:59.999999-23:59")),
    "moment obeyed": _events(_event(ONE, at="\x1b[31m2026")),
    "actor obeyed": _events(_event(ONE, actor="\x1b]0;x\x07[b]/../x")),
    "undoes itself": _events(_event(ONE, undoes=ONE)),
    "undo each other": _undoing_each_other, "a chain of undoes": _undoing_the_last,
    "built on itself": _events(_event(ONE, base={"status": ONE})),
    "engagement ../x": _meta(engagement="../../../tmp/evil"),
    "engagement settings": _meta(engagement="settings"),
    "engagement of 64": _meta(engagement="a" * 64),
    "format true": _meta(format=True), "format -1": _meta(format=-1), "format 99": _meta(format=99),
    "format 1e400": lambda sound: sound.replace(b'"format":1', b'"format":1e400'),
}  # fmt: skip
