"""Who may come in: a link that works once, then a cookie of that browser; one address, one origin.

Knows no web framework: what a request says goes in, what is wrong with it comes out.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from hmac import compare_digest
from ipaddress import ip_address
from typing import Final

FORBIDDEN: Final = 403
MISDIRECTED: Final = 421


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach this host: 127.0.0.1, ::1, localhost."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Door:
    """The one address the app answers at (`http://127.0.0.1:8765`), and who has come in by it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.token = secrets.token_urlsafe(32)
        self.cookie = f"coach-{address.rpartition(':')[2].strip('/')}"  # cookies know no port
        self._key = ""

    @property
    def link(self) -> str:
        """What to open; it works once."""
        return f"{self.address}/?token={self.token}"

    @property
    def is_sealed(self) -> bool:
        """Whether it is reached over TLS, so that the cookie must be too."""
        return self.address.startswith("https://")

    def exchange(self, token: str) -> str:
        """The cookie's value for this token; empty where it is wrong, or was used."""
        right = compare_digest(token.encode(errors="replace"), self.token.encode())
        if self._key or not right:
            return ""
        self._key = secrets.token_urlsafe(32)
        return self._key

    @property
    def is_used(self) -> bool:
        """Whether somebody has come in by the link."""
        return bool(self._key)

    def is_known(self, key: str) -> bool:
        """Whether this is the cookie that was given."""
        given = key.encode(errors="replace")
        return bool(self._key) and compare_digest(given, self._key.encode())

    def refusal(self, head: Mapping[str, str], key: str, *, socket: bool) -> tuple[int, str] | None:
        """Why this request may not come in (its status, the word key); None where it may.

        head    its headers, by their names
        key     its cookie's value
        socket  whether it asks for the app itself, which another site's page could do too
        """
        if f"//{head.get('Host', '')}" != self.address.partition(":")[2]:
            return MISDIRECTED, "serve.wrong-host"  # a name that was made to lead here
        if not self.is_known(key):
            return FORBIDDEN, "serve.used" if self.is_used else "serve.no-token"
        if socket and head.get("Origin", "") != self.address:
            return FORBIDDEN, "serve.wrong-origin"
        return None
