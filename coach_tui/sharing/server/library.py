"""Speaking to PostgreSQL, by psycopg 3. It comes with the extra `server`; nobody else needs it."""

from functools import cache
from importlib import import_module
from typing import Any

from coach_tui.extras import installing
from coach_tui.language.refusal import Refusal


def refuse_without_psycopg() -> Refusal | None:
    """Why no server can be used here; None where one can."""
    try:
        psycopg()
    except ImportError:
        return Refusal("refusal.server.no-psycopg", {"command": installing("server")})
    return None


@cache
def psycopg() -> Any:
    """The library. Raises ImportError."""
    import_module("psycopg.conninfo")
    return import_module("psycopg")
