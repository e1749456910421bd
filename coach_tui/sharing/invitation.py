"""The one line that invites: the key of an engagement, to be given by another way than the place.

    coach1-<the secret half of the key>-<generation, engagement, server and a check, in base 64>

The server's address is in it where it is shared on one; a folder is another on each machine.

It survives a mail program that folds it and puts `>` before each line, and being copied with the
frame of a screen around it. Whoever has it reads and
adds: it is never an argument of a command, which the list of processes shows.
"""

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Final, NamedTuple
from uuid import UUID

from coach_tui.language.refusal import Refusal
from coach_tui.sharing import age
from coach_tui.sharing.key import Key

_KIND: Final = "coach1"
_AGE: Final = "AGE-SECRET-KEY-1"
_CHECK: Final = 3  # bytes
_FIXED: Final = 17  # bytes of the generation and the engagement
_LONGEST: Final = 4000
_FOLDS: Final = re.compile(r"^[>\s│┃|]+|[\s│┃|]+", re.M)


class Invited(NamedTuple):
    """A key, and the server it is shared on; empty where it is shared on none."""

    key: Key
    server: str = ""


def invitation(key: Key, server: str = "") -> str:
    """The line to paste."""
    what = bytes([key.generation]) + UUID(key.engagement).bytes + server.encode()
    what += _check(key.identity, what)
    secret = key.identity.removeprefix(_AGE).lower()
    return f"{_KIND}-{secret}-{urlsafe_b64encode(what).rstrip(b'=').decode()}"


def invited(said: str) -> Invited | Refusal:
    """What an invitation says; refused where it was cut or changed on its way, or is none."""
    line = _FOLDS.sub("", said[:_LONGEST])
    kind, _, rest = line.partition("-")
    secret, _, text = rest.partition("-")
    if not kind.startswith("coach"):
        return Refusal("refusal.share.no-invitation")
    if kind != _KIND and re.fullmatch(r"coach\d+", kind):
        return Refusal("refusal.share.newer-invitation")
    identity = _AGE + secret.upper()
    try:
        what = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        whole = what[-_CHECK:] == _check(identity, what[:-_CHECK]) and age.is_identity(identity)
        if not whole or len(what) < _FIXED + _CHECK:
            return Refusal("refusal.share.cut-invitation")
        key = Key(identity, str(UUID(bytes=what[1:_FIXED])), what[0])
        found = Invited(key, what[_FIXED:-_CHECK].decode())
    except (ValueError, binascii.Error):
        return Refusal("refusal.share.cut-invitation")
    return found if line == invitation(*found) else Refusal("refusal.share.cut-invitation")


def _check(identity: str, what: bytes) -> bytes:
    return sha256(identity.encode() + what).digest()[:_CHECK]
