"""Whether what is copied arrives: programs in a terminal hand it over, and hear no answer."""

from __future__ import annotations

from collections.abc import Mapping


def takes_no_copy(env: Mapping[str, str]) -> bool:
    """Terminal.app, a Linux console and GNU screen drop it (OSC 52); of others nobody can say."""
    kind = env.get("TERM", "")
    in_screen = kind.startswith("screen") and "STY" in env
    return env.get("TERM_PROGRAM") == "Apple_Terminal" or kind == "linux" or in_screen
