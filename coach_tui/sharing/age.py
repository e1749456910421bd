"""Sealing by age, an open format: `age -d FILE | gunzip` opens a push without us.

The library comes with the extra `share`; whoever shares nothing never needs it.
"""

from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from coach_tui.extras import installing
from coach_tui.language.refusal import Refusal


class Unsealed(Exception):
    """These bytes were not sealed for this key."""


def refuse_without_age() -> Refusal | None:
    """Why nothing can be shared here; None where it can."""
    try:
        _library()
    except ImportError:
        return Refusal("refusal.share.no-age", {"command": installing("share")})
    return None


def new_identity() -> str:
    """The secret half of a new key, as age writes it."""
    return str(_library().x25519.Identity.generate())


def is_identity(text: str) -> bool:
    """Whether this is the secret half of a key."""
    try:
        _identity(text)
    except ValueError:
        return False
    return True


def seal(identity: str, packed: bytes) -> bytes:
    """These bytes, for whoever has this identity."""
    sealed: bytes = _library().encrypt(packed, [_identity(identity).to_public()])
    return sealed


def unseal(identity: str, sealed: bytes) -> bytes:
    """What was sealed for this identity. Raises Unsealed."""
    age = _library()
    try:
        packed: bytes = age.decrypt(sealed, [_identity(identity)])
    except age.DecryptError as error:
        raise Unsealed from error
    return packed


@cache
def _identity(text: str) -> Any:
    age = _library()
    try:
        return age.x25519.Identity.from_str(text)
    except age.IdentityError as error:
        raise ValueError("no age identity") from error


@cache
def _library() -> ModuleType:
    return import_module("pyrage")
