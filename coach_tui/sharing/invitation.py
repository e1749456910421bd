"""The one line that invites: the key of an engagement, to be given by another way than the place.

    coach1-<the secret half of the key>-<engagement, generation and a check, in base 64>

It survives a mail program that folds it and puts `>` before each line. Whoever has it reads and
adds: it is never an argument of a command, which the list of processes shows.
"""

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Final
from uuid import UUID

from coach_tui.language.refusal import Refusal
from coach_tui.sharing import age
from coach_tui.sharing.key import Key

_KIND: Final = "coach1"
_AGE: Final = "AGE-SECRET-KEY-1"
_CHECK: Final = 3  # bytes
_LONGEST: Final = 4000
_FOLDS: Final = re.compile(r"^[>\s]+|\s+", re.M)


def invitation(key: Key) -> str:
    """The line to paste."""
    what = bytes([key.generation]) + UUID(key.engagement).bytes
    what += _check(key.identity, what)
    secret = key.identity.removeprefix(_AGE).lower()
    return f"{_KIND}-{secret}-{urlsafe_b64encode(what).rstrip(b'=').decode()}"


def invited(said: str) -> Key | Refusal:
    """The key of an invitation; refused where it was cut or changed on its way, or is none."""
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
    except (ValueError, binascii.Error):
        whole = False
    if not whole or len(what) != 17 + _CHECK or line != invitation(_key(identity, what)):
        return Refusal("refusal.share.cut-invitation")
    return _key(identity, what)


def _key(identity: str, what: bytes) -> Key:
    return Key(identity, str(UUID(bytes=what[1:17])), what[0])


def _check(identity: str, what: bytes) -> bytes:
    return sha256(identity.encode() + what).digest()[:_CHECK]
