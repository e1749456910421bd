"""A server's address: `postgresql://LOGIN@HOST[:PORT]/DATABASE?sslmode=verify-full`.

It never holds a password: a list of processes, a history of commands or an invitation would show
it. libpq finds one in ~/.pgpass, in the file PGPASSFILE names, or in a service file. Off this
machine the server must prove who it is, or anybody on the way could ask for that password.
"""

import os
from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from configparser import Error as NoService
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from coach_tui.language.refusal import Refusal
from coach_tui.sharing.server.library import psycopg, refuse_without_psycopg

_SCHEMES: Final = ("postgresql:", "postgres:")
_SECRETS: Final = ("password", "sslpassword")
_TRAVELS: Final = ("host", "port", "dbname", "sslmode")
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")
PROVEN: Final = "verify-full"
_PASSFILE_FIELDS: Final = 5


def is_server(said: str) -> bool:
    """Whether this names a server, rather than a folder."""
    return said.strip().lower().startswith(_SCHEMES)


def refuse_address(said: str) -> Refusal | None:
    """Why this server can't be used; None where it can."""
    if refusal := refuse_without_psycopg():
        return refusal
    try:
        parts = _parts(said)
    except ValueError:
        return Refusal("refusal.server.no-address").of("place")
    if any(parts.get(each) for each in _SECRETS):
        return Refusal("refusal.server.address-password").of("place")
    if not is_near(said) and _said(_with_service(parts), "sslmode") != PROVEN:
        return Refusal("refusal.server.address-unproven", {"sslmode": PROVEN}).of("place")
    return None


def is_near(where: str) -> bool:
    """Whether nothing leaves this machine on the way there."""
    known = _with_service(_parts(where))
    hosts = _said(known, "hostaddr").split(",") + _said(known, "host").split(",")
    return all(each in ("", *_LOCAL) or each.startswith(("/", "@")) for each in hosts)


def for_invitation(where: str) -> str:
    """What of this address serves others: not the login, nor what only this machine knows."""
    parts = {name: value for name, value in _parts(where).items() if name in _TRAVELS}
    return _written(parts) if parts.get("host") and not parts["host"].startswith("/") else ""


def invited_to(said: str) -> str:
    """The address in an invitation; empty where there is none that may be followed."""
    if not is_server(said):
        return ""
    try:
        return for_invitation(said)
    except ValueError:
        return ""


def with_login(where: str, login: str) -> str:
    """The address of this server for this login."""
    return _written({**_parts(where), "user": login})


def own_login(where: str) -> str:
    """My login on this server, where this machine knows of exactly one; empty elsewhere."""
    if login := os.environ.get("PGUSER"):
        return login
    parts = _parts(where)
    place = (parts.get("host", ""), parts.get("port", "5432"), parts.get("dbname", ""))
    logins = {
        fields[3]
        for fields in _passfile()
        if all(told in ("*", meant) for told, meant in zip(fields, place, strict=False))
    }
    return logins.pop() if len(logins) == 1 and "*" not in logins else ""


def passfile_line(where: str, login: str, password: str) -> str:
    """What this login puts in its ~/.pgpass."""
    parts = _parts(where)
    host = parts.get("host") or "localhost"
    fields = (host, parts.get("port") or "5432", parts.get("dbname") or "*", login, password)
    return ":".join(each.replace("\\", "\\\\").replace(":", "\\:") for each in fields)


def named(where: str) -> str:
    """What a reader calls this server: the database and its host, without the rest."""
    parts = _parts(where)
    host = parts.get("host") or parts.get("service") or "localhost"
    return f"{parts['dbname']} @ {host}" if parts.get("dbname") else host


def _parts(where: str) -> dict[str, str]:
    """What the address says, by libpq's own names. Raises ValueError."""
    library = psycopg()
    try:
        found = library.conninfo.conninfo_to_dict(where.strip())
    except library.Error as error:
        raise ValueError("no address") from error
    return {name: str(value) for name, value in found.items() if value is not None}


def _written(parts: Mapping[str, str]) -> str:
    """The address that says this."""
    left = dict(parts)
    host, user = left.pop("host", ""), left.pop("user", "")
    plain = not set(host) & set("/,@")
    authority = f"[{host}]" if ":" in host and plain else host if plain else ""
    port = left.pop("port", "") if plain else ""
    if host and not plain:
        left["host"] = host
    login = f"{quote(user, safe='')}@" if user else ""
    path = quote(left.pop("dbname", ""), safe="")
    more = f"?{urlencode(left, quote_via=quote)}" if left else ""
    return f"postgresql://{login}{authority}{f':{port}' if port else ''}/{path}{more}"


def _said(known: Mapping[str, str], name: str) -> str:
    """As the address or its service says, else as libpq reads it in the environment."""
    return known.get(name) or os.environ.get(f"PG{name.upper()}", "")


def _with_service(parts: Mapping[str, str]) -> dict[str, str]:
    """What the address says, and its service where the address does not."""
    return _of_service(parts.get("service") or os.environ.get("PGSERVICE", "")) | dict(parts)


def _of_service(name: str) -> dict[str, str]:
    """What the service files say of this service, where libpq looks for them."""
    if not name:
        return {}
    own = os.environ.get("PGSERVICEFILE") or Path.home() / ".pg_service.conf"
    files = [Path(own), Path(os.environ.get("PGSYSCONFDIR", "/etc")) / "pg_service.conf"]
    for file in files:
        read = ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
        try:
            read.read(file, "utf-8")
        except (NoService, OSError, UnicodeDecodeError):
            continue
        if read.has_section(name):
            return dict(read.items(name))
    return {}


def _passfile() -> Iterator[list[str]]:
    """The lines of the file of passwords, in fields; their passwords are not looked at."""
    path = Path(os.environ.get("PGPASSFILE") or Path.home() / ".pgpass")
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    for line in lines:
        fields = line.replace("\\:", "\0").split(":")
        if len(fields) == _PASSFILE_FIELDS and not line.startswith("#"):
            yield [each.replace("\0", ":").replace("\\\\", "\\") for each in fields]
