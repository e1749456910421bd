"""Why a server is not reached, or takes nothing, by what libpq or the server said."""

from collections.abc import Mapping
from typing import Any, Final

from coach_tui.language.clean import one_line
from coach_tui.sharing.place import NameTaken, Slow, Unreached

# By SQLSTATE, or its first two characters.
_STATES: Final[Mapping[str, str]] = {
    "28": "login",
    "3D": "no-database",
    "3F": "no-schema",
    "42P01": "no-schema",
    "42501": "forbidden",
    "53": "full",
    "54": "full",
    "57": "down",
    "08": "down",
}
# In what is said where there is no connection yet, and so no state.
_SAID: Final[Mapping[str, str]] = {
    "certificate": "certificate",
    "SSL": "certificate",
    "no password supplied": "login",
    "password authentication failed": "login",
    "authentication failed": "login",
    "does not exist": "no-database",
    "permission denied": "forbidden",  # its right to the whole database was taken away
    "no pg_hba.conf entry": "login",
    "too many": "full",
    "timeout": "slow",
    "starting up": "down",
    "shutting down": "down",
    "could not translate": "down",
    "failed to resolve": "down",
    "refused": "down",
    "closed the connection": "down",
    "No such file": "down",
}
_LONGEST: Final = 160


def slow() -> Slow:
    """Nothing came back in time."""
    return Slow("refusal.server.slow")


def fault_of(error: Any) -> Unreached:
    """A psycopg error, as why the place is not reached."""
    text, state = str(error), getattr(error, "sqlstate", None) or ""
    why = _STATES.get(state) or _STATES.get(state[:2])
    if why is None:
        why = next((each for said, each in _SAID.items() if said in text), "other")
    if state == "CT001":
        return NameTaken("refusal.server.device")
    lines = text.strip().splitlines() or [type(error).__name__]
    # What happened comes first; hints and guesses follow it.
    return Unreached(f"refusal.server.{why}", cause=one_line(lines[0], _LONGEST))
