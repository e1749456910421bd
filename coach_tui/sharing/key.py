"""The key of an engagement: sealing a push, and opening one.

A sealed push is an age file. Inside: a first line with a MAC, a line of JSON that says whose push
this is, then the changes, one a line, as in the engagement's file; packed by gzip. Anyone may seal
for an age key, so that one opens proves nothing of who made it: the MAC does, by a key derived from
the identity. It is checked before anything else is believed, and what the push says of itself must
match where it lies.
"""

import hmac
import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final, NamedTuple
from zlib import MAX_WBITS, compressobj, decompressobj
from zlib import error as ZipError

from coach_tui import __version__
from coach_tui.sharing import age

MAGIC: Final = b"coach-push"
VERSION: Final = b"1"
NUMBER: Final = 6  # figures of a push's number in its name
DIGEST: Final = 32
# What follows the name, a synchroniser has added.
NAME: Final = re.compile(rf"(\d{{{NUMBER}}})-([0-9a-f]{{{DIGEST}}})")
LARGEST: Final = 64 * 1024 * 1024  # bytes of a push, sealed or not
_GZIP: Final = MAX_WBITS | 16
_FIRST_LINE: Final = re.compile(rb"coach-push (\d{1,4}) (\S{1,40}) ([0-9a-f]{64})")


class Unopened(Exception):
    """Why a push was not taken in.

    `why` is "incomplete" (it may be arriving still), "not-ours" (sealed for another key), "forged",
    "elsewhere" (it lies where it was not put), "too-big", "unreadable" or "newer": made by a later
    version of this program, `version`.
    """

    def __init__(self, why: str, version: str = "") -> None:
        self.why, self.version = why, version
        super().__init__(why)


class Push(NamedTuple):
    """An opened push: what it says of itself, and its lines."""

    head: Mapping[str, Any]
    lines: Sequence[bytes]


class Key(NamedTuple):
    """Whoever has this reads and adds. `generation` counts the renewals, from 1."""

    identity: str
    engagement: str
    generation: int = 1

    def seal(
        self, device: str, number: int, lines: Sequence[bytes], **more: Any
    ) -> tuple[str, bytes]:
        """The name of a push and its sealed bytes."""
        where = {"engagement": self.engagement, "generation": self.generation}
        head = {**more, **where, "device": device, "number": number}
        said = json.dumps(head, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
        body = b"\n".join((said, *lines))
        version = b"%b %b" % (VERSION, __version__.encode())
        packer = compressobj(6, wbits=_GZIP)
        first = b"%b %b %b\n" % (MAGIC, version, self._mac(version, body))
        packed = packer.compress(first + body) + packer.flush()
        sealed = age.seal(self.identity, packed)
        return name_of(number, sealed), sealed

    def open(self, device: str, name: str, sealed: bytes) -> Push:
        """What this push holds, if it is what its place and name say. Raises Unopened."""
        if name[NUMBER + 1 :] != digest_of(sealed):
            raise Unopened("incomplete")
        version, maker, mac, body = _parts(self._unpacked(sealed))
        if not hmac.compare_digest(mac, self._mac(b"%b %b" % (version, maker), body)):
            raise Unopened("forged")
        if version != VERSION:
            raise Unopened("newer", maker.decode("ascii", "replace"))
        said, _, rest = body.partition(b"\n")
        try:
            head = json.loads(said)
            lies = head["engagement"], head["generation"], head["device"], head["number"]
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise Unopened("forged") from error
        if lies != (self.engagement, self.generation, device, int(name[:NUMBER])):
            raise Unopened("elsewhere")
        return Push(head, rest.split(b"\n") if rest else [])

    def _unpacked(self, sealed: bytes) -> bytes:
        unpacker = decompressobj(wbits=_GZIP)
        try:
            text = unpacker.decompress(age.unseal(self.identity, sealed), LARGEST)
        except age.Unsealed as error:
            raise Unopened("not-ours") from error
        except ZipError as error:
            raise Unopened("forged") from error
        if not unpacker.eof:
            raise Unopened("too-big")
        return text

    def _mac(self, version: bytes, body: bytes) -> bytes:
        secret = hmac.digest(self.identity.encode(), b"coach-tui push", "sha256")
        return hmac.digest(secret, version + b"\n" + body, "sha256").hex().encode()


def name_of(number: int, sealed: bytes) -> str:
    """The name under which these bytes are put."""
    return f"{number:0{NUMBER}d}-{digest_of(sealed)}"


def digest_of(sealed: bytes) -> str:
    """What tells whole bytes from those that are still arriving, without opening them."""
    return sha256(sealed).hexdigest()[:DIGEST]


def _parts(text: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """The version, who made it, the MAC and what it covers."""
    first, _, body = text.partition(b"\n")
    found = _FIRST_LINE.fullmatch(first)
    if found is None:
        raise Unopened("forged")
    version, maker, mac = found.groups()
    return version, maker, mac, body
